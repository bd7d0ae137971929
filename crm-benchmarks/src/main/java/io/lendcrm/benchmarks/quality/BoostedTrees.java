package io.lendcrm.benchmarks.quality;

import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * How boosted trees are grown.
 *
 * @param rounds how often trees are added
 * @param together how many trees a round, whose mean is added: each has its own rows and columns, so that one draw decides little
 * @param rate the share of its trees that a round adds
 * @param depth how deep
 * @param childWeight the least sum of p (1 - p) in a leaf
 * @param rowShare the share of rows that a tree sees
 * @param columnShare the share of columns that a node may ask about
 */
record BoostedTrees(
        int rounds, int together, double rate, int depth, double childWeight, double rowShare, double columnShare) {

    /** The best of {@link TreesQuality}'s grid by its inner cross-validation; what {@code lendcrm model train} uses. */
    static final BoostedTrees CHOSEN = new BoostedTrees(300, 8, 0.04, 3, 0, 0.5, 0.15);

    /** Grows the trees by XGBoost, and reads them into our engine. */
    TreeEnsemble fit(TreesInput input) {
        try {
            DMatrix matrix = input.matrix();
            try {
                Booster booster = XGBoost.train(matrix, options(), rounds, Map.of(), null, null);
                try {
                    return XgboostReader.defaults().read(booster.toByteArray("json"));
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> options() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
                Map.entry("tree_method", "hist"),
                Map.entry("num_parallel_tree", together),
                Map.entry("eta", rate),
                Map.entry("max_depth", depth),
                Map.entry("min_child_weight", childWeight),
                Map.entry("subsample", rowShare),
                Map.entry("colsample_bynode", columnShare),
                Map.entry("nthread", 1),
                Map.entry("seed", 1),
                Map.entry("verbosity", 0)));
    }

    /** Scores by our engine. */
    static double[] scores(TreeEnsemble trees, TreesInput input) {
        double[] scores = new double[input.bad().length];
        trees.score(input.columns(), 0, scores.length, scores);
        return scores;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "rounds=%d num_parallel_tree=%d eta=%s max_depth=%d min_child_weight=%s subsample=%s"
                        + " colsample_bynode=%s",
                rounds,
                together,
                rate,
                depth,
                childWeight,
                rowShare,
                columnShare);
    }
}
