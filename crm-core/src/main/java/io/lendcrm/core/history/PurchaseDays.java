package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import java.util.Arrays;

/**
 * What a summary needs of each client's purchases, in arrays: the days, and in exact units the amounts of all and of the
 * first day. Neither depends on the order of the events. Not thread-safe; confine to one thread.
 */
final class PurchaseDays {

    final ClientIndex clients = new ClientIndex();
    final DaySets days = new DaySets();
    private long[] total = new long[16];
    private long[] onFirstDay = new long[16];
    private int scale;

    /** A purchase of {@code units} times ten to the minus {@code decimals}. */
    void add(ClientId client, int day, long units, int decimals) {
        long amount = rescaled(units, decimals);
        int row = row(client);
        add(row, day, amount, amount);
        days.add(row, day);
    }

    /** All of the others' purchases, as if each had been added after these. */
    void addAll(PurchaseDays other) {
        for (int row = 0; row < other.clients.size(); row++) {
            long all = rescaled(other.total[row], other.scale);
            long first = rescaled(other.onFirstDay[row], other.scale);
            int mine = row(other.clients.ids().get(row));
            add(mine, other.days.first(row), all, first);
            other.days.forEach(row, day -> days.add(mine, day));
        }
    }

    /** The mean amount of a repeat day; 0 if there is none. */
    double meanRepeatAmount(int row) {
        int repeats = days.count(row) - 1;
        return repeats == 0 ? 0 : Decimals.quotient(Math.subtractExact(total[row], onFirstDay[row]), scale, repeats);
    }

    /** Must be called before the day becomes one of the row's days. */
    private void add(int row, int firstDay, long all, long first) {
        long newTotal = Math.addExact(total[row], all);
        if (days.count(row) == 0 || firstDay < days.first(row)) {
            onFirstDay[row] = first;
        } else if (firstDay == days.first(row)) {
            onFirstDay[row] = Math.addExact(onFirstDay[row], first);
        }
        total[row] = newTotal;
    }

    private int row(ClientId client) {
        int row = clients.findOrAdd(client);
        if (row == total.length) {
            int capacity = row + (row >> 1);
            total = Arrays.copyOf(total, capacity);
            onFirstDay = Arrays.copyOf(onFirstDay, capacity);
        }
        if (row == days.rows()) {
            days.addRow();
        }
        return row;
    }

    /** Brings an amount and this table to the same number of decimals. */
    private long rescaled(long units, int decimals) {
        if (decimals > scale) {
            long[] finerTotal = total.clone();
            long[] finerFirst = onFirstDay.clone();
            for (int row = 0; row < clients.size(); row++) {
                finerTotal[row] = Decimals.shifted(total[row], decimals - scale);
                finerFirst[row] = Decimals.shifted(onFirstDay[row], decimals - scale);
            }
            total = finerTotal;
            onFirstDay = finerFirst;
            scale = decimals;
        }
        return Decimals.shifted(units, scale - decimals);
    }
}
