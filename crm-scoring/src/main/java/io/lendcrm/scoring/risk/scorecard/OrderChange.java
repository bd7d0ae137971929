package io.lendcrm.scoring.risk.scorecard;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What other scores change in the order of goods and bads, pair by pair: a pair is worth 1 where the good is ahead, 1/2 where
 * both are level, 0 where it is behind. The area under the curve is the mean worth, so it changes by {@link #given()} less
 * {@link #taken()}.
 *
 * @param taken what pairs lost, of all pairs
 * @param given what pairs won, of all pairs
 */
record OrderChange(double taken, double given) {

    /** In n log n: bads in ascending order of the first scores, counting the goods behind them by their second scores. */
    static OrderChange between(double[] before, double[] after, boolean[] bad) {
        int[] goods = ascending(before, bad, false);
        int[] bads = ascending(before, bad, true);
        double[] places =
                Arrays.stream(goods).mapToDouble(i -> after[i]).sorted().toArray();
        Tally behind = new Tally(places.length);
        Tally notAhead = new Tally(places.length);
        long twiceTaken = 0;
        long twiceGiven = 0;
        int nextBehind = 0;
        int nextNotAhead = 0;
        for (int b : bads) {
            for (; nextBehind < goods.length && before[goods[nextBehind]] < before[b]; nextBehind++) {
                behind.add(first(places, after[goods[nextBehind]]));
            }
            for (; nextNotAhead < goods.length && before[goods[nextNotAhead]] <= before[b]; nextNotAhead++) {
                notAhead.add(first(places, after[goods[nextNotAhead]]));
            }
            int from = first(places, after[b]);
            int to = first(places, Math.nextUp(after[b]));
            int aheadBelow = from - notAhead.below(from);
            int aheadLevel = to - notAhead.below(to) - aheadBelow;
            int levelBelow = notAhead.below(from) - behind.below(from);
            int behindAbove = nextBehind - behind.below(to);
            int behindLevel = behind.below(to) - behind.below(from);
            int levelAbove = nextNotAhead - notAhead.below(to) - behindAbove;
            twiceTaken += 2L * aheadBelow + aheadLevel + levelBelow;
            twiceGiven += 2L * behindAbove + behindLevel + levelAbove;
        }
        double pairs = (double) goods.length * bads.length;
        return new OrderChange(twiceTaken / 2.0 / pairs, twiceGiven / 2.0 / pairs);
    }

    private static int[] ascending(double[] scores, boolean[] bad, boolean which) {
        return IntStream.range(0, bad.length)
                .filter(i -> bad[i] == which)
                .boxed()
                .sorted((i, j) -> Double.compare(scores[i], scores[j]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How many places are below a value. */
    private static int first(double[] places, double value) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Counts by place, summed up in a binary indexed tree (Fenwick 1994). */
    private static final class Tally {
        private final int[] counts;

        Tally(int places) {
            counts = new int[places + 1];
        }

        void add(int place) {
            for (int i = place + 1; i < counts.length; i += i & -i) {
                counts[i]++;
            }
        }

        int below(int place) {
            int sum = 0;
            for (int i = place; i > 0; i -= i & -i) {
                sum += counts[i];
            }
            return sum;
        }
    }
}
