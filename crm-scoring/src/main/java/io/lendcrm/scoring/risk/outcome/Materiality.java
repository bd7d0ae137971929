package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import java.util.Currency;

/**
 * From what on an overdue amount matters: it has to exceed an absolute amount and a share of all that the client owes,
 * both. Immutable and thread-safe.
 *
 * <p>Source: Delegated Regulation (EU) 2018/171, articles 1 and 2, sets this structure and its limits (EUR 100 for retail
 * exposures, EUR 500 for others, a share of 1 %); Regulation (EU) 2018/1845 of the European Central Bank applies these
 * figures to significant institutions.
 *
 * @param absolute the amount that has to be exceeded, not negative; its currency is the one everything is compared in
 * @param relative the share of the exposure that has to be exceeded, within [0, 1)
 */
public record Materiality(Money absolute, double relative) {

    public Materiality {
        requireNonNull(absolute, "absolute");
        if (absolute.isNegative()) {
            throw new IllegalArgumentException("absolute must not be negative, found " + absolute);
        }
        if (!(relative >= 0 && relative < 1)) {
            throw new IllegalArgumentException("relative must be within [0, 1), found " + relative);
        }
    }

    /**
     * Every overdue amount matters.
     *
     * @param currency the currency everything is compared in
     * @return the rule
     */
    public static Materiality none(Currency currency) {
        return new Materiality(Money.zero(currency), 0);
    }

    /** {@return more than EUR 100 and 1 %, as in the European Union for retail exposures} */
    public static Materiality retail() {
        return new Materiality(Money.parse("100", "EUR"), 0.01);
    }

    /** {@return more than EUR 500 and 1 %, as in the European Union for other exposures} */
    public static Materiality nonRetail() {
        return new Materiality(Money.parse("500", "EUR"), 0.01);
    }

    /** {@return the currency everything is compared in} */
    public Currency currency() {
        return absolute.currency();
    }

    boolean isMaterial(double overdue, double exposure) {
        return overdue > absolute.toDouble() && overdue > relative * exposure;
    }
}
