package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.Fingerprint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each value of a feature came with a good and with a bad outcome: all that any method of binning needs to know
 * of a column. Counts of parts {@linkplain #merge merge} into the counts of the whole, so that a book kept in several
 * places is binned as one; with whole weights exactly. Holds three numbers a distinct value. Immutable and thread-safe.
 */
public final class ValueCounts {

    private final Feature feature;
    private final double[] values;
    private final double[] good;
    private final double[] bad;
    private final double missingGood;
    private final double missingBad;

    private ValueCounts(
            Feature feature, double[] values, double[] good, double[] bad, double missingGood, double missingBad) {
        this.feature = feature;
        this.values = values;
        this.good = good;
        this.bad = bad;
        this.missingGood = missingGood;
        this.missingBad = missingBad;
    }

    /**
     * Counts a column.
     *
     * @param feature what the values mean
     * @param column the values, {@code NaN} where missing
     * @param outcome true where the event happened
     * @return the counts
     * @throws IllegalArgumentException if a value is infinite or the lengths differ
     */
    public static ValueCounts of(Feature feature, double[] column, boolean[] outcome) {
        return of(feature, column, outcome, null);
    }

    static ValueCounts of(Feature feature, double[] column, boolean[] outcome, double @Nullable [] weights) {
        requireNonNull(feature, "feature");
        if (column.length != outcome.length) {
            throw new IllegalArgumentException("outcome must be as long as column " + feature.name() + ", "
                    + column.length + " rows, found " + outcome.length);
        }
        return weights == null ? counted(feature, column, outcome) : weighed(feature, column, outcome, weights);
    }

    /** Sorts goods and bads apart, which is far faster than sorting rows, and goes through both at once. */
    private static ValueCounts counted(Feature feature, double[] column, boolean[] outcome) {
        double[] goods = new double[column.length];
        double[] bads = new double[column.length];
        int g = 0;
        int b = 0;
        int missingGood = 0;
        int missingBad = 0;
        for (int row = 0; row < column.length; row++) {
            double value = checked(feature, column[row]);
            if (Double.isNaN(value)) {
                if (outcome[row]) {
                    missingBad++;
                } else {
                    missingGood++;
                }
            } else if (outcome[row]) {
                bads[b++] = value;
            } else {
                goods[g++] = value;
            }
        }
        Arrays.sort(goods, 0, g);
        Arrays.sort(bads, 0, b);
        double[] values = new double[g + b];
        double[] good = new double[g + b];
        double[] bad = new double[g + b];
        int size = 0;
        for (int i = 0, j = 0; i < g || j < b; size++) {
            double value = j == b || (i < g && goods[i] <= bads[j]) ? goods[i] : bads[j];
            values[size] = value;
            for (; i < g && goods[i] == value; i++) {
                good[size]++;
            }
            for (; j < b && bads[j] == value; j++) {
                bad[size]++;
            }
        }
        return new ValueCounts(
                feature,
                Arrays.copyOf(values, size),
                Arrays.copyOf(good, size),
                Arrays.copyOf(bad, size),
                missingGood,
                missingBad);
    }

    private static ValueCounts weighed(Feature feature, double[] column, boolean[] outcome, double[] weights) {
        double[] values = Arrays.stream(column)
                .map(value -> checked(feature, value))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        double[] good = new double[values.length];
        double[] bad = new double[values.length];
        double missingGood = 0;
        double missingBad = 0;
        for (int row = 0; row < column.length; row++) {
            double value = column[row] + 0.0;
            if (Double.isNaN(value)) {
                missingGood += outcome[row] ? 0 : weights[row];
                missingBad += outcome[row] ? weights[row] : 0;
            } else {
                (outcome[row] ? bad : good)[Arrays.binarySearch(values, value)] += weights[row];
            }
        }
        return new ValueCounts(feature, values, good, bad, missingGood, missingBad);
    }

    /** Adding 0 makes -0 a plain 0: they are one value, but sort apart. */
    private static double checked(Feature feature, double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(feature.name() + " must be finite or NaN for missing, found " + value);
        }
        return value + 0.0;
    }

    /**
     * The counts of both.
     *
     * @param other counts of the same feature
     * @return the sums, value by value
     * @throws IllegalArgumentException if it is another feature
     */
    public ValueCounts merge(ValueCounts other) {
        if (!other.feature.equals(feature)) {
            throw new IllegalArgumentException("counts to merge must be of " + feature.name() + ", found "
                    + other.feature.name() + " or a change of it");
        }
        int most = values.length + other.values.length;
        double[] all = new double[most];
        double[] allGood = new double[most];
        double[] allBad = new double[most];
        int size = 0;
        for (int i = 0, j = 0; i < values.length || j < other.values.length; size++) {
            boolean here = j == other.values.length || (i < values.length && values[i] <= other.values[j]);
            all[size] = here ? values[i] : other.values[j];
            if (i < values.length && values[i] == all[size]) {
                allGood[size] += good[i];
                allBad[size] += bad[i++];
            }
            if (j < other.values.length && other.values[j] == all[size]) {
                allGood[size] += other.good[j];
                allBad[size] += other.bad[j++];
            }
        }
        return new ValueCounts(
                feature,
                Arrays.copyOf(all, size),
                Arrays.copyOf(allGood, size),
                Arrays.copyOf(allBad, size),
                missingGood + other.missingGood,
                missingBad + other.missingBad);
    }

    /** {@return what was counted} */
    public Feature feature() {
        return feature;
    }

    /** {@return how many distinct values there are, missing aside} */
    public int distinct() {
        return values.length;
    }

    /**
     * A distinct value.
     *
     * @param index from 0, ascending
     * @return the value; for levels their position, {@link Feature#UNSEEN} first if it occurs
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * The goods of a value.
     *
     * @param index as for {@link #value}
     * @return their number, or sum of weights
     */
    public double good(int index) {
        return good[index];
    }

    /**
     * The bads of a value.
     *
     * @param index as for {@link #value}
     * @return their number, or sum of weights
     */
    public double bad(int index) {
        return bad[index];
    }

    /** {@return the goods whose value is missing} */
    public double missingGood() {
        return missingGood;
    }

    /** {@return the bads whose value is missing} */
    public double missingBad() {
        return missingBad;
    }

    /** {@return all goods} */
    public double totalGood() {
        return missingGood + Arrays.stream(good).sum();
    }

    /** {@return all bads} */
    public double totalBad() {
        return missingBad + Arrays.stream(bad).sum();
    }

    /** The values to be cut, these special ones (ascending) left out; arrays are shared if there are none. */
    Cells cells(double[] specials) {
        int size = 0;
        double[][] kept = {values, good, bad};
        if (specials.length > 0) {
            kept = new double[][] {values.clone(), good.clone(), bad.clone()};
            for (int i = 0; i < values.length; i++) {
                if (Arrays.binarySearch(specials, values[i]) < 0) {
                    kept[0][size] = values[i];
                    kept[1][size] = good[i];
                    kept[2][size++] = bad[i];
                }
            }
            for (int k = 0; k < kept.length; k++) {
                kept[k] = Arrays.copyOf(kept[k], size);
            }
        }
        return new Cells(kept[0], kept[1], kept[2], false, totalGood(), totalBad());
    }

    /** What tells these counts from any others, whatever parts they were merged from. */
    String fingerprint() {
        return Fingerprint.empty()
                .add(feature.name())
                .add(values)
                .add(good)
                .add(bad)
                .add(missingGood, missingBad)
                .hex();
    }

    /** {@return the feature's name and how many distinct values} */
    @Override
    public String toString() {
        return "ValueCounts[" + feature.name() + ", " + values.length + " distinct values]";
    }
}
