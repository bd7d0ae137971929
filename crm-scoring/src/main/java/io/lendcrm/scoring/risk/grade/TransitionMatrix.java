package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.Horizon;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The probabilities of moving from grade to grade within a period. Rows add up to 1. The last grade is the end, which
 * nobody leaves: default in a matrix of ratings. Other grades may be absorbing, too, such as withdrawn or left.
 * Immutable and thread-safe.
 */
public final class TransitionMatrix {

    private static final double ROW_TOLERANCE = 1e-9;

    private final List<String> grades;
    private final double[][] rows;
    private final Horizon period;

    private TransitionMatrix(List<String> grades, double[][] rows, Horizon period) {
        this.grades = grades;
        this.rows = rows;
        this.period = period;
    }

    /** Why a matrix isn't the one-period matrix of any generator (Israel, Rosenthal and Wei 2001). */
    public enum EmbeddingObstacle {
        /** The determinant isn't above 0. */
        DETERMINANT_NOT_POSITIVE,
        /** The determinant is above the product of the diagonal. */
        DETERMINANT_ABOVE_DIAGONAL,
        /** A grade can be reached from another in several periods, but not in one. */
        REACHED_ONLY_IN_STEPS
    }

    /**
     * A matrix by its rows.
     *
     * @param grades the names of the grades, at least two and distinct, the last one the end
     * @param period how long one step takes, above 0
     * @param rows for each grade the probabilities of the grades after the period, within [0, 1]; a row must add up to 1
     *     to within 1e-9 and is divided by its sum
     * @return the matrix
     * @throws IllegalArgumentException if a row isn't a distribution, the last grade can be left, or sizes differ
     */
    public static TransitionMatrix of(List<String> grades, Horizon period, double[][] rows) {
        List<String> names = names(grades);
        requireNonNull(period, "period");
        if (!(period.length() > 0)) {
            throw new IllegalArgumentException("period must be above 0, found " + period.length());
        }
        int n = names.size();
        if (rows.length != n) {
            throw new IllegalArgumentException("rows must be one a grade, " + n + ", found " + rows.length);
        }
        double[][] kept = SquareMatrix.copy(rows);
        for (int i = 0; i < n; i++) {
            normalise(kept[i], names, i);
        }
        if (kept[n - 1][n - 1] != 1) {
            throw new IllegalArgumentException("the last grade, " + names.get(n - 1)
                    + ", must be absorbing, found probability " + kept[n - 1][n - 1] + " of staying");
        }
        return new TransitionMatrix(names, kept, period);
    }

