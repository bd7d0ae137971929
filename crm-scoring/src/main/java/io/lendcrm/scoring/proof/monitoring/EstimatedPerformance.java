package io.lendcrm.scoring.proof.monitoring;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.special.Tails;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How well a score performs before anybody has turned bad, from its calibrated probabilities alone: a client with probability
 * p counts as p bads and 1 − p goods. The pairs of clients that the score is expected to rank rightly give
 *
 * <pre>AUC = Σ p_i (1 - p_j) [s_i &gt; s_j] / Σ p_i (1 - p_j),   i ≠ j, ties half</pre>
 *
 * and every cut-off its expected confusion. <b>It holds only as far as the probabilities do</b>: clients may shift among
 * each other (more of the risky kind), but each kind must turn bad as often as it did where the probabilities were
 * calibrated. A recession, a new product or a lost variable break that unseen, and then the estimate errs as the probabilities do:
 * it complements the outcomes when they come and doesn't replace them. Immutable and thread-safe.
 *
 * <p>Source: the method known as confidence-based performance estimation (Bialek, Kuberski, Perrakis, Bifet: Estimating model
 * performance under covariate shift without labels, 2024).
 */
public final class EstimatedPerformance {

    private final double[] score;
    private final double[] badsFrom;
    private final double[] goodsFrom;
    private final double auc;
    private final double standardError;
    private final double brier;
    private final double logLoss;

    /**
     * What a cut-off is expected to do, in clients. Immutable and thread-safe.
     *
     * @param badsRefused bads at or above the cut-off
     * @param goodsRefused goods at or above it
     * @param badsPassed bads below it
     * @param goodsPassed goods below it
     */
    public record Confusion(double badsRefused, double goodsRefused, double badsPassed, double goodsPassed) {

        /** {@return the share of clients told rightly} */
        public double accuracy() {
            return (badsRefused + goodsPassed) / (badsRefused + goodsRefused + badsPassed + goodsPassed);
        }

        /** {@return the share of bads among those refused; 0 if none is} */
        public double precision() {
            double refused = badsRefused + goodsRefused;
            return refused == 0 ? 0 : badsRefused / refused;
        }

        /** {@return the share of the bads that is refused} */
        public double recall() {
            return badsRefused / (badsRefused + badsPassed);
        }

        /** {@return the share of bads among those passed; 0 if none is} */
        public double badRatePassed() {
            double passed = badsPassed + goodsPassed;
            return passed == 0 ? 0 : badsPassed / passed;
        }
    }

