package io.lendcrm.scoring.risk.binning;

import java.util.Arrays;
import java.util.Optional;

/**
 * The partition of pre-bins into bins with the greatest information value that keeps the rules, by dynamic programming over
 * the last bin (over the last two where a rule looks at three neighbours) and, if the number of bins is bounded, their
 * number. With n pre-bins O(n³) steps, O(n⁴) for convex and concave, times the bound on the number. Of equal values the first
 * found is kept, so that the answer is always the same.
 */
final class PartitionSearch {

    /** Rates of three neighbours within this of a line count as on it. */
    static final double STRAIGHT = 1e-12;

    private final PreBins bins;
    private final PartitionRules rules;
    private final int n;
    private final double leastSquare;
    private final boolean[][] allowed;
    private final boolean bounded;
    private final int layers;

    private PartitionSearch(PreBins bins, PartitionRules rules) {
        this.bins = bins;
        this.rules = rules;
        this.n = bins.size();
        this.leastSquare = PreBins.leastSquare(rules.maxPValue());
        this.bounded = rules.maxBins() < n;
        this.layers = bounded ? rules.maxBins() : 1;
        this.allowed = new boolean[n][n + 1];
        for (int from = 0; from < n; from++) {
            for (int to = from + 1; to <= n; to++) {
                allowed[from][to] = bins.broken(rules, from, to).isEmpty();
            }
        }
    }

    /**
     * A partition.
     *
     * @param starts the first pre-bin of each bin
     * @param iv its information value
     */
    @SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
    record Partition(int[] starts, double iv) {}

    /** The best partition; empty if none keeps the rules, not even a single bin. */
    static Optional<Partition> best(PreBins bins, PartitionRules rules) {
        PartitionSearch search = new PartitionSearch(bins, rules);
        return rules.trend().isOfThree() ? search.byThree() : search.byTwo();
    }

    /** Whether a bin may follow another, the trend aside. */
    private boolean follows(int from, int middle, int to) {
        return allowed[middle][to] && bins.differ(leastSquare, from, middle, to);
    }

    // Neighbours by two. A state is (bins so far, phase, first pre-bin of the last bin, its end); phase 1 is past the
    // turn.

    private Optional<Partition> byTwo() {
        int phases = rules.trend() == Trend.PEAK || rules.trend() == Trend.VALLEY ? 2 : 1;
        double[][][][] best = new double[layers][phases][n][n + 1];
        int[][][][] previous = new int[layers][phases][n][n + 1];
        for (double[][][] layer : best) {
            for (double[][] phase : layer) {
                for (double[] row : phase) {
                    Arrays.fill(row, Double.NEGATIVE_INFINITY);
                }
            }
        }
        for (int to = 1; to <= n; to++) {
            if (allowed[0][to]) {
                best[0][0][0][to] = bins.iv(0, to);
                previous[0][0][0][to] = -1;
            }
        }
        for (int layer = bounded ? 1 : 0; layer < layers; layer++) {
            int before = bounded ? layer - 1 : 0;
            for (int middle = 1; middle < n; middle++) {
                for (int to = middle + 1; to <= n; to++) {
                    for (int from = 0; from < middle && allowed[middle][to]; from++) {
                        if (follows(from, middle, to)) {
                            step(best, previous, before, layer, from, middle, to);
                        }
                    }
                }
            }
        }
        return read(best, previous, phases);
    }

    private void step(double[][][][] best, int[][][][] previous, int before, int layer, int from, int middle, int to) {
        double left = bins.rate(from, middle);
        double right = bins.rate(middle, to);
        double gain = bins.iv(middle, to);
        for (int phase = 0; phase < best[before].length; phase++) {
            double value = best[before][phase][from][middle] + gain;
            for (int next = phase; next < best[before].length; next++) {
                if (value > best[layer][next][middle][to] && keeps(next, left, right)) {
                    best[layer][next][middle][to] = value;
                    previous[layer][next][middle][to] = from * 2 + phase;
                }
            }
        }
    }

    private boolean keeps(int phase, double left, double right) {
        return switch (rules.trend()) {
            case ASCENDING -> left <= right;
            case DESCENDING -> left >= right;
            case PEAK -> phase == 0 ? left <= right : left >= right;
            case VALLEY -> phase == 0 ? left >= right : left <= right;
            default -> true;
        };
    }

