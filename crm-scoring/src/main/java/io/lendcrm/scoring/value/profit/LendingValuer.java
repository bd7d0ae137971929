package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;

/**
 * The net present value of a contract. With survival S(0) = 1, S(t) = S(t−1) (1 − PD_t) (1 − prepayment_t), the
 * discount factor v(t) of the end of period t and the period's length y in years,
 *
 * <pre>
 * NPV = upfront fee + Σ v(t) S(t−1) [ (1 − PD_t) (rate_t y drawn_t + fees_t + prepayment_t · fee · left_t
 *                                                 − funding y drawn_t − cost y)
 *                                     − PD_t LGD_t exposure_t − hurdle y K_t exposure_t ]
 * </pre>
 *
 * <p>where left_t, the amount paid back early, is the lesser of drawn_t and drawn_(t+1). All flows come at the end of
 * their period: defaults cost the period's income, early repayment comes after the period's payment. The principal
 * itself earns nothing beyond its margin over funding and isn't part of the sum. Without default, early repayment and
 * costs the value is the margin's annuity; the expected-loss part alone, discounted at the effective interest rate, is
 * the lifetime expected credit loss of IFRS 9.
 *
 * <p>Immutable and thread-safe.
 */
public final class LendingValuer {

    private final LendingTerms terms;

    private LendingValuer(LendingTerms terms) {
        this.terms = requireNonNull(terms, "terms");
    }

    /**
     * A valuer by a lender's terms.
     *
     * @param terms the terms
     * @return the valuer
     */
    public static LendingValuer of(LendingTerms terms) {
        return new LendingValuer(terms);
    }

    /** {@return the lender's terms} */
    public LendingTerms terms() {
        return terms;
    }

    /**
     * The value of a contract.
     *
     * @param contract the contract
     * @param risk what may happen, in periods of the contract's length, at least as many as the contract has
     * @return the value
     * @throws IllegalArgumentException if the periods don't fit or the value isn't finite
     */
    public LendingValue value(LoanContract contract, RiskPath risk) {
        return value(contract.exposures(), risk);
    }

    /**
     * The value of a contract by its exposures.
     *
     * @param contract what it brings and puts at risk
     * @param risk what may happen, in periods of the same length, at least as many as the contract has
     * @return the value
     * @throws IllegalArgumentException if the periods don't fit or the value isn't finite
     */
    public LendingValue value(ExposurePath contract, RiskPath risk) {
        double years = Check.years(contract.period());
        if (years != Check.years(risk.period())) {
            throw new IllegalArgumentException("the risk's periods must be as long as the contract's, "
                    + text(contract.period()) + ", found " + text(risk.period()));
        }
        if (risk.periods() < contract.periods()) {
            throw new IllegalArgumentException(
                    "risk must have at least " + contract.periods() + " periods, found " + risk.periods());
        }
        double[] parts = parts(contract, risk, years, true);
        return LendingValue.of(parts, risk.prepays() ? parts(contract, risk, years, false) : null);
    }

    private double[] parts(ExposurePath contract, RiskPath risk, double years, boolean prepaying) {
        double[] parts = new double[ValuePart.COUNT];
        double survival = 1;
        for (int t = 1; t <= contract.periods(); t++) {
            double present = survival * discount(terms.discount(), t * years);
            double pd = risk.pd(t);
            double performing = present * (1 - pd);
            double early = prepaying ? risk.prepayment(t) : 0;
            double drawn = performing * contract.drawn(t);
            double exposed = present * contract.atDefault(t);
            parts[ValuePart.INTEREST_INCOME.place()] += drawn * contract.rate(t) * years;
            parts[ValuePart.FEES.place()] += performing * contract.fees(t);
            parts[ValuePart.PREPAYMENT_FEES.place()] +=
                    performing * early * terms.prepaymentFee() * Math.min(contract.drawn(t), contract.drawn(t + 1));
            parts[ValuePart.FUNDING_COST.place()] -= drawn * terms.fundingRate() * years;
            parts[ValuePart.EXPECTED_LOSS.place()] -= exposed * pd * risk.lgd(t);
            parts[ValuePart.COST_TO_SERVE.place()] -= performing * terms.costPerYear() * years;
            parts[ValuePart.CAPITAL_CHARGE.place()] -= exposed * terms.hurdleRate() * years * risk.capital(t);
            survival *= (1 - pd) * (1 - early);
        }
        parts[ValuePart.FEES.place()] += contract.upfrontFee();
        for (int k = 0; k < parts.length; k++) {
            parts[k] += 0.0; // no minus before a zero
        }
        return parts;
    }

    static double discount(DiscountRate rate, double years) {
        return rate.factor(new Horizon(years, CalendarUnit.YEAR));
    }

    private static String text(Horizon period) {
        return period.length() + " " + period.unit();
    }

    /** {@return the terms} */
    @Override
    public String toString() {
        return "LendingValuer[" + terms + "]";
    }
}
