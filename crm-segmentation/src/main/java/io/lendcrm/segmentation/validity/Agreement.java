package io.lendcrm.segmentation.validity;

import java.util.Arrays;

/**
 * How alike two clusterings of the same rows are, whatever their clusters are called. All four are 1 for the same
 * clusters; the adjusted ones are about 0 for clusterings by chance and can be below. Immutable and thread-safe.
 *
 * @param rand the share of pairs of rows that both put together or both put apart, in [0, 1] (Rand, JASA 66, 1971)
 * @param adjustedRand that, less what chance would give, on the scale where all is 1 (Hubert and Arabie, J.
 *     Classification 2, 1985)
 * @param normalizedInformation mutual information by the mean of the two entropies, in [0, 1]
 * @param adjustedInformation that, less what chance would give to both (Vinh, Epps and Bailey, JMLR 11, 2010)
 */
public record Agreement(double rand, double adjustedRand, double normalizedInformation, double adjustedInformation) {

    public Agreement {
        for (double index : new double[] {rand, adjustedRand, normalizedInformation, adjustedInformation}) {
            if (!(index <= 1) || index == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("indices must be finite and 1 at most, found " + index);
            }
        }
    }

    /**
     * Compares two clusterings.
     *
     * @param one the cluster of each row
     * @param other the cluster of each row in the other clustering
     * @return the four indices
     * @throws IllegalArgumentException if they aren't of as many rows, or of fewer than two
     */
    public static Agreement of(Labels one, Labels other) {
        int n = one.rows();
        if (n != other.rows() || n < 2) {
            throw new IllegalArgumentException(
                    "labels must be of the same two rows or more, found " + n + " and " + other.rows());
        }
        int[] a = sizes(one);
        int[] b = sizes(other);
        long[] cells = new long[n];
        Arrays.setAll(cells, i -> (long) one.cluster(i) * other.bound() + other.cluster(i));
        Arrays.sort(cells);
        double together = 0;
        double information = 0;
        int filled = 0;
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && cells[to] == cells[from]) {
                to++;
            }
            double common = to - from;
            double left = one.size((int) (cells[from] / other.bound()));
            double right = other.size((int) (cells[from] % other.bound()));
            together += pairs(common);
            information += common / n * Math.log(n * common / (left * right));
            filled++;
        }
        if (filled == a.length && filled == b.length) {
            return new Agreement(1, 1, 1, 1); // the same but for names; also where 0 / 0 would stand below
        }
        double all = pairs(n);
        double inOne = Arrays.stream(a).mapToDouble(Agreement::pairs).sum();
        double inOther = Arrays.stream(b).mapToDouble(Agreement::pairs).sum();
        double chance = inOne * inOther / all;
        double entropy = (entropy(a, n) + entropy(b, n)) / 2;
        double expected = expectedInformation(a, b, n);
        return new Agreement(
                (all + 2 * together - inOne - inOther) / all,
                (together - chance) / ((inOne + inOther) / 2 - chance),
                Math.max(0, Math.min(1, information / entropy)), // rounding aside, it is within
                (information - expected) / (entropy - expected));
    }

    private static int[] sizes(Labels labels) {
        int[] sizes = new int[labels.clusters()];
        int at = 0;
        for (int c = 0; c < labels.bound(); c++) {
            if (labels.size(c) > 0) {
                sizes[at++] = labels.size(c);
            }
        }
        return sizes;
    }

    private static double pairs(double rows) {
        return rows * (rows - 1) / 2;
    }

    private static double entropy(int[] sizes, int n) {
        double sum = 0;
        for (int size : sizes) {
            sum -= (double) size / n * Math.log((double) size / n);
        }
        return sum;
    }

    /** Over all pairs of clusterings with these sizes, by the hypergeometric law of each cell. */
    private static double expectedInformation(int[] a, int[] b, int n) {
        double[] logFactorial = new double[n + 1];
        double dropped = 0;
        for (int i = 2; i <= n; i++) { // Kahan's sum, so that the last is as good as the first
            double term = Math.log(i) - dropped;
            logFactorial[i] = logFactorial[i - 1] + term;
            dropped = (logFactorial[i] - logFactorial[i - 1]) - term;
        }
        double sum = 0;
        for (int x : a) {
            for (int y : b) {
                double fixed =
                        logFactorial[x] + logFactorial[y] + logFactorial[n - x] + logFactorial[n - y] - logFactorial[n];
                for (int c = Math.max(1, x + y - n); c <= Math.min(x, y); c++) {
                    double log = fixed
                            - logFactorial[c]
                            - logFactorial[x - c]
                            - logFactorial[y - c]
                            - logFactorial[n - x - y + c];
                    sum += (double) c / n * Math.log((double) n * c / ((double) x * y)) * Math.exp(log);
                }
            }
        }
        return sum;
    }
}
