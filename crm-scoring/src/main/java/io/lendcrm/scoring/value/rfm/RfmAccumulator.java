package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sums events in any order into recency, frequency and monetary value per client: in one pass, exactly, in some 50 to 80
 * bytes a client and those of its key. Which events count (purchases, drawdowns, renewals, revenue booked) is the
 * caller's choice; what the monetary value is, {@link RfmMonetary}.
 *
 * <p>Two accumulators over parts of the events, however parted, {@linkplain #merge merge} into what one over all of them
 * holds. Events before and after the window don't count; {@link #earlier()} and {@link #later()} tell how many there
 * were. A sum that leaves 64 bits or a number of events that leaves 32 is an {@link ArithmeticException}, and the event
 * isn't added. Not thread-safe; confine to one thread.
 */
public final class RfmAccumulator {

    private final ObservationWindow window;
    private final long fromDay;
    private final long asOfDay;
    private final RfmState state;
    private long earlier;
    private long later;

    private RfmAccumulator(ObservationWindow window, Currency currency, RfmMonetary monetary) {
        LocalDate from = window.from();
        this.window = window;
        this.fromDay = from == null ? Long.MIN_VALUE : from.toEpochDay();
        this.asOfDay = RfmState.asOfDay(window.until());
        this.state = new RfmState(currency, monetary);
    }

    /**
     * Net revenue since the beginning, with no event yet.
     *
     * @param asOf the day to look from
     * @param currency the currency of the amounts
     * @return the accumulator
     */
    public static RfmAccumulator of(LocalDate asOf, Currency currency) {
        return over(ObservationWindow.until(asOf), currency, RfmMonetary.NET_REVENUE);
    }

    /**
     * An accumulator of a window, with no event yet. A client without an event in the window isn't in its table.
     *
     * @param window the days that count, looked at from its last day; such as
     *     {@code ObservationWindow.trailing(day, Period.ofMonths(12))}; its holdout is passed over
     * @param currency the currency of the amounts
     * @param monetary what the monetary value is
     * @return the accumulator
     */
    public static RfmAccumulator over(ObservationWindow window, Currency currency, RfmMonetary monetary) {
        return new RfmAccumulator(requireNonNull(window, "window"), currency, monetary);
    }

    /**
     * Adds an event.
     *
     * @param client whose
     * @param day the day it happened
     * @param amount its amount
     * @throws IllegalArgumentException if the currency is another one, or the amount is negative or not 0 where
     *     {@link RfmMonetary} forbids it
     */
    public void add(ClientId client, LocalDate day, Money amount) {
        add(client, day.toEpochDay(), state.minorUnits(amount));
    }

    /**
     * Adds an event without an amount.
     *
     * @param client whose
     * @param day the day it happened
     */
    public void add(ClientId client, LocalDate day) {
        add(client, day.toEpochDay(), 0);
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
        if (counts(epochDay)) {
            state.requireEventAmount(minorUnits);
            state.event(state.row(client), RfmState.day(epochDay, asOfDay), 1, minorUnits);
        }
    }

    /**
     * Adds those events of a client's history that count, such as drawdowns or renewals.
     *
     * @param history what is seen of the client
     * @param counts which interactions are events
     * @param amount the amount of each of them
     */
    public void add(
            ClientHistory history, Predicate<? super Interaction> counts, Function<? super Interaction, Money> amount) {
        for (Interaction interaction : history.interactions()) {
            if (counts.test(interaction)) {
                add(history.id(), interaction.occurredOn(), amount.apply(interaction));
            }
        }
    }

    /**
     * The number under which {@link #add(int, long, long)} takes a client's events: the fast way of a caller that keeps
     * its clients in rows itself. A client that gets no event isn't in the table.
     *
     * @param client the client
     * @return its number, from 0 in order of first appearance
     */
    public int row(ClientId client) {
        return state.row(client);
    }

    /**
     * Adds an event of a client by its number, which spares looking up its key.
     *
     * @param row what {@link #row} gave
     * @param epochDay the day it happened, counted from 1970-01-01
     * @param minorUnits its amount in minor units of the currency
     */
    public void add(int row, long epochDay, long minorUnits) {
        if (row < 0 || row >= state.clients.size()) {
            throw new IllegalArgumentException(
                    "row must be within [0, " + (state.clients.size() - 1) + "], found " + row);
        }
        if (counts(epochDay)) {
            state.requireEventAmount(minorUnits);
            state.event(row, RfmState.day(epochDay, asOfDay), 1, minorUnits);
        }
    }

    /**
     * Many events in columns, the fastest way in: as if each were added by {@link #add(int, long, long)} in turn.
     *
     * @param rows the clients' rows, as {@link #row} gives them
     * @param epochDays when, in days since 1970-01-01
     * @param minorUnits for how much, in minor units
     * @throws IllegalArgumentException as for one event, or if the columns differ in length; the events before the
     *     refused one have been added
     * @throws ArithmeticException if a client's sum doesn't fit into 64 bits
     */
    public void add(int[] rows, int[] epochDays, long[] minorUnits) {
        if (epochDays.length != rows.length || minorUnits.length != rows.length) {
            throw new IllegalArgumentException("epochDays and minorUnits must have " + rows.length + " rows, found "
                    + epochDays.length + " and " + minorUnits.length);
        }
        long[] numbers = state.numbers();
        int known = state.clients.size();
        boolean plain = state.monetary != RfmMonetary.BALANCE;
        long least = state.monetary == RfmMonetary.REVENUE ? 0 : Long.MIN_VALUE;
        long first = Math.max(fromDay, asOfDay - Integer.MAX_VALUE); // an age beyond 32 bits goes the slow way
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            int day = epochDays[i];
            long amount = minorUnits[i];
            if (plain && row >= 0 && row < known && amount >= least && day >= first && day <= asOfDay) {
                RfmState.event(numbers, row, day, amount);
            } else {
                add(row, day, amount); // counts, refuses, or follows another rule
            }
        }
    }

    /**
     * Adds money that is no event: a refund, a return, a cost (negative), a fee (positive).
     *
     * @param client whose
     * @param day the day it was booked
     * @param amount the amount
     * @throws IllegalStateException unless the monetary value is {@link RfmMonetary#NET_REVENUE}
     */
    public void adjust(ClientId client, LocalDate day, Money amount) {
        state.require(RfmMonetary.NET_REVENUE, "adjust");
        long units = state.minorUnits(amount);
        if (counts(day.toEpochDay())) {
            state.adjust(state.row(client), units);
        }
    }

    /**
     * Reads a balance. A reading from before the window holds until there is a later one.
     *
     * @param client whose
     * @param day the day of the reading
     * @param amount the balance
     * @throws IllegalStateException unless the monetary value is {@link RfmMonetary#BALANCE}
     */
    public void balance(ClientId client, LocalDate day, Money amount) {
        state.require(RfmMonetary.BALANCE, "balance");
        long units = state.minorUnits(amount);
        if (day.toEpochDay() > asOfDay) {
            later++;
        } else {
            state.balance(state.row(client), RfmState.day(day.toEpochDay(), asOfDay), units);
        }
    }

    /**
     * Adds what another accumulator holds, as if its events had come after those of this one. Its clients not seen here
     * come after those here, in its order.
     *
     * @param other an accumulator of the same window, currency and monetary value; unchanged
     * @throws IllegalArgumentException if it is this one, or window, currency or monetary value differ
     */
    public void merge(RfmAccumulator other) {
        if (other == this) {
            throw new IllegalArgumentException("an accumulator must not be merged with itself");
        }
        if (!other.window.equals(window)
                || !other.state.currency.equals(state.currency)
                || other.state.monetary != state.monetary) {
            throw new IllegalArgumentException("accumulators to merge must agree, found " + this + " and " + other);
        }
        earlier = Math.addExact(earlier, other.earlier);
        later = Math.addExact(later, other.later);
        state.merge(other.state);
    }

    /** {@return how many events were left out since they happened before the window} */
    public long earlier() {
        return earlier;
    }

    /** {@return how many events and readings were left out since they happened after the day looked from} */
    public long later() {
        return later;
    }

    /** {@return how many clients aren't in the table since only adjustments, balances or nothing came of them} */
    public int withoutEvents() {
        return state.withoutEvents();
    }

    /** {@return the table of what was added so far, the clients in order of first appearance} */
    public RfmTable table() {
        return state.table(window.until());
    }

    private boolean counts(long epochDay) {
        if (epochDay > asOfDay) {
            later++;
            return false;
        }
        if (epochDay < fromDay) {
            earlier++;
            return false;
        }
        return true;
    }

    /** {@return window, currency and what the monetary value is} */
    @Override
    public String toString() {
        return "RfmAccumulator[" + window + ", " + state.currency + ", " + state.monetary + "]";
    }
}
