package io.lendcrm.scoring.proof.validation;

import java.util.Arrays;

/**
 * How well a score tells bads from goods, whatever the cut: the receiver operating characteristic and what is read from
 * it. Rows of equal score are one step of the curve, so that ties count half.
 *
 * <ul>
 *   <li>{@link #auc}: the probability that a bad has a larger score than a good, ties half (Mann-Whitney); Gini is
 *       {@code 2 AUC - 1}.
 *   <li>{@link #ks}: the largest distance of the two distributions (Kolmogorov-Smirnov).
 *   <li>{@link #hMeasure}: the expected loss saved, over a stated distribution of costs (Hand 2009).
 * </ul>
 *
 * The scores are sorted once, in time linear in the rows. Immutable and thread-safe.
 */
public final class RocCurve {

    private final double[] score;
    private final int[] badsFrom;
    private final int[] goodsFrom;

    /** Ascending distinct scores, and how many bads and goods have less than each; one more cell for all. */
    private RocCurve(double[] score, int[] badsFrom, int[] goodsFrom) {
        this.score = score;
        this.badsFrom = badsFrom;
        this.goodsFrom = goodsFrom;
    }

    /**
     * The curve of scored outcomes.
     *
     * @param outcomes scores and what came of them
     * @return the curve
     */
    public static RocCurve of(ScoredOutcomes outcomes) {
        SortedOutcomes sorted = outcomes.sorted();
        int steps = 0;
        for (int place = 0; place < sorted.size(); place++) {
            steps += sorted.begins(place) ? 1 : 0;
        }
        double[] score = new double[steps];
        int[] badsFrom = new int[steps + 1];
        int[] goodsFrom = new int[steps + 1];
        int bads = 0;
        int step = 0;
        for (int place = 0; place < sorted.size(); place++) {
            if (sorted.begins(place)) {
                score[step] = sorted.score(place);
                badsFrom[step] = bads;
                goodsFrom[step++] = place - bads;
            }
            bads += sorted.bad(place);
        }
        badsFrom[steps] = bads;
        goodsFrom[steps] = sorted.size() - bads;
        return new RocCurve(score, badsFrom, goodsFrom);
    }

    /** {@return how many bads} */
    public int bads() {
        return badsFrom[score.length];
    }

    /** {@return how many goods} */
    public int goods() {
        return goodsFrom[score.length];
    }

    /** {@return how many distinct scores} */
    public int steps() {
        return score.length;
    }

    /**
     * A distinct score.
     *
     * @param step from 0, in ascending order
     * @return the score of risk
     */
    public double score(int step) {
        return score[step];
    }

    /**
     * The share of the bads that a cut catches: those whose score is at least that of a step.
     *
     * @param step from 0, or {@link #steps()} for a cut above all
     * @return the true positive rate
     */
    public double badShareFrom(int step) {
        return (double) (bads() - badsFrom[step]) / bads();
    }

    /**
     * The share of the goods that a cut catches.
     *
     * @param step from 0, or {@link #steps()} for a cut above all
     * @return the false positive rate
     */
    public double goodShareFrom(int step) {
        return (double) (goods() - goodsFrom[step]) / goods();
    }

    /** {@return the area under the curve, with its variance by DeLong, DeLong and Clarke-Pearson (1988)} */
    public Auc auc() {
        double n = goods();
        double m = bads();
        long twice = 0; // twice the number of pairs in order: exact
        for (int step = 0; step < score.length; step++) {
            long b = (long) badsFrom[step + 1] - badsFrom[step];
            long below = (long) goodsFrom[step] + goodsFrom[step + 1];
            twice += b * below;
        }
        double auc = twice / (2 * n * m);
        double ofBads = 0;
        double ofGoods = 0;
        for (int step = 0; step < score.length; step++) {
            double b = badsFrom[step + 1] - badsFrom[step];
            double g = goodsFrom[step + 1] - goodsFrom[step];
            double badPlaced = (goodsFrom[step] + g / 2) / n - auc;
            double goodPlaced = (m - badsFrom[step] - b / 2) / m - auc;
            ofBads += b * badPlaced * badPlaced;
            ofGoods += g * goodPlaced * goodPlaced;
        }
        return new Auc(auc, m > 1 && n > 1 ? ofBads / (m - 1) / m + ofGoods / (n - 1) / n : Double.NaN);
    }

    /** {@return twice the area under the curve minus 1} */
    public double gini() {
        return 2 * auc().value() - 1;
    }

    /** {@return the largest difference between the shares of bads and goods below a cut, at least 0} */
    public double ks() {
        return distanceAt(ksStep());
    }

    /** {@return the score of risk from which on the two distributions are farthest apart} */
    public double ksScore() {
        return score[Math.min(ksStep(), score.length - 1)];
    }

    private int ksStep() {
        int best = 0;
        for (int step = 1; step <= score.length; step++) {
            if (distanceAt(step) > distanceAt(best)) {
                best = step;
            }
        }
        return best;
    }

    private double distanceAt(int step) {
        return Math.abs((double) goodsFrom[step] / goods() - (double) badsFrom[step] / bads());
    }

    /** {@return the H-measure with the usual distribution of costs, {@link HMeasure.Costs#bySeverity}} */
    public double hMeasure() {
        return hMeasure(HMeasure.Costs.bySeverity((double) bads() / goods()));
    }

    /**
     * The H-measure.
     *
     * @param costs how likely each cost of a mistake is thought to be
     * @return 0 for a score that tells nothing, 1 for one that tells all
     */
    public double hMeasure(HMeasure.Costs costs) {
        return HMeasure.of(this, costs);
    }

    int badsBelow(int step) {
        return badsFrom[step];
    }

    int goodsBelow(int step) {
        return goodsFrom[step];
    }

    /** Points of the curve to draw, thinned to about so many; the ends are kept. */
    int[] stepsToDraw(int most) {
        if (score.length < most) {
            int[] all = new int[score.length + 1];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] some = new int[most];
        Arrays.setAll(some, i -> (int) ((long) i * score.length / (most - 1)));
        return some;
    }
}
