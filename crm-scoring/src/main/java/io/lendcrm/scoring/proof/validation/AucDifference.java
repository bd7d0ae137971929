package io.lendcrm.scoring.proof.validation;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether one score ranks the same clients better than another: the paired test of DeLong, DeLong and Clarke-Pearson,
 * Biometrics 44 (1988). Immutable and thread-safe.
 *
 * @param first the area of the first score
 * @param second the area of the second score
 * @param covariance of the two areas
 * @param clients how many clients were ranked
 */
public record AucDifference(Auc first, Auc second, double covariance, int clients) {

    /**
     * Compares two scores of the same clients.
     *
     * @param first a score
     * @param second another, of the same rows in the same order
     * @return the comparison
     * @throws IllegalArgumentException if the rows' outcomes differ, or there are fewer than two bads or goods
     */
    public static AucDifference of(ScoredOutcomes first, ScoredOutcomes second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("second must have " + first.size() + " rows, found " + second.size());
        }
        for (int row = 0; row < first.size(); row++) {
            if (first.bad(row) != second.bad(row)) {
                throw new IllegalArgumentException("the outcomes must be the same, row " + (row + 1) + " differs");
            }
        }
        if (first.bads() < 2 || first.goods() < 2) {
            throw new IllegalArgumentException(
                    "a comparison needs two bads and two goods, found " + first.bads() + " and " + first.goods());
        }
        RocCurve firstCurve = RocCurve.of(first);
        RocCurve secondCurve = RocCurve.of(second);
        double[] u = placements(first, firstCurve);
        double[] v = placements(second, secondCurve);
        Auc a = firstCurve.auc();
        Auc b = secondCurve.auc();
        double ofBads = 0;
        double ofGoods = 0;
        for (int row = 0; row < u.length; row++) {
            double product = (u[row] - a.value()) * (v[row] - b.value());
            ofBads += first.bad(row) ? product : 0;
            ofGoods += first.bad(row) ? 0 : product;
        }
        double m = first.bads();
        double n = first.goods();
        return new AucDifference(a, b, ofBads / (m - 1) / m + ofGoods / (n - 1) / n, first.size());
    }

    /** Of a bad the share of goods it is ranked above, of a good the share of bads it is ranked below; ties half. */
    private static double[] placements(ScoredOutcomes outcomes, RocCurve curve) {
        double[] scores = new double[curve.steps()];
        Arrays.setAll(scores, curve::score);
        double[] placements = new double[outcomes.size()];
        for (int row = 0; row < placements.length; row++) {
            int step = Arrays.binarySearch(scores, outcomes.score(row) + 0.0);
            placements[row] = outcomes.bad(row)
                    ? ((double) curve.goodsBelow(step) + curve.goodsBelow(step + 1)) / 2 / curve.goods()
                    : 1 - ((double) curve.badsBelow(step) + curve.badsBelow(step + 1)) / 2 / curve.bads();
        }
        return placements;
    }

    /** {@return the first area minus the second, in standard errors; 0 where the scores rank alike} */
    public double z() {
        double variance = first.variance() + second.variance() - 2 * covariance;
        double difference = first.value() - second.value();
        return difference == 0 ? 0 : difference / Math.sqrt(Math.max(variance, Double.MIN_NORMAL));
    }

    /** {@return the probability of a difference at least so large if there were none, two-sided} */
    public double pValue() {
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z()));
    }
}
