package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * Sums events in any order into recency, frequency and monetary value per client: in one pass, exactly, in 44 to 88
 * bytes a client beside its id. Which events count (purchases, drawdowns, renewals, revenue booked) is the caller's choice.
 *
 * <p>Two accumulators over parts of the events, however parted, {@linkplain #merge merge} into what one over all of them
 * holds. Events after the day looked from don't count; {@link #later()} tells how many there were. Sums that leave 64
 * bits are an {@link ArithmeticException}. Not thread-safe; confine to one thread.
 */
public final class RfmAccumulator {

    private static final int FIRST_CAPACITY = 16;

    /** A client's three numbers stand together, so that an event costs one access to memory: day, count, sum. */
    private static final int NUMBERS = 3;

    private final LocalDate asOf;
    private final long asOfDay;
    private final Currency currency;
    private ClientId[] clients = new ClientId[FIRST_CAPACITY];
    private long[] numbers = new long[FIRST_CAPACITY * NUMBERS];
    private int size;

    /** Hash in the upper half, place + 1 in the lower; 0 is free. At most half of them are taken. */
    private long[] slots = new long[FIRST_CAPACITY * 2];

    private long later;

    private RfmAccumulator(LocalDate asOf, Currency currency) {
        this.asOf = requireNonNull(asOf, "asOf");
        this.asOfDay = asOf.toEpochDay();
        this.currency = requireNonNull(currency, "currency");
        if (asOfDay != (int) asOfDay) {
            throw new IllegalArgumentException("asOf must be within 5 million years of 1970, found " + asOf);
        }
    }

    /**
     * An accumulator without events.
     *
     * @param asOf the day to look from
     * @param currency the currency of the amounts
     * @return the accumulator
     */
    public static RfmAccumulator of(LocalDate asOf, Currency currency) {
        return new RfmAccumulator(asOf, currency);
    }

    /**
     * Adds an event.
     *
     * @param client whose
     * @param day the day it happened
     * @param amount its amount
     * @throws IllegalArgumentException if the currency is another one
     */
    public void add(ClientId client, LocalDate day, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("amount must be in " + currency + ", found " + amount.currency());
        }
        add(client, day.toEpochDay(), amount.minorUnits());
    }

    /**
     * Adds an event without making objects for its day and amount.
     *
     * @param client whose
     * @param epochDay the day it happened, counted from 1970-01-01 as {@link LocalDate#toEpochDay()} does
     * @param minorUnits its amount in minor units of the currency
     */
    public void add(ClientId client, long epochDay, long minorUnits) {
        requireNonNull(client, "client");
        if (epochDay > asOfDay) {
            later++;
            return;
        }
        if (asOfDay - epochDay > Integer.MAX_VALUE || epochDay != (int) epochDay) {
            throw new IllegalArgumentException("epochDay must be within 32 bits, found " + epochDay);
        }
        put(client, epochDay, 1, minorUnits);
    }

    /**
     * Adds what another accumulator holds. Its clients not seen here come after those here, in its order.
     *
     * @param other an accumulator of the same day and currency; unchanged
     * @throws IllegalArgumentException if day or currency differ
     */
    public void merge(RfmAccumulator other) {
        if (!other.asOf.equals(asOf) || !other.currency.equals(currency)) {
            throw new IllegalArgumentException("accumulators to merge must be as of " + asOf + " in " + currency
                    + ", found " + other.asOf + " and " + other.currency);
        }
        int theirs = other.size;
        later = Math.addExact(later, other.later);
        for (int i = 0; i < theirs; i++) {
            int at = i * NUMBERS;
            put(other.clients[i], other.numbers[at], other.numbers[at + 1], other.numbers[at + 2]);
        }
    }

    /** {@return how many events were left out since they happened after the day looked from} */
    public long later() {
        return later;
    }

    /** {@return the table of what was added so far, the clients in order of first appearance} */
    public RfmTable table() {
        int[] recency = new int[size];
        long[] count = new long[size];
        long[] sum = new long[size];
        for (int i = 0; i < size; i++) {
            recency[i] = (int) (asOfDay - numbers[i * NUMBERS]);
            count[i] = numbers[i * NUMBERS + 1];
            sum[i] = numbers[i * NUMBERS + 2];
        }
        return RfmTable.owning(asOf, currency, List.of(Arrays.copyOf(clients, size)), recency, count, sum);
    }

    private void put(ClientId client, long day, long events, long amount) {
        int at = indexOf(client) * NUMBERS;
        long total = Math.addExact(numbers[at + 2], amount);
        numbers[at + 1] = Math.addExact(numbers[at + 1], events);
        numbers[at + 2] = total;
        numbers[at] = Math.max(numbers[at], day);
    }

    /** Where a client stands; a new one is put at the end. Open addressing. */
    private int indexOf(ClientId client) {
        int hash = spread(client);
        int slot = free(hash, client);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        if (size == clients.length) {
            grow();
            slot = free(hash, client);
        }
        clients[size] = client;
        numbers[size * NUMBERS] = Long.MIN_VALUE;
        slots[slot] = (long) hash << Integer.SIZE | (size + 1);
        return size++;
    }

    /** The slot of a client, or the free one where it belongs. */
    private int free(int hash, ClientId client) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && clients[(int) slots[slot] - 1].equals(client)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int capacity = Math.multiplyExact(clients.length, 2);
        clients = Arrays.copyOf(clients, capacity);
        numbers = Arrays.copyOf(numbers, Math.multiplyExact(capacity, NUMBERS));
        long[] before = slots;
        slots = new long[Math.multiplyExact(capacity, 2)];
        int mask = slots.length - 1;
        for (long taken : before) {
            if (taken != 0) {
                int slot = (int) (taken >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = taken;
            }
        }
    }

    private static int spread(ClientId client) {
        int hash = client.value().hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
