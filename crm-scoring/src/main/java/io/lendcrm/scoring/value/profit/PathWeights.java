package io.lendcrm.scoring.value.profit;

/** What a risk path and a lender's terms say of one unit drawn in each period, whatever the loan. */
final class PathWeights {

    private final LendingTerms terms;
    private final double years;
    private final double[] performing;
    private final double[] prepaid;
    private final double[] loss;
    private final double[] capital;

    private PathWeights(LendingTerms terms, double years, int periods) {
        this.terms = terms;
        this.years = years;
        this.performing = new double[periods];
        this.prepaid = new double[periods];
        this.loss = new double[periods];
        this.capital = new double[periods];
    }

    static PathWeights of(RiskPath path, LendingTerms terms, boolean prepaying) {
        double years = Check.years(path.period());
        PathWeights weights = new PathWeights(terms, years, path.periods());
        double survival = 1;
        for (int t = 1; t <= path.periods(); t++) {
            double present = survival * LendingValuer.discount(terms.discount(), t * years);
            double pd = path.pd(t);
            double early = prepaying ? path.prepayment(t) : 0;
            weights.performing[t - 1] = present * (1 - pd);
            weights.prepaid[t - 1] = present * (1 - pd) * early;
            weights.loss[t - 1] = present * pd * path.lgd(t);
            weights.capital[t - 1] = present * path.capital(t);
            survival *= (1 - pd) * (1 - early);
        }
        return weights;
    }

    /**
     * Sets the parts of a loan of equal payments. From the last payment back: what is owed is a sum of positive numbers
     * so, while forward it is a difference whose rounding would grow as the interest does.
     */
    void loan(double rate, double growth, double payment, int periods, double[] parts) {
        double shrink = 1 / growth;
        double owed = 0;
        double income = 0;
        double cost = 0;
        double lost = 0;
        double held = 0;
        double early = 0;
        for (int t = periods - 1; t >= 0; t--) {
            early += prepaid[t] * owed;
            owed = (owed + payment) * shrink;
            income += performing[t] * owed;
            cost += performing[t];
            lost += loss[t] * owed;
            held += capital[t] * owed;
        }
        parts[ValuePart.INTEREST_INCOME.place()] = income * rate * years;
        parts[ValuePart.FUNDING_COST.place()] = -income * terms.fundingRate() * years;
        parts[ValuePart.PREPAYMENT_FEES.place()] = early * terms.prepaymentFee();
        parts[ValuePart.EXPECTED_LOSS.place()] = -lost;
        parts[ValuePart.COST_TO_SERVE.place()] = -cost * terms.costPerYear() * years;
        parts[ValuePart.CAPITAL_CHARGE.place()] = -held * terms.hurdleRate() * years;
    }
}
