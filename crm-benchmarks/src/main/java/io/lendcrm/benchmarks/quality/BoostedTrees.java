package io.lendcrm.benchmarks.quality;

import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * How boosted trees are grown.
 *
 * @param rounds how many trees
 * @param depth how deep
 * @param childWeight the least sum of p (1 - p) in a leaf
 * @param rowShare the share of rows that a tree sees
 * @param columnShare the share of columns that a node may ask about
 */
record BoostedTrees(int rounds, int depth, double childWeight, double rowShare, double columnShare) {

    /** The best of {@link TreesQuality}'s grid by its inner cross-validation; what {@code lendcrm model train} uses. */
    static final BoostedTrees CHOSEN = new BoostedTrees(300, 3, 0, 0.5, 0.15);

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
        return new HashMap<>(Map.of(
                "objective",
                "binary:logistic",
                "tree_method",
                "hist",
                "eta",
                0.04,
                "max_depth",
                depth,
                "min_child_weight",
                childWeight,
                "subsample",
                rowShare,
                "colsample_bynode",
                columnShare,
                "nthread",
                1,
                "seed",
                1,
                "verbosity",
                0));
    }

    /** Scores by our engine. */
    static double[] scores(TreeEnsemble trees, TreesInput input) {
        double[] scores = new double[input.bad().length];
        trees.score(input.columns(), 0, scores.length, scores);
        return scores;
    }

    @Override
    public String toString() {
        return options().entrySet().stream()
                .filter(option -> option.getKey().matches("max_depth|min_child_weight|subsample|colsample_bynode"))
                .map(option -> option.getKey() + "=" + option.getValue())
                .sorted()
                .collect(Collectors.joining(" ", rounds + " rounds ", ""));
    }
}
