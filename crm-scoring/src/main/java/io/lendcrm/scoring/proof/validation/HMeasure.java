package io.lendcrm.scoring.proof.validation;

import org.apache.commons.math3.special.Beta;

/**
 * Hand's measure: how much of the expected loss a score saves, when the cost of taking a good for a bad is {@code c}
 * and that of taking a bad for a good {@code 1 - c}, with {@code c} drawn from a beta distribution that doesn't depend
 * on the score. AUC amounts to a distribution that does, so that it measures two scores with two yardsticks. Stateless
 * and thread-safe.
 *
 * <p>Sources: Hand, Measuring classifier performance, Machine Learning 77 (2009); Hand and Anagnostopoulos, A better
 * Beta for the H measure, Pattern Recognition Letters 40 (2014).
 */
public final class HMeasure {

    private HMeasure() {}

    /**
     * How likely each cost is thought to be: {@code c ~ Beta(alpha, beta)}. Immutable and thread-safe.
     *
     * @param alpha the first shape, finite and above 0
     * @param beta the second shape, finite and above 0
     */
    public record Costs(double alpha, double beta) {

        public Costs {
            if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("alpha must be finite and above 0, found " + alpha);
            }
            if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("beta must be finite and above 0, found " + beta);
            }
        }

        /**
         * {@code Beta(2, 1 + 1/ratio)}, most likely where taking a good for a bad costs {@code ratio} times as much as
         * the other mistake; the default of the R package hmeasure, with the ratio of bads to goods.
         *
         * @param ratio how severe the one mistake is beside the other, above 0
         * @return the distribution
         */
        public static Costs bySeverity(double ratio) {
            if (!(ratio > 0)) {
                throw new IllegalArgumentException("ratio must be above 0, found " + ratio);
            }
            return new Costs(2, 1 + 1 / ratio);
        }

        /**
         * {@code Beta(π₁ + 1, π₀ + 1)}, as Hand and Anagnostopoulos (2014) advise where nothing is known of the costs.
         *
         * @param badShare the share of bads, within (0, 1)
         * @return the distribution
         */
        public static Costs byShare(double badShare) {
            if (!(badShare > 0 && badShare < 1)) {
                throw new IllegalArgumentException("badShare must be within (0, 1), found " + badShare);
            }
            return new Costs(1 + badShare, 2 - badShare);
        }
    }

    /** 1 - (expected loss with the best cut for each cost) / (expected loss of the better constant decision). */
    static double of(RocCurve curve, Costs costs) {
        int[] hull = hull(curve);
        double goods = curve.goods();
        double bads = curve.bads();
        double pi1 = bads / (bads + goods);
        double pi0 = 1 - pi1;
        double loss = 0;
        double from = 0;
        for (int i = 0; i < hull.length; i++) {
            double f0 = curve.goodsBelow(hull[i]) / goods;
            double f1 = curve.badsBelow(hull[i]) / bads;
            double to = 1;
            if (i + 1 < hull.length) {
                double up = curve.badsBelow(hull[i + 1]) - curve.badsBelow(hull[i]);
                to = up / (up + curve.goodsBelow(hull[i + 1]) - curve.goodsBelow(hull[i]));
            }
            loss += pi0 * (1 - f0) * (meanCost(costs, to) - meanCost(costs, from))
                    + pi1 * f1 * (meanRest(costs, to) - meanRest(costs, from));
            from = to;
        }
        double worst = pi0 * meanCost(costs, pi1) + pi1 * (meanRest(costs, 1) - meanRest(costs, pi1));
        return 1 - loss / worst;
    }

    /** ∫ c dB(c) from 0. */
    private static double meanCost(Costs costs, double to) {
        double mean = costs.alpha() / (costs.alpha() + costs.beta());
        return mean * Beta.regularizedBeta(to, costs.alpha() + 1, costs.beta());
    }

    /** ∫ (1 - c) dB(c) from 0. */
    private static double meanRest(Costs costs, double to) {
        double mean = costs.beta() / (costs.alpha() + costs.beta());
        return mean * Beta.regularizedBeta(to, costs.alpha(), costs.beta() + 1);
    }

    /** The steps at which the concave hull of the curve turns, goods below over bads below. */
    private static int[] hull(RocCurve curve) {
        int[] hull = new int[curve.steps() + 1];
        int size = 0;
        for (int step = 0; step <= curve.steps(); step++) {
            while (size >= 2 && !turnsRight(curve, hull[size - 2], hull[size - 1], step)) {
                size--;
            }
            hull[size++] = step;
        }
        return java.util.Arrays.copyOf(hull, size);
    }

    private static boolean turnsRight(RocCurve curve, int a, int b, int c) {
        long x1 = (long) curve.badsBelow(b) - curve.badsBelow(a);
        long y1 = (long) curve.goodsBelow(b) - curve.goodsBelow(a);
        long x2 = (long) curve.badsBelow(c) - curve.badsBelow(b);
        long y2 = (long) curve.goodsBelow(c) - curve.goodsBelow(b);
        return x1 * y2 - y1 * x2 < 0;
    }
}
