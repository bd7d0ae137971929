package io.lendcrm.scoring.proof.monitoring;

import io.lendcrm.scoring.likelihood.Interval;
import org.apache.commons.math3.distribution.BetaDistribution;

/** The exact interval of a share (Clopper and Pearson 1934). */
final class ExactInterval {

    private ExactInterval() {}

    static Interval of(long events, long rows, double level) {
        if (rows == 0) {
            return new Interval(0, 0, 1, level);
        }
        double share = (double) events / rows;
        double tail = (1 - level) / 2;
        double lower = events == 0 ? 0 : quantile((double) events, rows - events + 1.0, tail);
        double upper = events == rows ? 1 : quantile(events + 1.0, (double) (rows - events), 1 - tail);
        return new Interval(share, Math.min(lower, share), Math.max(upper, share), level);
    }

    private static double quantile(double a, double b, double probability) {
        return new BetaDistribution(null, a, b, 1e-12).inverseCumulativeProbability(probability);
    }
}
