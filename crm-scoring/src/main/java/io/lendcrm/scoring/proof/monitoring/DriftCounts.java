package io.lendcrm.scoring.proof.monitoring;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.binning.Bins;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of each month and segment are in each bin of each variable: all that a drift report needs, kept from month
 * to month without the rows. Sums, so that the counts of two places or months {@link #merge} to those of both. Immutable and
 * thread-safe.
 */
public final class DriftCounts {

    /**
     * A month of a segment. Immutable and thread-safe.
     *
     * @param month the month
     * @param segment the name of the segment; {@link DriftTable#WHOLE} where none are told apart
     */
    record Cell(YearMonth month, String segment) implements Comparable<Cell> {

        Cell {
            requireNonNull(month, "month");
            requireNonNull(segment, "segment");
        }

        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::month)
                    .thenComparing(Cell::segment)
                    .compare(this, other);
        }
    }

    private final List<Bins> variables;
    private final SortedMap<Cell, long[][]> counts;

    private DriftCounts(List<Bins> variables, SortedMap<Cell, long[][]> counts) {
        this.variables = variables;
        this.counts = counts;
    }

    /**
     * No rows yet.
     *
     * @param variables the bins to count in, such as those of a card's characteristics or of its score
     * @return the empty counts
     * @throws IllegalArgumentException if there is no variable or one is there twice
     */
    public static DriftCounts of(List<Bins> variables) {
        List<String> names =
                variables.stream().map(bins -> bins.feature().name()).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("variables must be at least 1 and distinct, found " + names);
        }
        return new DriftCounts(List.copyOf(variables), new TreeMap<>());
    }

    /**
     * With the rows of a month.
     *
     * @param month when they came
     * @param rows a table with these variables
     * @return the sums
     */
    public DriftCounts plus(YearMonth month, FeatureTable rows) {
        return plus(month, DriftTable.WHOLE, rows);
    }

    /**
     * With the rows of a month and segment.
     *
     * @param month when they came
     * @param segment whose they are, such as a region or a channel
     * @param rows a table with these variables
     * @return the sums
     */
    public DriftCounts plus(YearMonth month, String segment, FeatureTable rows) {
        long[][] more = new long[variables.size()][];
        for (int v = 0; v < more.length; v++) {
            more[v] = BinCounts.of(variables.get(v), rows);
        }
        SortedMap<Cell, long[][]> sums = new TreeMap<>(counts);
        sums.merge(new Cell(month, segment), more, DriftCounts::sum);
        return new DriftCounts(variables, sums);
    }

    /**
     * The counts of both.
     *
     * @param other counts of the same variables
     * @return the sums
     * @throws IllegalArgumentException if bins differ
     */
    public DriftCounts merge(DriftCounts other) {
        if (!variables.equals(other.variables)) {
            throw new IllegalArgumentException(
                    "counts to merge must be in the same bins " + variables + ", found " + other.variables);
        }
        SortedMap<Cell, long[][]> sums = new TreeMap<>(counts);
        other.counts.forEach((cell, more) -> sums.merge(cell, more, DriftCounts::sum));
        return new DriftCounts(variables, sums);
    }

    private static long[][] sum(long[][] a, long[][] b) {
        long[][] sums = new long[a.length][];
        for (int v = 0; v < sums.length; v++) {
            sums[v] = a[v].clone();
            for (int bin = 0; bin < sums[v].length; bin++) {
                sums[v][bin] = Math.addExact(sums[v][bin], b[v][bin]);
            }
        }
        return sums;
    }

    /** {@return the bins, variable by variable} */
    public List<Bins> variables() {
        return variables;
    }

    /** {@return the months that have rows, ascending} */
    public List<YearMonth> months() {
        return counts.keySet().stream().map(Cell::month).distinct().toList();
    }

    /** {@return the segments that have rows, in the order of their names} */
    public List<String> segments() {
        return counts.keySet().stream().map(Cell::segment).distinct().sorted().toList();
    }

    /**
     * The counts of a month and segment.
     *
     * @param variable the name of the variable
     * @param month the month
     * @param segment the segment
     * @return rows by bin, 0 where there are none
     * @throws IllegalArgumentException if there is no such variable
     */
    public long[] rows(String variable, YearMonth month, String segment) {
        int v = indexOf(variable);
        long[][] cell = counts.get(new Cell(month, segment));
        return cell == null ? new long[variables.get(v).size()] : cell[v].clone();
    }

    private int indexOf(String variable) {
        List<String> names = new ArrayList<>();
        for (Bins bins : variables) {
            names.add(bins.feature().name());
        }
        int at = names.indexOf(variable);
        if (at < 0) {
            throw new IllegalArgumentException("variable must be one of " + names + ", found \"" + variable + "\"");
        }
        return at;
    }

    /** The counts of a variable by segment, all months in one. */
    Map<String, long[]> pooled(int variable) {
        Map<String, long[]> pooled = new TreeMap<>();
        counts.forEach((cell, rows) ->
                pooled.merge(cell.segment(), rows[variable], (a, b) -> sum(new long[][] {a}, new long[][] {b})[0]));
        return pooled;
    }

    SortedMap<Cell, long[][]> cells() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Equal if bins and counts are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DriftCounts that
                && variables.equals(that.variables)
                && counts.keySet().equals(that.counts.keySet())
                && counts.keySet().stream()
                        .allMatch(cell -> java.util.Arrays.deepEquals(counts.get(cell), that.counts.get(cell)));
    }

    @Override
    public int hashCode() {
        return 31 * variables.hashCode() + counts.keySet().hashCode();
    }

    /** {@return how many variables, months and segments} */
    @Override
    public String toString() {
        return "DriftCounts[" + variables.size() + " variables, " + months().size() + " months, "
                + segments().size() + " segments]";
    }
}