    private EstimatedPerformance(double[] risk, double[] probability) {
        int n = risk.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> risk[i]));
        score = new double[n];
        badsFrom = new double[n + 1];
        goodsFrom = new double[n + 1];
        double squares = 0;
        double losses = 0;
        for (int k = n - 1; k >= 0; k--) {
            double p = probability[order[k]];
            score[k] = risk[order[k]];
            badsFrom[k] = badsFrom[k + 1] + p;
            goodsFrom[k] = goodsFrom[k + 1] + (1 - p);
            squares += p * (1 - p);
            losses -= (p == 0 ? 0 : p * Math.log(p)) + (p == 1 ? 0 : (1 - p) * Math.log1p(-p));
        }
        brier = squares / n;
        logLoss = losses / n;
        double bads = badsFrom[0];
        double goods = goodsFrom[0];
        double pairs = bads * goods - squares;
        if (!(pairs > 0)) {
            throw new IllegalArgumentException("probability must let expect both bads and goods, found " + bads
                    + " bads and " + goods + " goods among " + n + " rows");
        }
        double right = 0;
        double[] influence = new double[n];
        for (int from = 0; from < n; ) {
            int to = from;
            double selves = 0;
            while (to < n && score[to] == score[from]) {
                double p = probability[order[to++]];
                selves += p * (1 - p);
            }
            double tiedBads = badsFrom[from] - badsFrom[to];
            double tiedGoods = goodsFrom[from] - goodsFrom[to];
            double goodsBelow = goods - goodsFrom[from];
            right += tiedBads * goodsBelow + (tiedBads * tiedGoods - selves) / 2;
            // how the numbers of rightly ranked pairs and of all pairs change if a good here turns bad
            double gain = goodsBelow + tiedGoods / 2 - badsFrom[to] - tiedBads / 2;
            Arrays.fill(influence, from, to, gain);
            from = to;
        }
        auc = Math.max(0, Math.min(1, right / pairs)); // rounding alone may lead beyond
        double variance = 0;
        for (int k = 0; k < n; k++) {
            double p = probability[order[k]];
            double slope = (influence[k] - auc * (goods - bads)) / pairs;
            variance += p * (1 - p) * slope * slope;
        }
        standardError = Math.sqrt(variance);
    }

    /**
     * The performance of probabilities as a score.
     *
     * @param probability of turning bad, calibrated, within [0, 1]
     * @return what is to be expected
     * @throws IllegalArgumentException if there is no row, a probability is out of range, or all are 0 or all 1
     */
    public static EstimatedPerformance of(double[] probability) {
        return of(probability, probability);
    }

    /**
     * The performance of a score.
     *
     * @param risk the score, the larger the riskier, none {@code NaN}
     * @param probability of turning bad, calibrated, row by row, within [0, 1]
     * @return what is to be expected
     * @throws IllegalArgumentException if there is no row, lengths differ, a score is {@code NaN}, a probability out of range,
     *     or all are 0 or all 1
     */
    public static EstimatedPerformance of(double[] risk, double[] probability) {
        if (risk.length == 0 || risk.length != probability.length) {
            throw new IllegalArgumentException("there must be rows, and as many probabilities as scores, found "
                    + probability.length + " and " + risk.length);
        }
        for (int row = 0; row < risk.length; row++) {
            if (Double.isNaN(risk[row]) || !(probability[row] >= 0 && probability[row] <= 1)) {
                throw new IllegalArgumentException("risk must be a number and probability within [0, 1], found "
                        + risk[row] + " and " + probability[row] + " in row " + (row + 1));
            }
        }
        return new EstimatedPerformance(risk, probability);
    }

    /** {@return how many rows} */
    public int size() {
        return score.length;
    }

    /** {@return the share of bads to be expected} */
    public double badRate() {
        return badsFrom[0] / score.length;
    }

    /** {@return the area under the ROC curve to be expected} */
    public double auc() {
        return auc;
    }

    /** {@return how far chance alone will take the realised area from the expected one, a standard deviation} */
    public double standardError() {
        return standardError;
    }

    /**
     * Where the realised area will be if the probabilities hold. An area outside says that they don't.
     *
     * @param level the probability, within (0, 1)
     * @return a normal interval, cut at 0 and 1
     */
    public Interval interval(double level) {
        double reach = Tails.deviations(level) * standardError;
        return new Interval(auc, Math.max(0, auc - reach), Math.min(1, auc + reach), level);
    }

    /** {@return the greatest distance of the expected distributions of bads and goods} */
    public double ks() {
        double ks = 0;
        for (int k = 0; k < score.length; k++) {
            if (k == 0 || score[k] > score[k - 1]) {
                ks = Math.max(ks, badsFrom[k] / badsFrom[0] - goodsFrom[k] / goodsFrom[0]);
            }
        }
        return ks;
    }

    /** {@return the mean squared error of the probabilities to be expected} */
    public double brier() {
        return brier;
    }

    /** {@return the mean negative log-likelihood of the probabilities to be expected, in nats} */
    public double logLoss() {
        return logLoss;
    }

    /**
     * What a cut-off is expected to do.
     *
     * @param cutoff clients with this score or a larger one are refused
     * @return the expected confusion
     */
    public Confusion at(double cutoff) {
        int from = 0;
        int to = score.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (score[middle] < cutoff) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return new Confusion(
                badsFrom[from], goodsFrom[from], badsFrom[0] - badsFrom[from], goodsFrom[0] - goodsFrom[from]);
    }

    /** {@return the rows, the bad rate and the area to be expected} */
    @Override
    public String toString() {
        return "EstimatedPerformance[" + size() + " rows, badRate=" + badRate() + ", auc=" + auc + "]";
    }
}
