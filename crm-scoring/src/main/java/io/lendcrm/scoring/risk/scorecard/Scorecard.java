package io.lendcrm.scoring.risk.scorecard;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.BatchScorer;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard: {@code score = base + Σ points of the client's bins}. Missing and unseen values have bins, hence points; where
 * those are {@code NaN} there is no score.
 *
 * <p>All ways of scoring give the same bits: one row, with reasons, a map, columns, bins, and the card read back from its
 * file. An infinite number, or a number that is no code of a level, gives {@code NaN}, never a wrong score.
 *
 * <p>Reasons follow the {@link ReasonRule}. In a {@link Score.Scored} the base is the score of the baseline, and every reason
 * is there, so that they add up: first those that worsened the score, the greatest difference first, ties in the order of the
 * card; then the others. Codes: {@code scorecard.below}, {@code scorecard.above}, {@code scorecard.equal}, or the
 * characteristic's own where it worsened the score; without a score {@code scorecard.missing}. Arguments: {@code feature},
 * {@code bin} (masked where the feature isn't ordinary), {@code difference}.
 *
 * <p>Immutable and thread-safe.
 */
public final class Scorecard implements FittedModel, Scorer, CompiledScorer, BatchScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "scorecard";

    private static final int MOST_BINS = 256;

    private final ModelInfo info;
    private final double base;
    private final List<Characteristic> characteristics;
    private final ReasonRule rule;
    private final @Nullable PointsScale scale;
    private final FlatCard flat;
    private final ReasonFinder finder;
    private final BatchCard batch;
    private final MapEdge edge;
    private final CardReasons reasons;

    Scorecard(
            ModelInfo info,
            double base,
            List<Characteristic> characteristics,
            ReasonRule rule,
            @Nullable PointsScale scale) {
        this.info = requireNonNull(info, "info");
        this.base = base;
        this.characteristics = List.copyOf(characteristics);
        this.rule = requireNonNull(rule, "rule");
        this.scale = scale;
        if (!Double.isFinite(base)) {
            throw new IllegalArgumentException("base must be finite, found " + base);
        }
        if (characteristics.isEmpty()) {
            throw new IllegalArgumentException("characteristics must be at least one, found none");
        }
        if (!info.schema().equals(schemaOf(characteristics))) {
            throw new IllegalArgumentException(
                    "info must have the schema of the characteristics, found " + info.schema());
        }
        this.flat = FlatCard.of(base, this.characteristics);
        this.finder = new ReasonFinder(flat, this.characteristics, rule);
        this.batch = new BatchCard(flat, this.characteristics);
        this.edge = new MapEdge(flat, info.schema());
        this.reasons = new CardReasons(flat, finder, this.characteristics, rule);
    }

    private static FeatureSchema schemaOf(List<Characteristic> characteristics) {
        return FeatureSchema.of(
                characteristics.stream().map(c -> c.bins().feature()).toList());
    }

    /**
     * A card set by an expert, dated 1970-01-01: reasons by the most of each characteristic, no probabilities.
     *
     * @param base the points that every client gets, finite
     * @param characteristics the lines, of distinct features, at least one
     * @return the card
     */
    public static Scorecard of(double base, List<Characteristic> characteristics) {
        return of(base, characteristics, Run.sequential());
    }

    /**
     * A card set by an expert.
     *
     * @param base the points that every client gets, finite
     * @param characteristics the lines, of distinct features, at least one
     * @param run whose clock dates the card
     * @return the card
     */
    public static Scorecard of(double base, List<Characteristic> characteristics, Run run) {
        ModelInfo info = ModelInfo.of(TYPE, run, 0, "").withSchema(schemaOf(characteristics));
        return new Scorecard(info, base, characteristics, ReasonRule.defaults(), null);
    }

    /**
     * With another rule of reasons; scores don't change.
     *
     * @param newRule the rule
     * @return the changed card
     */
    public Scorecard withReasons(ReasonRule newRule) {
        return new Scorecard(info, base, characteristics, newRule, scale);
    }

    /**
     * With a reason code of its own for a characteristic; those with the same code make one reason.
     *
     * @param feature the characteristic's feature
     * @param code the code
     * @return the changed card
     * @throws IllegalArgumentException if there is no such characteristic
     */
    public Scorecard withReason(String feature, ReasonCode code) {
        List<Characteristic> changed = new ArrayList<>(characteristics);
        changed.set(schema().indexOf(feature), characteristic(feature).withReason(code));
        return new Scorecard(info, base, changed, rule, scale);
    }

    /**
     * With a scale, so that scores become probabilities.
     *
     * @param newScale the scale that the points are on
     * @return the changed card
     */
    public Scorecard withScale(PointsScale newScale) {
        return new Scorecard(info, base, characteristics, rule, requireNonNull(newScale, "newScale"));
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    /** {@return the points that every client gets} */
    public double base() {
        return base;
    }

    /** {@return the lines in order} */
    public List<Characteristic> characteristics() {
        return characteristics;
    }

    /**
     * A line.
     *
     * @param feature its feature
     * @return the line
     * @throws IllegalArgumentException if there is none of that feature
     */
    public Characteristic characteristic(String feature) {
        return characteristics.get(schema().indexOf(feature));
    }

    /** {@return how reasons are found} */
    public ReasonRule reasonRule() {
        return rule;
    }

    /** {@return the points that each line's are compared with to find reasons} */
    public double[] baselines() {
        return rule.baselines(characteristics);
    }

    /** {@return the scale of the points, if scores stand for probabilities} */
    public Optional<PointsScale> scale() {
        return Optional.ofNullable(scale);
    }

    /** {@return the lowest score} */
    public double lowest() {
        double[] least = ReasonRule.of(ReasonRule.Baseline.MIN).baselines(characteristics);
        return base + Arrays.stream(least).sum();
    }

    /** {@return the highest score} */
    public double highest() {
        double[] most = ReasonRule.defaults().baselines(characteristics);
        return base + Arrays.stream(most).sum();
    }

    @Override
    public double score(double[] row) {
        requireLength(row.length);
        return flat.score(row);
    }

    /**
     * The score with its strongest reasons: nothing is allocated.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing; not kept, not changed
     * @param buffer is filled with the reasons, places in {@link #reasonNames()}; empty if there is no score
     * @return the score, or {@code NaN}
     * @throws IllegalArgumentException if the row has too few or too many values
     */
    public double score(double[] row, ReasonBuffer buffer) {
        requireLength(row.length);
        return finder.score(row, buffer);
    }

    /**
     * The score of a client given as a map.
     *
     * @param client numbers, yes/no and texts of levels by the names of features; others are passed over, what isn't there is
     *     missing
     * @return the score, or {@code NaN}
     * @throws IllegalArgumentException if a value is of another class; the message names the feature
     */
    public double score(Map<String, ?> client) {
        return edge.score(client);
    }

    /**
     * The scores of many clients, column by column.
     *
     * @param columns one array a characteristic, in the order of the schema
     * @param from the first row
     * @param to the row behind the last
     * @param scores where they go: the score of row i to place i
     * @throws IllegalArgumentException if there are too few or too many columns, or one is too short
     */
    public void score(double[][] columns, int from, int to, double[] scores) {
        requireLength(columns.length);
        for (double[] column : columns) {
            Objects.checkFromToIndex(from, to, column.length);
        }
        Objects.checkFromToIndex(from, to, scores.length);
        batch.score(columns, from, to, scores);
    }

    @Override
    public void score(BoundTable table, int from, int to, double[] scores) {
        requireBound(table);
        Objects.checkFromToIndex(from, to, table.rows());
        Objects.checkFromToIndex(from, to, scores.length);
        batch.score(table, from, to, scores);
    }

    /**
     * The bins of many clients: bin once, then score, monitor and weigh the same bytes.
     *
     * @param table bound to {@link #schema()}
     * @return one array a characteristic: the bin of each row as an unsigned byte
     * @throws IllegalArgumentException if the table is bound to another schema, or a characteristic has more than 256 bins
     */
    public byte[][] bins(BoundTable table) {
        requireBound(table);
        requireBytes();
        return batch.bins(table);
    }

    /**
     * The scores of many clients that are binned already.
     *
     * @param bins one array a characteristic, as {@link #bins} makes them; a bin that isn't one gives {@code NaN}
     * @param from the first row
     * @param to the row behind the last
     * @param scores where they go: the score of row i to place i
     * @throws IllegalArgumentException if there are too few or too many arrays, or a characteristic has more than 256 bins
     */
    public void scoreBins(byte[][] bins, int from, int to, double[] scores) {
        requireLength(bins.length);
        requireBytes();
        for (byte[] column : bins) {
            Objects.checkFromToIndex(from, to, column.length);
        }
        Objects.checkFromToIndex(from, to, scores.length);
        batch.scoreBins(bins, from, to, scores);
    }

    private void requireLength(int found) {
        if (found != characteristics.size()) {
            throw new IllegalArgumentException(
                    "row must have the card's " + characteristics.size() + " values, found " + found);
        }
    }

    private void requireBound(BoundTable table) {
        if (!table.schema().equals(schema())) {
            throw new IllegalArgumentException("table must be bound to " + schema() + ", found " + table.schema());
        }
    }

    private void requireBytes() {
        for (Characteristic characteristic : characteristics) {
            if (characteristic.bins().size() > MOST_BINS) {
                throw new IllegalArgumentException("bins of " + characteristic.name() + " must be at most " + MOST_BINS
                        + " to fit a byte, found " + characteristic.bins().size());
            }
        }
    }

    /**
     * The probability of bad that a score stands for.
     *
     * @param score a score of this card
     * @return the probability, 0 to 1; {@code NaN} for {@code NaN}
     * @throws IllegalStateException if the card has no scale
     */
    public double probability(double score) {
        if (scale == null) {
            throw new IllegalStateException("the card has no scale: its scores stand for no probability");
        }
        return scale.probability(score);
    }

    /** {@return the reasons a buffer tells by number: a code shared by characteristics, or the name of one's feature} */
    public List<String> reasonNames() {
        return finder.names();
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        double score = flat.score(row);
        if (Double.isNaN(score)) {
            return new Score.NotScored(
                    client.client(), CardReasons.MISSING, "missing: " + String.join(", ", reasons.refused(row)));
        }
        return new Score.Scored(client.client(), score, reasons.base(), reasons.all(row), info);
    }

    /**
     * The reasons to tell a client: those that worsened the score, the strongest first.
     *
     * @param client the client's features
     * @param most at most so many, at least 1
     * @return the reasons; none if there is no score, or nothing worsened it
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public List<Reason> adverseReasons(FeatureRow client, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, found " + most);
        }
        double[] row = schema().bind(client).toArray();
        return Double.isNaN(flat.score(row)) ? List.of() : reasons.adverse(row, most);
    }

    /** Equal if lines, base, rule, scale and provenance are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scorecard that
                && info.equals(that.info)
                && base == that.base
                && characteristics.equals(that.characteristics)
                && rule.equals(that.rule)
                && Objects.equals(scale, that.scale);
    }

    @Override
    public int hashCode() {
        return Objects.hash(base, characteristics);
    }

    /** {@return the names of the features and the range of scores} */
    @Override
    public String toString() {
        return "Scorecard[" + schema().names() + ", " + lowest() + " to " + highest() + "]";
    }
}
