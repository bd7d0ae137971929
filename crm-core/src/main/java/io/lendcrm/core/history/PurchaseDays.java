package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import java.util.Arrays;

/**
 * What a summary needs of each client's purchases, in arrays: the days, and in exact units the amounts of all and of the
 * first day. Neither depends on the order of the events. Not thread-safe; confine to one thread.
 */
final class PurchaseDays {

    final ClientIndex clients = ClientIndex.empty();
    final DaySets days = new DaySets();
    /** For each row the amount of all purchases, then that of the first day. */
    private long[] amounts = new long[32];

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
            long all = rescaled(other.amounts[2 * row], other.scale);
            long first = rescaled(other.amounts[2 * row + 1], other.scale);
            int mine = row(other.clients.ids().get(row));
            add(mine, other.days.first(row), all, first);
            other.days.forEach(row, day -> days.add(mine, day));
        }
    }

    /** The mean amount of a repeat day; 0 if there is none. */
    double meanRepeatAmount(int row) {
        int repeats = days.count(row) - 1;
        return repeats == 0
                ? 0
                : Decimals.quotient(Math.subtractExact(amounts[2 * row], amounts[2 * row + 1]), scale, repeats);
    }

    /** Must be called before the day becomes one of the row's days. */
    private void add(int row, int firstDay, long all, long first) {
        long newTotal = Math.addExact(amounts[2 * row], all);
        if (days.count(row) == 0 || firstDay < days.first(row)) {
            amounts[2 * row + 1] = first;
        } else if (firstDay == days.first(row)) {
            amounts[2 * row + 1] = Math.addExact(amounts[2 * row + 1], first);
        }
        amounts[2 * row] = newTotal;
    }

    private int row(ClientId client) {
        int row = clients.findOrAdd(client);
        if (2 * row == amounts.length) {
            amounts = Arrays.copyOf(amounts, Math.multiplyExact(row + (row >> 1), 2));
        }
        if (row == days.rows()) {
            days.addRow();
        }
        return row;
    }

    /** Brings an amount and this table to the same number of decimals. */
    private long rescaled(long units, int decimals) {
        if (decimals > scale) {
            long[] finer = amounts.clone();
            for (int i = 0; i < 2 * clients.size(); i++) {
                finer[i] = Decimals.shifted(amounts[i], decimals - scale);
            }
            amounts = finer;
            scale = decimals;
        }
        return Decimals.shifted(units, scale - decimals);
    }
}
