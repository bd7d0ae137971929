package io.lendcrm.segmentation.medoid;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct rows of a table with how often each stands there: a million equal clients cost as much as one. */
final class Rows {

    final List<double[]> places = new ArrayList<>();
    final List<double[]> values = new ArrayList<>();
    final int[] weight;
    final int[] distinctOf;
    final int total;

    Rows(FeatureTable table, Measure measure) {
        int d = table.schema().size();
        total = table.rows();
        distinctOf = new int[total];
        int[] count = new int[total];
        Map<Key, Integer> seen = new HashMap<>();
        for (int i = 0; i < total; i++) {
            double[] row = new double[d];
            boolean known = false;
            for (int j = 0; j < d; j++) {
                row[j] = table.value(i, j);
                known |= !Double.isNaN(row[j]);
            }
            if (!known) {
                throw new FitException(
                        KMedoidsModel.TYPE,
                        "row " + (i + 1) + " has no known value, so that it is near to nobody",
                        "leaving such rows out");
            }
            Integer at = seen.putIfAbsent(new Key(row), places.size());
            if (at == null) {
                at = places.size();
                values.add(row);
                places.add(measure.place(row));
            }
            distinctOf[i] = at;
            count[at]++;
        }
        weight = Arrays.copyOf(count, places.size());
    }

    int size() {
        return weight.length;
    }

    /** A row's values, equal bit by bit. */
    private static final class Key {
        private final double[] row;

        Key(double[] row) {
            this.row = row;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Arrays.equals(row, that.row);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(row);
        }
    }
}
