package io.lendcrm.scoring.risk.capital;

/**
 * What the IRB approach asks for one unit of exposure at default. Immutable and thread-safe.
 *
 * @param pd the probability of default within a year that was used, after the floor
 * @param correlation the asset correlation R; 0 for a defaulted exposure
 * @param maturityAdjustment the slope b of the maturity adjustment; 0 for retail and defaulted exposures
 * @param capital the capital requirement K as a fraction of the exposure at default; 0.08 is 8 %
 * @param riskWeight 12.5 K; 1.0 is 100 %
 */
public record CapitalRequirement(
        double pd, double correlation, double maturityAdjustment, double capital, double riskWeight) {

    private static final double INVERSE_OF_EIGHT_PERCENT = 12.5;

    static CapitalRequirement of(double pd, double correlation, double maturityAdjustment, double capital) {
        return new CapitalRequirement(pd, correlation, maturityAdjustment, capital, INVERSE_OF_EIGHT_PERCENT * capital);
    }

    /**
     * The risk-weighted amount.
     *
     * @param exposureAtDefault the exposure at default, finite and at least 0
     * @return riskWeight × exposureAtDefault, in the exposure's unit
     */
    public double riskWeightedAssets(double exposureAtDefault) {
        if (!(exposureAtDefault >= 0) || exposureAtDefault == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "exposureAtDefault must be finite and at least 0, found " + exposureAtDefault);
        }
        return riskWeight * exposureAtDefault;
    }
}
