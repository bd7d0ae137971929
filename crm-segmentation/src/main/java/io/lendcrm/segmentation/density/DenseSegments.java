package io.lendcrm.segmentation.density;

import java.util.Arrays;

/**
 * The chosen clusters in their order, the largest first.
 */
final class DenseSegments {

    private final int[] segmentOf;
    private final long[] sizes;
    private final double[] birth;
    private final double[] end;
    private final double[] stability;

    /**
     * @param segmentOf each row's segment, {@link ClusteredRows#NOISE} for none; empty where a model is read
     * @param sizes clients
     * @param birth the reach at which each segment appeared, above that at which it ended
     * @param end the reach at which it ended
     * @param stability as the tree has it
     */
    DenseSegments(int[] segmentOf, long[] sizes, double[] birth, double[] end, double[] stability) {
        this.segmentOf = segmentOf;
        this.sizes = sizes;
        this.birth = birth;
        this.end = end;
        this.stability = stability;
    }

    int[] segmentOf() {
        return segmentOf;
    }

    long[] sizes() {
        return sizes;
    }

    double[] birth() {
        return birth;
    }

    double[] end() {
        return end;
    }

    double[] stability() {
        return stability;
    }

    static DenseSegments of(CondensedTree tree, DistinctRows rows) {
        int[] chosen = tree.chosen();
        int[] number = new int[tree.clusters];
        int[] cluster = new int[tree.clusters];
        int count = 0;
        for (int c = 0; c < tree.clusters; c++) {
            if (chosen[c] == c) {
                cluster[count] = c;
                number[c] = count++;
            }
        }
        int[] segmentOf = new int[rows.rows()];
        long[] found = new long[count];
        for (int i = 0; i < segmentOf.length; i++) {
            int own = chosen[tree.last[i]];
            segmentOf[i] = own < 0 ? ClusteredRows.NOISE : number[own];
            if (own >= 0) {
                found[number[own]] += rows.clients()[i];
            }
        }
        int[] rank = Assigner.rank(found, segmentOf, rows);
        long[] sizes = new long[count];
        double[] birth = new double[count];
        double[] end = new double[count];
        double[] stability = new double[count];
        for (int s = 0; s < count; s++) {
            sizes[rank[s]] = found[s];
            birth[rank[s]] = tree.birth[cluster[s]];
            end[rank[s]] = tree.end[cluster[s]];
            stability[rank[s]] = tree.stability[cluster[s]];
        }
        for (int i = 0; i < segmentOf.length; i++) {
            segmentOf[i] = segmentOf[i] < 0 ? ClusteredRows.NOISE : rank[segmentOf[i]];
        }
        return new DenseSegments(segmentOf, sizes, birth, end, stability);
    }

    /** Every figure that isn't as it must be is refused. */
    DenseSegments checked() {
        for (int s = 0; s < sizes.length; s++) {
            if (sizes[s] < 1 || !(end[s] > 0) || !(birth[s] >= end[s]) || !(stability[s] >= 0)) {
                throw new IllegalArgumentException(
                        "a cluster must have clients, 0 < end <= birth and stability >= 0, found " + sizes[s] + ", "
                                + end[s] + ", " + birth[s] + " and " + stability[s]);
            }
        }
        return this;
    }

    /** {@return the sizes} */
    @Override
    public String toString() {
        return "DenseSegments" + Arrays.toString(sizes);
    }
}
