package io.lendcrm.segmentation.density;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;

/** What both fitters ask of a table. */
final class Checked {

    private Checked() {}

    static void requireRows(String model, FeatureTable table, int minPoints) {
        if (table.rows() < minPoints) {
            throw new FitException(
                    model,
                    "the table has " + table.rows() + " rows, where minPoints is " + minPoints,
                    "more rows, or fewer minPoints");
        }
    }

    /** The distinct rows of prepared columns. */
    static DistinctRows rows(String model, double[][] columns) {
        double span = 0;
        for (double[] column : columns) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : column) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            span += (most - least) * (most - least);
        }
        if (!Double.isFinite(span)) {
            throw new FitException(
                    model, "values lie so far apart that squared distances overflow", "a scale, such as z or rank");
        }
        return DistinctRows.of(columns);
    }
}
