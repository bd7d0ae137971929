package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.CalendarUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Purchase summaries of many clients in columns, with the unit of their times and a weight each (how many clients share
 * the row). Immutable and thread-safe.
 */
public final class PurchaseSummaries {

    private final CalendarUnit unit;
    private final int[] frequency;
    private final double[] recency;
    private final double[] age;
    private final double[] weight;
    private final double[] spend;
    private final double[] logIntervals;

    private PurchaseSummaries(
            CalendarUnit unit,
            int[] frequency,
            double[] recency,
            double[] age,
            double[] weight,
            double[] spend,
            double[] logIntervals) {
        this.unit = unit;
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.weight = weight;
        this.spend = spend;
        this.logIntervals = logIntervals;
    }

    /**
     * Summaries of these columns, each checked as {@link PurchaseSummary} checks.
     *
     * @param unit the unit of the times
     * @param frequency repeat purchases
     * @param recency times of the last purchase
     * @param age times to the end of observation
     * @param weight how many clients share the row, above 0; empty for 1 each
     * @param spend mean amount of the repeat purchases, finite, 0 where there were none; empty if unknown
     * @return the summaries
     * @throws IllegalArgumentException if lengths differ or a row is impossible; the message names the row
     */
    public static PurchaseSummaries of(
            CalendarUnit unit, int[] frequency, double[] recency, double[] age, double[] weight, double[] spend) {
        requireNonNull(unit, "unit");
        int rows = frequency.length;
        requireLength("recency", recency.length, rows);
        requireLength("age", age.length, rows);
        double[] weights = weight.length == 0 ? filled(rows) : weight.clone();
        requireLength("weight", weights.length, rows);
        if (spend.length != 0) {
            requireLength("spend", spend.length, rows);
        }
        for (int i = 0; i < rows; i++) {
            try {
                new PurchaseSummary(frequency[i], recency[i], age[i]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("row " + (i + 1) + ": " + e.getMessage(), e);
            }
            if (!(weights[i] > 0) || weights[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + ": weight must be finite and above 0, found " + weights[i]);
            }
            if (spend.length != 0 && !Double.isFinite(spend[i])) {
                throw new IllegalArgumentException("row " + (i + 1) + ": spend must be finite, found " + spend[i]);
            }
        }
        return new PurchaseSummaries(
                unit, frequency.clone(), recency.clone(), age.clone(), weights, spend.clone(), new double[0]);
    }

    /**
     * Summaries of these columns, one client a row and of unknown amounts.
     *
     * @param unit the unit of the times
     * @param frequency repeat purchases
     * @param recency times of the last purchase
     * @param age times to the end of observation
     * @return the summaries
     * @throws IllegalArgumentException if lengths differ or a row is impossible; the message names the row
     */
    public static PurchaseSummaries of(CalendarUnit unit, int[] frequency, double[] recency, double[] age) {
        return of(unit, frequency, recency, age, new double[0], new double[0]);
    }

    /**
     * The same clients with equal rows put together: rows are equal if all their numbers but the weight are. They stand
     * where the first of them stood, and weigh as much as all of them.
     *
     * @return as many clients in fewer rows
     */
    public PurchaseSummaries compressed() {
        RowGroups groups = RowGroups.of(this);
        int rows = groups.count();
        double[] weights = new double[rows];
        int[] x = new int[rows];
        double[] tx = new double[rows];
        double[] t = new double[rows];
        double[] m = new double[hasSpend() ? rows : 0];
        double[] l = new double[hasLogIntervals() ? rows : 0];
        for (int row = size() - 1; row >= 0; row--) {
            int to = groups.of(row);
            x[to] = frequency[row];
            tx[to] = recency[row];
            t[to] = age[row];
            if (hasSpend()) {
                m[to] = spend[row];
            }
            if (hasLogIntervals()) {
                l[to] = logIntervals[row];
            }
        }
        for (int row = 0; row < size(); row++) {
            weights[groups.of(row)] += weight[row];
        }
        return new PurchaseSummaries(unit, x, tx, t, weights, m, l);
    }

    /** {@return the same rows without amounts, for models of frequency alone} */
    public PurchaseSummaries withoutSpend() {
        return new PurchaseSummaries(unit, frequency, recency, age, weight, new double[0], logIntervals);
    }

    /**
     * The same rows with the regularity of their purchases: models of regular purchases compare by it.
     *
     * @param sums for each row the sum over its x repeat purchases of the natural logarithm of the time since the purchase
     *     before, in {@link #unit()}s; finite, 0 where there were none, and at most {@code x ln(t_x / x)}
     * @return the summaries
     * @throws IllegalArgumentException if lengths differ or a sum is impossible; the message names the row
     */
    public PurchaseSummaries withLogIntervals(double[] sums) {
        requireLength("logIntervals", sums.length, size());
        for (int i = 0; i < sums.length; i++) {
            int x = frequency[i];
            double most = x == 0 ? 0 : x * Math.log(recency[i] / x); // intervals of equal length
            double rounding = 1e-9 * (1 + Math.abs(most));
            if (!Double.isFinite(sums[i]) || !(sums[i] <= most + rounding) || x == 0 && sums[i] != 0) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + ": logIntervals must be finite and at most x ln(t_x/x)=" + most
                                + ", and 0 where x is 0, found " + sums[i]);
            }
        }
        return new PurchaseSummaries(unit, frequency, recency, age, weight, spend, sums.clone());
    }

    /** {@return whether the sums of the logarithms of the times between purchases are known} */
    public boolean hasLogIntervals() {
        return logIntervals.length != 0;
    }

    /**
     * A row's sum of the logarithms of the times between its purchases.
     *
     * @param row from 0
     * @return the sum, 0 where there was one purchase
     * @throws IllegalStateException if the times between are unknown
     */
    public double logIntervals(int row) {
        if (!hasLogIntervals()) {
            throw new IllegalStateException("these summaries hold no times between purchases");
        }
        return logIntervals[row];
    }

    /** {@return the unit of the times} */
    public CalendarUnit unit() {
        return unit;
    }

    /** {@return how many rows} */
    public int size() {
        return frequency.length;
    }

    /** {@return how many clients: the sum of the weights} */
    public double clients() {
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        return sum;
    }

    /** {@return whether mean amounts are known} */
    public boolean hasSpend() {
        return spend.length != 0;
    }

    /**
     * A row's repeat purchases x.
     *
     * @param row from 0
     * @return how many
     */
    public int frequency(int row) {
        return frequency[row];
    }

    /**
     * A row's time of the last purchase t_x.
     *
     * @param row from 0
     * @return the time in {@link #unit()}s
     */
    public double recency(int row) {
        return recency[row];
    }

    /**
     * A row's time to the end of observation T.
     *
     * @param row from 0
     * @return the time in {@link #unit()}s
     */
    public double age(int row) {
        return age[row];
    }

    /**
     * How many clients share a row.
     *
     * @param row from 0
     * @return the weight
     */
    public double weight(int row) {
        return weight[row];
    }

    /**
     * A row's mean amount of the repeat purchases.
     *
     * @param row from 0
     * @return the amount, 0 where there were none
     * @throws IllegalStateException if amounts are unknown
     */
    public double spend(int row) {
        if (!hasSpend()) {
            throw new IllegalStateException("these summaries hold no amounts");
        }
        return spend[row];
    }

    /**
     * A row as a value.
     *
     * @param row from 0
     * @return the summary
     */
    public PurchaseSummary summary(int row) {
        return new PurchaseSummary(frequency[row], recency[row], age[row]);
    }

    /** Equal if unit and all columns are, the order of the rows included. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurchaseSummaries that
                && unit == that.unit
                && Arrays.equals(frequency, that.frequency)
                && Arrays.equals(recency, that.recency)
                && Arrays.equals(age, that.age)
                && Arrays.equals(weight, that.weight)
                && Arrays.equals(spend, that.spend)
                && Arrays.equals(logIntervals, that.logIntervals);
    }

    @Override
    public int hashCode() {
        int hash = 31 * unit.hashCode() + Arrays.hashCode(frequency);
        hash = 31 * hash + Arrays.hashCode(recency);
        hash = 31 * hash + Arrays.hashCode(age);
        hash = 31 * hash + Arrays.hashCode(weight);
        hash = 31 * hash + Arrays.hashCode(spend);
        return 31 * hash + Arrays.hashCode(logIntervals);
    }

    /** {@return how many rows, and their unit} */
    @Override
    public String toString() {
        return "PurchaseSummaries[" + size() + " rows, times in " + unit + "]";
    }

    private static double[] filled(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void requireLength(String column, int found, int rows) {
        if (found != rows) {
            throw new IllegalArgumentException(column + " must have " + rows + " rows, found " + found);
        }
    }
}
