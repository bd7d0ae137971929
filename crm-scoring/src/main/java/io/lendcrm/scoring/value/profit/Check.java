package io.lendcrm.scoring.value.profit;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.Arrays;

/** What numbers must keep to, said once. */
final class Check {

    private Check() {}

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, found " + value);
        }
        return value;
    }

    static double amount(double value, String name) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, found " + value);
        }
        return value;
    }

    static double fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + value);
        }
        return value;
    }

    static double[] amounts(double[] values, int length, String name) {
        double[] kept = copy(values, length, name);
        for (int t = 0; t < kept.length; t++) {
            amount(kept[t], name + "[" + t + "]");
        }
        return kept;
    }

    static double[] fractions(double[] values, int length, String name) {
        double[] kept = copy(values, length, name);
        for (int t = 0; t < kept.length; t++) {
            fraction(kept[t], name + "[" + t + "]");
        }
        return kept;
    }

    static double[] finites(double[] values, int length, String name) {
        double[] kept = copy(values, length, name);
        for (int t = 0; t < kept.length; t++) {
            finite(kept[t], name + "[" + t + "]");
        }
        return kept;
    }

    static double[] filled(double value, int length) {
        double[] all = new double[length];
        Arrays.fill(all, value);
        return all;
    }

    static int periods(int periods) {
        if (periods < 1 || periods > 100_000) {
            throw new IllegalArgumentException("periods must be within [1, 100000], found " + periods);
        }
        return periods;
    }

    /** The length of a period in years. */
    static double years(Horizon period) {
        if (!(period.length() > 0)) {
            throw new IllegalArgumentException("period must be above 0, found " + period.length());
        }
        return period.in(CalendarUnit.YEAR);
    }

    private static double[] copy(double[] values, int length, String name) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must have " + length + " numbers, found " + values.length);
        }
        return values.clone();
    }
}