    /** A matrix that is stochastic by its making; only rounding is taken out. */
    static TransitionMatrix computed(List<String> grades, Horizon period, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = Math.max(0, rows[i][j]);
            }
            normalise(rows[i], grades, i);
        }
        return new TransitionMatrix(grades, rows, period);
    }

    static List<String> names(List<String> grades) {
        List<String> names = List.copyOf(grades);
        if (names.size() < 2) {
            throw new IllegalArgumentException("grades must be at least 2, found " + names.size());
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank() || !seen.add(name)) {
                throw new IllegalArgumentException("grades must be distinct and not blank, found \"" + name + "\"");
            }
        }
        return names;
    }

    private static void normalise(double[] row, List<String> grades, int from) {
        if (row.length != grades.size()) {
            throw new IllegalArgumentException(
                    "row " + grades.get(from) + " must have " + grades.size() + " probabilities, found " + row.length);
        }
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            if (!(row[j] >= 0 && row[j] <= 1 + ROW_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "row " + grades.get(from) + " must have probabilities within [0, 1], found " + row[j]);
            }
            row[j] = Math.min(1, row[j]);
            sum += row[j];
        }
        if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
            throw new IllegalArgumentException("row " + grades.get(from) + " must add up to 1, found " + sum);
        }
        if (Math.abs(sum - 1) > 4e-16 * row.length) { // else a stored row would change when read again
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
        }
    }

    /** {@return the names of the grades, the last one the end} */
    public List<String> grades() {
        return grades;
    }

    /** {@return how many grades there are, the end included} */
    public int size() {
        return rows.length;
    }

    /** {@return how long one step takes} */
    public Horizon period() {
        return period;
    }

    /**
     * The place of a grade.
     *
     * @param grade its name
     * @return its place from 0
     * @throws IllegalArgumentException if there is no such grade
     */
    public int indexOf(String grade) {
        return indexOf(grades, grade);
    }

    static int indexOf(List<String> grades, String grade) {
        int place = grades.indexOf(grade);
        if (place < 0) {
            throw new IllegalArgumentException("grade must be one of " + grades + ", found \"" + grade + "\"");
        }
        return place;
    }

    /**
     * A probability.
     *
     * @param from the place of the grade at the beginning
     * @param to the place of the grade at the end of the period
     * @return the probability
     */
    public double probability(int from, int to) {
        return rows[from][to];
    }

    /**
     * The probability of the end, of default in a matrix of ratings, within one period.
     *
     * @param grade the grade at the beginning
     * @return the probability, 1 for the end itself
     */
    public double defaultProbability(String grade) {
        return rows[indexOf(grade)][rows.length - 1];
    }

    /** {@return the rows, a copy} */
    public double[][] toArray() {
        return SquareMatrix.copy(rows);
    }

    /**
     * Whether nobody leaves a grade.
     *
     * @param grade the place of the grade
     * @return true if it stays with probability 1
     */
    public boolean isAbsorbing(int grade) {
        return rows[grade][grade] == 1;
    }

    /**
     * Several periods with the same probabilities.
     *
     * @param periods how many, at least 1
     * @return the matrix of all of them together
     */
    public TransitionMatrix power(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods must be at least 1, found " + periods);
        }
        Horizon whole = new Horizon(period.length() * periods, period.unit());
        return computed(grades, whole, SquareMatrix.power(rows, periods));
    }

    /**
     * This period and then another, with other probabilities: a time-inhomogeneous chain.
     *
     * @param next the matrix of the next period, with the same grades
     * @return the matrix of both together
     */
    public TransitionMatrix then(TransitionMatrix next) {
        if (!grades.equals(next.grades)) {
            throw new IllegalArgumentException("grades must be " + grades + ", found " + next.grades);
        }
        Horizon both = new Horizon(period.length() + next.period.in(period.unit()), period.unit());
        return computed(grades, both, SquareMatrix.times(rows, next.rows));
    }

    /**
     * What speaks against a generator: if anything does, {@link Generator#from} can only come near this matrix. The
     * conditions are necessary, not sufficient.
     *
     * @return the obstacles, empty if none was found
     */
    public Set<EmbeddingObstacle> embeddingObstacles() {
        Set<EmbeddingObstacle> found = EnumSet.noneOf(EmbeddingObstacle.class);
        double determinant = SquareMatrix.determinant(rows);
        double diagonal = 1;
        for (int i = 0; i < rows.length; i++) {
            diagonal *= rows[i][i];
        }
        if (!(determinant > 0)) {
            found.add(EmbeddingObstacle.DETERMINANT_NOT_POSITIVE);
        }
        if (determinant > diagonal * (1 + 1e-12)) {
            found.add(EmbeddingObstacle.DETERMINANT_ABOVE_DIAGONAL);
        }
        double[][] inSteps = SquareMatrix.power(rows, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                if (rows[i][j] == 0 && inSteps[i][j] > 0) {
                    found.add(EmbeddingObstacle.REACHED_ONLY_IN_STEPS);
                }
            }
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransitionMatrix that
                && grades.equals(that.grades)
                && period.equals(that.period)
                && java.util.Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * grades.hashCode() + java.util.Arrays.deepHashCode(rows);
    }

    /** {@return the grades with their probabilities of the end} */
    @Override
    public String toString() {
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            ends.add(grades.get(i) + "=" + rows[i][rows.length - 1]);
        }
        return "TransitionMatrix[" + period.length() + " " + period.unit() + ", " + ends + "]";
    }
}
