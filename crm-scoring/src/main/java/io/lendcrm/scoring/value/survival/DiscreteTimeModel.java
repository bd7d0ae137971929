package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.risk.logistic.BinaryLink;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hazard for every interval of time: the probability to end in it of a client that has begun it,
 * {@code link(band + Σ b_j x_j)}. Survival is the product of {@code 1 - hazard}; within an interval it falls at a
 * constant rate. The last band goes on for ever, which is an assumption beyond the times seen. Immutable and
 * thread-safe.
 */
public final class DiscreteTimeModel implements SurvivalModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "discrete-time-hazard";

    private final ModelInfo info;
    private final CalendarUnit unit;
    private final double width;
    private final int bands;
    private final BinaryLink link;
    private final Coefficients coefficients;
    private final double[] means;
    private final int periods;
    private final double[] estimates;

    DiscreteTimeModel(
            ModelInfo info,
            CalendarUnit unit,
            double width,
            int bands,
            BinaryLink link,
            Coefficients coefficients,
            double[] means,
            int periods) {
        this.info = requireNonNull(info, "info");
        this.unit = requireNonNull(unit, "unit");
        this.width = width;
        this.bands = bands;
        this.link = requireNonNull(link, "link");
        this.coefficients = requireNonNull(coefficients, "coefficients");
        this.means = means.clone();
        this.periods = periods;
        this.estimates = coefficients.estimates();
        if (!(width > 0) || width == Double.POSITIVE_INFINITY || bands < 1 || periods < 0) {
            throw new IllegalArgumentException("width, bands and periods must be above 0, 0 and at least 0, found "
                    + width + ", " + bands + " and " + periods);
        }
        if (estimates.length != 1 + bands + info.schema().size()
                || means.length != info.schema().size()) {
            throw new IllegalArgumentException("there must be a coefficient for each of " + bands + " bands and of "
                    + info.schema().names() + ", and as many means as features, found " + coefficients.names() + " and "
                    + means.length);
        }
    }

    static String band(int number) {
        return "band_" + number;
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

    /** {@return the length of an interval} */
    public double width() {
        return width;
    }

    /** {@return how many bands there are, the last of them going on} */
    public int bands() {
        return bands;
    }

    /** {@return how a predictor becomes a hazard} */
    public BinaryLink link() {
        return link;
    }

    /** {@return how many rows of one client and one interval it was fitted on} */
    public int periods() {
        return periods;
    }

    /** {@return the coefficients: {@code (constant)}, held at 0, the bands {@code band_1} and so on, the features} */
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
            contributions[j] = estimates[1 + bands + j] * (row[j] - means[j]);
            if (!Double.isFinite(contributions[j])) {
                throw new IllegalArgumentException(
                        "value of " + schema().feature(j).name() + " must be finite, found " + row[j]);
            }
        }
        return contributions;
    }

    /**
     * The probability to end in an interval of a client that has begun it.
     *
     * @param row the features
     * @param period which interval, from 1
     * @return the hazard
     * @throws IllegalArgumentException if the row or the interval doesn't fit
     */
    public double hazard(double[] row, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be at least 1, found " + period);
        }
        return link.probability(estimates[Math.min(period, bands)] + effect(row));
    }

    private double effect(double[] row) {
        double effect = Arrays.stream(riskContributions(row)).sum();
        for (int j = 0; j < means.length; j++) {
            effect += estimates[1 + bands + j] * means[j];
        }
        return effect;
    }

    @Override
    public double cumulativeHazard(double[] row, double time) {
        if (!(time >= 0) || time == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("time must be finite and at least 0, found " + time);
        }
        double effect = effect(row);
        double whole = Math.floor(time / width);
        double hazard = 0;
        for (int band = 1; band <= bands; band++) {
            double from = band - 1;
            double spent = band == bands ? time / width - from : Math.min(1, time / width - from);
            if (whole < from || spent <= 0) {
                break;
            }
            hazard -= spent * Math.log1p(-link.probability(estimates[band] + effect));
        }
        return hazard;
    }

    /** {@return the coefficients} */
    @Override
    public String toString() {
        return "DiscreteTimeModel[" + coefficients + "]";
    }

    /** The names of the coefficients of a model with so many bands. */
    static List<String> names(int bands, FeatureSchema features) {
        List<String> names = new ArrayList<>();
        names.add(LogisticModel.CONSTANT);
        names.addAll(DiscreteTimeFitter.schema(bands, features).names());
        return names;
    }
}
