package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates how grades move from what rating histories add up to.
 *
 * <ul>
 *   <li>By cohorts: p_ij = N_ij / N_i from the grades at whole years. A default that was passed through within a year, or
 *       a grade from which nobody defaulted yet, is a 0.
 *   <li>By durations (D. Lando and T. M. Skødeberg, "Analyzing rating transitions and rating drift with continuous
 *       observations", Journal of Banking &amp; Finance 26, 2002): q_ij = moves from i to j / years at risk in i. Uses
 *       every move, and gives small probabilities where cohorts give 0.
 * </ul>
 *
 * <p>Withdrawn ratings: {@link Withdrawals#LEFT_OUT} takes them out of the cohort's denominator (and ends the years at
 * risk), as if they told nothing; {@link Withdrawals#STATE} makes an absorbing grade {@link #WITHDRAWN} of them, before
 * the last, so that they stay in the denominator and attrition has its probability. Immutable and thread-safe.
 *
 * @param method how to estimate
 * @param withdrawals what becomes of withdrawn ratings
 */
public record MigrationFitter(Method method, Withdrawals withdrawals)
        implements Fitter<MigrationCounts, MigrationModel> {

    /** The name of the grade that {@link Withdrawals#STATE} adds. */
    public static final String WITHDRAWN = "withdrawn";

    /** How to estimate. */
    public enum Method {
        /** From the grades at whole years. */
        COHORT,
        /** From every move and the time at risk. */
        DURATION
    }

    /** What becomes of withdrawn ratings. */
    public enum Withdrawals {
        /** They tell nothing. */
        LEFT_OUT,
        /** They are a grade of their own, which nobody leaves. */
        STATE
    }

    public MigrationFitter {
        requireNonNull(method, "method");
        requireNonNull(withdrawals, "withdrawals");
    }

    /** {@return the estimator by cohorts, withdrawals left out} */
    public static MigrationFitter byCohort() {
        return new MigrationFitter(Method.COHORT, Withdrawals.LEFT_OUT);
    }

    /** {@return the estimator by durations, withdrawals left out} */
    public static MigrationFitter byDuration() {
        return new MigrationFitter(Method.DURATION, Withdrawals.LEFT_OUT);
    }

    /**
     * The same with another treatment of withdrawn ratings.
     *
     * @param treatment what becomes of them
     * @return the fitter
     */
    public MigrationFitter withWithdrawals(Withdrawals treatment) {
        return new MigrationFitter(method, treatment);
    }

    /**
     * Estimates the matrix of a year and, by durations, the generator.
     *
     * @param data the counts
     * @param run whose clock dates the model
     * @return the model
     * @throws FitException if nobody was at risk in a grade
     */
    @Override
    public MigrationModel fit(MigrationCounts data, Run run) {
        List<String> grades = new ArrayList<>(data.grades());
        int end = grades.size() - 1;
        boolean asState = withdrawals == Withdrawals.STATE;
        if (asState) {
            grades.add(end, WITHDRAWN);
        }
        double[][] rows = new double[grades.size()][grades.size()];
        long moves = 0;
        long defaults = 0;
        for (int i = 0; i < end; i++) {
            double base = asState ? gone(data, i) : 0;
            for (int j = 0; j <= end; j++) {
                base += method == Method.COHORT ? data.cohortMoves(i, j) : 0;
                moves += i == j ? 0 : moved(data, i, j);
            }
            defaults += moved(data, i, end);
            double risk = method == Method.COHORT ? base : data.yearsAtRisk(i);
            if (!(risk > 0)) {
                throw new FitException(
                        MigrationModel.TYPE,
                        "nobody at risk in grade " + data.grades().get(i) + " among " + data.histories() + " histories",
                        "fewer grades or a longer observation");
            }
            row(data, i, risk, rows[i]);
        }
        ModelInfo info = ModelInfo.of(MigrationModel.TYPE, run, data.histories(), data.fingerprint())
                .withOptions(Map.of("method", word(method), "withdrawals", word(withdrawals)))
                .withDiagnostics(Map.of(
                        "moves", (double) moves, "defaults", (double) defaults, "horizonYears", data.horizonYears()));
        if (method == Method.DURATION) {
            return MigrationModel.of(Generator.of(grades, rows), info);
        }
        for (int i = end; i < rows.length; i++) {
            rows[i][i] = 1;
        }
        return MigrationModel.of(TransitionMatrix.of(grades, Horizon.years(1), rows), info);
    }

    /** Fills a row, probabilities or intensities, with the withdrawn in the place before the last. */
    private void row(MigrationCounts data, int from, double risk, double[] row) {
        int end = data.grades().size() - 1;
        double exits = 0;
        for (int j = 0; j <= end; j++) {
            if (method == Method.COHORT || j != from) {
                int place = j == end ? row.length - 1 : j;
                row[place] = moved(data, from, j) / risk;
                exits += row[place];
            }
        }
        if (withdrawals == Withdrawals.STATE) {
            row[end] = gone(data, from) / risk;
            exits += row[end];
        }
        if (method == Method.DURATION) {
            row[from] = -exits;
        }
    }

    private long moved(MigrationCounts data, int from, int to) {
        return method == Method.COHORT ? data.cohortMoves(from, to) : data.moves(from, to);
    }

    private long gone(MigrationCounts data, int from) {
        return method == Method.COHORT ? data.cohortWithdrawals(from) : data.withdrawals(from);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
