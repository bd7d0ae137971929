package io.lendcrm.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A nominal rate a year as a contract states it; 0.0435 is 4.35 %. Compounding is a matter of the contract, not of this
 * number; for valuation see {@link DiscountRate}. Immutable and thread-safe.
 *
 * @param perYear the fraction a year
 */
public record Rate(BigDecimal perYear) {

    public Rate {
        requireNonNull(perYear, "perYear");
    }

    /**
     * A rate from percent a year.
     *
     * @param percent such as {@code "4.35"}
     * @return the rate
     */
    public static Rate percent(String percent) {
        return new Rate(new BigDecimal(percent).movePointLeft(2));
    }

    /** {@return the fraction a year as the nearest double, for statistics} */
    public double toDouble() {
        return perYear.doubleValue();
    }
}
