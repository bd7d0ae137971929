package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * Sums events in any order into recency, frequency and monetary value per client: in one pass, exactly, in some 40 bytes
 * a client beside its id. Which events count (purchases, drawdowns, renewals, revenue booked) is the caller's choice.
 *
 * <p>Two accumulators over parts of the events, however parted, {@linkplain #merge merge} into what one over all of them
 * holds. Events after the day looked from don't count; {@link #later()} tells how many there were. Sums that leave 64
 * bits are an {@link ArithmeticException}. Not thread-safe; confine to one thread.
 */
public final class RfmAccumulator {

    private static final int FIRST_CAPACITY = 16;

    private final LocalDate asOf;
    private final long asOfDay;
    private final Currency currency;
    private final List<ClientId> clients = new ArrayList<>();
    private int[] slots = new int[FIRST_CAPACITY * 2];
    private int[] lastDay = new int[FIRST_CAPACITY];
    private long[] count = new long[FIRST_CAPACITY];
    private long[] sum = new long[FIRST_CAPACITY];
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
        put(client, (int) epochDay, 1, minorUnits);
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
        int theirs = other.clients.size();
        later = Math.addExact(later, other.later);
        for (int i = 0; i < theirs; i++) {
            put(other.clients.get(i), other.lastDay[i], other.count[i], other.sum[i]);
        }
    }

    /** {@return how many events were left out since they happened after the day looked from} */
    public long later() {
        return later;
    }

    /** {@return the table of what was added so far, the clients in order of first appearance} */
    public RfmTable table() {
        int n = clients.size();
        int[] recency = new int[n];
        for (int i = 0; i < n; i++) {
            recency[i] = (int) (asOfDay - lastDay[i]);
        }
        return RfmTable.owning(asOf, currency, clients, recency, Arrays.copyOf(count, n), Arrays.copyOf(sum, n));
    }

    private void put(ClientId client, int day, long events, long amount) {
        int at = indexOf(client);
        long total = Math.addExact(sum[at], amount);
        count[at] = Math.addExact(count[at], events);
        sum[at] = total;
        if (day > lastDay[at]) {
            lastDay[at] = day;
        }
    }

    /** Where a client stands; a new one is put at the end. Open addressing, at most half full; 0 is a free slot. */
    private int indexOf(ClientId client) {
        int mask = slots.length - 1;
        int slot = spread(client) & mask;
        while (slots[slot] != 0) {
            int at = slots[slot] - 1;
            if (clients.get(at).equals(client)) {
                return at;
            }
            slot = (slot + 1) & mask;
        }
        int at = clients.size();
        if (at == count.length) {
            grow();
            return indexOf(client);
        }
        clients.add(client);
        lastDay[at] = Integer.MIN_VALUE;
        slots[slot] = at + 1;
        return at;
    }

    private void grow() {
        int capacity = Math.multiplyExact(count.length, 2);
        lastDay = Arrays.copyOf(lastDay, capacity);
        count = Arrays.copyOf(count, capacity);
        sum = Arrays.copyOf(sum, capacity);
        slots = new int[Math.multiplyExact(capacity, 2)];
        int mask = slots.length - 1;
        for (int at = 0; at < clients.size(); at++) {
            int slot = spread(clients.get(at)) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = at + 1;
        }
    }

    private static int spread(ClientId client) {
        int hash = client.value().hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
