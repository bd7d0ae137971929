package io.lendcrm.core.money;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;

/**
 * The rate at which future money loses value, as an effective rate a year: one unit in a year is worth
 * {@code 1 / (1 + effectivePerYear)} now. Kept as one number so that days, weeks and months always agree. Immutable and
 * thread-safe.
 *
 * @param effectivePerYear the fraction a year, finite, above -1
 */
public record DiscountRate(double effectivePerYear) {

    public DiscountRate {
        if (!(effectivePerYear > -1) || effectivePerYear == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("discount rate must be finite and above -1, found " + effectivePerYear);
        }
    }

    /**
     * An effective rate a year.
     *
     * @param effective such as 0.10 for ten percent
     * @return the rate
     */
    public static DiscountRate perYear(double effective) {
        return new DiscountRate(effective);
    }

    /**
     * A rate that compounds once in every unit, such as 1 % a month.
     *
     * @param rate the fraction a unit
     * @param unit the unit
     * @return the equal effective rate a year
     */
    public static DiscountRate per(double rate, CalendarUnit unit) {
        if (unit == CalendarUnit.YEAR) {
            return new DiscountRate(rate);
        }
        return new DiscountRate(Math.expm1(Math.log1p(rate) * CalendarUnit.YEAR.days() / unit.days()));
    }

    /** {@return the force of interest a year, {@code ln(1 + effectivePerYear)}} */
    public double continuousPerYear() {
        return Math.log1p(effectivePerYear);
    }

    /**
     * The rate for compounding once in every unit.
     *
     * @param unit the unit
     * @return the fraction a unit
     */
    public double effectivePer(CalendarUnit unit) {
        return unit == CalendarUnit.YEAR
                ? effectivePerYear
                : Math.expm1(continuousPerYear() * unit.days() / CalendarUnit.YEAR.days());
    }

    /**
     * What one unit of money at the end of a span is worth now.
     *
     * @param ahead the span
     * @return the discount factor
     */
    public double factor(Horizon ahead) {
        return Math.exp(-continuousPerYear() * ahead.in(CalendarUnit.YEAR));
    }
}
