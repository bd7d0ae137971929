package io.lendcrm.segmentation.evaluation;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Gamma;

/**
 * Whether the rates of groups differ by more than chance. Pearson's χ² = Σ (observed − expected)² / expected over clients with
 * and without the event. Where every expected count is at least 5 (Cochran, Biometrics 10, 1954) its distribution is χ²; else
 * p is (1 + how many simulated tables have at least that χ²) / 10,000, of 9,999 tables with the same totals (Hope, JRSS B 30,
 * 1968), which is exact for any counts. Immutable and thread-safe.
 *
 * @param chiSquared the statistic, at least 0
 * @param degrees the degrees of freedom: groups less 1
 * @param p the chance of that much or more if all groups are alike
 * @param simulated whether p comes from simulated tables
 */
public record PartitionTest(double chiSquared, int degrees, double p, boolean simulated) {

    private static final double LEAST_EXPECTED = 5;
    private static final int TABLES = 9_999;

    /** Rounding may not turn an equal table into a lesser one. */
    private static final double SLACK = 1 - 1e-12;

    public PartitionTest {
        if (!(chiSquared >= 0) || degrees < 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("chiSquared and degrees must be at least 0 and p within [0, 1], found "
                    + chiSquared + ", " + degrees + " and " + p);
        }
    }

    /**
     * Tests groups.
     *
     * @param groups clients and events of each
     * @param seed of the simulated tables
     * @return the test; p is 1 if there are fewer than two groups with clients, or all clients are alike
     */
    public static PartitionTest of(List<EventRate> groups, long seed) {
        List<EventRate> filled = groups.stream().filter(g -> g.clients() > 0).toList();
        long[] clients = filled.stream().mapToLong(EventRate::clients).toArray();
        long[] events = filled.stream().mapToLong(EventRate::events).toArray();
        long all = filled.stream().mapToLong(EventRate::clients).sum();
        long with = filled.stream().mapToLong(EventRate::events).sum();
        int degrees = Math.max(0, clients.length - 1);
        if (degrees == 0 || with == 0 || with == all) {
            return new PartitionTest(0, degrees, 1, false);
        }
        double statistic = statistic(clients, events, all, with);
        double rarer = (double) Math.min(with, all - with) / all;
        boolean simulated = filled.stream().anyMatch(g -> g.clients() * rarer < LEAST_EXPECTED);
        double p = simulated
                ? simulated(clients, all, with, statistic, new SplittableRandom(seed))
                : Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2);
        return new PartitionTest(statistic, degrees, Math.min(1, Math.max(0, p)), simulated);
    }

    private static double statistic(long[] clients, long[] events, long all, long with) {
        double rate = (double) with / all;
        double sum = 0;
        for (int g = 0; g < clients.length; g++) {
            double off = events[g] - clients[g] * rate;
            sum += off * off / clients[g];
        }
        return sum / (rate * (1 - rate));
    }

    private static double simulated(long[] clients, long all, long with, double least, SplittableRandom random) {
        int reached = 1;
        long[] drawn = new long[clients.length];
        for (int table = 0; table < TABLES; table++) {
            long left = all;
            long leftWith = with;
            for (int g = 0; g < clients.length; g++) {
                drawn[g] = Hypergeometric.draw(left, leftWith, clients[g], random);
                left -= clients[g];
                leftWith -= drawn[g];
            }
            reached += statistic(clients, drawn, all, with) >= least * SLACK ? 1 : 0;
        }
        return (double) reached / (TABLES + 1);
    }
}
