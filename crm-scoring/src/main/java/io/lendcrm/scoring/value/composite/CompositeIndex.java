package io.lendcrm.scoring.value.composite;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted index of indicators. With u_i the normalised indicators, all turned so that more is better, and weights that
 * add up to 1:
 *
 * <ul>
 *   <li>arithmetic: 100 · Σ w_i u_i, from 0 to 100; with z-scores Σ w_i z_i, unbounded;
 *   <li>geometric: 100 · Π v_i^w_i with v = 0.01 + 0.99 u, from 1 to 100.
 * </ul>
 *
 * <p>The base of the reasons is the index of a client whose every u is the fit's mean. Arithmetic contributions are
 * 100 · w (u − mean); geometric ones w · ln(v / v of the mean) times the logarithmic mean of index and base, so that
 * they add up exactly too (Ang 2004). Reason codes: {@code index.above-average}, {@code index.below-average},
 * {@code index.missing}, with {@code feature}, {@code unit}, {@code points} (100 u, or z), {@code weight} in per cent and
 * {@code value}, masked where the feature isn't ordinary. Missing is {@code NaN} and an unseen level.
 *
 * <p>Immutable and thread-safe. After OECD and JRC, <i>Handbook on Constructing Composite Indicators</i> (2008).
 */
public final class CompositeIndex implements FittedModel, Scorer, CompiledScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "composite-index";

    static final double WEIGHTS_TOLERANCE = 1e-9;
    private static final double LEAST = 0.01;
    private static final double POINTS = 100;

    private final Normalisation normalisation;
    private final Aggregation aggregation;
    private final IndexLine[] lines;
    private final ModelInfo info;

    CompositeIndex(Normalisation normalisation, Aggregation aggregation, List<IndexLine> lines, ModelInfo info) {
        this.normalisation = requireNonNull(normalisation, "normalisation");
        this.aggregation = requireNonNull(aggregation, "aggregation");
        this.info = requireNonNull(info, "info");
        this.lines = lines.toArray(IndexLine[]::new);
        double sum = lines.stream().mapToDouble(IndexLine::weight).sum();
        if (!(Math.abs(sum - 1) <= WEIGHTS_TOLERANCE)) {
            throw new IllegalArgumentException("weights must add up to 1, found " + sum);
        }
        if (!info.schema()
                .features()
                .equals(lines.stream().map(IndexLine::feature).toList())) {
            throw new IllegalArgumentException("indicators must be those of " + info.schema());
        }
        if (aggregation == Aggregation.GEOMETRIC && normalisation == Normalisation.Z_SCORE) {
            throw new IllegalArgumentException("a geometric mean must have min-max or target normalisation");
        }
    }

    /** {@return how indicators are brought to one scale} */
    public Normalisation normalisation() {
        return normalisation;
    }

    /** {@return how they become one number} */
    public Aggregation aggregation() {
        return aggregation;
    }

    /** {@return the weights by feature, in order; they add up to 1} */
    public Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (IndexLine line : lines) {
            weights.put(line.feature().name(), line.weight());
        }
        return Collections.unmodifiableMap(weights);
    }

    List<IndexLine> lines() {
        return List.of(lines);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    /** {@return the index of a client whose every indicator is the fit's mean} */
    public double base() {
        double sum = 0;
        for (IndexLine line : lines) {
            sum += line.weight() * term(line.mean());
        }
        return value(sum);
    }

    /** {@return the index, {@code NaN} where an indicator without which there is none is missing} */
    @Override
    public double score(double[] row) {
        if (row.length != lines.length) {
            throw new IllegalArgumentException(
                    "row must have the index's " + lines.length + " values, found " + row.length);
        }
        double sum = 0;
        for (int i = 0; i < lines.length; i++) {
            sum += weighted(i, row[i]);
        }
        return value(sum);
    }

    /** What an indicator adds before the sum becomes the index; the order of clients is that of the sums. */
    double weighted(int indicator, double value) {
        IndexLine line = lines[indicator];
        double u = line.normalised(value, normalisation != Normalisation.Z_SCORE);
        // an indicator without weight may still be one without which there is no index
        return line.weight() * term(u);
    }

    private double term(double u) {
        return aggregation == Aggregation.GEOMETRIC ? Math.log(LEAST + (1 - LEAST) * u) : u;
    }

    /** Rounding may carry a sum of weights beyond the scale's ends; {@code NaN} stays {@code NaN}. */
    private double value(double sum) {
        if (normalisation == Normalisation.Z_SCORE) {
            return sum;
        }
        double index = POINTS * (aggregation == Aggregation.GEOMETRIC ? Math.exp(sum) : sum);
        return Math.max(0, Math.min(POINTS, index));
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        List<String> rejected = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(weighted(i, row[i]))) {
                rejected.add(lines[i].feature().name());
            }
        }
        if (!rejected.isEmpty()) {
            String detail = "missing: " + String.join(", ", rejected);
            return new Score.NotScored(client.client(), ReasonCode.of("index.missing"), detail);
        }
        double index = score(row);
        double factor = aggregation == Aggregation.GEOMETRIC
                ? logarithmicMean(index, base())
                : normalisation == Normalisation.Z_SCORE ? 1 : POINTS;
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            reasons.add(reason(lines[i], row[i], factor));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return new Score.Scored(client.client(), index, base(), reasons, info);
    }

    private static double logarithmicMean(double a, double b) {
        double ratio = Math.log(a / b);
        // near 1 the quotient loses its digits; the mean is there (a + b) / 2 but for the square of the difference
        return Math.abs(ratio) < 1e-7 ? (a + b) / 2 : (a - b) / ratio;
    }

    private Reason reason(IndexLine line, double value, double factor) {
        boolean bounded = normalisation != Normalisation.Z_SCORE;
        double u = line.normalised(value, bounded);
        double contribution = factor * line.weight() * (term(u) - term(line.mean())) + 0.0;
        Feature feature = line.feature();
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("feature", feature.name());
        arguments.put("unit", feature.unit());
        arguments.put("points", rounded(bounded ? POINTS * u : u, bounded ? 1 : 2));
        arguments.put("weight", rounded(POINTS * line.weight(), 1));
        if (line.isMissing(value)) {
            return Reason.of("index.missing", contribution, arguments);
        }
        boolean ordinary = feature.dataClass() == DataClass.ORDINARY;
        arguments.put(
                "value",
                ordinary ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "***");
        return Reason.of(u < line.mean() ? "index.below-average" : "index.above-average", contribution, arguments);
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** {@return the features and how they are joined} */
    @Override
    public String toString() {
        return "CompositeIndex[" + schema().names() + ", " + normalisation + ", " + aggregation + "]";
    }
}
