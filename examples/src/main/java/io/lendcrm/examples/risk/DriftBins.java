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
final class DriftBins {

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
                .sorted()
                .toArray();
        long distinct = Arrays.stream(numbers).distinct().count();
        boolean few = distinct <= BINS && distinct * TIMES <= numbers.length;
        if (expected.kind() == Column.Kind.NUMBER && !few) {
            return new DriftBins(
                    IntStream.range(1, BINS)
                            .mapToDouble(k -> numbers[(int) ((long) k * numbers.length / BINS)])
                            .filter(edge -> edge > numbers[0])
                            .distinct()
                            .toArray(),
                    Map.of(),
                    false);
        }
        Map<String, Integer> levels = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (!expected.isMissing(row)) {
                levels.putIfAbsent(level(expected, row), levels.size());
            }
        }
        return new DriftBins(new double[0], levels, true);
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
