package io.lendcrm.scoring.risk.trees;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ensemble of decision trees, such as boosted trees. The score is the margin: the base and the leaves, added as the origin
 * adds them ({@link TreeSum}); {@link #prediction} turns it into a probability or an amount.
 *
 * <p>All ways of scoring give the same bits: one row, with reasons, columns, and the ensemble read back from its file. Missing
 * values go the way the trees tell. A value that is infinite, or is so as a number of the origin's, gives {@code NaN}, never a
 * wrong score; so does a leaf without a value.
 *
 * <p>Reasons are exact Shapley values of the features on the margin, path dependent (Lundberg, Erion and Lee 2018). In a
 * {@link Score.Scored} the base is {@link #expected}, and every reason is there: first those that worsened the score, the
 * greatest first, ties in the order of the schema; then the others. Codes: {@code trees.raises}, {@code trees.lowers}, {@code
 * trees.neutral}, or a feature's own where it worsened the score; {@code trees.rounding} is what the origin's 32 bits lost in
 * adding up. Without a score {@code trees.beyond} or {@code trees.no-answer}. Arguments: {@code feature}, {@code value} (masked
 * where the feature isn't ordinary).
 *
 * <p>Immutable and thread-safe.
 */
public final class TreeEnsemble implements FittedModel, Scorer, CompiledScorer, BatchScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "tree-ensemble";

    private final ModelInfo info;
    private final List<Tree> trees;
    private final TreeSum sum;
    private final Map<String, ReasonCode> reasonCodes;
    private final boolean higherIsWorse;
    private final Forest forest;
    private final TreeShap shap;
    private final double expected;
    private final TreeReasons reasons;
    private final Pool<double[][]> explained;

    TreeEnsemble(
            ModelInfo info,
            List<Tree> trees,
            TreeSum sum,
            Map<String, ReasonCode> reasonCodes,
            boolean higherIsWorse,
            Forest forest,
            TreeShap shap) {
        this.info = info;
        this.trees = trees;
        this.sum = sum;
        this.reasonCodes = Collections.unmodifiableMap(new TreeMap<>(reasonCodes));
        this.higherIsWorse = higherIsWorse;
        this.forest = forest;
        this.shap = shap;
        this.expected = TreeShap.expected(trees, sum);
        this.reasons = new TreeReasons(info.schema(), this.reasonCodes, higherIsWorse);
        int features = info.schema().size();
        this.explained = new Pool<>(() -> new double[2][features]);
    }

    /**
     * An ensemble with its provenance. A higher score is a worse one, as of a model of defaults.
     *
     * @param info where it comes from; its schema tells the features that the nodes ask about, by position
     * @param trees the trees in the order in which they are added, at least one
     * @param sum how the leaves are added
     * @return the ensemble
     * @throws IllegalArgumentException if a node asks about a feature that isn't in the schema, or has a threshold or a value
     *     that is no number of the arithmetic
     */
    public static TreeEnsemble of(ModelInfo info, List<Tree> trees, TreeSum sum) {
        requireNonNull(info, "info");
        requireNonNull(sum, "sum");
        List<Tree> all = List.copyOf(trees);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("trees must be at least one, found none");
        }
        int features = info.schema().size();
        for (int t = 0; t < all.size(); t++) {
            try {
                all.get(t).check(features, sum.arithmetic());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tree " + t + ": " + e.getMessage(), e);
            }
        }
        return new TreeEnsemble(
                info, all, sum, Map.of(), true, Forest.of(all, sum, features), TreeShap.of(all, sum, features));
    }

    /**
     * An ensemble without provenance, dated 1970-01-01.
     *
     * @param schema the features that the nodes ask about, by position
     * @param trees the trees in the order in which they are added, at least one
     * @param sum how the leaves are added
     * @return the ensemble
     */
    public static TreeEnsemble of(FeatureSchema schema, List<Tree> trees, TreeSum sum) {
        return of(ModelInfo.of(TYPE, Run.sequential(), 0, "").withSchema(schema), trees, sum);
    }

    /**
     * With a reason code of its own for a feature; those with the same code make one reason. Scores don't change.
     *
     * @param feature the feature
     * @param code the code
     * @return the changed ensemble
     * @throws IllegalArgumentException if there is no such feature
     */
    public TreeEnsemble withReason(String feature, ReasonCode code) {
        schema().indexOf(feature);
        Map<String, ReasonCode> changed = new TreeMap<>(reasonCodes);
        changed.put(feature, requireNonNull(code, "code"));
        return new TreeEnsemble(info, trees, sum, changed, higherIsWorse, forest, shap);
    }

    /**
     * Which scores are bad news, for reasons. Scores don't change.
     *
     * @param worse true if a higher score is a worse one, as of a model of defaults
     * @return the changed ensemble
     */
    public TreeEnsemble withHigherIsWorse(boolean worse) {
        return new TreeEnsemble(info, trees, sum, reasonCodes, worse, forest, shap);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    /** {@return the trees in order} */
    public List<Tree> trees() {
        return trees;
    }

    /** {@return how the leaves are added} */
    public TreeSum sum() {
        return sum;
    }

    /** {@return whether a higher score is a worse one} */
    public boolean higherIsWorse() {
        return higherIsWorse;
    }

    /** {@return the features' own reason codes by name} */
    public Map<String, ReasonCode> reasonCodes() {
        return reasonCodes;
    }

    /** {@return the reasons a buffer tells by number: a code shared by features, or the name of one} */
    public List<String> reasonNames() {
        return reasons.names();
    }

    /** {@return the margin expected of a client of whom nothing is known: leaves weighed by their cover} */
    public double expected() {
        return expected;
    }

    /** The margin. */
    @Override
    public double score(double[] row) {
        requireLength(row.length);
        return forest.margin(row);
    }

    /**
     * The margin with its strongest reasons: nothing is allocated.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing; not kept, not changed
     * @param buffer is filled with the reasons, places in {@link #reasonNames()}; empty if there is no score
     * @return the margin, or {@code NaN}
     * @throws IllegalArgumentException if the row has too few or too many values
     */
    public double score(double[] row, ReasonBuffer buffer) {
        double margin = score(row);
        buffer.clear();
        if (!Double.isNaN(margin)) {
            double[][] room = explained.take();
            shap.contributions(row, room[0]);
            reasons.fill(room[0], room[1], buffer);
            explained.give(room);
        }
        return margin;
    }

    /**
     * The margins of many clients that stand in columns.
     *
     * @param columns one array a feature, in the order of the schema
     * @param from the first row
     * @param to the row behind the last
     * @param scores where they go: the margin of row i to place i
     * @throws IllegalArgumentException if there are too few or too many columns
     * @throws IndexOutOfBoundsException if a column or {@code scores} is too short
     */
    public void score(double[][] columns, int from, int to, double[] scores) {
        requireLength(columns.length);
        for (double[] column : columns) {
            Objects.checkFromToIndex(from, to, column.length);
        }
        Objects.checkFromToIndex(from, to, scores.length);
        forest.margins(
                (c, start, end, target) -> System.arraycopy(columns[c], start, target, 0, end - start),
                from,
                to,
                scores);
    }

    /**
     * The margins of many clients.
     *
     * @param table bound to {@link #schema()}
     * @param from the first row
     * @param to the row behind the last
     * @param scores where they go: the margin of row i to place i
     * @throws IllegalArgumentException if the table is bound to another schema
     * @throws IndexOutOfBoundsException if the table or {@code scores} is too short
     */
    @Override
    public void score(BoundTable table, int from, int to, double[] scores) {
        if (!table.schema().equals(schema())) {
            throw new IllegalArgumentException("table must be bound to " + schema() + ", found " + table.schema());
        }
        Objects.checkFromToIndex(from, to, table.rows());
        Objects.checkFromToIndex(from, to, scores.length);
        forest.margins(table::copyColumn, from, to, scores);
    }

    /**
     * The prediction that a margin stands for, by the link: a probability, an amount, or the margin itself.
     *
     * @param margin a score of this ensemble
     * @return the prediction; {@code NaN} for {@code NaN}
     */
    public double prediction(double margin) {
        return sum.link().apply(margin, sum.arithmetic());
    }

    /**
     * The probability of a row.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing
     * @return the probability, 0 to 1, or {@code NaN} if the client can't be scored
     * @throws IllegalArgumentException if the row has too few or too many values
     * @throws IllegalStateException if the link isn't logistic: predictions are no probabilities
     */
    public double probability(double[] row) {
        if (sum.link().kind() != Link.Kind.LOGISTIC) {
            throw new IllegalStateException(
                    "predictions of a model with the link " + sum.link().kind() + " are no probabilities");
        }
        return prediction(score(row));
    }

    /**
     * The leaf of each tree that a row falls into.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing
     * @param leaves is filled with the numbers of the leaves, as the origin counts them
     * @throws IllegalArgumentException if the row has too few or too many values, or {@code leaves} isn't as long as there are
     *     trees
     */
    public void leaves(double[] row, int[] leaves) {
        requireLength(row.length);
        if (leaves.length != trees.size()) {
            throw new IllegalArgumentException(
                    "leaves must have a place for each of " + trees.size() + " trees, found " + leaves.length);
        }
        for (int t = 0; t < leaves.length; t++) {
            Tree tree = trees.get(t);
            leaves[t] = tree.number(tree.leaf(row, sum.arithmetic()));
        }
    }

    /**
     * What each feature contributes to the margin of a row: exact Shapley values, which add up to the margin less {@link
     * #expected}, but for what the arithmetic of 32 bits loses.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing
     * @return one number a feature, in the unit of the margin; all {@code NaN} if the client can't be scored
     * @throws IllegalArgumentException if the row has too few or too many values
     */
    public double[] contributions(double[] row) {
        double[] contributions = new double[row.length];
        if (Double.isNaN(score(row))) {
            Arrays.fill(contributions, Double.NaN);
        } else {
            shap.contributions(row, contributions);
        }
        return contributions;
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        double margin = forest.margin(row);
        if (Double.isNaN(margin)) {
            return notScored(client, row);
        }
        double[] contributions = contributions(row);
        double rounding = sum.arithmetic() == Arithmetic.FLOAT32
                ? margin - expected() - Arrays.stream(contributions).sum()
                : 0;
        return new Score.Scored(client.client(), margin, expected(), reasons.all(row, contributions, rounding), info);
    }

    private Score notScored(FeatureRow client, double[] row) {
        List<String> beyond = new ArrayList<>();
        for (int f : Forest.used(trees)) {
            if (Double.isInfinite(sum.arithmetic().round(row[f]))) {
                beyond.add(schema().feature(f).name());
            }
        }
        return beyond.isEmpty()
                ? new Score.NotScored(client.client(), TreeReasons.NO_ANSWER, "a tree has no answer for this client")
                : new Score.NotScored(
                        client.client(),
                        TreeReasons.BEYOND,
                        "beyond the numbers of the model: " + String.join(", ", beyond));
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
        return Double.isNaN(forest.margin(row)) ? List.of() : reasons.adverse(row, contributions(row), most);
    }

    private void requireLength(int found) {
        if (found != schema().size()) {
            throw new IllegalArgumentException(
                    "row must have the ensemble's " + schema().size() + " values, found " + found);
        }
    }

    /** Equal if trees, sum, reasons and provenance are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeEnsemble that
                && info.equals(that.info)
                && trees.equals(that.trees)
                && sum.equals(that.sum)
                && reasonCodes.equals(that.reasonCodes)
                && higherIsWorse == that.higherIsWorse;
    }

    @Override
    public int hashCode() {
        return Objects.hash(trees, sum);
    }

    /** {@return how many trees, and of how many features} */
    @Override
    public String toString() {
        return "TreeEnsemble[" + trees.size() + " trees, " + schema().size() + " features]";
    }
}
