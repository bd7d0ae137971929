package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Cholesky;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether groups end at the same pace: at every moment the ends of a group are compared with its share of those at
 * risk. Immutable and thread-safe.
 *
 * <p>Source: Mantel 1966; Harrington and Fleming, Biometrika 69, 1982.
 *
 * @param groups the groups, in order of name
 * @param observed how many of each group ended, weighted
 * @param expected how many would have, were all alike, weighted
 * @param test that all are alike, with one degree of freedom less than groups
 */
public record LogRank(List<String> groups, List<Double> observed, List<Double> expected, ChiSquareTest test) {

    public LogRank {
        groups = List.copyOf(groups);
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
        requireNonNull(test, "test");
    }

    /**
     * The log-rank test, all moments weighing the same.
     *
     * @param data the durations
     * @param group the group of each row
     * @return the test
     * @throws FitException if there is one group only, or nothing to compare
     */
    public static LogRank of(SurvivalData data, List<String> group) {
        return weighted(data, group, 0);
    }

    /**
     * The test of Peto and Peto: moments weigh as many as are left by Kaplan–Meier, so that early ends count most.
     *
     * @param data the durations
     * @param group the group of each row
     * @return the test
     * @throws FitException if there is one group only, or nothing to compare
     */
    public static LogRank peto(SurvivalData data, List<String> group) {
        return weighted(data, group, 1);
    }

    private static LogRank weighted(SurvivalData data, List<String> group, double rho) {
        if (group.size() != data.rows()) {
            throw new IllegalArgumentException("group must have " + data.rows() + " rows, found " + group.size());
        }
        List<String> groups = List.copyOf(new TreeSet<>(group));
        int size = groups.size();
        if (size < 2) {
            throw new FitException("log-rank", "there is one group only, " + groups, "another grouping");
        }
        int[] code = group.stream().mapToInt(groups::indexOf).toArray();
        double[] observed = new double[size];
        double[] expected = new double[size];
        double[][] variance = new double[size][size];
        KaplanMeier all = KaplanMeier.of(data);
        double[] times = all.times();
        int[] byTime = data.latestFirst();
        int[] byEntry = data.lastToEnterFirst();
        int[] atRisk = new int[size];
        int added = 0;
        int removed = 0;
        for (int k = times.length - 1; k >= 0; k--) {
            int[] ended = new int[size];
            for (; added < byTime.length && data.time(byTime[added]) >= times[k]; added++) {
                int row = byTime[added];
                atRisk[code[row]]++;
                ended[code[row]] += data.ended(row) && data.time(row) == times[k] ? 1 : 0;
            }
            for (; removed < byEntry.length && data.entry(byEntry[removed]) >= times[k]; removed++) {
                atRisk[code[byEntry[removed]]]--;
            }
            double weight = rho == 0 ? 1 : Math.pow(k == 0 ? 1 : all.survival(times[k - 1]), rho);
            double n = all.atRisk(k);
            double d = all.ended(k);
            double spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < size; g++) {
                double share = atRisk[g] / n;
                observed[g] += weight * ended[g];
                expected[g] += weight * d * share;
                for (int h = 0; h < size; h++) {
                    variance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / n);
                }
            }
        }
        return new LogRank(groups, boxed(observed), boxed(expected), test(observed, expected, variance));
    }

    /** Of all groups but the last; a group that adds nothing is left out with its degree of freedom. */
    private static ChiSquareTest test(double[] observed, double[] expected, double[][] variance) {
        int size = observed.length - 1;
        double[] excess = new double[size];
        double[][] part = new double[size][size];
        for (int g = 0; g < size; g++) {
            excess[g] = observed[g] - expected[g];
            System.arraycopy(variance[g], 0, part[g], 0, size);
        }
        Cholesky root = Cholesky.of(part, 1e-12);
        double[] solved = root.solve(excess);
        double statistic = 0;
        int degrees = 0;
        for (int g = 0; g < size; g++) {
            degrees += root.dependent(g) ? 0 : 1;
            statistic += excess[g] * solved[g];
        }
        if (degrees == 0) {
            throw new FitException("log-rank", "no two groups are at risk together when rows end", "more rows");
        }
        return ChiSquareTest.of(Math.max(0, statistic), degrees);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> boxed = new ArrayList<>();
        for (double value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
