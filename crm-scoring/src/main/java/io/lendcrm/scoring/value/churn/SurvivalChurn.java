package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.survival.SurvivalModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Leaving by features over time: {@code 1 - S(tenure + ahead | x) / S(tenure | x)} by a {@link SurvivalModel}, the
 * features staying as they are now.
 *
 * <p>The base is the probability of a client at the model's baseline with the same tenure. The features share the way
 * from there in proportion to what they add to the logarithm of the risk, so that their contributions add up. Reason
 * codes {@code churn.raises}, {@code churn.lowers}, {@code churn.neutral}. A client with a missing value isn't scored
 * ({@code churn.missing}), nor one whose horizon ends later than the model knows ({@code churn.beyond}).
 *
 * @param model how likely a client is still there after some time
 */
public record SurvivalChurn(SurvivalModel model) implements ChurnModel<TenuredClient> {

    private static final ReasonCode RAISES = ReasonCode.of("churn.raises");
    private static final ReasonCode LOWERS = ReasonCode.of("churn.lowers");
    private static final ReasonCode NEUTRAL = ReasonCode.of("churn.neutral");
    /** Of their sizes: contributions that add up to less weigh each other out. */
    private static final double BALANCED = 1e-9;

    private static final MathContext DIGITS = new MathContext(6);

    public SurvivalChurn {
        requireNonNull(model, "model");
    }

    /**
     * The probability to leave.
     *
     * @throws IllegalArgumentException if a feature of the model isn't there or means something else, or the client of
     *     the features is another
     */
    @Override
    public Score churn(ClientId client, TenuredClient known, Horizon ahead) {
        if (!known.features().client().equals(client)) {
            throw new IllegalArgumentException("features must be those of the client asked for");
        }
        double[] row = model.schema().bind(known.features()).toArray();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (!Double.isFinite(row[i])) {
                missing.add(model.schema().feature(i).name());
            }
        }
        if (!missing.isEmpty()) {
            return new Score.NotScored(
                    client, ReasonCode.of("churn.missing"), "missing: " + String.join(", ", missing));
        }
        double tenure = known.tenure().in(model.unit());
        double span = ahead.in(model.unit());
        if (tenure + span > model.lastTime()) {
            return new Score.NotScored(
                    client,
                    ReasonCode.of("churn.beyond"),
                    "tenure and horizon end after the last time the model knows, " + model.lastTime());
        }
        return scored(client, row, tenure, span);
    }

    private Score scored(ClientId client, double[] row, double tenure, double span) {
        double value = model.probabilityToEnd(row, tenure, span);
        double[] baseline = model.baseline();
        double base = model.probabilityToEnd(baseline, tenure, span);
        double[] shares = model.riskContributions(row);
        double sum = 0;
        double size = 0;
        for (double share : shares) {
            sum += share;
            size += Math.abs(share);
        }
        double slope = Math.abs(sum) > BALANCED * size ? (value - base) / sum : slope(base);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            reasons.add(reason(model.schema().feature(i), row[i], baseline[i], shares[i] * slope + 0.0));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return new Score.Scored(client, value, base, reasons, model.info());
    }

    /**
     * Of the probability by the logarithm of the risk, where the features weigh each other out: as hazards in
     * proportion.
     */
    private static double slope(double probability) {
        return probability >= 1 ? 0 : -(1 - probability) * Math.log1p(-probability);
    }

    private static Reason reason(Feature feature, double value, double baseline, double contribution) {
        return new Reason(
                contribution > 0 ? RAISES : contribution < 0 ? LOWERS : NEUTRAL,
                contribution,
                Map.of(
                        "feature", feature.name(),
                        "unit", feature.unit(),
                        "baseline", plain(baseline),
                        "value", feature.dataClass() == DataClass.ORDINARY ? plain(value) : "***"));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
