package io.lendcrm.scoring.risk.logistic;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.BatchScorer;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import io.lendcrm.scoring.likelihood.Coefficients;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A logistic regression. The score is the linear predictor {@code constant + Σ b_j x_j}: with the logit link the
 * natural logarithm of the odds of yes, where contributions add up; {@link #probability(double[])} turns it into a
 * probability.
 *
 * <p>The base of the reasons is the score of the baseline, the weighted mean of every column unless another is chosen;
 * a feature contributes {@code b_j (x_j - baseline_j)}. Reason codes {@code logistic.raises}, {@code logistic.lowers}
 * and {@code logistic.neutral} tell the sign. A client with a missing value isn't scored: {@code logistic.missing}
 * names the features. An offset is not part of the score.
 *
 * <p>The arithmetic is fixed, so that one row, a batch and the model read back from its file give the same bits: four sums, the
 * j-th product to sum {@code j mod 4}, those beyond the last full four to the first sum, which begins with the constant; then
 * {@code (s0 + s1) + (s2 + s3)}. Immutable and thread-safe.
 */
public final class LogisticModel implements FittedModel, Scorer, CompiledScorer, BatchScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "logistic";

    /** The name of the constant among the coefficients. */
    public static final String CONSTANT = "(constant)";

    private static final ReasonCode RAISES = ReasonCode.of("logistic.raises");
    private static final ReasonCode LOWERS = ReasonCode.of("logistic.lowers");
    private static final ReasonCode NEUTRAL = ReasonCode.of("logistic.neutral");
    private static final MathContext DIGITS = new MathContext(6);

    /** How many sums {@link #predictor} keeps. */
    private static final int LANES = 4;

    /** How many columns of a sum are added at a time. */
    private static final int TOGETHER = 3;

    /** Long enough for the memory to be read ahead, column after column. */
    private static final int BLOCK = 2048;

    private final ModelInfo info;
    private final BinaryLink link;
    private final Coefficients coefficients;
    private final double[] baseline;
    private final @Nullable GoodnessOfFit fit;
    private final double constant;
    private final double[] slopes;
    private final double base;

    LogisticModel(
            ModelInfo info,
            BinaryLink link,
            Coefficients coefficients,
            double[] baseline,
            @Nullable GoodnessOfFit fit) {
        this.info = requireNonNull(info, "info");
        this.link = requireNonNull(link, "link");
        this.coefficients = requireNonNull(coefficients, "coefficients");
        this.baseline = baseline.clone();
        this.fit = fit;
        List<String> names = names(info.schema());
        if (!coefficients.names().equals(names)) {
            throw new IllegalArgumentException("coefficients must be of " + names + ", found " + coefficients.names());
        }
        double[] estimates = coefficients.estimates();
        this.constant = estimates[0];
        this.slopes = Arrays.copyOfRange(estimates, 1, estimates.length);
        if (baseline.length != slopes.length) {
            throw new IllegalArgumentException(
                    "baseline must have " + slopes.length + " values, found " + baseline.length);
        }
        this.base = predictor(this.baseline);
        if (Double.isNaN(base)) {
            throw new IllegalArgumentException("baseline must be finite, found " + Arrays.toString(baseline));
        }
    }

    /**
     * A model with coefficients set by an expert or taken from elsewhere, logit link.
     *
     * @param schema the features
     * @param constant the constant
     * @param slopes a coefficient for each feature
     * @param baseline the feature values that reasons compare with
     * @return the model, its coefficients without uncertainty
     * @throws IllegalArgumentException if a length doesn't fit or a number is not finite
     */
    public static LogisticModel of(FeatureSchema schema, double constant, double[] slopes, double[] baseline) {
        double[] estimates = new double[slopes.length + 1];
        estimates[0] = constant;
        System.arraycopy(slopes, 0, estimates, 1, slopes.length);
        return new LogisticModel(
                ModelInfo.of(TYPE, Run.sequential(), 0, "").withSchema(schema),
                BinaryLink.LOGIT,
                Coefficients.set(names(schema), estimates),
                baseline,
                null);
    }

    /**
     * A model whose log-odds were estimated in another way than by a {@link LogisticFitter}, logit link.
     *
     * @param info where it comes from, with its features, of type {@link #TYPE}
     * @param coefficients the constant, named {@link #CONSTANT}, and one for each feature, with their covariance
     * @param baseline the feature values that reasons compare with
     * @return the model
     * @throws IllegalArgumentException if names or lengths don't fit or a number is not finite
     */
    public static LogisticModel from(ModelInfo info, Coefficients coefficients, double[] baseline) {
        if (!info.type().equals(TYPE)) {
            throw new IllegalArgumentException("info must be of type " + TYPE + ", found " + info.type());
        }
        return new LogisticModel(info, BinaryLink.LOGIT, coefficients, baseline, null);
    }

    static List<String> names(FeatureSchema schema) {
        List<String> names = new ArrayList<>(List.of(CONSTANT));
        schema.features().forEach(feature -> names.add(feature.name()));
        return names;
    }

    /**
     * With another baseline of the reasons; scores don't change.
     *
     * @param values the feature values that reasons compare with, in the schema's order
     * @return the changed model
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite
     */
    public LogisticModel withBaseline(double... values) {
        return new LogisticModel(info, link, coefficients, values, fit);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    /** {@return how the score becomes a probability} */
    public BinaryLink link() {
        return link;
    }

    /** {@return the constant and a coefficient for each feature, with their covariance} */
    public Coefficients coefficients() {
        return coefficients;
    }

    /** {@return the feature values that reasons compare with} */
    public double[] baseline() {
        return baseline.clone();
    }

    /** {@return how well it fits its data; none for a model that was set} */
    public Optional<GoodnessOfFit> fit() {
        return Optional.ofNullable(fit);
    }

    /** The linear predictor. */
    @Override
    public double score(double[] row) {
        if (row.length != slopes.length) {
            throw new IllegalArgumentException(
                    "row must have the model's " + slopes.length + " values, found " + row.length);
        }
        return predictor(row);
    }

    /**
     * The probability of yes, without the reasons: nothing is allocated.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing
     * @return a probability, or {@code NaN} if a value is missing or infinite
     * @throws IllegalArgumentException if the row has too few or too many values
     */
    public double probability(double[] row) {
        return link.probability(score(row));
    }

    /** The linear predictors of rows, column by column in blocks: the four sums of a single row, bit by bit. */
    @Override
    public void score(BoundTable table, int from, int to, double[] scores) {
        if (!table.schema().equals(schema())) {
            throw new IllegalArgumentException("table must be bound to " + schema() + ", found " + table.schema());
        }
        Objects.checkFromToIndex(from, to, table.rows());
        Objects.checkFromToIndex(from, to, scores.length);
        int longest = Math.min(BLOCK, to - from);
        double[][] columns = new double[TOGETHER][longest];
        double[][] sums = new double[LANES][longest];
        int inLanes = slopes.length / LANES * LANES;
        for (int first = from; first < to; first += BLOCK) {
            int size = Math.min(BLOCK, to - first);
            Arrays.fill(sums[0], constant);
            for (int lane = 1; lane < LANES; lane++) {
                Arrays.fill(sums[lane], 0);
            }
            for (int lane = 0; lane < LANES; lane++) {
                int c = lane;
                for (; c + (TOGETHER - 1) * LANES < inLanes; c += TOGETHER * LANES) {
                    for (int k = 0; k < TOGETHER; k++) {
                        table.copyColumn(c + k * LANES, first, first + size, columns[k]);
                    }
                    addThree(c, columns, sums[lane], size);
                }
                for (; c < inLanes; c += LANES) {
                    table.copyColumn(c, first, first + size, columns[0]);
                    add(slopes[c], columns[0], sums[lane], size);
                }
            }
            for (int c = inLanes; c < slopes.length; c++) {
                table.copyColumn(c, first, first + size, columns[0]);
                add(slopes[c], columns[0], sums[0], size);
            }
            for (int i = 0; i < size; i++) {
                scores[first + i] = finite(sums[0][i] + sums[1][i] + (sums[2][i] + sums[3][i]));
            }
        }
    }

    /** In the order of a single row: one column after the other. */
    private void addThree(int first, double[][] columns, double[] sum, int size) {
        double b0 = slopes[first];
        double b1 = slopes[first + LANES];
        double b2 = slopes[first + 2 * LANES];
        double[] c0 = columns[0];
        double[] c1 = columns[1];
        double[] c2 = columns[2];
        for (int i = 0; i < size; i++) {
            sum[i] = sum[i] + b0 * c0[i] + b1 * c1[i] + b2 * c2[i];
        }
    }

    private static void add(double slope, double[] column, double[] sum, int size) {
        for (int i = 0; i < size; i++) {
            sum[i] += slope * column[i];
        }
    }

    /** Four sums side by side, so that no addition waits for the one before. */
    private double predictor(double[] row) {
        double[] b = slopes;
        double s0 = constant;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < b.length - 3; i += 4) {
            s0 += b[i] * row[i];
            s1 += b[i + 1] * row[i + 1];
            s2 += b[i + 2] * row[i + 2];
            s3 += b[i + 3] * row[i + 3];
        }
        for (; i < b.length; i++) {
            s0 += b[i] * row[i];
        }
        return finite(s0 + s1 + (s2 + s3));
    }

    private static double finite(double sum) {
        return Math.abs(sum) <= Double.MAX_VALUE ? sum : Double.NaN;
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i])) {
                missing.add(schema().feature(i).name());
            }
        }
        if (!missing.isEmpty()) {
            return new Score.NotScored(
                    client.client(), ReasonCode.of("logistic.missing"), "missing: " + String.join(", ", missing));
        }
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            reasons.add(reason(i, row[i]));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return new Score.Scored(client.client(), predictor(row), base, reasons, info);
    }

    private Reason reason(int at, double value) {
        double contribution = slopes[at] * (value - baseline[at]) + 0.0;
        Feature feature = schema().feature(at);
        boolean ordinary = feature.dataClass() == DataClass.ORDINARY;
        return new Reason(
                contribution > 0 ? RAISES : contribution < 0 ? LOWERS : NEUTRAL,
                contribution,
                Map.of(
                        "feature", feature.name(),
                        "unit", feature.unit(),
                        "baseline", plain(baseline[at]),
                        "value", ordinary ? plain(value) : "***"));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** {@return the coefficients} */
    @Override
    public String toString() {
        return "LogisticModel[" + coefficients + "]";
    }
}
