package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The clusters of a fit: centres on the scale, and what their rows were like. */
final class Clusters {

    private final double[][] centres;
    private final long[] sizes;
    private final double[] within;
    private final double[] limits;

    /**
     * @param centres the centres
     * @param sizes how many rows each had
     * @param within each one's sum of squared distances
     * @param limits the distance beyond which a client counts as outside
     */
    Clusters(double[][] centres, long[] sizes, double[] within, double[] limits) {
        this.centres = centres;
        this.sizes = sizes;
        this.within = within;
        this.limits = limits;
    }

    double[][] centres() {
        return centres;
    }

    long[] sizes() {
        return sizes;
    }

    double[] within() {
        return within;
    }

    double[] limits() {
        return limits;
    }

    int k() {
        return centres.length;
    }

    /** Puts every row to its nearest centre and takes stock. */
    static Clusters of(Points points, double[] centres, double outsideQuantile, Run run) {
        int d = points.d;
        int k = centres.length / d;
        int[] label = new int[points.n];
        double[] squared = new double[points.n];
        int blocks = (points.tiles() + Lloyd.TILES - 1) / Lloyd.TILES;
        run.each(blocks, block -> {
            DistanceKernel kernel = new DistanceKernel(points, k);
            int to = Math.min(points.tiles(), (block + 1) * Lloyd.TILES);
            for (int tile = block * Lloyd.TILES; tile < to; tile++) {
                kernel.nearest(tile, centres);
                System.arraycopy(kernel.nearest, 0, label, tile * Points.TILE, points.rows(tile));
                System.arraycopy(kernel.least, 0, squared, tile * Points.TILE, points.rows(tile));
            }
        });
        Clusters clusters = new Clusters(new double[k][], new long[k], new double[k], new double[k]);
        double[][] members = members(k, label, squared);
        run.each(k, c -> {
            clusters.centres[c] = Arrays.copyOfRange(centres, c * d, (c + 1) * d);
            clusters.takeStock(c, members[c], outsideQuantile);
        });
        return clusters;
    }

    /** The squared distances of each cluster's rows, in the rows' order. */
    private static double[][] members(int k, int[] label, double[] squared) {
        int[] sizes = new int[k];
        for (int own : label) {
            sizes[own]++;
        }
        double[][] members = IntStream.of(sizes).mapToObj(double[]::new).toArray(double[][]::new);
        int[] filled = new int[k];
        for (int i = 0; i < label.length; i++) {
            members[label[i]][filled[label[i]]++] = squared[i];
        }
        return members;
    }

    private void takeStock(int cluster, double[] squared, double outsideQuantile) {
        CompensatedSum sum = new CompensatedSum();
        for (double own : squared) {
            sum.add(own);
        }
        sizes[cluster] = squared.length;
        within[cluster] = sum.value();
        limits[cluster] = squared.length == 0
                ? 0
                : Math.sqrt(OrderStatistic.of(squared, (int) Math.ceil(outsideQuantile * squared.length) - 1));
    }

    double totalWithin() {
        CompensatedSum sum = new CompensatedSum();
        for (double part : within) {
            sum.add(part);
        }
        return sum.value();
    }

    /** The largest first; equally large ones by their centres. */
    Clusters largestFirst() {
        Comparator<Integer> order = Comparator.<Integer>comparingLong(c -> -sizes[c])
                .thenComparing((a, b) -> Arrays.compare(centres[a], centres[b]));
        int[] by =
                IntStream.range(0, k()).boxed().sorted(order).mapToInt(c -> c).toArray();
        return new Clusters(
                IntStream.of(by).mapToObj(c -> centres[c]).toArray(double[][]::new),
                IntStream.of(by).mapToLong(c -> sizes[c]).toArray(),
                IntStream.of(by).mapToDouble(c -> within[c]).toArray(),
                IntStream.of(by).mapToDouble(c -> limits[c]).toArray());
    }
}
