package io.lendcrm.segmentation.profile;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** How common the levels of categories are. */
final class LevelShares {

    private LevelShares() {}

    static List<SegmentProfile.LevelTrait> of(FeatureTable table, Assignments assigned, int segment) {
        List<SegmentProfile.LevelTrait> traits = new ArrayList<>();
        for (int j = 0; j < table.schema().size(); j++) {
            Feature feature = table.schema().feature(j);
            if (feature.type().hasLevels()) {
                double[] column = table.column(j);
                double[] own = shares(column, feature, row -> assigned.segment(row) == segment);
                double[] all = shares(column, feature, row -> assigned.segment(row) >= 0);
                for (int level = 0; level < own.length; level++) {
                    traits.add(new SegmentProfile.LevelTrait(
                            feature.name(), feature.levels().get(level), own[level], all[level]));
                }
            }
        }
        return traits;
    }

    private static double[] shares(double[] column, Feature feature, IntPredicate in) {
        double[] counts = new double[feature.levels().size()];
        for (int row = 0; row < column.length; row++) {
            if (in.test(row) && column[row] >= 0) {
                counts[(int) column[row]]++;
            }
        }
        double known = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(count -> count / known).toArray();
    }
}
