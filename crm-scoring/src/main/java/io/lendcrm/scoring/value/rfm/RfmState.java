package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ClientIndex;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * Last day, number of events and sum of many clients, 16 bytes a client (20 with balances) beside the index of their
 * keys. Not thread-safe; confine to one thread.
 */
final class RfmState {

    private static final int NEVER = Integer.MIN_VALUE;

    final Currency currency;
    final RfmMonetary monetary;
    final ClientIndex clients = ClientIndex.empty();

    /** A client's numbers stand together, so that an event costs one access to memory: day and count in one, sum. */
    private long[] numbers = new long[32];

    /** When the balance was read. */
    private int[] balanceDays;

    /** How many rows have numbers; rows are given by the index. */
    private int rows;

    RfmState(Currency currency, RfmMonetary monetary) {
        this.currency = requireNonNull(currency, "currency");
        this.monetary = requireNonNull(monetary, "monetary");
        this.balanceDays = new int[monetary == RfmMonetary.BALANCE ? 16 : 0];
    }

    int row(ClientId client) {
        int row = clients.findOrAdd(client);
        if (row == rows) {
            if (2 * rows == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, rows + (rows >> 1)));
            }
            numbers[2 * row] = (long) NEVER << 32;
            if (monetary == RfmMonetary.BALANCE) {
                if (rows == balanceDays.length) {
                    balanceDays = Arrays.copyOf(balanceDays, rows + (rows >> 1));
                }
                balanceDays[row] = NEVER;
            }
            rows++;
        }
        return row;
    }

    /** Nothing is changed if the sum or the count leaves its range. */
    void event(int row, int day, int events, long amount) {
        long sum = Math.addExact(numbers[2 * row + 1], amount);
        long before = numbers[2 * row];
        int count = Math.addExact((int) before, events);
        long last = Math.max((int) (before >> 32), day);
        numbers[2 * row] = last << 32 | count;
        numbers[2 * row + 1] = sum;
    }

    /** One event in the columns of {@link #numbers}, for loops that hold them. */
    static void event(long[] numbers, int row, int day, long amount) {
        long before = numbers[2 * row];
        long sum = Math.addExact(numbers[2 * row + 1], amount);
        int count = Math.addExact((int) before, 1);
        numbers[2 * row] = Math.max(before >> 32, day) << 32 | count;
        numbers[2 * row + 1] = sum;
    }

    /** Per row the last day and the count in one cell, and the sum in the next; valid until a row is added. */
    long[] numbers() {
        return numbers;
    }

    void adjust(int row, long amount) {
        numbers[2 * row + 1] = Math.addExact(numbers[2 * row + 1], amount);
    }

    void balance(int row, int day, long amount) {
        if (day >= balanceDays[row]) {
            balanceDays[row] = day;
            numbers[2 * row + 1] = amount;
        }
    }

    /** Takes back the oldest event, which is the last day's only if it is the only one. */
    void removeOldest(int row, long amount) {
        long before = numbers[2 * row];
        int count = (int) before - 1;
        numbers[2 * row] = count == 0 ? (long) NEVER << 32 : before - 1;
        adjust(row, -amount);
    }

    int count(int row) {
        return (int) numbers[2 * row];
    }

    int lastDay(int row) {
        return (int) (numbers[2 * row] >> 32);
    }

    long sum(int row) {
        return numbers[2 * row + 1];
    }

    /** As if what the other has seen had come after what this has seen. */
    void merge(RfmState other) {
        for (int theirs = 0; theirs < other.rows; theirs++) {
            int row = row(other.clients.ids().get(theirs));
            boolean balances = monetary == RfmMonetary.BALANCE;
            event(row, other.lastDay(theirs), other.count(theirs), balances ? 0 : other.sum(theirs));
            if (balances && other.balanceDays[theirs] != NEVER) {
                balance(row, other.balanceDays[theirs], other.sum(theirs));
            }
        }
    }

    /** How many clients have no event. */
    int withoutEvents() {
        int without = 0;
        for (int row = 0; row < rows; row++) {
            without += count(row) == 0 ? 1 : 0;
        }
        return without;
    }

    /** The clients with events in order of first appearance. */
    RfmTable table(LocalDate asOf) {
        int without = withoutEvents();
        int size = rows - without;
        int[] recency = new int[size];
        long[] count = new long[size];
        long[] sum = new long[size];
        List<ClientId> all = clients.ids();
        List<ClientId> kept = without == 0 ? all : new ArrayList<>(size);
        long day = asOf.toEpochDay();
        int to = 0;
        for (int row = 0; row < rows; row++) {
            if (count(row) > 0) {
                if (without > 0) {
                    kept.add(all.get(row));
                }
                recency[to] = (int) (day - lastDay(row));
                count[to] = count(row);
                sum[to] = sum(row);
                to++;
            }
        }
        return RfmTable.owning(asOf, currency, without == 0 ? all : List.copyOf(kept), recency, count, sum);
    }

    long minorUnits(Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("amount must be in " + currency + ", found " + amount.currency());
        }
        return amount.minorUnits();
    }

    void requireEventAmount(long amount) {
        if (monetary == RfmMonetary.REVENUE && amount < 0) {
            throw new IllegalArgumentException("amount must be at least 0 where monetary is REVENUE, found " + amount
                    + "; NET_REVENUE allows adjustments");
        }
        if (monetary == RfmMonetary.BALANCE && amount != 0) {
            throw new IllegalArgumentException(
                    "amount must be 0 where monetary is BALANCE, found " + amount + "; give the balance by balance(…)");
        }
    }

    void require(RfmMonetary needed, String method) {
        if (monetary != needed) {
            throw new IllegalStateException(method + " needs monetary " + needed + ", found " + monetary);
        }
    }

    static int day(long epochDay, long asOfDay) {
        if (asOfDay - epochDay > Integer.MAX_VALUE || epochDay != (int) epochDay || epochDay == NEVER) {
            throw new IllegalArgumentException("epochDay must be within 32 bits, found " + epochDay);
        }
        return (int) epochDay;
    }

    static long asOfDay(LocalDate asOf) {
        long day = asOf.toEpochDay();
        if (day != (int) day) {
            throw new IllegalArgumentException("asOf must be within 5 million years of 1970, found " + asOf);
        }
        return day;
    }
}
