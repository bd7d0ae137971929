package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.statement.RatioValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * What a client, a group or a book earned for the lender in a year, to the minor unit, so that sums reconcile with the
 * ledger exactly. Costs are stated as positive amounts. Immutable and thread-safe.
 *
 * @param interestIncome interest on loans
 * @param fees fees and commissions
 * @param fundingCost what treasury charged for the money (funds transfer price)
 * @param expectedLoss PD · LGD · exposure over the year
 * @param costToServe what it cost to serve
 * @param capitalCharge the hurdle rate times the capital
 * @param capital the capital that was tied up, on average
 */
public record ProfitStatement(
        Money interestIncome,
        Money fees,
        Money fundingCost,
        Money expectedLoss,
        Money costToServe,
        Money capitalCharge,
        Money capital) {

    public ProfitStatement {
        requireNonNull(interestIncome, "interestIncome");
        requireNonNull(fees, "fees");
        requireNonNull(fundingCost, "fundingCost");
        requireNonNull(expectedLoss, "expectedLoss");
        requireNonNull(costToServe, "costToServe");
        requireNonNull(capitalCharge, "capitalCharge");
        requireNonNull(capital, "capital");
        Currency currency = interestIncome.currency();
        for (Money part : List.of(fees, fundingCost, expectedLoss, costToServe, capitalCharge, capital)) {
            if (!part.currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "amounts must be in one currency, " + currency + ", found " + part.currency());
            }
        }
        if (capital.isNegative()) {
            throw new IllegalArgumentException("capital must not be negative");
        }
    }

    /**
     * Nothing earned and nothing spent.
     *
     * @param currency the currency
     * @return zeros
     */
    public static ProfitStatement zero(Currency currency) {
        Money zero = Money.zero(currency);
        return new ProfitStatement(zero, zero, zero, zero, zero, zero, zero);
    }

    /** {@return income and fees less funding, expected loss and cost: the profit before the charge for capital} */
    public Money riskAdjustedProfit() {
        return interestIncome.plus(fees).minus(fundingCost).minus(expectedLoss).minus(costToServe);
    }

    /** {@return the profit contribution: {@link #riskAdjustedProfit} less the capital charge (economic profit)} */
    public Money contribution() {
        return riskAdjustedProfit().minus(capitalCharge);
    }

    /** {@return the risk-adjusted return on capital before tax; undefined where no capital was tied up} */
    public RatioValue raroc() {
        return RatioValue.quotient(riskAdjustedProfit().toDouble(), capital.toDouble(), "capital");
    }

    /**
     * The risk-adjusted return on capital after tax, with what the capital itself earns:
     * ((profit + r · capital) (1 − tax)) / capital.
     *
     * @param taxRate the rate of the tax on profits, within [0, 1]
     * @param riskFreeRate what capital earns a year, a fraction, finite
     * @return the ratio; undefined where no capital was tied up
     */
    public RatioValue raroc(double taxRate, double riskFreeRate) {
        Check.fraction(taxRate, "taxRate");
        Check.finite(riskFreeRate, "riskFreeRate");
        double earned = riskAdjustedProfit().toDouble() + riskFreeRate * capital.toDouble();
        return RatioValue.quotient(earned * (1 - taxRate), capital.toDouble(), "capital");
    }

    /**
     * Both together.
     *
     * @param other a statement in the same currency
     * @return the sum, amount by amount
     */
    public ProfitStatement plus(ProfitStatement other) {
        return new ProfitStatement(
                interestIncome.plus(other.interestIncome),
                fees.plus(other.fees),
                fundingCost.plus(other.fundingCost),
                expectedLoss.plus(other.expectedLoss),
                costToServe.plus(other.costToServe),
                capitalCharge.plus(other.capitalCharge),
                capital.plus(other.capital));
    }

    /**
     * The waterfall: each amount that isn't 0 with the codes of {@link ValuePart}; the contributions add up to
     * {@link #contribution}.
     *
     * @return the reasons
     */
    public List<Reason> waterfall() {
        List<Reason> reasons = new ArrayList<>();
        add(reasons, ValuePart.INTEREST_INCOME, interestIncome);
        add(reasons, ValuePart.FEES, fees);
        add(reasons, ValuePart.FUNDING_COST, fundingCost.negated());
        add(reasons, ValuePart.EXPECTED_LOSS, expectedLoss.negated());
        add(reasons, ValuePart.COST_TO_SERVE, costToServe.negated());
        add(reasons, ValuePart.CAPITAL_CHARGE, capitalCharge.negated());
        return reasons;
    }

    private static void add(List<Reason> reasons, ValuePart part, Money amount) {
        if (!amount.isZero()) {
            BigDecimal exact =
                    amount.amount().setScale(amount.currency().getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
            reasons.add(Reason.of(part.code(), amount.toDouble(), Map.of("amount", exact.toPlainString())));
        }
    }

    /** {@return the currency, without amounts} */
    @Override
    public String toString() {
        return "ProfitStatement[" + interestIncome.currency() + "]";
    }
}
