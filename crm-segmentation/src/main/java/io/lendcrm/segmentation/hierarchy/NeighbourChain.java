package io.lendcrm.segmentation.hierarchy;

import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Merges of Ward's, complete and average linkage by chains of nearest neighbours: where two are each other's nearest, they
 * merge (Murtagh 1983), in O(n²) time. The distances of clusters follow from those of their parts (Lance and Williams 1967).
 */
final class NeighbourChain {

    private final int n;
    private final Linkage linkage;
    private final double[] distance;
    private final int[] size;
    private final int[] active;
    private int left;

    private NeighbourChain(Pairs pairs, Linkage linkage) {
        this.n = pairs.rows();
        this.linkage = linkage;
        this.distance = new double[n * (n - 1) / 2];
        this.size = new int[n];
        this.active = new int[n];
        this.left = n;
        Arrays.fill(size, 1);
        Arrays.setAll(active, i -> i);
    }

    static MergeList merges(Pairs pairs, Linkage linkage, Run run) {
        NeighbourChain chain = new NeighbourChain(pairs, linkage);
        run.each(chain.n - 1, i -> {
            for (int j = i + 1; j < chain.n; j++) {
                double between = pairs.between(i, j);
                chain.distance[chain.at(i, j)] = linkage == Linkage.WARD ? between * between : between;
            }
        });
        return chain.merges(run);
    }

    /** Where the distance of two is, the lesser place first. */
    private int at(int i, int j) {
        return i * (2 * n - i - 1) / 2 + j - i - 1;
    }

    private double between(int i, int j) {
        return distance[i < j ? at(i, j) : at(j, i)];
    }

    private MergeList merges(Run run) {
        MergeList merges = new MergeList(n);
        int[] chain = new int[n];
        int length = 0;
        while (merges.count() < n - 1) {
            if (length == 0) {
                chain[length++] = active[0];
                if (run.cancelled().getAsBoolean()) {
                    throw new CancellationException("the fit was cancelled");
                }
            }
            int top = chain[length - 1];
            int nearest = length > 1 ? chain[length - 2] : -1;
            double least = nearest < 0 ? Double.POSITIVE_INFINITY : between(top, nearest);
            for (int o = 0; o < left; o++) {
                int other = active[o];
                if (other != top && between(top, other) < least) {
                    least = between(top, other);
                    nearest = other;
                }
            }
            if (length > 1 && nearest == chain[length - 2]) {
                length -= 2;
                int a = Math.min(top, nearest);
                int b = Math.max(top, nearest);
                merges.add(a, b, linkage == Linkage.WARD ? Math.sqrt(least) : least);
                merge(a, b, least);
            } else {
                chain[length++] = nearest;
            }
        }
        return merges;
    }

    /** The second becomes both; the first is gone. */
    private void merge(int a, int b, double between) {
        int kept = 0;
        for (int o = 0; o < left; o++) {
            if (active[o] != a) {
                active[kept++] = active[o];
            }
        }
        left = kept;
        for (int o = 0; o < left; o++) {
            int other = active[o];
            if (other != b) {
                int at = other < b ? at(other, b) : at(b, other);
                distance[at] = merged(between(a, other), distance[at], between, size[a], size[b], size[other]);
            }
        }
        size[b] += size[a];
    }

    private double merged(double toA, double toB, double between, double a, double b, double other) {
        return switch (linkage) {
            case WARD -> Math.max(0, ((a + other) * toA + (b + other) * toB - other * between) / (a + b + other));
            case COMPLETE -> Math.max(toA, toB);
            case AVERAGE -> (a * toA + b * toB) / (a + b);
            case SINGLE -> Math.min(toA, toB);
        };
    }
}
