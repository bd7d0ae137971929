package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.CalendarUnit;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Keeps every client's {@link PurchaseSummary} up to date, event by event: what a {@link PurchaseSummarizer} over all
 * purchases so far would give, without reading them again, so that a model can tell after each event whether the client
 * is still active. Purchases may come late; those of one day are one purchase.
 *
 * <p>A purchase on a client's last day or later costs constant time, a late one as many steps as the client has days.
 * Memory as of the summarizer. Not thread-safe; confine to one thread.
 */
public final class PurchaseStream {

    private final CalendarUnit unit;
    private final Currency currency;
    private final PurchaseDays purchases = new PurchaseDays();

    private PurchaseStream(CalendarUnit unit, Currency currency) {
        this.unit = requireNonNull(unit, "unit");
        this.currency = requireNonNull(currency, "currency");
    }

    /**
     * A stream without purchases.
     *
     * @param unit the unit of the summaries' times
     * @param currency the currency of the amounts
     * @return the stream
     */
    public static PurchaseStream of(CalendarUnit unit, Currency currency) {
        return new PurchaseStream(unit, currency);
    }

    /**
     * Adds a purchase.
     *
     * @param client who bought
     * @param day when
     * @param amount for how much, not negative
     * @throws IllegalArgumentException if the amount is negative or of another currency
     * @throws ArithmeticException if a client's sum doesn't fit into 64 bits; the purchase isn't added
     */
    public void add(ClientId client, LocalDate day, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException("amount must be in " + currency + ", found " + amount.currency());
        }
        if (amount.minorUnits() < 0) {
            throw new IllegalArgumentException("amount must not be negative, found " + amount);
        }
        purchases.add(
                requireNonNull(client, "client"),
                PurchaseSummarizer.epochDay(day),
                amount.minorUnits(),
                currency.getDefaultFractionDigits());
    }

    /**
     * What is known of a client at the end of a day.
     *
     * @param client the client
     * @param asOf the day, not before the client's last purchase
     * @return repeat purchases, time of the last and time watched, or empty if the client never bought
     * @throws IllegalArgumentException if the client bought after that day
     */
    public Optional<PurchaseSummary> summary(ClientId client, LocalDate asOf) {
        int row = purchases.clients.find(client);
        int end = PurchaseSummarizer.epochDay(asOf);
        if (row < 0) {
            return Optional.empty();
        }
        DaySets days = purchases.days;
        if (days.last(row) > end) {
            throw new IllegalArgumentException("asOf must not be before the client's last purchase on "
                    + LocalDate.ofEpochDay(days.last(row)) + ", found " + asOf);
        }
        return Optional.of(new PurchaseSummary(
                days.count(row) - 1,
                (days.last(row) - days.first(row)) / unit.days(),
                (end - days.first(row)) / unit.days()));
    }

    /**
     * The mean amount of a client's repeat purchases, for a model of spend.
     *
     * @param client the client
     * @return the amount in major units, or empty if there was no repeat purchase
     */
    public OptionalDouble meanSpend(ClientId client) {
        int row = purchases.clients.find(client);
        return row < 0 || purchases.days.count(row) < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(purchases.meanRepeatAmount(row));
    }

    /** {@return how many clients bought} */
    public int size() {
        return purchases.clients.size();
    }
}
