package io.lendcrm.scoring.likelihood;

import io.lendcrm.core.feature.Fingerprint;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A book of clients with equal rows merged into one and their weights added, ordered by count, then first, then second
 * time or amount. The arrays are not copied and not to be changed. What is fitted to these depends neither on the order
 * of the clients nor on how often a row was repeated or weighted. A likelihood tabulates what depends on one column
 * alone, as columns have far fewer values than rows.
 *
 * @param count how many purchases
 * @param first which of the values of {@code firstValues} each row holds
 * @param second which of the values of {@code secondValues} each row holds
 * @param weight how many clients share each row
 * @param firstValues the distinct values of the first column in ascending order
 * @param secondValues the distinct values of the second column in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // working data of a fit, compared nowhere
public record DistinctRows(
        int[] count, int[] first, int[] second, double[] weight, double[] firstValues, double[] secondValues) {

    /**
     * The distinct rows of columns of equal length, no number negative.
     *
     * @param count how many purchases
     * @param first the first column
     * @param second the second column
     * @param weight how many clients share each row
     * @return the rows
     */
    public static DistinctRows of(int[] count, double[] first, double[] second, double[] weight) {
        Merged merged = new Merged();
        for (int row = 0; row < count.length; row++) {
            merged.add(count[row], first[row] + 0.0, second[row] + 0.0, weight[row]);
        }
        return merged.sorted();
    }

    /** {@return how many distinct rows} */
    public int size() {
        return count.length;
    }

    /** {@return how many clients: the sum of the weights} */
    public double clients() {
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        return sum;
    }

    /** {@return how many clients, for people: 3 rather than 3.0} */
    public String clientsText() {
        return BigDecimal.valueOf(clients()).stripTrailingZeros().toPlainString();
    }

    /**
     * A row's first value.
     *
     * @param row from 0
     * @return the value, not its place
     */
    public double first(int row) {
        return firstValues[first[row]];
    }

    /**
     * A row's second value.
     *
     * @param row from 0
     * @return the value, not its place
     */
    public double second(int row) {
        return secondValues[second[row]];
    }

    /** {@return the mean count} */
    public double meanCount() {
        double mean = 0;
        double clients = clients();
        for (int row = 0; row < size(); row++) {
            mean += weight[row] / clients * count[row];
        }
        return mean;
    }

    /** {@return the mean of the first column} */
    public double meanFirst() {
        double mean = 0;
        double clients = clients();
        for (int row = 0; row < size(); row++) {
            mean += weight[row] / clients * first(row);
        }
        return mean;
    }

    /** {@return the variance of the counts, the whole book taken for the population} */
    public double varianceOfCount() {
        double variance = 0;
        double clients = clients();
        double mean = meanCount();
        for (int row = 0; row < size(); row++) {
            variance += weight[row] / clients * (count[row] - mean) * (count[row] - mean);
        }
        return variance;
    }

    /** {@return Pearson's correlation of the count and the first column; 0 where one of them doesn't vary} */
    public double correlation() {
        double meanCount = meanCount();
        double meanFirst = meanFirst();
        double scale = firstValues[firstValues.length - 1];
        double xx = 0;
        double xz = 0;
        double zz = 0;
        for (int row = 0; row < size(); row++) {
            double x = count[row] - meanCount;
            double z = (first(row) - meanFirst) / scale;
            xx += weight[row] * x * x;
            xz += weight[row] * x * z;
            zz += weight[row] * z * z;
        }
        return xx > 0 && zz > 0 ? xz / Math.sqrt(xx * zz) : 0;
    }

    /**
     * The fingerprint of the rows.
     *
     * @param names what distinguishes these columns from others of equal numbers
     * @return the SHA-256 in hexadecimal
     */
    public String fingerprint(String... names) {
        Fingerprint fingerprint = Fingerprint.empty();
        for (String name : names) {
            fingerprint.add(name);
        }
        return fingerprint
                .add(count)
                .add(firstValues)
                .add(first)
                .add(secondValues)
                .add(second)
                .add(weight)
                .hex();
    }

    /** A hash table of rows in order of first appearance. */
    private static final class Merged {

        private int[] count = new int[1024];
        private double[] first = new double[1024];
        private double[] second = new double[1024];
        private double[] weight = new double[1024];
        private int[] slots = emptySlots(1024);
        private int size;

        void add(int x, double u, double v, double w) {
            int slot = slot(x, u, v);
            if (slots[slot] >= 0) {
                weight[slots[slot]] += w;
                return;
            }
            if (size == count.length) {
                grow();
                slot = slot(x, u, v);
            }
            slots[slot] = size;
            count[size] = x;
            first[size] = u;
            second[size] = v;
            weight[size++] = w;
        }

        private int slot(int x, double u, double v) {
            long mixed = (Double.doubleToRawLongBits(u) * 0x9E3779B97F4A7C15L ^ Double.doubleToRawLongBits(v) ^ x)
                    * 0xD1B54A32D192ED03L;
            int mask = slots.length - 1;
            int slot = (int) ((mixed ^ mixed >>> 29) * 0x9E3779B97F4A7C15L >>> 32) & mask;
            for (int row; (row = slots[slot]) >= 0; slot = (slot + 1) & mask) {
                if (count[row] == x && first[row] == u && second[row] == v) {
                    break;
                }
            }
            return slot;
        }

        private void grow() {
            count = Arrays.copyOf(count, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
            slots = emptySlots(2 * size);
            for (int row = 0; row < size; row++) {
                slots[slot(count[row], first[row], second[row])] = row;
            }
        }

        private static int[] emptySlots(int rows) {
            int[] slots = new int[2 * rows];
            Arrays.fill(slots, -1);
            return slots;
        }

        DistinctRows sorted() {
            Ranks firsts = Ranks.of(Arrays.copyOf(first, size));
            Ranks seconds = Ranks.of(Arrays.copyOf(second, size));
            long[] keys = new long[size];
            for (int row = 0; row < size; row++) {
                keys[row] = (long) count[row] * firsts.size() + firsts.ofRow(row);
            }
            // Two columns are made one before the third comes in, so that a key can't exceed 62 bits.
            Ranks pairs = Ranks.of(keys);
            for (int row = 0; row < size; row++) {
                keys[row] = (long) pairs.ofRow(row) * seconds.size() + seconds.ofRow(row);
            }
            int[] place = Ranks.of(keys).ofRows();
            int[] counts = new int[size];
            int[] firstRanks = new int[size];
            int[] secondRanks = new int[size];
            double[] weights = new double[size];
            for (int row = 0; row < size; row++) {
                counts[place[row]] = count[row];
                firstRanks[place[row]] = firsts.ofRow(row);
                secondRanks[place[row]] = seconds.ofRow(row);
                weights[place[row]] = weight[row];
            }
            return new DistinctRows(counts, firstRanks, secondRanks, weights, firsts.toDoubles(), seconds.toDoubles());
        }
    }
}
