package io.lendcrm.scoring.value.propensity;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.value.clv.Estimate;
import java.util.List;
import java.util.Map;

/**
 * How clients answer to the spread they are quoted: {@code P(accept) = 1 / (1 + exp(−(a + b (spread − mean))))}. The slope b
 * is the change of the log odds a percentage point, below 0 where a dearer quote is declined more often. For a group of
 * like clients: a lender who quotes the risky ones more makes the slope tell of risk as well.
 *
 * <p>Intervals are Wald's, on the scale of log odds for probabilities. Immutable and thread-safe.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic}, {@code iterations},
 *     {@code gradientNorm}, {@code hessianCondition}, {@code accepted}
 * @param meanSpread the mean quote, in percentage points a year
 * @param intercept the log odds of acceptance at the mean quote
 * @param slope their change a percentage point
 * @param interceptVariance the variance of the intercept, at least 0
 * @param covariance the covariance of intercept and slope
 * @param slopeVariance the variance of the slope, at least 0
 */
public record RateSensitivityModel(
        ModelInfo info,
        double meanSpread,
        double intercept,
        double slope,
        double interceptVariance,
        double covariance,
        double slopeVariance)
        implements FittedModel {

    static final String TYPE = "rate-sensitivity";

    /** Of the product of the variances: how far rounding may carry the squared covariance beyond it. */
    private static final double ROUNDING = 1e-9;

    public RateSensitivityModel {
        requireNonNull(info, "info");
        requireFinite("meanSpread", meanSpread);
        requireFinite("intercept", intercept);
        requireFinite("slope", slope);
        requireFinite("covariance", covariance);
        if (!(interceptVariance >= 0
                && slopeVariance >= 0
                && covariance * covariance <= interceptVariance * slopeVariance * (1 + ROUNDING)
                && Double.isFinite(interceptVariance * slopeVariance))) {
            throw new IllegalArgumentException("interceptVariance, covariance and slopeVariance must be those of two"
                    + " numbers, found " + interceptVariance + ", " + covariance + " and " + slopeVariance);
        }
    }

    /**
     * The slope with its interval: below 0 throughout where clients are surely sensitive to the rate.
     *
     * @param level the interval's level, within (0, 1)
     * @return the change of the log odds a percentage point; base and reasons are empty
     */
    public Estimate slope(double level) {
        double half = LogOdds.quantile(level) * Math.sqrt(slopeVariance);
        return new Estimate(slope, slope - half, slope + half, level, slope, List.of());
    }

    /**
     * The probability that a quote is accepted.
     *
     * @param spread the quote, in percentage points a year, finite
     * @return the probability, within [0, 1]
     */
    public double acceptance(double spread) {
        requireFinite("spread", spread);
        return LogOdds.probability(intercept + slope * (spread - meanSpread));
    }

    /**
     * The probability that a quote is accepted, with its interval and its reason. The base is a quote of the mean spread.
     *
     * @param spread the quote, in percentage points a year, finite
     * @param level the interval's level, within (0, 1)
     * @return the probability
     */
    public Estimate acceptance(double spread, double level) {
        double value = acceptance(spread);
        double base = acceptance(meanSpread);
        double off = spread - meanSpread;
        double variance = interceptVariance + 2 * off * covariance + off * off * slopeVariance;
        Reason reason = Reason.of(
                "propensity.spread",
                value - base,
                Map.of("spread", LogOdds.text(spread), "mean", LogOdds.text(meanSpread)));
        double error = value * (1 - value) * Math.sqrt(Math.max(0, variance));
        return LogOdds.estimate(value, error, level, base, List.of(reason));
    }

    /**
     * The elasticity of acceptance: by how many per cent the probability changes if the spread rises by one per cent of
     * itself, {@code slope × spread × (1 − acceptance)}. The interval is the delta method's.
     *
     * @param spread the quote, in percentage points a year, finite
     * @param level the interval's level, within (0, 1)
     * @return the elasticity; base and reasons are empty
     */
    public Estimate elasticity(double spread, double level) {
        double p = acceptance(spread);
        double value = slope * spread * (1 - p);
        double byIntercept = -value * p;
        double bySlope = spread * (1 - p) - value * p * (spread - meanSpread);
        double variance = byIntercept * byIntercept * interceptVariance
                + 2 * byIntercept * bySlope * covariance
                + bySlope * bySlope * slopeVariance;
        double half = LogOdds.quantile(level) * Math.sqrt(Math.max(0, variance));
        return new Estimate(value, value - half, value + half, level, value, List.of());
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, found " + value);
        }
    }
}
