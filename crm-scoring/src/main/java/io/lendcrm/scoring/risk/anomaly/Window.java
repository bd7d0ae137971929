package io.lendcrm.scoring.risk.anomaly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What happened of late under one key: a ring of times, amounts and clients. Not thread-safe; confine to one thread. */
final class Window {

    private final boolean byClient;
    private final Map<String, Integer> clients = new HashMap<>(2);
    private long[] times = new long[4];
    private double[] amounts = new double[4];
    private String[] who = new String[4];
    private int first;
    private int size;
    private double sum;
    private double lost;

    Window(boolean byClient) {
        this.byClient = byClient;
    }

    /** Forgets what is as old as the window or older, and takes in one more. */
    void add(long now, long length, double amount, String client) {
        forget(now, length);
        if (size == times.length) {
            grow();
        }
        int at = (first + size) & (times.length - 1);
        times[at] = now;
        amounts[at] = amount;
        who[at] = client;
        size++;
        sum(amount);
        if (byClient) {
            clients.merge(client, 1, Integer::sum);
        }
    }

    void forget(long now, long length) {
        while (size > 0 && now - times[first] >= length) {
            if (byClient) {
                clients.computeIfPresent(who[first], (client, left) -> left == 1 ? null : left - 1);
            }
            sum(-amounts[first]);
            first = (first + 1) & (times.length - 1);
            size--;
        }
        if (size == 0) {
            sum = 0;
            lost = 0;
        }
    }

    private void grow() {
        int length = times.length;
        times = Arrays.copyOf(times, 2 * length);
        amounts = Arrays.copyOf(amounts, 2 * length);
        who = Arrays.copyOf(who, 2 * length);
        System.arraycopy(times, 0, times, length, first);
        System.arraycopy(amounts, 0, amounts, length, first);
        System.arraycopy(who, 0, who, length, first);
    }

    int count() {
        return size;
    }

    int clients() {
        return clients.size();
    }

    double amount() {
        return sum + lost;
    }

    /** In twice a double's digits (Knuth's exact sum of two), so that what is forgotten leaves no trace in the sum. */
    private void sum(double amount) {
        double next = sum + amount;
        double of = next - sum;
        lost += (sum - (next - of)) + (amount - of);
        sum = next;
    }
}
