package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.Checksum;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.trees.Arithmetic;
import io.lendcrm.scoring.risk.trees.Link;
import io.lendcrm.scoring.risk.trees.NodeTest;
import io.lendcrm.scoring.risk.trees.Tree;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import io.lendcrm.scoring.risk.trees.TreeSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes an ensemble of XGBoost's document, which is the same in JSON and in UBJ. */
final class XgboostModel {

    private static final int NEWEST_MAJOR = 3;
    private static final int LEAF = -1;

    private final DocumentReader file;
    private final DocumentReader learner;

    XgboostModel(DocumentReader file) {
        this.file = file;
        this.learner = file.tree("learner");
    }

    TreeEnsemble ensemble(byte[] bytes, boolean binary, @Nullable FeatureSchema given, Run run) {
        String version = version();
        DocumentReader parameters = learner.tree("learner_model_param");
        requireSingle(parameters);
        int features = number(parameters, "num_feature");
        List<String> names = learner.has("feature_names") ? learner.texts("feature_names") : List.of();
        boolean named = !names.isEmpty();
        if (named && names.size() != features) {
            throw learner.fault(
                    "feature_names", "must be " + features + ", as num_feature tells, found " + names.size());
        }
        int most = Math.min(bytes.length, FeatureNames.MOST);
        if (!named && features > most) {
            throw parameters.fault(
                    "num_feature", "must be at most " + most + " in a file without names, found " + features);
        }
        FeatureSchema schema = FeatureNames.schema(
                named
                        ? names
                        : IntStream.range(0, features).mapToObj(i -> "f" + i).toList(),
                named,
                given,
                "$.learner.feature_names");
        String objective = learner.tree("objective").text("name");
        TreeSum sum = sum(objective, parameters);
        List<Tree> trees = trees();
        ModelInfo info = ModelInfo.of(TreeEnsemble.TYPE, run, 0, Checksum.of(bytes))
                .withSchema(schema)
                .withOptions(Map.of(
                        "source",
                        "xgboost",
                        "format",
                        binary ? "ubj" : "json",
                        "version",
                        version,
                        "objective",
                        objective))
                .withWarnings(warnings());
        return learner.build(() -> TreeEnsemble.of(info, trees, sum));
    }

    private String version() {
        int[] parts = whole(file, "version");
        if (parts.length != 3 || parts[0] < 1 || parts[0] > NEWEST_MAJOR) {
            throw file.fault("version", "must be 1.x to " + NEWEST_MAJOR + ".x, found " + Arrays.toString(parts));
        }
        return parts[0] + "." + parts[1] + "." + parts[2];
    }

    private static void requireSingle(DocumentReader parameters) {
        for (String name : List.of("num_class", "num_target")) {
            if (parameters.has(name) && number(parameters, name) > 1) {
                throw parameters.fault(
                        name,
                        "must be at most 1, found " + number(parameters, name)
                                + "; models of several classes or targets can't be read");
            }
        }
    }

    private List<String> warnings() {
        if (learner.has("attributes") && learner.tree("attributes").has("best_iteration")) {
            return List.of("all trees are used, also those behind best_iteration "
                    + learner.tree("attributes").text("best_iteration"));
        }
        return List.of();
    }

    private TreeSum sum(String objective, DocumentReader parameters) {
        float base = base(parameters);
        return switch (objective) {
            case "binary:logistic", "reg:logistic" -> sum(logit(base, parameters), Link.logistic());
            case "binary:logitraw" -> sum(logit(base, parameters), Link.identity());
            case "count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft" ->
                sum(logarithm(base, parameters), Link.exponential());
            case "reg:squarederror",
                    "reg:linear",
                    "reg:squaredlogerror",
                    "reg:pseudohubererror",
                    "reg:absoluteerror",
                    "reg:quantileerror",
                    "rank:pairwise",
                    "rank:ndcg",
                    "rank:map" -> sum(base, Link.identity());
            default ->
                throw learner.tree("objective")
                        .fault("name", "must be a regression, ranking or binary:logistic, found \"" + objective + "\"");
        };
    }

    private static TreeSum sum(float base, Link link) {
        return new TreeSum(Arithmetic.FLOAT32, base, false, link);
    }

    private static float logit(float base, DocumentReader parameters) {
        if (!(base > 0 && base < 1)) {
            throw parameters.fault("base_score", "must be within (0, 1), found " + base);
        }
        return -(float) Math.log(1f / base - 1f);
    }

    private static float logarithm(float base, DocumentReader parameters) {
        if (!(base > 0)) {
            throw parameters.fault("base_score", "must be above 0, found " + base);
        }
        return (float) Math.log(base);
    }

    /** A number as text; from 3.1 on within brackets. */
    private static float base(DocumentReader parameters) {
        String text = parameters.text("base_score");
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        try {
            float base = Float.parseFloat(inner);
            if (Float.isFinite(base)) {
                return base;
            }
        } catch (NumberFormatException e) {
            throw new ModelFormatException(
                    "$.learner.learner_model_param.base_score", "must be one number, found \"" + text + "\"", e);
        }
        throw parameters.fault("base_score", "must be finite, found \"" + text + "\"");
    }

