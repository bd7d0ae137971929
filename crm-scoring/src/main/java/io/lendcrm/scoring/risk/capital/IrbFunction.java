package io.lendcrm.scoring.risk.capital;

import static java.util.Objects.requireNonNull;

/**
 * A risk-weight function of the internal ratings-based approach (Basel Framework, CRE31; no scaling factor of 1.06).
 *
 * <p>With the standard normal distribution N and its inverse G,
 *
 * <pre>
 * K = (LGD · N((G(PD) + √R · G(0.999)) / √(1 − R)) − PD · LGD) · (1 + (M − 2.5) b) / (1 − 1.5 b)
 * b = (0.11852 − 0.05478 ln PD)²                              corporate exposures; 0 for retail
 * R = 0.12 w + 0.24 (1 − w),  w = (1 − e^(−50 PD)) / (1 − e^(−50))      corporate
 *     less 0.04 (1 − (S − 5) / 45), annual sales S in EUR million brought into [5, 50]      small and medium firms
 * R = 0.15                                                    residential mortgages
 * R = 0.04                                                    qualifying revolving retail
 * R = 0.03 w + 0.16 (1 − w),  w = (1 − e^(−35 PD)) / (1 − e^(−35))      other retail
 * </pre>
 *
 * <p>There is no floor of the PD unless the caller sets one ({@link #withPdFloor}; the final Basel III standard has 0.05 %,
 * and 0.1 % for revolvers). For retail a PD of 0 gives the limit K = 0; for corporates the maturity adjustment has a
 * pole where b = 2/3, at a PD of 2.93e-6, and PDs at or below it are refused. A PD of 1 gives K = 0: a default that has
 * happened is for {@link #defaulted}. Immutable and thread-safe.
 */
public final class IrbFunction {

    private static final double QUANTILE = Normal.quantile(0.999);
    private static final double MEDIUM_SALES = 50;
    private static final double SMALL_SALES = 5;

    /** The treatment of CRE31. */
    public enum Exposure {
        /** Corporates, sovereigns and banks; the only one whose capital depends on the maturity. */
        CORPORATE,
        /** Retail loans secured by homes. */
        RESIDENTIAL_MORTGAGE,
        /** Qualifying revolving retail exposures, such as credit cards. */
        QUALIFYING_REVOLVING,
        /** All other retail. */
        OTHER_RETAIL
    }

    private final Exposure exposure;
    private final double sizeDeduction;
    private final double pdFloor;

    private IrbFunction(Exposure exposure, double sizeDeduction, double pdFloor) {
        this.exposure = requireNonNull(exposure, "exposure");
        this.sizeDeduction = sizeDeduction;
        this.pdFloor = pdFloor;
    }

    /**
     * The function for a kind of exposure.
     *
     * @param exposure the kind
     * @return the function, without floor, for a corporate without adjustment for size
     */
    public static IrbFunction of(Exposure exposure) {
        return new IrbFunction(exposure, 0, 0);
    }

    /** {@return the function for corporates of any size} */
    public static IrbFunction corporate() {
        return of(Exposure.CORPORATE);
    }

