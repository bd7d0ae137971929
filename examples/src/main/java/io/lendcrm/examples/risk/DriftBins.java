package io.lendcrm.examples.risk;

import io.lendcrm.examples.table.Column;
import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The bins over which a column is compared, made from the rows that were expected: a number's deciles, a value on an edge in
 * the bin above; for texts, and for numbers of at most ten values that come five times or more on average, a bin a value and
 * one for all others. Missing cells have a bin of their own. Immutable and thread-safe.
 */
public final class DriftBins {

    private static final int BINS = 10;
    private static final int TIMES = 5;

    private final double[] edges;
    private final Map<String, Integer> levels;
    private final boolean byLevel;

    private DriftBins(double[] edges, Map<String, Integer> levels, boolean byLevel) {
        this.edges = edges;
        this.levels = levels;
        this.byLevel = byLevel;
    }

    static DriftBins of(Column expected, int rows) {
        double[] numbers = IntStream.range(0, rows)
                .mapToDouble(expected::number)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        long distinct = Arrays.stream(numbers).distinct().count();
        boolean few = distinct <= BINS && distinct * TIMES <= numbers.length;
        if (expected.kind() == Column.Kind.NUMBER && !few) {
            return new DriftBins(deciles(numbers), Map.of(), false);
        }
        Map<String, Integer> levels = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (!expected.isMissing(row)) {
                levels.putIfAbsent(level(expected, row), levels.size());
            }
        }
        return new DriftBins(new double[0], levels, true);
    }

    /**
     * The edges between the tenths of some numbers: each edge is the least number above it.
     *
     * @param numbers the numbers, in any order, none missing
     * @return ascending edges, fewer than nine where numbers are equal
     */
    public static double[] deciles(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? sorted
                : IntStream.range(1, BINS)
                        .mapToDouble(k -> sorted[(int) ((long) k * sorted.length / BINS)])
                        .filter(edge -> edge > sorted[0])
                        .distinct()
                        .toArray();
    }

    /** Numbers are levels by what they are worth, not by how they are written. */
    private static String level(Column column, int row) {
        return column.kind() == Column.Kind.NUMBER ? String.valueOf(column.number(row) + 0.0) : column.text(row);
    }

    long[] counts(Column column, int[] rows) {
        int known = byLevel ? levels.size() + 1 : edges.length + 1;
        long[] counts = new long[known + 1];
        for (int row : rows) {
            if (column.isMissing(row)) {
                counts[known]++;
            } else if (byLevel) {
                counts[levels.getOrDefault(level(column, row), levels.size())]++;
            } else {
                int at = Arrays.binarySearch(edges, column.number(row));
                counts[at >= 0 ? at + 1 : -at - 1]++;
            }
        }
        return counts;
    }

    PopulationStability compare(Column expected, int[] expectedRows, Column actual, int[] actualRows) {
        return PopulationStability.of(counts(expected, expectedRows), counts(actual, actualRows));
    }
}
