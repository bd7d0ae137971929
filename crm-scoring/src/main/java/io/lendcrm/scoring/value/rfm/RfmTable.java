package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Recency, frequency and monetary value of many clients, in columns. Immutable and thread-safe.
 *
 * <p>Recency is whole calendar days from the client's last event to the day looked from, 0 on that day. Frequency is how
 * many events there were, at least 1: clients without events have no recency and belong in no such table. Monetary value
 * is the sum of the events' amounts in minor units of one currency; it may be negative.
 */
public final class RfmTable {

    private final LocalDate asOf;
    private final Currency currency;
    private final List<ClientId> clients;
    private final int[] recencyDays;
    private final long[] frequency;
    private final long[] monetary;

    private RfmTable(
            LocalDate asOf,
            Currency currency,
            List<ClientId> clients,
            int[] recencyDays,
            long[] frequency,
            long[] monetary) {
        this.asOf = requireNonNull(asOf, "asOf");
        this.currency = requireNonNull(currency, "currency");
        this.clients = clients;
        this.recencyDays = recencyDays;
        this.frequency = frequency;
        this.monetary = monetary;
        requireLength("recencyDays", recencyDays.length);
        requireLength("frequency", frequency.length);
        requireLength("monetary", monetary.length);
        for (int i = 0; i < recencyDays.length; i++) {
            requireRow(i, recencyDays[i] >= 0, "recencyDays must be at least 0", recencyDays[i]);
            requireRow(i, frequency[i] >= 1, "frequency must be at least 1", frequency[i]);
            boolean fits = monetary[i] != Long.MAX_VALUE && monetary[i] != Long.MIN_VALUE;
            requireRow(i, fits, "monetary must be within 63 bits", monetary[i]);
        }
    }

    /**
     * A table of these columns.
     *
     * @param asOf the day looked from
     * @param currency the currency of the monetary values
     * @param clients whose rows they are
     * @param recencyDays days since the last event, at least 0; copied
     * @param frequency how many events, at least 1; copied
     * @param monetary sum of the amounts in minor units; copied
     * @return the table
     * @throws IllegalArgumentException if lengths differ or a value is out of range; the message names the row
     */
    public static RfmTable of(
            LocalDate asOf,
            Currency currency,
            List<ClientId> clients,
            int[] recencyDays,
            long[] frequency,
            long[] monetary) {
        return new RfmTable(
                asOf, currency, List.copyOf(clients), recencyDays.clone(), frequency.clone(), monetary.clone());
    }

    /** Takes list and arrays as they are: the way of the accumulator, whose list is immutable and which keeps no array. */
    static RfmTable owning(
            LocalDate asOf,
            Currency currency,
            List<ClientId> clients,
            int[] recencyDays,
            long[] frequency,
            long[] monetary) {
        return new RfmTable(asOf, currency, clients, recencyDays, frequency, monetary);
    }

    /** Names the number that is wrong and none of the client's others. */
    private static void requireRow(int row, boolean holds, String rule, long found) {
        if (!holds) {
            throw new IllegalArgumentException("row " + (row + 1) + ": " + rule + ", found " + found);
        }
    }

    private void requireLength(String column, int found) {
        if (found != clients.size()) {
            throw new IllegalArgumentException(column + " must have " + clients.size() + " rows, found " + found);
        }
    }

    /** {@return the day looked from} */
    public LocalDate asOf() {
        return asOf;
    }

    /** {@return the currency of the monetary values} */
    public Currency currency() {
        return currency;
    }

    /** {@return whose rows they are, in order} */
    public List<ClientId> clients() {
        return clients;
    }

    /** {@return how many rows} */
    public int rows() {
        return recencyDays.length;
    }

    /**
     * A row's recency.
     *
     * @param row from 0
     * @return days since the last event
     */
    public int recencyDays(int row) {
        return recencyDays[row];
    }

    /**
     * A row's frequency.
     *
     * @param row from 0
     * @return how many events
     */
    public long frequency(int row) {
        return frequency[row];
    }

    /**
     * A row's monetary value.
     *
     * @param row from 0
     * @return the sum in minor units
     */
    public long monetary(int row) {
        return monetary[row];
    }

    /** {@return the number of rows, the day and the currency} */
    @Override
    public String toString() {
        return "RfmTable[" + rows() + " rows, as of " + asOf + ", " + currency + "]";
    }
}