    /**
     * The function for a small or medium firm (CRE31.9).
     *
     * @param salesInEurMillion annual sales of the group it belongs to, finite and at least 0; below 5 counts as 5, from
     *     50 on there is no adjustment
     * @return the function, without floor
     */
    public static IrbFunction smallOrMedium(double salesInEurMillion) {
        if (!(salesInEurMillion >= 0) || salesInEurMillion == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "salesInEurMillion must be finite and at least 0, found " + salesInEurMillion);
        }
        double within = Math.max(SMALL_SALES, Math.min(MEDIUM_SALES, salesInEurMillion));
        return new IrbFunction(Exposure.CORPORATE, 0.04 * (1 - (within - SMALL_SALES) / 45), 0);
    }

    /**
     * The same function with a floor.
     *
     * @param floor the least PD that is used, within [0, 1)
     * @return the function
     */
    public IrbFunction withPdFloor(double floor) {
        if (!(floor >= 0 && floor < 1)) {
            throw new IllegalArgumentException("pdFloor must be within [0, 1), found " + floor);
        }
        return new IrbFunction(exposure, sizeDeduction, floor);
    }

    /** {@return the kind of exposure} */
    public Exposure exposure() {
        return exposure;
    }

    /**
     * The requirement for an exposure that hasn't defaulted.
     *
     * @param pd the probability of default within a year, within [0, 1]
     * @param lgd the loss given default as a fraction of the exposure, within [0, 1]
     * @param maturityYears the effective maturity M in years, within [1, 5] ({@link #effectiveMaturity} brings it
     *     there); not used for retail, but checked
     * @return the requirement with correlation and maturity adjustment
     * @throws IllegalArgumentException if a number is out of range
     */
    public CapitalRequirement requirement(double pd, double lgd, double maturityYears) {
        double used = floored(pd);
        double k = capital(used, lgd, maturityYears);
        return CapitalRequirement.of(used, correlation(used), adjustment(used), k);
    }

    /**
     * The capital requirement alone; it makes no objects.
     *
     * @param pd the probability of default within a year, within [0, 1]
     * @param lgd the loss given default as a fraction of the exposure, within [0, 1]
     * @param maturityYears the effective maturity in years, within [1, 5]
     * @return K as a fraction of the exposure at default
     * @throws IllegalArgumentException if a number is out of range
     */
    public double capital(double pd, double lgd, double maturityYears) {
        double used = floored(pd);
        requireFraction(lgd, "lgd");
        if (!(maturityYears >= 1 && maturityYears <= 5)) {
            throw new IllegalArgumentException("maturityYears must be within [1, 5], found " + maturityYears);
        }
        double b = adjustment(used);
        if (used == 0 || used == 1) {
            return 0;
        }
        double r = correlation(used);
        double stressed = Normal.cumulative((Normal.quantile(used) + Math.sqrt(r) * QUANTILE) / Math.sqrt(1 - r));
        return lgd * (stressed - used) * (1 + (maturityYears - 2.5) * b) / (1 - 1.5 * b);
    }

    /**
     * The requirement for an exposure in default under the advanced approach (CRE31.3): K = max(0, LGD − best estimate).
     *
     * @param lgd the loss given default in a downturn, within [0, 1]
     * @param bestEstimateOfLoss the best estimate of the expected loss, within [0, 1]
     * @return the requirement, with a PD of 1
     */
    public static CapitalRequirement defaulted(double lgd, double bestEstimateOfLoss) {
        requireFraction(lgd, "lgd");
        requireFraction(bestEstimateOfLoss, "bestEstimateOfLoss");
        return CapitalRequirement.of(1, 0, 0, Math.max(0, lgd - bestEstimateOfLoss));
    }

    /**
     * A maturity brought into the range that the approach uses (CRE32.44).
     *
     * @param years the cash-flow weighted or remaining maturity in years, at least 0
     * @return the years, at least 1 and at most 5
     */
    public static double effectiveMaturity(double years) {
        if (!(years >= 0)) {
            throw new IllegalArgumentException("years must be at least 0, found " + years);
        }
        return Math.max(1, Math.min(5, years));
    }

    private double floored(double pd) {
        requireFraction(pd, "pd");
        return Math.max(pd, pdFloor);
    }

    private double correlation(double pd) {
        return switch (exposure) {
            case CORPORATE -> between(0.12, 0.24, 50, pd) - sizeDeduction;
            case RESIDENTIAL_MORTGAGE -> 0.15;
            case QUALIFYING_REVOLVING -> 0.04;
            case OTHER_RETAIL -> between(0.03, 0.16, 35, pd);
        };
    }

    private static double between(double low, double high, double speed, double pd) {
        double w = Math.expm1(-speed * pd) / Math.expm1(-speed);
        return low * w + high * (1 - w);
    }

    private double adjustment(double pd) {
        if (exposure != Exposure.CORPORATE) {
            return 0;
        }
        double root = 0.11852 - 0.05478 * Math.log(pd);
        double b = root * root;
        if (!(b < 2.0 / 3)) {
            throw new IllegalArgumentException(
                    "pd must be above 2.93e-6, where the maturity adjustment has its pole, or have a floor, found "
                            + pd);
        }
        return b;
    }

    private static void requireFraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + value);
        }
    }

    /** {@return the kind of exposure and the floor} */
    @Override
    public String toString() {
        return "IrbFunction[" + exposure + ", pdFloor=" + pdFloor + "]";
    }
}
