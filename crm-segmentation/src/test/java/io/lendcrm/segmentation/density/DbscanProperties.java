package io.lendcrm.segmentation.density;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.FeatureTable;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DbscanProperties {

    @Property(tries = 200)
    void agreesWithAllPairs(
            @ForAll @IntRange(min = 1, max = 150) int n,
            @ForAll @IntRange(min = 1, max = 4) int d,
            @ForAll @IntRange(min = 2, max = 40) int most,
            @ForAll @IntRange(min = 1, max = 6) int radius,
            @ForAll @IntRange(min = 1, max = 9) int minPoints,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        FeatureTable table = Plane.lattice(Math.max(n, minPoints), d, most, seed);
        DbscanModel model = Dbscan.of(radius, minPoints).fit(table);
        int[] segment = model.assign(table).segmentOfRows();
        double[][] rows = Plane.rows(table);
        int[] label = allPairs(rows, radius * radius, minPoints);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                if (label[i] >= 0 && label[j] >= 0) { // both core
                    assertThat(segment[i] == segment[j]).isEqualTo(label[i] == label[j]);
                }
            }
            assertThat(segment[i] >= 0).isEqualTo(label[i] != -1);
            if (label[i] == -2) {
                double own = nearest(rows, label, segment, i, segment[i]);
                for (int s = 0; s < model.segments().size(); s++) {
                    double other = nearest(rows, label, segment, i, s);
                    assertThat(s < segment[i] ? own < other : own <= other).isTrue();
                }
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfRowsDoesNotMatter(
            @ForAll @IntRange(min = 20, max = 200) int n,
            @ForAll @IntRange(min = 1, max = 3) int d,
            @ForAll @IntRange(min = 3, max = 30) int most,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        FeatureTable table = Plane.lattice(n, d, most, seed);
        int[] order = Plane.order(n, seed);
        FeatureTable other = Plane.permuted(table, order);
        int[] one = Dbscan.of(1.5, 4).fit(table).assign(table).segmentOfRows();
        int[] two = Dbscan.of(1.5, 4).fit(other).assign(other).segmentOfRows();
        for (int i = 0; i < n; i++) {
            assertThat(two[i]).isEqualTo(one[order[i]]);
        }
    }

    /** The cluster of each core row; -2 for borders, -1 for noise. */
    private static int[] allPairs(double[][] rows, double squared, int minPoints) {
        int n = rows.length;
        int[] label = new int[n];
        Arrays.fill(label, -1);
        for (int i = 0; i < n; i++) {
            int count = 0;
            for (double[] row : rows) {
                count += Plane.squared(rows[i], row) <= squared ? 1 : 0;
            }
            label[i] = count >= minPoints ? i : -1;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (label[i] >= 0 && label[j] > label[i] && Plane.squared(rows[i], rows[j]) <= squared) {
                        label[j] = label[i];
                        changed = true;
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (label[i] == -1 && label[j] >= 0 && Plane.squared(rows[i], rows[j]) <= squared) {
                    label[i] = -2;
                }
            }
        }
        return label;
    }

    private static double nearest(double[][] rows, int[] label, int[] segment, int i, int s) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < rows.length; j++) {
            if (label[j] >= 0 && segment[j] == s) {
                least = Math.min(least, Plane.squared(rows[i], rows[j]));
            }
        }
        return least;
    }
}
