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
        int blocks = (points.n + Lloyd.BLOCK - 1) / Lloyd.BLOCK;
        run.each(blocks, block -> {
            int to = Math.min(points.n, (block + 1) * Lloyd.BLOCK);
            for (int i = block * Lloyd.BLOCK; i < to; i++) {
                squared[i] = Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double distance = points.squaredDistance(i, centres, c * d);
                    if (distance < squared[i]) {
                        squared[i] = distance;
                        label[i] = c;
                    }
                }
            }
        });
        Clusters clusters = new Clusters(new double[k][], new long[k], new double[k], new double[k]);
        for (int own : label) {
            clusters.sizes[own]++;
        }
        for (int c = 0; c < k; c++) {
            clusters.centres[c] = Arrays.copyOfRange(centres, c * d, (c + 1) * d);
            clusters.takeStock(c, label, squared, outsideQuantile);
        }
        return clusters;
    }

    private void takeStock(int cluster, int[] label, double[] squared, double outsideQuantile) {
        double[] own = new double[(int) sizes[cluster]];
        CompensatedSum sum = new CompensatedSum();
        int at = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] == cluster) {
                own[at++] = squared[i];
                sum.add(squared[i]);
            }
        }
        Arrays.sort(own);
        within[cluster] = sum.value();
        limits[cluster] = own.length == 0 ? 0 : Math.sqrt(own[(int) Math.ceil(outsideQuantile * own.length) - 1]);
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
