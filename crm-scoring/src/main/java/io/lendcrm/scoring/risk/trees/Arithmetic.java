package io.lendcrm.scoring.risk.trees;

/**
 * The numbers that the origin of an ensemble computes with. Keeping them keeps its decisions at the edges and the last digits
 * of its scores.
 */
public enum Arithmetic {
    /**
     * 32 bits: values, thresholds and leaves are rounded to {@code float}, the base and the leaves are added as {@code float} in
     * the order of the trees, and so is the link computed. XGBoost.
     */
    FLOAT32,
    /** 64 bits: the base and the leaves are added as {@code double} in the order of the trees. LightGBM, PMML. */
    FLOAT64;

    /** The number as this arithmetic sees it. */
    double round(double x) {
        return this == FLOAT32 ? (float) x : x;
    }
}
