package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps recency, frequency, monetary value and score of every client up to date, event by event, in constant time: what
 * an {@link RfmAccumulator} over all events so far would give as of {@link #today()}, without reading them again.
 *
 * <p>The stream has a day of its own, which the caller moves by {@link #advanceTo}. Events may come late: one within the
 * window is put where it belongs, one from before it changes nothing and is counted by {@link #tooLate()}. An event after
 * today is an error, since a wrong date would otherwise move the window for everybody.
 *
 * <p>Without a window an event costs constant time and a client some 50 bytes and its key. With one, every booking within
 * the window is kept, in 16 bytes, and let go when the window has passed it, so that an event costs constant time on
 * average; a late one costs as many steps as the client has later bookings. Not thread-safe; confine to one thread.
 */
public final class RfmStream {

    private final RfmModel model;
    private final RfmState state;
    private final @Nullable Period length;
    private @Nullable RfmQueue[] queues = new RfmQueue[0];
    private LocalDate today;
    private long todayDay;
    private long fromDay;
    private long tooLate;

    private RfmStream(RfmModel model, LocalDate today, @Nullable Period length, RfmMonetary monetary) {
        this.model = requireNonNull(model, "model");
        this.length = length;
        this.state = new RfmState(model.currency(), monetary);
        this.today = requireNonNull(today, "today");
        this.todayDay = RfmState.asOfDay(today);
        this.fromDay = from(today);
    }

    /**
     * A stream of net revenue since the beginning.
     *
     * @param model gives the scores
     * @param today the day to begin on
     * @return a stream without clients
     */
    public static RfmStream of(RfmModel model, LocalDate today) {
        return new RfmStream(model, today, null, RfmMonetary.NET_REVENUE);
    }

    /**
     * A stream that counts the last part of the calendar only.
     *
     * @param model gives the scores
     * @param today the day to begin on
     * @param length the length of the window that ends today, see {@link ObservationWindow#trailing}
     * @param monetary what the monetary value is; a balance knows no window
     * @return a stream without clients
     * @throws IllegalArgumentException if the length is less than a day
     */
    public static RfmStream trailing(RfmModel model, LocalDate today, Period length, RfmMonetary monetary) {
        return new RfmStream(model, today, requireNonNull(length, "length"), monetary);
    }

    private long from(LocalDate day) {
        if (length == null) {
            return Long.MIN_VALUE;
        }
        LocalDate from = ObservationWindow.trailing(day, length).from();
        return requireNonNull(from, "from").toEpochDay();
    }

    /**
     * Moves on to a later day; recencies grow and old events leave the window.
     *
     * @param day the new day, not before {@link #today()}
     */
    public void advanceTo(LocalDate day) {
        if (day.isBefore(today)) {
            throw new IllegalArgumentException("day must not be before today=" + today + ", found " + day);
        }
        todayDay = RfmState.asOfDay(day);
        fromDay = from(day);
        today = day;
    }

    /**
     * Adds an event.
     *
     * @param client whose
     * @param day the day it happened
     * @param amount its amount
     * @return whether it counts; false if it is from before the window
     * @throws IllegalArgumentException if the day is after today, or the amount isn't allowed, see {@link RfmMonetary}
     */
    public boolean add(ClientId client, LocalDate day, Money amount) {
        long units = state.minorUnits(amount);
        state.requireEventAmount(units);
        return book(client, day, true, units);
    }

    /**
     * Adds money that is no event: a refund, a cost, a fee.
     *
     * @param client whose
     * @param day the day it was booked
     * @param amount the amount
     * @return whether it counts; false if it is from before the window
     * @throws IllegalStateException unless the monetary value is {@link RfmMonetary#NET_REVENUE}
     */
    public boolean adjust(ClientId client, LocalDate day, Money amount) {
        state.require(RfmMonetary.NET_REVENUE, "adjust");
        return book(client, day, false, state.minorUnits(amount));
    }

    /**
     * Reads a balance.
     *
     * @param client whose
     * @param day the day of the reading; one older than the last reading changes nothing
     * @param amount the balance
     * @throws IllegalStateException unless the monetary value is {@link RfmMonetary#BALANCE}
     */
    public void balance(ClientId client, LocalDate day, Money amount) {
        state.require(RfmMonetary.BALANCE, "balance");
        long units = state.minorUnits(amount);
        state.balance(state.row(client), dayUntilToday(day), units);
    }

    private boolean book(ClientId client, LocalDate date, boolean event, long amount) {
        int day = dayUntilToday(date);
        if (day < fromDay) {
            tooLate = Math.addExact(tooLate, 1);
            return false;
        }
        int row = state.row(requireNonNull(client, "client"));
        expire(row);
        if (event) {
            state.event(row, day, 1, amount);
        } else {
            state.adjust(row, amount);
        }
        if (length != null) {
            queue(row).add(day, event, amount);
        }
        return true;
    }

    private int dayUntilToday(LocalDate day) {
        if (day.isAfter(today)) {
            throw new IllegalArgumentException("day must not be after today=" + today + ", found " + day);
        }
        return RfmState.day(day.toEpochDay(), todayDay);
    }

    private RfmQueue queue(int row) {
        if (row >= queues.length) {
            queues = Arrays.copyOf(queues, Math.max(row + 1, queues.length + (queues.length >> 1)));
        }
        RfmQueue queue = queues[row];
        if (queue == null) {
            queue = new RfmQueue();
            queues[row] = queue;
        }
        return queue;
    }

    private void expire(int row) {
        RfmQueue queue = row < queues.length ? queues[row] : null;
        while (queue != null && !queue.isEmpty() && queue.oldestDay() < fromDay) {
            if (queue.oldestIsEvent()) {
                state.removeOldest(row, queue.oldestAmount());
            } else {
                state.adjust(row, -queue.oldestAmount());
            }
            queue.removeOldest();
        }
    }

    /**
     * A client's scores as of today.
     *
     * @param client the client
     * @return the scores with reasons, or empty if it has no event in the window
     */
    public Optional<RfmScore> score(ClientId client) {
        int row = state.clients.find(client);
        if (row < 0) {
            return Optional.empty();
        }
        expire(row);
        return state.count(row) == 0
                ? Optional.empty()
                : Optional.of(
                        model.score(client, (int) (todayDay - state.lastDay(row)), state.count(row), state.sum(row)));
    }

    /** {@return the table as of today, the clients in order of first appearance} */
    public RfmTable table() {
        for (int row = 0; row < queues.length && row < state.clients.size(); row++) {
            expire(row);
        }
        return state.table(today);
    }

    /** {@return the day that recency is counted to} */
    public LocalDate today() {
        return today;
    }

    /** {@return how many events and adjustments came when the window had passed them} */
    public long tooLate() {
        return tooLate;
    }

    /** {@return the day, the window and the number of clients} */
    @Override
    public String toString() {
        return "RfmStream[" + today + (length == null ? "" : ", " + length) + ", " + state.clients.size() + " clients]";
    }
}