    private List<Tree> trees() {
        DocumentReader booster = learner.tree("gradient_booster");
        String name = booster.text("name");
        if (!name.equals("gbtree")) {
            throw booster.fault("name", "must be gbtree, found \"" + name + "\"");
        }
        DocumentReader model = booster.tree("model");
        if (model.has("cats") && hasContent(model.tree("cats"), "enc")) {
            throw model.fault("cats", "must be empty: a model that maps categories itself can't be read");
        }
        if (Arrays.stream(whole(model, "tree_info")).anyMatch(group -> group != 0)) {
            throw model.fault("tree_info", "must be 0 for every tree: one class and one target");
        }
        List<Tree> trees = new ArrayList<>();
        for (DocumentReader tree : readers(model)) {
            trees.add(tree(tree));
        }
        if (trees.isEmpty()) {
            throw model.fault("trees", "must be at least one, found none");
        }
        return trees;
    }

    private static boolean hasContent(DocumentReader part, String name) {
        return part.has(name)
                && part.whole().members().get(name) instanceof Document.Items items
                && !items.items().isEmpty();
    }

    /** One reader a tree; members that aren't needed are passed over. */
    private static List<DocumentReader> readers(DocumentReader model) {
        return model.trees("trees", tree -> {
            tree.names();
            return tree;
        });
    }

    private static Tree tree(DocumentReader tree) {
        if (tree.has("tree_param")) {
            DocumentReader parameters = tree.tree("tree_param");
            if (parameters.has("size_leaf_vector") && number(parameters, "size_leaf_vector") > 1) {
                throw parameters.fault("size_leaf_vector", "must be at most 1: leaves with vectors can't be read");
            }
        }
        int[] left = whole(tree, "left_children");
        int[] right = whole(tree, "right_children", left.length);
        int[] feature = whole(tree, "split_indices", left.length);
        int[] toLeft = whole(tree, "default_left", left.length);
        int[] type = tree.has("split_type") ? whole(tree, "split_type", left.length) : new int[left.length];
        double[] condition = decimals(tree, "split_conditions", left.length);
        double[] cover = decimals(tree, "sum_hessian", left.length);
        int[][] categories = categories(tree, left.length);
        return tree.build(() -> {
            Tree.Builder made = Tree.builder(left.length);
            for (int node : reached(left, right)) {
                int missing = toLeft[node] == 0 ? right[node] : left[node];
                if (left[node] == LEAF) {
                    made.leaf(node, (float) condition[node], (float) cover[node]);
                } else if (type[node] == 0) {
                    float threshold = (float) condition[node];
                    made.split(node, feature[node], NodeTest.BELOW, threshold, left[node], right[node], missing);
                } else {
                    made.member(node, feature[node], categories[node], right[node], left[node], missing);
                }
            }
            return made.build();
        });
    }

    /** The nodes that the root leads to; others were cut off in training and may hold anything. */
    private static int[] reached(int[] left, int[] right) {
        int[] nodes = new int[left.length];
        boolean[] seen = new boolean[left.length];
        int found = Math.min(1, left.length);
        for (int at = 0; at < found; at++) {
            int node = nodes[at];
            for (int next : left[node] == LEAF ? new int[0] : new int[] {left[node], right[node]}) {
                if (next > 0 && next < left.length && !seen[next]) {
                    seen[next] = true;
                    nodes[found++] = next;
                }
            }
        }
        return Arrays.copyOf(nodes, found);
    }

    private static int[][] categories(DocumentReader tree, int nodes) {
        int[][] categories = new int[nodes][0];
        if (!tree.has("categories_nodes")) {
            return categories;
        }
        int[] node = whole(tree, "categories_nodes");
        int[] start = whole(tree, "categories_segments", node.length);
        int[] size = whole(tree, "categories_sizes", node.length);
        int[] codes = whole(tree, "categories");
        long total = 0;
        for (int i = 0; i < node.length; i++) {
            if (node[i] < 0 || node[i] >= nodes) {
                throw tree.fault("categories_nodes", "must be within [0, " + (nodes - 1) + "], found " + node[i]);
            }
            if (start[i] < 0 || size[i] < 0 || start[i] > codes.length - size[i]) {
                throw tree.fault("categories_segments", "must lie within the categories, found " + start[i]);
            }
            total += size[i];
            if (total > codes.length) {
                throw tree.fault("categories_segments", "must not overlap");
            }
            categories[node[i]] = Arrays.copyOfRange(codes, start[i], start[i] + size[i]);
        }
        return categories;
    }

    private static int number(DocumentReader part, String name) {
        String text = part.text(name);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw part.fault(name, "must be a whole number from 0, found \"" + text + "\"");
        }
        throw part.fault(name, "must be a whole number from 0, found \"" + text + "\"");
    }

    private static double[] decimals(DocumentReader part, String name, int length) {
        double[] values = part.decimals(name);
        if (values.length != length) {
            throw part.fault(name, "must have " + length + " values, one a node, found " + values.length);
        }
        return values;
    }

    private static int[] whole(DocumentReader part, String name, int length) {
        int[] values = whole(part, name);
        if (values.length != length) {
            throw part.fault(name, "must have " + length + " values, found " + values.length);
        }
        return values;
    }

    /** Whole numbers, or yes and no as the first versions wrote them. */
    private static int[] whole(DocumentReader part, String name) {
        if (!part.has(name) || !(part.whole().members().get(name) instanceof Document.Items list)) {
            throw part.fault(name, "must be a list");
        }
        int[] values = new int[list.items().size()];
        for (int i = 0; i < values.length; i++) {
            Document item = list.items().get(i);
            if (item instanceof Document.Flag flag) {
                values[i] = flag.value() ? 1 : 0;
            } else if (item instanceof Document.Whole whole && whole.value() == (int) whole.value()) {
                values[i] = (int) whole.value();
            } else {
                throw part.fault(name + "[" + i + "]", "must be a whole number of 32 bits");
            }
        }
        return values;
    }
}
