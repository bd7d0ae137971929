package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The distinct rows of a table with how often each stands there, in an order of their own, so that neither a million
 * equal clients nor the order of the table make a difference.
 */
final class MixedRows {

    /** The code of a level that its feature lacks: it matches nothing. */
    static final int UNSEEN = -1;

    final int n;
    final int p;
    final int q;
    final double[] x;
    final int[] code;
    final int[] weight;

    /** The first code of each nominal feature, and the number of codes behind. */
    final int[] firstCode;

    final double gamma;

    private MixedRows(int p, int q, double[] x, int[] code, int[] weight, int[] firstCode, double gamma) {
        this.n = weight.length;
        this.p = p;
        this.q = q;
        this.x = x;
        this.code = code;
        this.weight = weight;
        this.firstCode = firstCode;
        this.gamma = gamma;
    }

    /** The rows of a table, with a weight of mismatches yet to be told. */
    static MixedRows of(FeatureTable table, MixedPreparation preparation) {
        int rows = table.rows();
        int p = preparation.numbers().length;
        int q = preparation.levels().length;
        double[] x = new double[Math.multiplyExact(rows, p)];
        int[] code = new int[Math.multiplyExact(rows, q)];
        int[] firstCode = new int[q + 1];
        boolean[] isKnown = new boolean[rows];
        for (int j = 0; j < p; j++) {
            int at = preparation.numbers()[j];
            for (int i = 0; i < rows; i++) {
                double value = table.value(i, at);
                isKnown[i] |= !Double.isNaN(value);
                x[i * p + j] = preparation.coordinate(j, value) + 0.0; // so that -0.0 and 0.0 are one value
            }
        }
        for (int j = 0; j < q; j++) {
            int at = preparation.levels()[j];
            firstCode[j + 1] = Math.addExact(firstCode[j], preparation.levelsOf(at));
            for (int i = 0; i < rows; i++) {
                double value = table.value(i, at);
                isKnown[i] |= !Double.isNaN(value);
                double level = preparation.level(j, value);
                code[i * q + j] = level >= 0 ? firstCode[j] + (int) level : UNSEEN;
            }
        }
        for (int i = 0; i < rows; i++) {
            if (!isKnown[i]) {
                throw new FitException(
                        KPrototypesModel.TYPE,
                        "row " + (i + 1) + " has no known value, so that it is near to nobody",
                        "leaving such rows out");
            }
        }
        return new MixedRows(p, q, x, code, ones(rows), firstCode, 1).distinct();
    }

    MixedRows withGamma(double newGamma) {
        return new MixedRows(p, q, x, code, weight, firstCode, newGamma);
    }

    /** Half the mean variance of the coordinates; 1 if they don't vary. */
    double halfMeanVariance() {
        double all = total();
        CompensatedSum variances = new CompensatedSum();
        for (int j = 0; j < p; j++) {
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < n; i++) {
                sum.add(weight[i] * x[i * p + j]);
            }
            double mean = sum.value() / all;
            for (int i = 0; i < n; i++) {
                double difference = x[i * p + j] - mean;
                variances.add(weight[i] * (difference * difference) / all);
            }
        }
        double half = variances.value() / p / 2;
        return half > 0 ? half : 1;
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Equal rows taken together, sorted by their values. */
    private MixedRows distinct() {
        int[] slots = new int[Integer.highestOneBit(Math.max(2, n)) << 2];
        int[] first = new int[n];
        int[] count = new int[n];
        int found = 0;
        for (int i = 0; i < n; i++) {
            int slot = hash(i) & (slots.length - 1);
            while (slots[slot] != 0 && compare(first[slots[slot] - 1], i) != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            if (slots[slot] == 0) {
                first[found] = i;
                slots[slot] = ++found;
            }
            count[slots[slot] - 1]++;
        }
        Integer[] order = new Integer[found];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> compare(first[a], first[b]));
        int[] rows = Arrays.stream(order).mapToInt(i -> first[i]).toArray();
        return select(rows, Arrays.stream(order).mapToInt(i -> count[i]).toArray());
    }

    private int hash(int row) {
        int hash = 1;
        for (int j = row * p; j < (row + 1) * p; j++) {
            hash = 31 * hash + Double.hashCode(x[j]);
        }
        for (int j = row * q; j < (row + 1) * q; j++) {
            hash = 31 * hash + code[j];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private int compare(int a, int b) {
        int numbers = Arrays.compare(x, a * p, (a + 1) * p, x, b * p, (b + 1) * p);
        return numbers != 0 ? numbers : Arrays.compare(code, a * q, (a + 1) * q, code, b * q, (b + 1) * q);
    }

    private MixedRows select(int[] rows, int[] weights) {
        double[] chosen = new double[rows.length * p];
        int[] codes = new int[rows.length * q];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(x, rows[i] * p, chosen, i * p, p);
            System.arraycopy(code, rows[i] * q, codes, i * q, q);
        }
        return new MixedRows(p, q, chosen, codes, weights, firstCode, gamma);
    }

    /** So many rows drawn without replacement, in the order of these; each keeps its weight. */
    MixedRows sample(int size, SplittableRandom random) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(n - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        int[] drawn = Arrays.copyOf(all, size);
        Arrays.sort(drawn);
        return select(drawn, Arrays.stream(drawn).map(i -> weight[i]).toArray());
    }

    int codes() {
        return firstCode[q];
    }

    /** How many rows of the table these are. */
    long total() {
        return Arrays.stream(weight).asLongStream().sum();
    }

    double squared(int row, double[] centres, int cluster) {
        double sum = 0;
        int from = row * p;
        int to = cluster * p;
        for (int j = 0; j < p; j++) {
            double difference = x[from + j] - centres[to + j];
            sum += difference * difference;
        }
        return sum;
    }

    int mismatches(int row, int[] modes, int cluster) {
        int mismatches = 0;
        int from = row * q;
        int to = cluster * q;
        for (int j = 0; j < q; j++) {
            mismatches += code[from + j] == modes[to + j] ? 0 : 1;
        }
        return mismatches;
    }
}
