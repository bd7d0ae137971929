package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import io.lendcrm.scoring.risk.grade.DefaultTermStructure;

/**
 * What may happen to a contract, period by period: default, the loss it brings, early repayment of all that is left,
 * and the capital to be held against it. Nothing is prepaid and no capital held unless told. Immutable and thread-safe.
 */
public final class RiskPath {

    private final Horizon period;
    private final double[] pd;
    private final double[] lgd;
    private final double[] prepayment;
    private final double[] capital;

    private RiskPath(Horizon period, double[] pd, double[] lgd, double[] prepayment, double[] capital) {
        this.period = period;
        this.pd = pd;
        this.lgd = lgd;
        this.prepayment = prepayment;
        this.capital = capital;
    }

    /**
     * A path from probabilities of default over time.
     *
     * @param defaults the term structure, one period for each of the contract's (more don't matter)
     * @param lgd the loss given default, a fraction of the exposure within [0, 1]
     * @return the path
     */
    public static RiskPath of(DefaultTermStructure defaults, double lgd) {
        int periods = Check.periods(defaults.periods());
        double[] pd = new double[periods];
        for (int t = 0; t < periods; t++) {
            pd[t] = defaults.conditional(t + 1);
        }
        double[] loss = Check.filled(Check.fraction(lgd, "lgd"), periods);
        return new RiskPath(defaults.period(), pd, loss, new double[periods], new double[periods]);
    }

    /**
     * A path with the same hazard of default in every period.
     *
     * @param pdPerYear the probability of default within a year, within [0, 1]
     * @param lgd the loss given default, within [0, 1]
     * @param period how long a period takes, above 0
     * @param periods how many
     * @return the path
     */
    public static RiskPath constant(double pdPerYear, double lgd, Horizon period, int periods) {
        return of(DefaultTermStructure.constant(pdPerYear, period, Check.periods(periods)), lgd);
    }

    /**
     * With another loss given default in each period.
     *
     * @param byPeriod a fraction of the exposure a period, within [0, 1]
     * @return the changed path
     */
    public RiskPath withLgd(double... byPeriod) {
        return new RiskPath(period, pd, Check.fractions(byPeriod, periods(), "lgd"), prepayment, capital);
    }

    /**
     * With early repayment, which comes at the end of a period to who hasn't defaulted in it.
     *
     * @param byPeriod the probability a period, within [0, 1]
     * @return the changed path
     */
    public RiskPath withPrepayment(double... byPeriod) {
        return new RiskPath(period, pd, lgd, Check.fractions(byPeriod, periods(), "prepayment"), capital);
    }

    /**
     * With the same early repayment in every period.
     *
     * @param perYear the probability within a year (constant prepayment rate), within [0, 1]; a period has
     *     1 − (1 − perYear)^(period in years)
     * @return the changed path
     */
    public RiskPath withYearlyPrepayment(double perYear) {
        double each = perPeriod(Check.fraction(perYear, "perYear"), Check.years(period));
        return new RiskPath(period, pd, lgd, Check.filled(each, periods()), capital);
    }

    static double perPeriod(double perYear, double years) {
        return years == 1 ? perYear : -Math.expm1(years * Math.log1p(-perYear));
    }

    /**
     * With capital.
     *
     * @param byPeriod the capital held over a period, a fraction of the exposure at default within [0, 1]
     * @return the changed path
     */
    public RiskPath withCapital(double... byPeriod) {
        return new RiskPath(period, pd, lgd, prepayment, Check.fractions(byPeriod, periods(), "capital"));
    }

    /**
     * With the capital of the IRB approach for the remaining maturity at the beginning of each period (brought into
     * [1, 5] years) and the path's loss given default; at most the whole exposure, which the formula exceeds next to
     * the pole of its maturity adjustment.
     *
     * @param function the risk-weight function
     * @param pdPerYear the probability of default within a year that capital is held for
     * @param maturityPeriods how many periods the contract has; after them there is no capital
     * @return the changed path
     * @throws IllegalArgumentException if the function refuses a number
     */
    public RiskPath withCapital(IrbFunction function, double pdPerYear, int maturityPeriods) {
        requireNonNull(function, "function");
        double[] held = new double[periods()];
        double years = Check.years(period);
        for (int t = 0; t < Math.min(maturityPeriods, held.length); t++) {
            double maturity = IrbFunction.effectiveMaturity((maturityPeriods - t) * years);
            held[t] = Math.min(1, function.capital(pdPerYear, lgd[t], maturity));
        }
        return new RiskPath(period, pd, lgd, prepayment, held);
    }

    /** {@return how long a period takes} */
    public Horizon period() {
        return period;
    }

    /** {@return how many periods there are} */
    public int periods() {
        return pd.length;
    }

    /**
     * The probability of default in a period for who is there at its beginning.
     *
     * @param number the period from 1
     * @return the probability
     */
    public double pd(int number) {
        return pd[number - 1];
    }

    /**
     * The loss given default in a period.
     *
     * @param number the period from 1
     * @return a fraction of the exposure
     */
    public double lgd(int number) {
        return lgd[number - 1];
    }

    /**
     * The probability of early repayment at the end of a period.
     *
     * @param number the period from 1
     * @return the probability
     */
    public double prepayment(int number) {
        return prepayment[number - 1];
    }

    /**
     * The capital held over a period.
     *
     * @param number the period from 1
     * @return a fraction of the exposure at default
     */
    public double capital(int number) {
        return capital[number - 1];
    }

    boolean prepays() {
        for (double p : prepayment) {
            if (p > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the number of periods} */
    @Override
    public String toString() {
        return "RiskPath[" + periods() + " of " + period.length() + " " + period.unit() + "]";
    }
}
