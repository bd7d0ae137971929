package io.lendcrm.scoring.value.survival;

import java.util.Arrays;

/**
 * How well risks rank the clients: of all pairs of which it is known who ended first, in how many that one had the
 * greater risk (Harrell's C). 0.5 is a coin's; 1 is perfect. Pairs that end at the same moment don't count. Immutable
 * and thread-safe.
 *
 * @param concordant pairs in which the first to end had the greater risk
 * @param discordant pairs in which it had the smaller one
 * @param tied pairs with the same risk
 */
public record Concordance(long concordant, long discordant, long tied) {

    public Concordance {
        if (concordant < 0 || discordant < 0 || tied < 0) {
            throw new IllegalArgumentException(
                    "pairs must be at least 0, found " + concordant + ", " + discordant + " and " + tied);
        }
    }

    /**
     * Counts pairs, in time proportional to n log n.
     *
     * @param data the durations
     * @param risks a number for each row that is greater for those expected to end sooner
     * @return the pairs
     */
    public static Concordance of(SurvivalData data, double[] risks) {
        if (risks.length != data.rows()) {
            throw new IllegalArgumentException("risks must have " + data.rows() + " rows, found " + risks.length);
        }
        for (int i = 0; i < risks.length; i++) {
            if (Double.isNaN(risks[i])) {
                throw new IllegalArgumentException("risk of row " + i + " must be a number, found NaN");
            }
        }
        double[] levels =
                Arrays.stream(risks).map(r -> r + 0.0).sorted().distinct().toArray();
        int[] rank = Arrays.stream(risks)
                .mapToInt(r -> Arrays.binarySearch(levels, r + 0.0))
                .toArray();
        Counts counts = new Counts(levels.length);
        int[] byTime = data.latestFirst();
        int[] byEntry = data.lastToEnterFirst();
        long[] pairs = new long[3];
        int removed = 0;
        for (int i = 0; i < byTime.length; ) {
            double time = data.time(byTime[i]);
            int from = i;
            for (; i < byTime.length && data.time(byTime[i]) == time; i++) {
                if (!data.ended(byTime[i])) {
                    counts.add(rank[byTime[i]], 1);
                }
            }
            for (; removed < byEntry.length && data.entry(byEntry[removed]) >= time; removed++) {
                counts.add(rank[byEntry[removed]], -1);
            }
            for (int k = from; k < i; k++) {
                int own = rank[byTime[k]];
                if (data.ended(byTime[k])) {
                    long below = counts.below(own);
                    long upTo = counts.below(own + 1);
                    pairs[0] += below;
                    pairs[1] += counts.total - upTo;
                    pairs[2] += upTo - below;
                }
            }
            for (int k = from; k < i; k++) {
                if (data.ended(byTime[k])) {
                    counts.add(rank[byTime[k]], 1);
                }
            }
        }
        return new Concordance(pairs[0], pairs[1], pairs[2]);
    }

    /** {@return the share of concordant pairs, ties counted half; 0.5 where no pair can be compared} */
    public double index() {
        double pairs = (double) concordant + discordant + tied;
        return pairs == 0 ? 0.5 : (concordant + tied / 2.0) / pairs;
    }

    /** Counts by rank, with sums of the ranks below (Fenwick 1994). */
    private static final class Counts {
        private final long[] tree;
        private long total;

        Counts(int size) {
            tree = new long[size + 1];
        }

        void add(int rank, int count) {
            total += count;
            for (int k = rank + 1; k < tree.length; k += k & -k) {
                tree[k] += count;
            }
        }

        long below(int rank) {
            long sum = 0;
            for (int k = rank; k > 0; k -= k & -k) {
                sum += tree[k];
            }
            return sum;
        }
    }
}
