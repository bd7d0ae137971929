package io.lendcrm.scoring.value.kpi;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A weighted card of indicators, each measured against its target: an expert's model, with scores from 0 to 100.
 *
 * <p>Every indicator gives points, linear between three places: 0 at its worst value, {@link #pointsAtTarget()} at its
 * target, 100 at its best value, the value first brought into [floor, cap]. The worst value is the floor where higher is
 * better and the cap where lower is better. The score is the sum of weight times points; the weights add up to 1.
 *
 * <p>The base of the reasons is {@link #pointsAtTarget()}, the score of a client that just meets every target; an
 * indicator contributes weight × (points − base). Reason codes: {@code kpi.above-target}, {@code kpi.on-target},
 * {@code kpi.below-target} (how the value compares, whichever way is better; the sign of the contribution tells good
 * from bad) and {@code kpi.missing}. Arguments: {@code feature}, {@code unit}, {@code target}, {@code points} and
 * {@code value}, masked where the feature isn't ordinary. Missing is {@code NaN} and an unseen level.
 *
 * <p>With 100 points at target the cap (the floor where lower is better) equals the target, and the points are the
 * degree of attainment in per cent: 100 × (value − floor) / (target − floor).
 *
 * <p>Immutable and thread-safe.
 */
public final class KpiCard implements FittedModel, Scorer, CompiledScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "kpi-card";

    private static final double BEST = 100;
    private static final double WEIGHTS_TOLERANCE = 1e-9;

    private final double pointsAtTarget;
    private final List<KpiIndicator> indicators;
    private final ModelInfo info;
    private final KpiLine[] lines;

    private KpiCard(double pointsAtTarget, List<KpiIndicator> indicators, ModelInfo info) {
        this.pointsAtTarget = pointsAtTarget;
        this.indicators = List.copyOf(indicators);
        this.info = requireNonNull(info, "info");
        if (!(pointsAtTarget > 0 && pointsAtTarget <= BEST)) {
            throw new IllegalArgumentException(
                    "pointsAtTarget must be above 0 and at most 100, found " + pointsAtTarget);
        }
        double sum = this.indicators.stream().mapToDouble(KpiIndicator::weight).sum();
        if (!(Math.abs(sum - 1) <= WEIGHTS_TOLERANCE)) {
            throw new IllegalArgumentException("weights must add up to 1, found " + sum);
        }
        this.lines = this.indicators.stream()
                .map(indicator -> KpiLine.of(indicator, pointsAtTarget))
                .toArray(KpiLine[]::new);
    }

    /**
     * A card of these indicators, dated 1970-01-01.
     *
     * @param pointsAtTarget the points of a value that just meets its target, above 0 and at most 100; 50 leaves as
     *     much room above as below
     * @param indicators the indicators, of distinct features, with weights that add up to 1
     * @return the card
     * @throws IllegalArgumentException if a part is out of range
     */
    public static KpiCard of(double pointsAtTarget, List<KpiIndicator> indicators) {
        return of(pointsAtTarget, indicators, Run.sequential());
    }

    /**
     * A card of these indicators.
     *
     * @param pointsAtTarget the points of a value that just meets its target, above 0 and at most 100
     * @param indicators the indicators, of distinct features, with weights that add up to 1
     * @param run whose clock dates the card
     * @return the card
     * @throws IllegalArgumentException if a part is out of range
     */
    public static KpiCard of(double pointsAtTarget, List<KpiIndicator> indicators, Run run) {
        FeatureSchema schema =
                FeatureSchema.of(indicators.stream().map(KpiIndicator::feature).toList());
        return new KpiCard(
                pointsAtTarget, indicators, ModelInfo.of(TYPE, run, 0, "").withSchema(schema));
    }

    /** The card as it was stored: the indicators' features are those of the provenance. */
    static KpiCard stored(double pointsAtTarget, List<KpiIndicator> indicators, ModelInfo info) {
        if (!info.schema()
                .features()
                .equals(indicators.stream().map(KpiIndicator::feature).toList())) {
            throw new IllegalArgumentException("indicators must be those of " + info.schema());
        }
        return new KpiCard(pointsAtTarget, indicators, info);
    }

    /** {@return the points of a value that just meets its target, the base of every reason} */
    public double pointsAtTarget() {
        return pointsAtTarget;
    }

    /** {@return the indicators in order} */
    public List<KpiIndicator> indicators() {
        return indicators;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    @Override
    public double score(double[] row) {
        if (row.length != lines.length) {
            throw new IllegalArgumentException(
                    "row must have the card's " + lines.length + " values, found " + row.length);
        }
        double score = pointsAtTarget;
        for (int i = 0; i < lines.length; i++) {
            score += lines[i].contribution(row[i]);
        }
        return withinScale(score);
    }

    /** Rounding may carry a sum of weights beyond its ends; {@code NaN} stays {@code NaN}. */
    private static double withinScale(double score) {
        return Math.max(0, Math.min(BEST, score));
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        List<String> rejected = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(lines[i].contribution(row[i]))) {
                rejected.add(indicators.get(i).feature().name());
            }
        }
        return rejected.isEmpty()
                ? scored(client.client(), row)
                : new Score.NotScored(
                        client.client(), ReasonCode.of("kpi.missing"), "missing: " + String.join(", ", rejected));
    }

    private Score scored(ClientId client, double[] row) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            reasons.add(lines[i].reason(row[i], pointsAtTarget));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return new Score.Scored(client, score(row), pointsAtTarget, reasons, info);
    }

    /** {@return the number of indicators and the points at target} */
    @Override
    public String toString() {
        return "KpiCard[" + schema().names() + ", " + pointsAtTarget + " points at target]";
    }
}
