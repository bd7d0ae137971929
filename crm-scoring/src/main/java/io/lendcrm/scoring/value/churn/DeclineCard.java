package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A rule for clients who are quietly running down what they do with the house: utilisation decaying, balances running
 * off, silence, complaints. The score is {@code 100 Σ weight · reached}, reached being how far each sign has gone from
 * its calm to its alarming value: 0 is no sign at all, 100 every sign at its worst. An expert's rule and not a
 * probability: fit a survival model where enough clients have left.
 *
 * <p>The base is 0. Reason codes {@code decline.signal}, {@code decline.calm} (contribution 0) and
 * {@code decline.missing}: a value that isn't there raises no alarm, and the reasons say that it isn't there. A client
 * of whom nothing is known isn't scored. Immutable and thread-safe.
 */
public final class DeclineCard implements FittedModel, Scorer, CompiledScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "decline-card";

    private static final double WEIGHTS_TOLERANCE = 1e-9;
    private static final ReasonCode SIGNAL = ReasonCode.of("decline.signal");
    private static final ReasonCode CALM = ReasonCode.of("decline.calm");
    private static final ReasonCode MISSING = ReasonCode.of("decline.missing");
    private static final MathContext DIGITS = new MathContext(6);

    private final ModelInfo info;
    private final List<DeclineSignal> signals;
    private final DeclineSignal[] lines;

    private DeclineCard(ModelInfo info, List<DeclineSignal> signals) {
        this.info = requireNonNull(info, "info");
        this.signals = List.copyOf(signals);
        this.lines = this.signals.toArray(DeclineSignal[]::new);
        double sum = this.signals.stream().mapToDouble(DeclineSignal::weight).sum();
        if (!(Math.abs(sum - 1) <= WEIGHTS_TOLERANCE)) {
            throw new IllegalArgumentException("weights must add up to 1, found " + sum);
        }
    }

    /**
     * A card of these signs.
     *
     * @param signals the signs, of distinct features, with weights that add up to 1
     * @return the card, dated 1970-01-01
     * @throws IllegalArgumentException if the weights don't add up or a feature is there twice
     */
    public static DeclineCard of(List<DeclineSignal> signals) {
        FeatureSchema schema =
                FeatureSchema.of(signals.stream().map(DeclineSignal::feature).toList());
        return new DeclineCard(ModelInfo.of(TYPE, Run.sequential(), 0, "").withSchema(schema), signals);
    }

    /**
     * A card of the library's own features, to begin with: money that moves falling by 10 % of its mean a month
     * ({@code trend_12m}, 40 %), half a year of silence ({@code inactivity_days} from 30 to 180, 30 %), lines that are
     * no longer drawn ({@code utilisation} from 0.3 to 0.05, 20 %) and three complaints a year ({@code complaints_12m},
     * 10 %). The values are judgement: set your own.
     *
     * @return the card
     */
    public static DeclineCard standard() {
        return of(List.of(
                new DeclineSignal(Feature.numeric("trend_12m", "1/month"), 0, -0.1, 0.4),
                new DeclineSignal(Feature.numeric("inactivity_days", "days"), 30, 180, 0.3),
                new DeclineSignal(Feature.numeric("utilisation", "ratio"), 0.3, 0.05, 0.2),
                new DeclineSignal(Feature.numeric("complaints_12m", "complaints"), 0, 3, 0.1)));
    }

    static DeclineCard stored(ModelInfo info, List<DeclineSignal> signals) {
        return new DeclineCard(info, signals);
    }

    /** {@return the signs in order} */
    public List<DeclineSignal> signals() {
        return signals;
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
        double score = 0;
        boolean known = false;
        for (int i = 0; i < lines.length; i++) {
            known |= !Double.isNaN(row[i]);
            score += contribution(i, row[i]);
        }
        return known ? Math.min(100, score) : Double.NaN;
    }

    private double contribution(int at, double value) {
        return 100 * lines[at].weight() * lines[at].reached(value);
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        double score = score(row);
        if (Double.isNaN(score)) {
            return new Score.NotScored(client.client(), MISSING, "missing: " + String.join(", ", schema().names()));
        }
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            reasons.add(reason(i, row[i]));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return new Score.Scored(client.client(), score, 0, reasons, info);
    }

    private Reason reason(int at, double value) {
        Feature feature = lines[at].feature();
        double contribution = contribution(at, value);
        Map<String, String> arguments = Map.of(
                "feature", feature.name(),
                "unit", feature.unit(),
                "calm", plain(lines[at].calm()),
                "value", feature.dataClass() == DataClass.ORDINARY && !Double.isNaN(value) ? plain(value) : "***");
        return new Reason(Double.isNaN(value) ? MISSING : contribution > 0 ? SIGNAL : CALM, contribution, arguments);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** {@return the features it looks at} */
    @Override
    public String toString() {
        return "DeclineCard[" + schema().names() + "]";
    }
}
