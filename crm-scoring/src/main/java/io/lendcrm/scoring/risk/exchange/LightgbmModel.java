package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.Checksum;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.trees.Link;
import io.lendcrm.scoring.risk.trees.NodeTest;
import io.lendcrm.scoring.risk.trees.Tree;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import io.lendcrm.scoring.risk.trees.TreeSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes an ensemble of LightGBM's text. Inner nodes keep their numbers; leaf j is node {@code num_leaves - 1 + j}. */
final class LightgbmModel {

    private static final Set<String> VERSIONS = Set.of("v3", "v4");
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_KIND = 2;
    private static final int NONE = 0;
    private static final int ZERO = 1;
    private static final int WORD = 32;

    private final LightgbmText text;

    LightgbmModel(LightgbmText text) {
        this.text = text;
    }

    TreeEnsemble ensemble(byte[] bytes, @Nullable FeatureSchema given, Run run) {
        LightgbmText.Section head = text.head();
        String version = head.text("version");
        if (!VERSIONS.contains(version)) {
            throw head.fault("version", "must be v3 or v4, found \"" + version + "\"");
        }
        for (String name : List.of("num_class", "num_tree_per_iteration")) {
            if (head.whole(name) != 1) {
                throw head.fault(
                        name, "must be 1, found " + head.whole(name) + "; models of several classes can't be read");
            }
        }
        String[] names = head.text("feature_names").strip().split(" +");
        if (head.whole("max_feature_idx") != names.length - 1) {
            throw head.fault("feature_names", "must be max_feature_idx + 1, found " + names.length);
        }
        FeatureSchema schema = FeatureNames.schema(
                List.of(names), true, given, "line " + head.lines().get("feature_names"));
        String objective = head.has("objective") ? head.text("objective").strip() : "";
        TreeSum sum = TreeSum.defaults().withMean(head.has("average_output")).withLink(link(objective));
        List<Tree> trees = new ArrayList<>();
        for (LightgbmText.Section tree : text.trees()) {
            trees.add(tree(tree));
        }
        if (head.has("tree_sizes") && head.text("tree_sizes").strip().split(" +").length != trees.size()) {
            throw head.fault("tree_sizes", "must name " + trees.size() + " trees, as there are");
        }
        ModelInfo info = ModelInfo.of(TreeEnsemble.TYPE, run, 0, Checksum.of(bytes))
                .withSchema(schema)
                .withOptions(Map.of("source", "lightgbm", "format", "text", "version", version, "objective", objective))
                .withWarnings(warnings());
        return build(head, () -> TreeEnsemble.of(info, trees, sum));
    }

    private List<String> warnings() {
        String pandas = text.pandas();
        return pandas.isEmpty() || pandas.equals("null") || pandas.equals("[]")
                ? List.of()
                : List.of("categories are numbers, their positions in pandas' lists: " + pandas);
    }

    private Link link(String objective) {
        String[] words = objective.split(" +");
        List<String> options = Arrays.asList(words).subList(1, words.length);
        return switch (words[0]) {
            case "binary" -> Link.logistic().withSteepness(sigmoid(options));
            case "cross_entropy", "xentropy" -> Link.logistic();
            case "poisson", "gamma", "tweedie" -> Link.exponential();
            case "regression" -> {
                if (options.contains("sqrt")) {
                    throw unknown(objective);
                }
                yield Link.identity();
            }
            case "", "custom", "regression_l1", "huber", "fair", "quantile", "mape", "lambdarank", "rank_xendcg" ->
                Link.identity();
            default -> throw unknown(objective);
        };
    }

    private ModelFormatException unknown(String objective) {
        return text.head()
                .fault("objective", "must be a regression, ranking or binary one, found \"" + objective + "\"");
    }

    private double sigmoid(List<String> options) {
        for (String option : options) {
            if (option.startsWith("sigmoid:")) {
                try {
                    double value = Double.parseDouble(option.substring("sigmoid:".length()));
                    if (value > 0 && value <= Double.MAX_VALUE) {
                        return value;
                    }
                } catch (NumberFormatException e) {
                    throw text.head().fault("objective", "must have a sigmoid above 0, found \"" + option + "\"");
                }
                throw text.head().fault("objective", "must have a sigmoid above 0, found \"" + option + "\"");
            }
        }
        return 1;
    }

