package io.lendcrm.segmentation.cluster;

/**
 * Hartigan's exchange (Hartigan 1975; the heart of Hartigan and Wong 1979, AS 136): a row moves from cluster a to b if
 * that lowers the within sum of squares, that is, if n_b/(n_b+1) · |x − c_b|² &lt; n_a/(n_a−1) · |x − c_a|², and both
 * centres move at once. Every optimum of these moves is one of Lloyd's, but not the other way round.
 */
final class SingleMoves {

    /** What a move must gain, as a part of what it costs, so that rounding can't move a row to and fro. */
    private static final double LEAST_GAIN = 1e-12;

    private final int n;
    private final int d;
    private final double[] x;

    SingleMoves(Points points) {
        this.n = points.n;
        this.d = points.d;
        this.x = points.toRows();
    }

    /** Goes through all rows until none moves, or so many times; true if any row moved. */
    boolean improve(Partition partition, int most) {
        boolean any = false;
        boolean moved = true;
        for (int pass = 0; pass < most && moved; pass++) {
            moved = false;
            for (int i = 0; i < n; i++) {
                moved |= move(partition, i);
            }
            any |= moved;
        }
        return any;
    }

    private boolean move(Partition partition, int row) {
        int from = partition.label[row];
        double[] centres = partition.centres;
        double size = partition.size[from];
        if (size <= 1) {
            return false;
        }
        double gain = size / (size - 1) * squaredDistance(row, centres, from * d);
        double least = Double.POSITIVE_INFINITY;
        int to = from;
        for (int c = 0; c < partition.k; c++) {
            double members = partition.size[c];
            if (c != from) {
                double cost = members / (members + 1) * squaredDistance(row, centres, c * d);
                if (cost < least) {
                    least = cost;
                    to = c;
                }
            }
        }
        if (!(least < gain * (1 - LEAST_GAIN))) {
            return false;
        }
        double joined = partition.size[to] + 1.0;
        for (int j = 0; j < d; j++) {
            double value = x[row * d + j];
            centres[from * d + j] -= (value - centres[from * d + j]) / (size - 1);
            centres[to * d + j] += (value - centres[to * d + j]) / joined;
        }
        partition.size[from]--;
        partition.size[to]++;
        partition.label[row] = to;
        return true;
    }

    private double squaredDistance(int row, double[] centres, int at) {
        double sum = 0;
        int from = row * d;
        for (int j = 0; j < d; j++) {
            double difference = x[from + j] - centres[at + j];
            sum += difference * difference;
        }
        return sum;
    }
}
