package io.lendcrm.examples.model;

import java.nio.charset.StandardCharsets;

/** Files that models come in. */
public enum ModelFormat {
    /** As this library stores them. */
    LENDCRM,
    /** The Predictive Model Markup Language 4. */
    PMML,
    /** XGBoost's JSON or UBJ. */
    XGBOOST,
    /** LightGBM's text. */
    LIGHTGBM,
    /** A table of points: characteristic, from, to, levels, points. */
    POINTS;

    private static final int HEAD = 2048;

    /** The format that a file's first bytes and its name speak for. */
    static ModelFormat of(byte[] file, String name) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.UTF_8).strip();
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        if (text.startsWith("<")) {
            return PMML;
        }
        if (text.startsWith("{")) {
            return text.contains("\"lendcrm-model\"") ? LENDCRM : XGBOOST;
        }
        return name.endsWith(".csv") || name.endsWith(".tsv") ? POINTS : LIGHTGBM;
    }
}
