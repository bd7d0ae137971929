package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.time.CalendarUnit;
import java.util.Arrays;

/** The rows of a summary while it is read, in growing columns. Not thread-safe; confine to one thread. */
final class SummaryRows {

    private int size;
    private int[] frequency = new int[64];
    private double[] recency = new double[64];
    private double[] age = new double[64];
    private double[] spend = new double[64];
    private double[] weight = new double[64];

    void add(int x, double tx, double t, double mean, double clients) {
        if (size == frequency.length) {
            int capacity = size + (size >> 1);
            frequency = Arrays.copyOf(frequency, capacity);
            recency = Arrays.copyOf(recency, capacity);
            age = Arrays.copyOf(age, capacity);
            spend = Arrays.copyOf(spend, capacity);
            weight = Arrays.copyOf(weight, capacity);
        }
        frequency[size] = x;
        recency[size] = tx;
        age[size] = t;
        spend[size] = mean;
        weight[size++] = clients;
    }

    int size() {
        return size;
    }

    PurchaseSummaries in(CalendarUnit unit) {
        return PurchaseSummaries.of(
                unit,
                Arrays.copyOf(frequency, size),
                Arrays.copyOf(recency, size),
                Arrays.copyOf(age, size),
                Arrays.copyOf(weight, size),
                Arrays.copyOf(spend, size));
    }

    /** The rows with a repeat purchase. */
    SummaryRows repeaters() {
        SummaryRows repeaters = new SummaryRows();
        for (int row = 0; row < size; row++) {
            if (frequency[row] > 0) {
                repeaters.add(frequency[row], recency[row], age[row], spend[row], weight[row]);
            }
        }
        return repeaters;
    }
}
