package io.lendcrm.segmentation.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.NumericTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class HierarchyProperties {

    @Property(tries = 100)
    void heightsAreThoseOfTheDefinition(
            @ForAll Linkage linkage,
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 3) int d,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        List<double[]> rows = rows(n, d, seed);
        double[] heights = heights(rows, linkage);
        assertThat(heights).isSorted().containsExactly(naive(rows, linkage), within(1e-9));
    }

    @Property(tries = 60)
    void theOrderOfRowsDoesNotMatterWithoutTies(
            @ForAll Linkage linkage,
            @ForAll @IntRange(min = 2, max = 80) int n,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        List<double[]> rows = rows(n, 2, seed);
        double[] heights = heights(rows, linkage);
        List<double[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(heights(shuffled, linkage)).containsExactly(heights, within(1e-12));
    }

    private static List<double[]> rows(int n, int d, long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(random.doubles(d).toArray());
        }
        return rows;
    }

    private static double[] heights(List<double[]> rows, Linkage linkage) {
        double[][] columns = new double[rows.get(0).length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows.get(i)[j];
            }
        }
        FeatureTable table = NumericTables.of(columns);
        return Agglomerative.of(linkage, 1).dendrogram(table, Run.sequential()).merges().stream()
                .mapToDouble(Dendrogram.Merge::height)
                .toArray();
    }

    /** Merges the two nearest of all clusters, by the definition of their distance. */
    private static double[] naive(List<double[]> rows, Linkage linkage) {
        List<List<double[]>> clusters = new ArrayList<>();
        rows.forEach(row -> clusters.add(List.of(row)));
        double[] heights = new double[rows.size() - 1];
        for (int m = 0; m < heights.length; m++) {
            int first = 0;
            int second = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    double distance = distance(clusters.get(a), clusters.get(b), linkage);
                    if (distance < least) {
                        least = distance;
                        first = a;
                        second = b;
                    }
                }
            }
            List<double[]> merged = new ArrayList<>(clusters.get(first));
            merged.addAll(clusters.remove(second));
            clusters.set(first, merged);
            heights[m] = least;
        }
        return heights;
    }

    private static double distance(List<double[]> one, List<double[]> other, Linkage linkage) {
        if (linkage == Linkage.WARD) {
            double a = one.size();
            double b = other.size();
            return Math.sqrt(2 * a * b / (a + b)) * distance(centre(one), centre(other));
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double sum = 0;
        for (double[] x : one) {
            for (double[] y : other) {
                least = Math.min(least, distance(x, y));
                most = Math.max(most, distance(x, y));
                sum += distance(x, y);
            }
        }
        return switch (linkage) {
            case SINGLE -> least;
            case COMPLETE -> most;
            default -> sum / one.size() / other.size();
        };
    }

    private static double[] centre(List<double[]> rows) {
        double[] centre = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int j = 0; j < centre.length; j++) {
                centre[j] += row[j] / rows.size();
            }
        }
        return centre;
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return Math.sqrt(sum);
    }
}
