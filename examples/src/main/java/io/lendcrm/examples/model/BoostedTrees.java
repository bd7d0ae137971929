package io.lendcrm.examples.model;

import io.lendcrm.examples.command.InputRefusedException;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Grows boosted trees by XGBoost, with one set of options for all data: the best of a grid by an inner cross-validation over five
 * public sets (TreesQuality of the benchmarks tells which). XGBoost runs native code, which needs a C library for threads
 * (libgomp); nothing but training does. Stateless and thread-safe.
 */
final class BoostedTrees {

    private static final int ROUNDS = 300;

    /** XGBoost's own names. */
    private static final Map<String, Object> OPTIONS = Map.ofEntries(
            Map.entry("objective", "binary:logistic"),
            Map.entry("tree_method", "hist"),
            Map.entry("num_parallel_tree", 8),
            Map.entry("eta", 0.04),
            Map.entry("max_depth", 3),
            Map.entry("min_child_weight", 0.0),
            Map.entry("subsample", 0.5),
            Map.entry("colsample_bynode", 0.15),
            Map.entry("nthread", 1),
            Map.entry("seed", 1),
            Map.entry("verbosity", 0));

    private BoostedTrees() {}

    /** XGBoost's JSON of trees grown on these rows. */
    static byte[] fit(TrainingColumns columns, boolean[] bad) {
        try {
            return grown(columns, bad);
        } catch (XGBoostError e) {
            throw InputRefusedException.because("XGBoost refuses the rows: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (LinkageError e) {
            throw InputRefusedException.because(
                    "XGBoost can't run on this machine: its native library isn't loaded (libgomp may be missing)");
        }
    }

    private static byte[] grown(TrainingColumns columns, boolean[] bad) throws XGBoostError {
        DMatrix matrix =
                new DMatrix(columns.cells(), bad.length, columns.names().size(), Float.NaN);
        try {
            float[] labels = new float[bad.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = bad[i] ? 1 : 0;
            }
            matrix.setLabel(labels);
            matrix.setFeatureNames(columns.names().toArray(String[]::new));
            Booster booster = XGBoost.train(matrix, new HashMap<>(OPTIONS), ROUNDS, Map.of(), null, null);
            try {
                return booster.toByteArray("json");
            } finally {
                booster.dispose();
            }
        } finally {
            matrix.dispose();
        }
    }
}
