package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The intensities a year of moving from grade to grade: elements off the diagonal at least 0, rows that add up to 0. The
 * matrix of any time t in years is e^(Q t). The last grade is the end, which nobody leaves. Immutable and thread-safe.
 */
public final class Generator {

    private static final double ROW_TOLERANCE = 1e-9;

    private final List<String> grades;
    private final double[][] rates;

    private Generator(List<String> grades, double[][] rates) {
        this.grades = grades;
        this.rates = rates;
    }

    /** How the logarithm of a matrix, whose elements off the diagonal may be below 0, becomes a generator. */
    public enum Regularisation {
        /** Negative elements become 0 and the diagonal takes the difference (Israel, Rosenthal and Wei 2001). */
        DIAGONAL_ADJUSTMENT,
        /**
         * Negative elements become 0 and the other elements off the diagonal shrink in proportion, so that the diagonal
         * stays; the weighted adjustment of Israel, Rosenthal and Wei as the R package ctmcd computes it (the paper
         * spreads a part over the diagonal, too).
         */
        WEIGHTED_ADJUSTMENT,
        /**
         * Each row becomes the nearest one, by the sum of squares, that a generator can have; a row that is one already
         * stays. What Kreinin and Sidelnikova (2001) call quasi-optimisation aims at it.
         */
        NEAREST
    }

    /**
     * A generator by its rows.
     *
     * @param grades the names of the grades, the last one the end
     * @param rates the intensities a year; off the diagonal finite and at least 0; rows add up to 0 to within 1e-9 and
     *     their diagonal is set so that they do exactly; the last row is all 0
     * @return the generator
     * @throws IllegalArgumentException if a row is none of a generator
     */
    public static Generator of(List<String> grades, double[][] rates) {
        List<String> names = TransitionMatrix.names(grades);
        int n = names.size();
        if (rates.length != n) {
            throw new IllegalArgumentException("rates must have one row a grade, " + n + ", found " + rates.length);
        }
        double[][] kept = SquareMatrix.copy(rates);
        for (int i = 0; i < n; i++) {
            if (kept[i].length != n) {
                throw new IllegalArgumentException(
                        "row " + names.get(i) + " must have " + n + " rates, found " + kept[i].length);
            }
            double given = kept[i][i];
            double exits = exits(kept[i], i, names.get(i));
            if (!(Math.abs(given + exits) <= ROW_TOLERANCE * Math.max(1, exits))) {
                throw new IllegalArgumentException(
                        "row " + names.get(i) + " must add up to 0, found " + (given + exits));
            }
            kept[i][i] = exits == 0 ? 0 : -exits;
        }
        if (kept[n - 1][n - 1] != 0) {
            throw new IllegalArgumentException("the last grade, " + names.get(n - 1) + ", must not be left");
        }
        return new Generator(names, kept);
    }

    private static double exits(double[] row, int self, String name) {
        double exits = 0;
        for (int j = 0; j < row.length; j++) {
            if (j != self) {
                if (!(row[j] >= 0) || row[j] == Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException(
                            "row " + name + " must have rates that are finite and at least 0, found " + row[j]);
                }
                exits += row[j];
            }
        }
        return exits;
    }

    /**
     * The generator of a matrix: its logarithm over the period in years, made a generator where it isn't one.
     *
     * @param matrix the matrix of one period
     * @param regularisation what to do with elements off the diagonal that are below 0
     * @return the generator; its matrix equals the given one if nothing had to be changed
     * @throws IllegalArgumentException if the matrix has no principal logarithm
     */
    public static Generator from(TransitionMatrix matrix, Regularisation regularisation) {
        requireNonNull(regularisation, "regularisation");
        double[][] log = logarithm(matrix);
        for (int i = 0; i < log.length; i++) {
            switch (regularisation) {
                case DIAGONAL_ADJUSTMENT -> adjustDiagonal(log[i], i);
                case WEIGHTED_ADJUSTMENT -> adjustByWeight(log[i], i);
                case NEAREST -> nearest(log[i], i);
            }
        }
        return of(matrix.grades(), log);
    }

    /** The logarithm a year, before regularisation; an absorbing grade's row is exactly 0. */
    static double[][] logarithm(TransitionMatrix matrix) {
        double years = matrix.period().in(CalendarUnit.YEAR);
        double[][] log = SquareMatrix.logarithm(matrix.toArray());
        for (int i = 0; i < log.length; i++) {
            for (int j = 0; j < log.length; j++) {
                log[i][j] = matrix.isAbsorbing(i) ? 0 : log[i][j] / years;
            }
        }
        return log;
    }

    private static void adjustDiagonal(double[] row, int self) {
        double exits = 0;
        for (int j = 0; j < row.length; j++) {
            if (j != self) {
                row[j] = Math.max(0, row[j]);
                exits += row[j];
            }
        }
        row[self] = -exits;
    }

    private static void adjustByWeight(double[] row, int self) {
        double good = 0;
        double bad = 0;
        for (int j = 0; j < row.length; j++) {
            if (j != self) {
                good += Math.max(0, row[j]);
                bad += Math.max(0, -row[j]);
            }
        }
        double kept = good > bad ? (good - bad) / good : 0;
        for (int j = 0; j < row.length; j++) {
            if (j != self) {
                row[j] = Math.max(0, row[j]) * kept;
            }
        }
        row[self] = Math.min(0, bad - good);
    }

    /** The projection of a row on the rows with sum 0 and no element off the diagonal below 0. */
    private static void nearest(double[] row, int self) {
        int n = row.length;
        double[] sorted = new double[n - 1];
        for (int j = 0, at = 0; j < n; j++) {
            if (j != self) {
                sorted[at++] = row[j];
            }
        }
        Arrays.sort(sorted);
        // Elements above the level stay, less the level; the diagonal always stays.
        double sum = row[self];
        double level = sum;
        for (int kept = 1; kept < n; kept++) {
            double next = sorted[n - 1 - kept];
            if (next <= level) {
                break;
            }
            sum += next;
            level = sum / (kept + 1);
        }
        for (int j = 0; j < n; j++) {
            row[j] = j == self ? row[j] - level : Math.max(0, row[j] - level);
        }
    }

    /** {@return the names of the grades, the last one the end} */
    public List<String> grades() {
        return grades;
    }

    /**
     * An intensity.
     *
     * @param from the place of the grade that is left
     * @param to the place of the grade that is entered
     * @return the intensity a year; on the diagonal minus the sum of the others
     */
    public double rate(int from, int to) {
        return rates[from][to];
    }

    /** {@return the rows, a copy} */
    public double[][] toArray() {
        return SquareMatrix.copy(rates);
    }

    /**
     * The matrix after a time.
     *
     * @param time how long, above 0
     * @return e^(Q t) with that period
     */
    public TransitionMatrix matrix(Horizon time) {
        if (!(time.length() > 0)) {
            throw new IllegalArgumentException("time must be above 0, found " + time.length());
        }
        return TransitionMatrix.computed(grades, time, SquareMatrix.exponential(rates, time.in(CalendarUnit.YEAR)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Generator that && grades.equals(that.grades) && Arrays.deepEquals(rates, that.rates);
    }

    @Override
    public int hashCode() {
        return 31 * grades.hashCode() + Arrays.deepHashCode(rates);
    }

    /** {@return the names of the grades} */
    @Override
    public String toString() {
        return "Generator" + grades;
    }
}
