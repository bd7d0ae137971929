package io.lendcrm.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money: whole minor units (cents, fen, haléř) of a currency.
 *
 * <p>Sums are exact and don't depend on their order; what doesn't fit into a {@code long} is an
 * {@link ArithmeticException}, never a wrapped number. Amounts of two currencies don't mix: convert them first with
 * {@link ExchangeRates}. Immutable and thread-safe.
 *
 * @param minorUnits the amount in the currency's minor units, negative for a debt
 * @param currency an ISO 4217 currency that has minor units (not {@code XXX} or {@code XAU})
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    public Money {
        requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency must have minor units, found " + currency);
        }
    }

    /**
     * An amount given in major units, such as 12.30 euros.
     *
     * @param amount the amount, with no more decimals than the currency has
     * @param currency the currency
     * @return the amount
     * @throws IllegalArgumentException if it has more decimals than the currency or doesn't fit into 64 bits
     */
    public static Money of(BigDecimal amount, Currency currency) {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
        try {
            return new Money(
                    amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount must have at most " + currency.getDefaultFractionDigits()
                            + " decimals and fit into 64 bits in " + currency + ", found " + amount,
                    e);
        }
    }

    /**
     * An amount from the text of a decimal number. A text that isn't one may be anything, such as a name from a wrong
     * column, and therefore isn't repeated in the message.
     *
     * @param amount such as {@code "12.30"}
     * @param currency the ISO 4217 code, such as {@code "EUR"}
     * @return the amount
     * @throws IllegalArgumentException if the number or the code can't be read
     */
    public static Money parse(String amount, String currency) {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
        Currency unit;
        try {
            unit = Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code, found " + currency.length() + " characters that aren't one", e);
        }
        try {
            return of(new BigDecimal(amount), unit);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "amount must be a decimal number, found " + amount.length() + " characters that aren't one");
        }
    }

    /**
     * Nothing, in a currency.
     *
     * @param currency the currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The sum.
     *
     * @param other an amount of the same currency
     * @return this plus the other
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum doesn't fit
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /**
     * The difference.
     *
     * @param other an amount of the same currency
     * @return this less the other
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the difference doesn't fit
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /** {@return the same amount with the other sign} */
    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    /**
     * The product, rounded to whole minor units.
     *
     * @param factor the factor
     * @param rounding how to round
     * @return this times the factor
     * @throws ArithmeticException if it doesn't fit, or if rounding is {@link RoundingMode#UNNECESSARY} and needed
     */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        BigDecimal product = BigDecimal.valueOf(minorUnits).multiply(factor).setScale(0, rounding);
        return new Money(product.longValueExact(), currency);
    }

    /** {@return the amount in major units, exactly} */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** {@return the amount in major units as the nearest double, for statistics} */
    public double toDouble() {
        return amount().doubleValue();
    }

    /** {@return true if the amount is below zero} */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** {@return true if the amount is zero} */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /**
     * Orders amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    /** {@return such as {@code EUR 12.30}} */
    @Override
    public String toString() {
        return currency + " " + amount().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency must be " + currency + ", found " + other.currency);
        }
        return other;
    }
}
