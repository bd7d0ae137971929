package io.lendcrm.segmentation.migration;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which features moved a client from where its old values put it to where its new ones do, under one model: the Shapley
 * value (Contributions to the Theory of Games II, 1953) of each changed feature in the game that is won, with 1, once the
 * features taken over from the new values put the client where it is now. Up to eight features exactly; beyond, over
 * seeded orders, each with its reverse. Either way they add up to 1.
 */
final class MoveReasons {

    private static final int EXACT = 8;
    private static final int PAIRS_OF_ORDERS = 64;
    private static final long SEED = 7;

    private final ClusterModel model;

    MoveReasons(ClusterModel model) {
        this.model = model;
    }

    List<Reason> of(FeatureRow before, FeatureRow after, int target) {
        int[] changed = IntStream.range(0, before.schema().size())
                .filter(j -> Double.compare(before.value(j), after.value(j)) != 0)
                .toArray();
        double[] parts = changed.length <= EXACT
                ? exact(before, after, changed, target)
                : sampled(before, after, changed, target);
        List<Reason> reasons = new ArrayList<>();
        for (int c = 0; c < changed.length; c++) {
            if (parts[c] != 0) {
                Feature feature = before.schema().feature(changed[c]);
                reasons.add(Reason.of(
                        "move.feature",
                        parts[c],
                        Map.of(
                                "feature", feature.name(),
                                "unit", feature.unit(),
                                "from", text(feature, before.value(changed[c])),
                                "to", text(feature, after.value(changed[c])))));
            }
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    private double[] exact(FeatureRow before, FeatureRow after, int[] changed, int target) {
        int m = changed.length;
        List<FeatureRow> rows = new ArrayList<>();
        for (int set = 0; set < 1 << m; set++) {
            double[] values = before.toArray();
            for (int c = 0; c < m; c++) {
                if ((set >> c & 1) == 1) {
                    values[changed[c]] = after.value(changed[c]);
                }
            }
            rows.add(FeatureRow.of(after.client(), after.schema(), values));
        }
        Assignments assigned = assigned(rows);
        double[] weight = new double[m];
        for (int size = 0; size < m; size++) { // size! (m - size - 1)! / m!
            weight[size] = 1.0 / m;
            for (int i = 1; i <= size; i++) {
                weight[size] *= (double) i / (m - i);
            }
        }
        double[] parts = new double[m];
        for (int set = 0; set < 1 << m; set++) {
            for (int c = 0; c < m; c++) {
                if ((set >> c & 1) == 0) {
                    int gain = won(assigned, set | 1 << c, target) - won(assigned, set, target);
                    parts[c] += gain * weight[Integer.bitCount(set)];
                }
            }
        }
        return parts;
    }

    private double[] sampled(FeatureRow before, FeatureRow after, int[] changed, int target) {
        double[] parts = new double[changed.length];
        Random random = new Random(SEED);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, changed.length).boxed().toList());
        for (int pair = 0; pair < PAIRS_OF_ORDERS; pair++) {
            Collections.shuffle(order, random);
            walk(before, after, changed, order, target, parts);
            Collections.reverse(order);
            walk(before, after, changed, order, target, parts);
        }
        return Arrays.stream(parts).map(part -> part / (2 * PAIRS_OF_ORDERS)).toArray();
    }

    private void walk(
            FeatureRow before, FeatureRow after, int[] changed, List<Integer> order, int target, double[] parts) {
        double[] values = before.toArray();
        List<FeatureRow> rows = new ArrayList<>();
        rows.add(before);
        for (int c : order) {
            values[changed[c]] = after.value(changed[c]);
            rows.add(FeatureRow.of(after.client(), after.schema(), values));
        }
        Assignments assigned = assigned(rows);
        for (int step = 0; step < order.size(); step++) {
            parts[order.get(step)] += won(assigned, step + 1, target) - won(assigned, step, target);
        }
    }

    private Assignments assigned(List<FeatureRow> rows) {
        return model.assign(FeatureTable.of(rows.get(0).schema(), rows));
    }

    private static int won(Assignments assigned, int row, int target) {
        return assigned.segment(row) == target ? 1 : 0;
    }

    private static String text(Feature feature, double value) {
        if (feature.dataClass() != DataClass.ORDINARY) {
            return "***";
        }
        if (Double.isNaN(value)) {
            return "?";
        }
        if (feature.type().hasLevels()) {
            return value == Feature.UNSEEN ? "?" : feature.levels().get((int) value);
        }
        return feature.type() == FeatureType.BINARY
                ? value == 1 ? "yes" : "no"
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
