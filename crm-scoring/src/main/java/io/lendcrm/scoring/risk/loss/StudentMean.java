package io.lendcrm.scoring.risk.loss;

import io.lendcrm.scoring.likelihood.Interval;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** The mean of a sample with Student's interval. */
final class StudentMean {

    private StudentMean() {}

    static Interval of(double[] values, double level) {
        if (values.length < 2) {
            throw new IllegalArgumentException("values must be at least 2, found " + values.length);
        }
        SummaryStatistics sample = new SummaryStatistics();
        for (double value : values) {
            sample.addValue(value);
        }
        double quantile = new TDistribution(null, values.length - 1.0).inverseCumulativeProbability((1 + level) / 2);
        double reach = quantile * sample.getStandardDeviation() / Math.sqrt(values.length);
        return new Interval(sample.getMean(), sample.getMean() - reach, sample.getMean() + reach, level);
    }
}
