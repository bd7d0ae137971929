package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
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
import java.util.Locale;
import java.util.Map;

/**
 * Altman's Z'' for companies that aren't listed or don't manufacture: {@code 6.56 · working capital / assets + 3.26 · retained
 * earnings / assets + 6.72 · earnings before interest and taxes / assets + 1.05 · book value of equity / liabilities}; the
 * score of emerging markets adds 3.25. Without that constant, a score above 2.6 is safe, one below 1.1 distressed. It ranks by
 * a formula of 1995 and is no probability.
 *
 * <p>The base of the reasons is the score of a company whose ratios are all 0; reason codes: {@code altman.adds}, {@code
 * altman.takes}, {@code altman.nothing}, and {@code altman.missing} without a score. Immutable and thread-safe. Source: Altman
 * and Hotchkiss, Corporate Financial Distress and Bankruptcy, 2006.
 */
public final class AltmanZ implements Scorer, CompiledScorer {

    /** Where a score lies. */
    public enum Zone {
        /** Above 2.6. */
        SAFE,
        /** From 1.1 to 2.6. */
        GREY,
        /** Below 1.1. */
        DISTRESS
    }

    private static final FeatureSchema RATIOS = FeatureSchema.of(
            Feature.numeric("working_capital_to_assets", ""),
            Feature.numeric("retained_earnings_to_assets", ""),
            Feature.numeric("ebit_to_assets", ""),
            Feature.numeric("book_equity_to_liabilities", ""));
    private static final double[] WEIGHTS = {6.56, 3.26, 6.72, 1.05};
    private static final double SAFE_ABOVE = 2.6;
    private static final double DISTRESS_BELOW = 1.1;

    private final double constant;
    private final ModelInfo info;

    private AltmanZ(double constant, String type) {
        this.constant = constant;
        this.info = ModelInfo.of(type, Run.sequential(), 0, "").withSchema(RATIOS);
    }

    /** {@return Z''} */
    public static AltmanZ standard() {
        return new AltmanZ(0, "altman-z");
    }

    /** {@return the score of emerging markets, Z'' + 3.25} */
    public static AltmanZ emergingMarket() {
        return new AltmanZ(3.25, "altman-em");
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return working capital, retained earnings, EBIT to assets; book value of equity to liabilities} */
    @Override
    public FeatureSchema schema() {
        return RATIOS;
    }

    @Override
    public double score(double[] row) {
        if (row.length != WEIGHTS.length) {
            throw new IllegalArgumentException("row must have " + WEIGHTS.length + " values, found " + row.length);
        }
        double sum = constant;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * row[i];
        }
        return Math.abs(sum) <= Double.MAX_VALUE ? sum : Double.NaN;
    }

    /**
     * Where a score of this formula lies.
     *
     * @param score the score, not {@code NaN}
     * @return its zone
     * @throws IllegalArgumentException if it is {@code NaN}
     */
    public Zone zone(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score must be a number, found NaN");
        }
        double z = score - constant;
        return z > SAFE_ABOVE ? Zone.SAFE : z < DISTRESS_BELOW ? Zone.DISTRESS : Zone.GREY;
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = RATIOS.bind(client).toArray();
        List<String> missing = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i])) {
                missing.add(RATIOS.feature(i).name());
            } else {
                reasons.add(reason(i, row[i]));
            }
        }
        if (!missing.isEmpty()) {
            return new Score.NotScored(
                    client.client(), ReasonCode.of("altman.missing"), "missing: " + String.join(", ", missing));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return new Score.Scored(client.client(), score(row), constant, reasons, info);
    }

    private static Reason reason(int at, double value) {
        double part = WEIGHTS[at] * value + 0.0;
        String code = part > 0 ? "altman.adds" : part < 0 ? "altman.takes" : "altman.nothing";
        return Reason.of(
                code,
                part,
                Map.of(
                        "feature", RATIOS.feature(at).name(),
                        "value", String.format(Locale.ROOT, "%.4g", value)));
    }

    /** {@return its type} */
    @Override
    public String toString() {
        return "AltmanZ[" + info.type() + "]";
    }
}
