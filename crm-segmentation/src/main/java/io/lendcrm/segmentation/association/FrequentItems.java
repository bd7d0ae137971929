package io.lendcrm.segmentation.association;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The frequent items of baskets by rank, the rarest first (ties by text), and each basket's ranks ascending. Immutable.
 */
final class FrequentItems {

    final int baskets;
    final int least;
    final int[] item;
    final int[] count;
    final int[] starts;
    final int[] ranks;

    FrequentItems(Baskets all, int least, IntPredicate wanted) {
        this.baskets = all.size();
        this.least = least;
        int[] counts = all.counts();
        this.item = IntStream.range(0, counts.length)
                .filter(i -> counts[i] >= least && wanted.test(i))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> counts[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        this.count = Arrays.stream(item).map(i -> counts[i]).toArray();
        int[] rank = new int[counts.length];
        Arrays.fill(rank, -1);
        for (int r = 0; r < item.length; r++) {
            rank[item[r]] = r;
        }
        this.starts = new int[baskets + 1];
        int[] flat = new int[Math.toIntExact(Arrays.stream(count).asLongStream().sum())];
        int size = 0;
        for (int b = 0; b < baskets; b++) {
            for (int p = all.start(b); p < all.start(b + 1); p++) {
                int r = rank[all.code(p)];
                if (r >= 0) {
                    flat[size++] = r;
                }
            }
            Arrays.sort(flat, starts[b], size);
            starts[b + 1] = size;
        }
        this.ranks = flat;
    }

    int size() {
        return item.length;
    }

    /** The part of cells of the table baskets × items that are set. */
    double density() {
        return size() == 0 ? 0 : (double) ranks.length / ((double) baskets * size());
    }
}
