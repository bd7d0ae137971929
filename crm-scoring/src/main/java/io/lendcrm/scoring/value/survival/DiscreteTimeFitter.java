package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.logistic.BinaryLink;
import io.lendcrm.scoring.risk.logistic.LogisticData;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Fits a {@link DiscreteTimeModel}: time is cut into intervals, a client is one row for every interval that it begins,
 * and whether it ends in an interval is a binary regression with a constant for each interval, those from the last band
 * on sharing one. A client last seen within an interval counts for the whole of it, as in Singer and Willett (1993);
 * one that enters within an interval counts from the next on, and not at all if it ends before that, of which the
 * model's warnings tell. Cut rows of a client whose features change where intervals begin. Immutable and thread-safe.
 *
 * @param width the length of an interval in the unit of the data, finite and above 0
 * @param bands how many constants over time, at least 1
 * @param link logit, or complementary log-log for coefficients that are those of proportional hazards
 */
public record DiscreteTimeFitter(double width, int bands, BinaryLink link)
        implements Fitter<SurvivalData, DiscreteTimeModel> {

    private static final int MOST_ROWS = 100_000_000;

    public DiscreteTimeFitter {
        requireNonNull(link, "link");
        if (!(width > 0) || width == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("width must be finite and above 0, found " + width);
        }
        if (bands < 1) {
            throw new IllegalArgumentException("bands must be at least 1, found " + bands);
        }
    }

    /**
     * A fitter with the logit link.
     *
     * @param width the length of an interval in the unit of the data
     * @param bands how many constants over time
     * @return the fitter
     */
    public static DiscreteTimeFitter of(double width, int bands) {
        return new DiscreteTimeFitter(width, bands, BinaryLink.LOGIT);
    }

    /**
     * With another link.
     *
     * @param newLink the link
     * @return the changed fitter
     */
    public DiscreteTimeFitter withLink(BinaryLink newLink) {
        return new DiscreteTimeFitter(width, bands, newLink);
    }

    /**
     * Fits a model.
     *
     * @throws FitException if nobody ended, a band has no row or no end, a column is constant, or the columns tell
     *     without exception who ends
     */
    @Override
    public DiscreteTimeModel fit(SurvivalData data, Run run) {
        if (data.events() == 0) {
            throw new FitException(
                    DiscreteTimeModel.TYPE, "no row of " + data.rows() + " ended: all are censored", "a longer window");
        }
        LogisticData periods = periods(data);
        LogisticModel hazard =
                LogisticFitter.defaults().withLink(link).withoutConstant().fit(periods, run);
        ModelInfo info = ModelInfo.of(DiscreteTimeModel.TYPE, run, data.rows(), data.fingerprint())
                .withSchema(data.schema())
                .withOptions(
                        Map.of("width", Double.toString(width), "bands", Integer.toString(bands), "link", link.name()))
                .withDiagnostics(hazard.info().diagnostics())
                .withWarnings(warnings(data, hazard));
        double[] means = new double[data.schema().size()];
        Arrays.setAll(means, c -> hazard.baseline()[bands + c]);
        return new DiscreteTimeModel(
                info, data.unit(), width, bands, link, hazard.coefficients(), means, periods.rows());
    }

    private List<String> warnings(SurvivalData data, LogisticModel hazard) {
        List<String> warnings = new ArrayList<>(hazard.info().warnings());
        int unseen = 0;
        for (int i = 0; i < data.rows(); i++) {
            unseen += data.ended(i) && last(data, i) <= first(data, i) ? 1 : 0;
        }
        if (unseen > 0) {
            warnings.add(
                    unseen + " of " + data.events() + " ends don't count: their rows entered within the same interval");
        }
        return warnings;
    }

    static FeatureSchema schema(int bands, FeatureSchema features) {
        List<Feature> all = new ArrayList<>();
        for (int b = 1; b <= bands; b++) {
            all.add(Feature.binary(DiscreteTimeModel.band(b)));
        }
        all.addAll(features.features());
        return FeatureSchema.of(all);
    }

    /** One row for every interval that a client begins. */
    private LogisticData periods(SurvivalData data) {
        long rows = 0;
        for (int i = 0; i < data.rows(); i++) {
            rows += Math.max(0, last(data, i) - first(data, i));
        }
        if (rows == 0 || rows > MOST_ROWS) {
            throw new FitException(
                    DiscreteTimeModel.TYPE,
                    "intervals of " + width + " cut the data into " + rows + " rows, the most is " + MOST_ROWS,
                    "another width");
        }
        int features = data.schema().size();
        double[][] columns = new double[bands + features][(int) rows];
        double[] target = new double[(int) rows];
        int[] begun = new int[bands];
        int[] ended = new int[bands];
        int at = 0;
        for (int i = 0; i < data.rows(); i++) {
            long last = last(data, i);
            for (long period = first(data, i); period < last; period++, at++) {
                int band = (int) Math.min(period, bands - 1L);
                columns[band][at] = 1;
                begun[band]++;
                for (int c = 0; c < features; c++) {
                    columns[bands + c][at] = data.column(c)[i];
                }
                if (period == last - 1 && data.ended(i)) {
                    target[at] = 1;
                    ended[band]++;
                }
            }
        }
        requireEnds(begun, ended);
        return LogisticData.of(schema(bands, data.schema()), columns, target);
    }

    private static void requireEnds(int[] begun, int[] ended) {
        for (int b = 0; b < begun.length; b++) {
            if (ended[b] == 0 || ended[b] == begun[b]) {
                throw new FitException(
                        DiscreteTimeModel.TYPE,
                        "of band " + (b + 1) + " some rows must end and some not, found " + ended[b] + " of "
                                + begun[b],
                        "fewer bands or wider intervals");
            }
        }
    }

    private long first(SurvivalData data, int row) {
        return (long) Math.ceil(data.entry(row) / width);
    }

    private long last(SurvivalData data, int row) {
        return (long) Math.ceil(data.time(row) / width);
    }
}
