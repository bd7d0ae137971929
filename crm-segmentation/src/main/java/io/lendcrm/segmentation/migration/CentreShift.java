package io.lendcrm.segmentation.migration;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.function.IntPredicate;

/** How far the means of a segment's clients moved, in standard deviations of all clients before. */
final class CentreShift {

    private final FeatureSchema schema;
    private final FeatureTable before;
    private final FeatureTable after;

    CentreShift(FeatureSchema schema, FeatureTable before, FeatureTable after) {
        this.schema = schema;
        this.before = before;
        this.after = after;
    }

    double of(Assignments old, int oldSegment, Assignments found, int newSegment) {
        double squares = 0;
        int features = 0;
        for (int j = 0; j < schema.size(); j++) {
            if (!schema.feature(j).type().hasLevels()) {
                double[] then = before.column(schema.feature(j).name());
                double deviation = Math.sqrt(variance(then));
                double moved = mean(after.column(schema.feature(j).name()), row -> found.segment(row) == newSegment)
                        - mean(then, row -> old.segment(row) == oldSegment);
                if (deviation > 0 && !Double.isNaN(moved)) {
                    squares += moved / deviation * (moved / deviation);
                    features++;
                }
            }
        }
        return features == 0 ? Double.NaN : Math.sqrt(squares / features);
    }

    private static double variance(double[] column) {
        double mean = mean(column, row -> true);
        double[] squares = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            squares[i] = (column[i] - mean) * (column[i] - mean);
        }
        return mean(squares, row -> true);
    }

    private static double mean(double[] column, IntPredicate in) {
        CompensatedSum sum = new CompensatedSum();
        int known = 0;
        for (int i = 0; i < column.length; i++) {
            if (in.test(i) && !Double.isNaN(column[i])) {
                sum.add(column[i]);
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum.value() / known;
    }
}
