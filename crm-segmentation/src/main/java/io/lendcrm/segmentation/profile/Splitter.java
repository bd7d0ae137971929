package io.lendcrm.segmentation.profile;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.segmentation.rule.ComparisonOperator;
import io.lendcrm.segmentation.rule.Condition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the condition that makes the segments on both sides purest, by Gini's impurity (Breiman, Friedman, Olshen and
 * Stone, Classification and Regression Trees, 1984). Numbers split by {@code <=} halfway between neighbours, categories by
 * one level, and missing values go where the condition doesn't hold. Among equally good ones the first feature and the
 * least threshold wins.
 */
final class Splitter {

    private final FeatureTable table;
    private final double[][] columns;
    private final int[] segment;
    private final int segments;
    private final int leastLeaf;

    Splitter(FeatureTable table, int[] segment, int segments, int leastLeaf) {
        this.table = table;
        this.columns = table.toColumns();
        this.segment = segment;
        this.segments = segments;
        this.leastLeaf = leastLeaf;
    }

    private static final class Best {
        private double purity;
        private @Nullable Condition condition;
    }

    /** The best condition of these rows; null if none makes both sides purer. */
    @Nullable
    Condition best(int[] rows) {
        int[] all = counts(rows);
        Best best = new Best();
        best.purity = purity(all, rows.length) * (1 + 1e-12);
        for (int j = 0; j < columns.length; j++) {
            Feature feature = table.schema().feature(j);
            if (feature.type() == FeatureType.NOMINAL) {
                levels(feature, columns[j], rows, all, best);
            } else {
                thresholds(feature, columns[j], rows, all, best);
            }
        }
        return best.condition;
    }

    private void levels(Feature feature, double[] column, int[] rows, int[] all, Best best) {
        int[][] of = new int[feature.levels().size()][segments];
        int[] sizes = new int[of.length];
        for (int row : rows) {
            if (column[row] >= 0) {
                of[(int) column[row]][segment[row]]++;
                sizes[(int) column[row]]++;
            }
        }
        for (int level = 0; level < of.length; level++) {
            if (better(of[level], sizes[level], all, rows.length, best)) {
                best.condition = new Condition.InSet(
                        feature.name(), Set.of(feature.levels().get(level)));
            }
        }
    }

    private void thresholds(Feature feature, double[] column, int[] rows, int[] all, Best best) {
        Integer[] order = Arrays.stream(rows)
                .filter(row -> feature.type() == FeatureType.ORDINAL ? column[row] >= 0 : !Double.isNaN(column[row]))
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> column[row]));
        int[] left = new int[segments];
        for (int i = 0; i < order.length; i++) {
            left[segment[order[i]]]++;
            boolean last = i + 1 == order.length;
            if ((last || column[order[i + 1]] > column[order[i]]) && better(left, i + 1, all, rows.length, best)) {
                double here = column[order[i]];
                best.condition = feature.type() == FeatureType.ORDINAL
                        ? new Condition.InSet(
                                feature.name(), Set.copyOf(feature.levels().subList(0, (int) here + 1)))
                        : new Condition.Compare(
                                feature.name(),
                                ComparisonOperator.AT_MOST,
                                last ? here : halfway(here, column[order[i + 1]]));
            }
        }
    }

    private static double halfway(double low, double high) {
        double half = low / 2 + high / 2;
        return half < high ? Math.max(low, half) : low;
    }

    private boolean better(int[] left, int size, int[] all, int rows, Best best) {
        if (size < leastLeaf || rows - size < leastLeaf) {
            return false;
        }
        double right = 0;
        for (int s = 0; s < segments; s++) {
            right += (double) (all[s] - left[s]) * (all[s] - left[s]);
        }
        double purity = purity(left, size) + right / (rows - size);
        if (purity <= best.purity) {
            return false;
        }
        best.purity = purity;
        return true;
    }

    /** Rows times the sum of squared shares: the greater, the purer. */
    private static double purity(int[] counts, int rows) {
        double squares = 0;
        for (int count : counts) {
            squares += (double) count * count;
        }
        return squares / rows;
    }

    int[] counts(int[] rows) {
        int[] counts = new int[segments];
        for (int row : rows) {
            counts[segment[row]]++;
        }
        return counts;
    }
}