    private static Tree tree(LightgbmText.Section tree) {
        int leaves = tree.whole("num_leaves");
        double[] value = tree.decimals("leaf_value");
        if (leaves < 1 || value.length != leaves) {
            throw tree.fault("leaf_value", "must be num_leaves = " + leaves + " values, found " + value.length);
        }
        if (tree.has("is_linear") && tree.whole("is_linear") != 0) {
            throw tree.fault("is_linear", "must be 0: linear trees can't be read");
        }
        if (leaves == 1) {
            return build(tree, () -> Tree.builder(1).leaf(0, value[0], 1).build());
        }
        int inner = leaves - 1;
        double[] cover = tree.decimals("leaf_count");
        int[] feature = tree.wholes("split_feature");
        double[] threshold = tree.decimals("threshold");
        int[] decision = tree.wholes("decision_type");
        int[] left = tree.wholes("left_child");
        int[] right = tree.wholes("right_child");
        requireLength(tree, "leaf_count", cover.length, leaves);
        requireLength(tree, "split_feature", feature.length, inner);
        requireLength(tree, "threshold", threshold.length, inner);
        requireLength(tree, "decision_type", decision.length, inner);
        requireLength(tree, "left_child", left.length, inner);
        requireLength(tree, "right_child", right.length, inner);
        int[][] sets = tree.whole("num_cat") > 0 ? sets(tree) : new int[0][];
        boolean[] used = new boolean[sets.length];
        return build(tree, () -> {
            Tree.Builder made = Tree.builder(inner + leaves);
            for (int leaf = 0; leaf < leaves; leaf++) {
                made.leaf(inner + leaf, value[leaf], cover[leaf], leaf);
            }
            for (int node = 0; node < inner; node++) {
                int yes = place(left[node], inner);
                int no = place(right[node], inner);
                int kind = decision[node] >> MISSING_KIND & 3;
                if ((decision[node] & CATEGORICAL) != 0) {
                    made.member(node, feature[node], set(sets, used, threshold[node]), yes, no, no);
                    continue;
                }
                // Without missing values of its own the model takes one for 0.
                boolean toLeft = kind == NONE ? 0 <= threshold[node] : (decision[node] & DEFAULT_LEFT) != 0;
                made.split(node, feature[node], NodeTest.AT_MOST, threshold[node], yes, no, toLeft ? yes : no);
                if (kind == ZERO) {
                    made.zeroIsMissing(node);
                }
            }
            return made.build();
        });
    }

    private static int place(int child, int inner) {
        return child >= 0 && child < inner ? child : child < 0 && child >= ~inner ? inner + ~child : -1;
    }

    private static int[] set(int[][] sets, boolean[] used, double threshold) {
        int at = (int) threshold;
        if (at != threshold || at < 0 || at >= sets.length) {
            throw new IllegalArgumentException(
                    "a categorical split must name one of " + sets.length + " sets, found " + threshold);
        }
        if (used[at]) {
            throw new IllegalArgumentException(
                    "a categorical split must have a set of its own, found " + at + " twice");
        }
        used[at] = true;
        return sets[at];
    }

    /** The codes whose bits are set, one list a categorical split. */
    private static int[][] sets(LightgbmText.Section tree) {
        int[] boundaries = tree.wholes("cat_boundaries");
        int[] words = tree.bits("cat_threshold");
        requireLength(tree, "cat_boundaries", boundaries.length, tree.whole("num_cat") + 1);
        int[][] sets = new int[boundaries.length - 1][];
        int end = 0;
        for (int s = 0; s < sets.length; s++) {
            int from = boundaries[s];
            int to = boundaries[s + 1];
            if (from != end || to < from || to > words.length) {
                throw tree.fault("cat_boundaries", "must go up from 0 within the words of cat_threshold, found " + to);
            }
            end = to;
            sets[s] = IntStream.range(0, (to - from) * WORD)
                    .filter(code -> (words[from + code / WORD] >>> code % WORD & 1) != 0)
                    .toArray();
        }
        return sets;
    }

    private static void requireLength(LightgbmText.Section tree, String name, int found, int wanted) {
        if (found != wanted) {
            throw tree.fault(name, "must be " + wanted + " values, found " + found);
        }
    }

    private static <T> T build(LightgbmText.Section section, java.util.function.Supplier<T> build) {
        try {
            return build.get();
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException("line " + section.line(), String.valueOf(e.getMessage()), e);
        }
    }
}
