package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Boils a log of purchases down to {@link PurchaseSummaries}, one event at a time and in any order.
 *
 * <p>Events of one day are one purchase. For each client, with {@code days} its distinct purchase days in the
 * calibration: {@code x = days - 1}; {@code t_x} and {@code T} run from the first of them to the last and to the
 * window's end, in days divided by the unit's days and not rounded; the mean amount is what was spent on the repeat days
 * over {@code x}, from exact sums, and 0 where {@code x = 0}. Rows come in order of a client's first counted event.
 * Conventions of Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way", Marketing Science 24(2).
 *
 * <p>A client of ten purchase days takes some 120 bytes of arrays beside its id; each further day takes one byte, or two
 * where the next is 128 days or more away. Not thread-safe; confine to one thread, give each thread its own and
 * {@link #merge} them.
 */
public final class PurchaseSummarizer {

    /** As many digits as a {@code long} has at most. */
    private static final int LONGEST = 19;

    private final ObservationWindow window;
    private final CalendarUnit unit;
    private final PurchaseDays calibration = new PurchaseDays();
    private final PurchaseDays holdout = new PurchaseDays();
    private long counted;
    private long earlier;
    private long later;
    private Amounts amounts = Amounts.OPEN;
    private @Nullable Currency currency;

    private enum Amounts {
        OPEN,
        ABSENT,
        PRESENT
    }

    private PurchaseSummarizer(ObservationWindow window, CalendarUnit unit) {
        this.window = requireNonNull(window, "window");
        this.unit = requireNonNull(unit, "unit");
        epochDay(window.until());
    }

    /**
     * Summarizes what happens in a window.
     *
     * @param window the days; events before and after it are ignored and counted
     * @param unit the unit of the summaries' times
     * @return an empty summarizer
     */
    public static PurchaseSummarizer over(ObservationWindow window, CalendarUnit unit) {
        return new PurchaseSummarizer(window, unit);
    }

    /**
     * Summarizes all that happens up to a day.
     *
     * @param observedUntil the last day that counts
     * @param unit the unit of the summaries' times
     * @return an empty summarizer
     */
    public static PurchaseSummarizer until(LocalDate observedUntil, CalendarUnit unit) {
        return over(ObservationWindow.until(observedUntil), unit);
    }

    /**
     * A purchase of an unknown amount. Either all purchases have an amount or none.
     *
     * @param client who bought
     * @param day when
     * @throws IllegalArgumentException if earlier purchases had an amount
     */
    public void add(ClientId client, LocalDate day) {
        add(client, day, 0, 0, Amounts.ABSENT, null);
    }

    /**
     * A purchase.
     *
     * @param client who bought
     * @param day when
     * @param amount for how much, not negative, in the currency of all purchases
     * @throws IllegalArgumentException if the amount is negative or of another currency, or if earlier purchases had no
     *     amount or no currency
     * @throws ArithmeticException if a client's sum doesn't fit into 64 bits
     */
    public void add(ClientId client, LocalDate day, Money amount) {
        Currency paidIn = amount.currency();
        add(client, day, amount.minorUnits(), paidIn.getDefaultFractionDigits(), Amounts.PRESENT, paidIn);
    }

    /**
     * A purchase in a log that names no currency.
     *
     * @param client who bought
     * @param day when
     * @param amount for how much, not negative; with up to 18 decimals
     * @throws IllegalArgumentException if the amount is negative or has more decimals, or if earlier purchases had no
     *     amount or had a currency
     * @throws ArithmeticException if a client's sum, in units of the last decimal seen, doesn't fit into 64 bits
     */
    public void add(ClientId client, LocalDate day, BigDecimal amount) {
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > LONGEST) {
            // before a number such as 1E+999999999 is written out
            throw new ArithmeticException("amount must fit into 64 bits");
        }
        BigDecimal exact = amount.scale() >= 0 ? amount : amount.setScale(0);
        if (exact.scale() > 18) {
            exact = exact.stripTrailingZeros();
            if (exact.scale() > 18) {
                throw new IllegalArgumentException("amount must have at most 18 decimals, found " + exact.scale());
            }
            exact = exact.setScale(Math.max(0, exact.scale()));
        }
        int scale = exact.scale();
        add(client, day, exact.movePointRight(scale).longValueExact(), scale, Amounts.PRESENT, null);
    }

    /**
     * The purchases among a client's transactions.
     *
     * @param history what is seen of the client
     * @param isPurchase which transactions count
     * @throws IllegalArgumentException as for {@link #add(ClientId, LocalDate, Money)}
     */
    public void add(ClientHistory history, Predicate<? super Transaction> isPurchase) {
        for (Transaction transaction : history.interactions(Transaction.class)) {
            if (isPurchase.test(transaction)) {
                add(history.id(), transaction.occurredOn(), transaction.amount());
            }
        }
    }

    /**
     * Adds all that another summarizer has seen, as if its events had come after those of this one.
     *
     * @param other one of the same window and unit; it stays as it is
     * @throws IllegalArgumentException if window, unit or currency differ, or if one has amounts and the other hasn't
     */
    public void merge(PurchaseSummarizer other) {
        if (other == this) {
            throw new IllegalArgumentException("a summarizer must not be merged with itself");
        }
        if (!window.equals(other.window) || unit != other.unit) {
            throw new IllegalArgumentException(
                    "other must cover " + window + " in " + unit + ", found " + other.window + " in " + other.unit);
        }
        if (other.amounts != Amounts.OPEN) {
            settle(other.amounts, other.currency);
        }
        calibration.addAll(other.calibration);
        holdout.addAll(other.holdout);
        counted += other.counted;
        earlier += other.earlier;
        later += other.later;
    }

    /** {@return how many clients have a row} */
    public int size() {
        return calibration.clients.size();
    }

    /** {@return the clients of the rows, in order of their first counted event} */
    public List<ClientId> clients() {
        return List.copyOf(calibration.clients.ids());
    }

    /** {@return the summaries of all clients so far, with mean amounts if the purchases have amounts} */
    public PurchaseSummaries summaries() {
        int rows = size();
        int[] frequency = new int[rows];
        double[] recency = new double[rows];
        double[] age = new double[rows];
        double[] spend = new double[amounts == Amounts.PRESENT ? rows : 0];
        int end = epochDay(window.until());
        DaySets days = calibration.days;
        for (int row = 0; row < rows; row++) {
            frequency[row] = days.count(row) - 1;
            recency[row] = (days.last(row) - days.first(row)) / unit.days();
            age[row] = (end - days.first(row)) / unit.days();
            if (spend.length != 0) {
                spend[row] = calibration.meanRepeatAmount(row);
            }
        }
        return PurchaseSummaries.of(unit, frequency, recency, age, new double[0], spend);
    }

    /**
     * The {@link #summaries} with the sums of the logarithms of the times between purchases, which models of regular
     * purchases compare by. Hardly two rows are equal then.
     *
     * @return the summaries
     */
    public PurchaseSummaries summariesWithIntervals() {
        double[] sums = new double[size()];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = logIntervals(row);
        }
        return summaries().withLogIntervals(sums);
    }

    private double logIntervals(int row) {
        double[] sum = new double[1];
        int[] before = {calibration.days.first(row)};
        calibration.days.forEach(row, day -> {
            if (day > before[0]) {
                sum[0] += Math.log((day - before[0]) / unit.days());
                before[0] = day;
            }
        });
        return sum[0];
    }

    /** {@return for each row the client's distinct purchase days in the holdout} */
    public int[] holdoutFrequencies() {
        List<ClientId> ids = calibration.clients.ids();
        int[] frequencies = new int[ids.size()];
        for (int row = 0; row < frequencies.length; row++) {
            int there = holdout.clients.find(ids.get(row));
            frequencies[row] = there < 0 ? 0 : holdout.days.count(there);
        }
        return frequencies;
    }

    /** {@return how many events fell into the window, holdout included} */
    public long counted() {
        return counted;
    }

    /** {@return how many events were ignored because they happened before the window} */
    public long ignoredEarlier() {
        return earlier;
    }

    /** {@return how many events were ignored because they happened after the window} */
    public long ignoredLater() {
        return later;
    }

    private void add(
            ClientId client, LocalDate day, long units, int decimals, Amounts given, @Nullable Currency paidIn) {
        requireNonNull(client, "client");
        requireNonNull(day, "day");
        if (units < 0) {
            throw new IllegalArgumentException(
                    "amount must not be negative, found " + BigDecimal.valueOf(units, decimals));
        }
        settle(given, paidIn);
        if (window.inCalibration(day)) {
            calibration.add(client, epochDay(day), units, decimals);
            counted++;
        } else if (window.inHoldout(day)) {
            holdout.add(client, epochDay(day), units, decimals);
            counted++;
        } else if (day.isAfter(window.holdoutUntil())) {
            later++;
        } else {
            earlier++;
        }
    }

    /** The first event decides whether there are amounts, and their currency; all others must agree. */
    private void settle(Amounts given, @Nullable Currency paidIn) {
        if (amounts == Amounts.OPEN) {
            amounts = given;
            currency = paidIn;
        } else if (amounts != given) {
            throw new IllegalArgumentException("either all purchases must have an amount or none, found both");
        } else if (!Objects.equals(currency, paidIn)) {
            throw new IllegalArgumentException(
                    "currency must be " + shown(currency) + " as before, found " + shown(paidIn));
        }
    }

    private static String shown(@Nullable Currency currency) {
        return currency == null ? "unnamed" : currency.getCurrencyCode();
    }

    static int epochDay(LocalDate day) {
        long days = day.toEpochDay();
        if (Math.abs(days) > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("day must be within two million years of 1970, found " + day);
        }
        return (int) days;
    }
}