    private Optional<Partition> read(double[][][][] best, int[][][][] previous, int phases) {
        double most = Double.NEGATIVE_INFINITY;
        int[] end = new int[3];
        for (int layer = 0; layer < layers; layer++) {
            for (int phase = 0; phase < phases; phase++) {
                for (int from = 0; from < n; from++) {
                    if (best[layer][phase][from][n] > most) {
                        most = best[layer][phase][from][n];
                        end = new int[] {layer, phase, from};
                    }
                }
            }
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        int[] starts = new int[n];
        int first = n;
        int layer = end[0];
        int phase = end[1];
        int from = end[2];
        int to = n;
        while (true) {
            starts[--first] = from;
            int step = previous[layer][phase][from][to];
            if (step < 0) {
                return Optional.of(new Partition(Arrays.copyOfRange(starts, first, n), most));
            }
            to = from;
            from = step / 2;
            phase = step % 2;
            layer -= bounded ? 1 : 0;
        }
    }

    // Neighbours by three. A state is (bins so far, first pre-bin of the last but one bin, of the last, its end); a
    // single
    // bin stands as the last with no other before it, in place [0][0].

    private Optional<Partition> byThree() {
        double[][][][] best = new double[layers][n][n][];
        int[][][][] previous = new int[layers][n][n][];
        for (int layer = 0; layer < layers; layer++) {
            for (int from = 0; from < n; from++) {
                for (int middle = from; middle < n; middle++) {
                    best[layer][from][middle] = new double[n + 1];
                    previous[layer][from][middle] = new int[n + 1];
                    Arrays.fill(best[layer][from][middle], Double.NEGATIVE_INFINITY);
                }
            }
        }
        for (int to = 1; to <= n; to++) {
            if (allowed[0][to]) {
                best[0][0][0][to] = bins.iv(0, to);
            }
        }
        for (int layer = bounded ? 1 : 0; layer < layers; layer++) {
            int before = bounded ? layer - 1 : 0;
            for (int middle = 1; middle < n; middle++) {
                for (int to = middle + 1; to <= n; to++) {
                    for (int from = 0; from < middle && allowed[middle][to]; from++) {
                        if (follows(from, middle, to)) {
                            stepByThree(best, previous, before, layer, from, middle, to);
                        }
                    }
                }
            }
        }
        return readByThree(best, previous);
    }

    private void stepByThree(
            double[][][][] best, int[][][][] previous, int before, int layer, int from, int middle, int to) {
        double gain = bins.iv(middle, to);
        double twice = 2 * bins.rate(from, middle) - bins.rate(middle, to);
        for (int start = 0; start <= from; start++) {
            boolean alone = from == 0;
            if (start == from && !alone) {
                continue;
            }
            double value = best[before][start][from][middle] + gain;
            double bend = alone ? 0 : twice - bins.rate(start, from);
            boolean keeps = rules.trend() == Trend.CONCAVE ? bend >= -STRAIGHT : bend <= STRAIGHT;
            if (keeps && value > best[layer][from][middle][to]) {
                best[layer][from][middle][to] = value;
                previous[layer][from][middle][to] = start;
            }
        }
    }

    private Optional<Partition> readByThree(double[][][][] best, int[][][][] previous) {
        double most = Double.NEGATIVE_INFINITY;
        int[] end = new int[3];
        for (int layer = 0; layer < layers; layer++) {
            for (int from = 0; from < n; from++) {
                for (int middle = from; middle < n; middle++) {
                    if (best[layer][from][middle][n] > most) {
                        most = best[layer][from][middle][n];
                        end = new int[] {layer, from, middle};
                    }
                }
            }
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        int[] starts = new int[n];
        int first = n;
        int layer = end[0];
        int from = end[1];
        int middle = end[2];
        int to = n;
        while (middle > 0) {
            starts[--first] = middle;
            int start = previous[layer][from][middle][to];
            to = middle;
            middle = from;
            from = start;
            layer -= bounded ? 1 : 0;
        }
        starts[--first] = 0;
        return Optional.of(new Partition(Arrays.copyOfRange(starts, first, n), most));
    }
}
