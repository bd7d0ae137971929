package io.lendcrm.benchmarks.speed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model of the shape that boosting gives: 100 complete trees of depth 6 on 30 features, written as XGBoost and as LightGBM
 * would; and clients, 3 % of whose values are missing. Node i leads to 2 i + 1 and 2 i + 2; leaves come last.
 */
final class SimulatedTrees {

    static final int TREES = 100;
    static final int DEPTH = 6;
    static final int FEATURES = 30;
    static final int INNER = (1 << DEPTH) - 1;
    static final int LEAVES = 1 << DEPTH;

    final int[][] feature = new int[TREES][INNER];
    final float[][] threshold = new float[TREES][INNER];
    final boolean[][] toLeft = new boolean[TREES][INNER];
    final float[][] leaf = new float[TREES][LEAVES];

    SimulatedTrees(SplitMix64 random) {
        for (int t = 0; t < TREES; t++) {
            for (int i = 0; i < INNER; i++) {
                feature[t][i] = random.below(FEATURES);
                threshold[t][i] = (float) random.normal();
                toLeft[t][i] = random.uniform() < 0.5;
            }
            for (int i = 0; i < LEAVES; i++) {
                leaf[t][i] = (float) (0.1 * random.normal());
            }
        }
    }

    static double[] client(SplitMix64 random) {
        double[] row = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            row[f] = random.uniform() < 0.03 ? Double.NaN : random.normal();
        }
        return row;
    }

    /** XGBoost's JSON. */
    byte[] xgboost() {
        String trees = IntStream.range(0, TREES).mapToObj(this::xgboostTree).collect(Collectors.joining(","));
        String json = """
            {"learner":{"attributes":{},"feature_names":[],"feature_types":[],"gradient_booster":{"model":{\
            "gbtree_model_param":{"num_parallel_tree":"1","num_trees":"%d"},"iteration_indptr":%s,"tree_info":%s,\
            "trees":[%s]},"name":"gbtree"},"learner_model_param":{"base_score":"5E-1","boost_from_average":"1",\
            "num_class":"0","num_feature":"%d","num_target":"1"},"objective":{"name":"binary:logistic",\
            "reg_loss_param":{"scale_pos_weight":"1"}}},"version":[2,1,4]}\
            """.formatted(TREES, list(TREES + 1, i -> i), list(TREES, i -> 0), trees, FEATURES);
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private String xgboostTree(int t) {
        int nodes = INNER + LEAVES;
        return """
            {"base_weights":%s,"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],\
            "default_left":%s,"id":%d,"left_children":%s,"loss_changes":%s,"parents":%s,"right_children":%s,\
            "split_conditions":%s,"split_indices":%s,"split_type":%s,"sum_hessian":%s,"tree_param":{\
            "num_deleted":"0","num_feature":"%d","num_nodes":"%d","size_leaf_vector":"1"}}\
            """.formatted(
                        list(nodes, i -> "0E0"),
                        list(nodes, i -> i < INNER && toLeft[t][i] ? 1 : 0),
                        t,
                        list(nodes, i -> i < INNER ? 2 * i + 1 : -1),
                        list(nodes, i -> i < INNER ? "1E0" : "0E0"),
                        list(nodes, i -> i == 0 ? Integer.MAX_VALUE : (i - 1) / 2),
                        list(nodes, i -> i < INNER ? 2 * i + 2 : -1),
                        list(nodes, i -> i < INNER ? threshold[t][i] : leaf[t][i - INNER]),
                        list(nodes, i -> i < INNER ? feature[t][i] : 0),
                        list(nodes, i -> 0),
                        list(nodes, i -> (double) (LEAVES >> (31 - Integer.numberOfLeadingZeros(i + 1)))),
                        FEATURES,
                        nodes);
    }

    private static String list(int size, IntFunction<Object> value) {
        return IntStream.range(0, size).mapToObj(value).map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /** LightGBM's text; its {@code <=} sends clients on a threshold another way, which no client is. */
    String lightgbm() {
        List<String> trees =
                IntStream.range(0, TREES).mapToObj(this::lightgbmTree).toList();
        String names = words(FEATURES, f -> "f" + f);
        return """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=%d
            objective=binary sigmoid:1
            feature_names=%s
            feature_infos=%s
            tree_sizes=%s

            %send of trees

            feature_importances:

            parameters:
            end of parameters

            pandas_categorical:null
            """.formatted(
                FEATURES - 1,
                names,
                words(FEATURES, f -> "[-10:10]"),
                trees.stream().map(tree -> String.valueOf(tree.length())).collect(Collectors.joining(" ")),
                String.join("", trees));
    }

    private String lightgbmTree(int t) {
        return """
            Tree=%d
            num_leaves=%d
            num_cat=0
            split_feature=%s
            split_gain=%s
            threshold=%s
            decision_type=%s
            left_child=%s
            right_child=%s
            leaf_value=%s
            leaf_weight=%s
            leaf_count=%s
            internal_value=%s
            internal_weight=%s
            internal_count=%s
            is_linear=0
            shrinkage=1


            """.formatted(
                        t,
                        LEAVES,
                        words(INNER, i -> feature[t][i]),
                        words(INNER, i -> 1),
                        words(INNER, i -> (double) threshold[t][i]),
                        words(INNER, i -> toLeft[t][i] ? 10 : 8),
                        words(INNER, i -> child(2 * i + 1)),
                        words(INNER, i -> child(2 * i + 2)),
                        words(LEAVES, i -> (double) leaf[t][i]),
                        words(LEAVES, i -> 1),
                        words(LEAVES, i -> 1),
                        words(INNER, i -> 0),
                        words(INNER, i -> 1),
                        words(INNER, i -> 2));
    }

    private static int child(int node) {
        return node < INNER ? node : ~(node - INNER);
    }

    private static String words(int size, IntFunction<Object> value) {
        Object[] values = IntStream.range(0, size).mapToObj(value).toArray();
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(" "));
    }
}
