package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;
import java.util.ArrayList;
import java.util.List;

/**
 * Accelerated failure: {@code ln T = constant + Σ b_j x_j + scale · error}. A unit of a feature makes time run
 * {@code exp(-b_j)} times as fast; a coefficient above 0 means a longer stay. The form goes on beyond the times seen,
 * which is an assumption. Immutable and thread-safe.
 */
public final class FailureTimeModel implements SurvivalModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "accelerated-failure";

    /** The name of the constant among the coefficients. */
    public static final String CONSTANT = "(constant)";

    /** The name of the logarithm of the scale among the coefficients; held at 0 for the exponential. */
    public static final String LOG_SCALE = "(log scale)";

    private final ModelInfo info;
    private final CalendarUnit unit;
    private final FailureLaw law;
    private final Coefficients coefficients;
    private final double[] means;
    private final double logLikelihood;
    private final double[] estimates;
    private final double scale;

    FailureTimeModel(
            ModelInfo info,
            CalendarUnit unit,
            FailureLaw law,
            Coefficients coefficients,
            double[] means,
            double logLikelihood) {
        this.info = requireNonNull(info, "info");
        this.unit = requireNonNull(unit, "unit");
        this.law = requireNonNull(law, "law");
        this.coefficients = requireNonNull(coefficients, "coefficients");
        this.means = means.clone();
        this.logLikelihood = logLikelihood;
        this.estimates = coefficients.estimates();
        List<String> names = names(info.schema());
        if (!coefficients.names().equals(names) || means.length != info.schema().size()) {
            throw new IllegalArgumentException("coefficients must be " + names
                    + " and means as many as features, found " + coefficients.names() + " and " + means.length);
        }
        this.scale = Math.exp(estimates[estimates.length - 1]);
        if (!(scale > 0) || scale == Double.POSITIVE_INFINITY || !Double.isFinite(logLikelihood)) {
            throw new IllegalArgumentException(
                    "scale and log-likelihood must be finite, found " + scale + " and " + logLikelihood);
        }
    }

    static List<String> names(FeatureSchema schema) {
        List<String> names = new ArrayList<>(List.of(CONSTANT));
        names.addAll(schema.names());
        names.add(LOG_SCALE);
        return names;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public CalendarUnit unit() {
        return unit;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    /** {@return the form of durations} */
    public FailureLaw law() {
        return law;
    }

    /** {@return the scale of the errors; 1 over the shape of a Weibull} */
    public double scale() {
        return scale;
    }

    /** {@return the log-likelihood of the durations as given} */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** {@return the constant, a coefficient for each feature, and the logarithm of the scale} */
    @Override
    public Coefficients coefficients() {
        return coefficients;
    }

    @Override
    public double lastTime() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double[] baseline() {
        return means.clone();
    }

    @Override
    public double[] riskContributions(double[] row) {
        if (row.length != means.length) {
            throw new IllegalArgumentException(
                    "row must have the model's " + means.length + " values, found " + row.length);
        }
        double[] contributions = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            contributions[j] = -estimates[1 + j] * (row[j] - means[j]) / scale;
            if (!Double.isFinite(contributions[j])) {
                throw new IllegalArgumentException(
                        "value of " + schema().feature(j).name() + " must be finite, found " + row[j]);
            }
        }
        return contributions;
    }

    @Override
    public double cumulativeHazard(double[] row, double time) {
        if (!(time >= 0) || time == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("time must be finite and at least 0, found " + time);
        }
        double expected = estimates[0];
        double[] contributions = riskContributions(row);
        for (int j = 0; j < row.length; j++) {
            expected += estimates[1 + j] * means[j] - contributions[j] * scale;
        }
        return time == 0 ? 0 : Math.max(0, -law.survival((Math.log(time) - expected) / scale)[0]);
    }

    /** {@return the law and the coefficients} */
    @Override
    public String toString() {
        return "FailureTimeModel[" + law + ", " + coefficients + "]";
    }
}
