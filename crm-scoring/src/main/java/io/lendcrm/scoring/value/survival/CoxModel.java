package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;
import java.util.Arrays;

/**
 * Cox's proportional hazards: every client has the same hazard over time but for a factor, {@code h(t) exp(Σ b_j x_j)}.
 * A coefficient is the change of the logarithm of the hazard a unit of its column; {@code exp(b_j)} is the hazard
 * ratio. The hazard over time is a step function without a form; after the longest duration seen the model knows
 * nothing.
 *
 * <p>{@code S(t|x) = exp(-H(t) exp(Σ b_j (x_j - mean_j)))}, H being the cumulative hazard of a client at the means.
 * Immutable and thread-safe.
 */
public final class CoxModel implements SurvivalModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "cox";

    private final ModelInfo info;
    private final CalendarUnit unit;
    private final CoxTies ties;
    private final Coefficients coefficients;
    private final double[] means;
    private final double[] times;
    private final double[] hazard;
    private final double lastTime;
    private final CoxFit fit;
    private final double[] slopes;

    CoxModel(
            ModelInfo info,
            CalendarUnit unit,
            CoxTies ties,
            Coefficients coefficients,
            double[] means,
            double[] times,
            double[] hazard,
            double lastTime,
            CoxFit fit) {
        this.info = requireNonNull(info, "info");
        this.unit = requireNonNull(unit, "unit");
        this.ties = requireNonNull(ties, "ties");
        this.coefficients = requireNonNull(coefficients, "coefficients");
        this.means = means.clone();
        this.times = times.clone();
        this.hazard = hazard.clone();
        this.lastTime = lastTime;
        this.fit = requireNonNull(fit, "fit");
        this.slopes = coefficients.estimates();
        if (!coefficients.names().equals(info.schema().names())) {
            throw new IllegalArgumentException(
                    "coefficients must be of " + info.schema().names() + ", found " + coefficients.names());
        }
        if (means.length != slopes.length || times.length != hazard.length || times.length == 0) {
            throw new IllegalArgumentException("means must be " + slopes.length
                    + " and times as many as hazards, at least 1, found " + means.length + ", " + times.length + " and "
                    + hazard.length);
        }
        for (int k = 0; k < times.length; k++) {
            double before = k == 0 ? 0 : times[k - 1];
            double less = k == 0 ? 0 : hazard[k - 1];
            if (!(times[k] > before && times[k] <= lastTime && hazard[k] >= less && Double.isFinite(hazard[k]))) {
                throw new IllegalArgumentException("times must rise up to " + lastTime
                        + " and hazards must not fall, found " + times[k] + " and " + hazard[k] + " at " + k);
            }
        }
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

    /** {@return how clients who ended at the same moment were treated} */
    public CoxTies ties() {
        return ties;
    }

    /** {@return a coefficient for each feature, with their covariance} */
    @Override
    public Coefficients coefficients() {
        return coefficients;
    }

    /** {@return how well it fits its data} */
    public CoxFit fit() {
        return fit;
    }

    /** {@return the moments at which the hazard jumps, earliest first} */
    public double[] times() {
        return times.clone();
    }

    /** {@return the cumulative hazard of a client at the {@link #baseline()}, at each of the {@link #times()}} */
    public double[] hazard() {
        return hazard.clone();
    }

    @Override
    public double lastTime() {
        return lastTime;
    }

    @Override
    public double[] baseline() {
        return means.clone();
    }

    @Override
    public double[] riskContributions(double[] row) {
        if (row.length != slopes.length) {
            throw new IllegalArgumentException(
                    "row must have the model's " + slopes.length + " values, found " + row.length);
        }
        double[] contributions = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            contributions[j] = slopes[j] * (row[j] - means[j]);
            if (!Double.isFinite(contributions[j])) {
                throw new IllegalArgumentException(
                        "value of " + schema().feature(j).name() + " must be finite, found " + row[j]);
            }
        }
        return contributions;
    }

    @Override
    public double cumulativeHazard(double[] row, double time) {
        double sum = Arrays.stream(riskContributions(row)).sum();
        if (!(time >= 0 && time <= lastTime)) {
            throw new IllegalArgumentException("time must be within [0, " + lastTime + "], found " + time);
        }
        int at = Arrays.binarySearch(times, time);
        int until = at >= 0 ? at : -at - 2;
        return until < 0 || hazard[until] == 0 ? 0 : hazard[until] * Math.exp(sum);
    }

    /** {@return the coefficients} */
    @Override
    public String toString() {
        return "CoxModel[" + coefficients + "]";
    }
}
