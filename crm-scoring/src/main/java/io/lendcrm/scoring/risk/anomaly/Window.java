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
        if (byClient) {
            clients.merge(client, 1, Integer::sum);
        }
    }

    void forget(long now, long length) {
        while (size > 0 && now - times[first] >= length) {
            if (byClient) {
                clients.computeIfPresent(who[first], (client, left) -> left == 1 ? null : left - 1);
            }
            first = (first + 1) & (times.length - 1);
            size--;
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

    /** Summed anew, so that nothing of what was forgotten stays behind in the digits. */
    double amount() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += amounts[(first + i) & (times.length - 1)];
        }
        return sum;
    }
}
