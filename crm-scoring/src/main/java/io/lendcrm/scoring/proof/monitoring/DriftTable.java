package io.lendcrm.scoring.proof.monitoring;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Drift by variable, segment and month: the {@link PopulationStability} of every month against the same segment of a
 * reference population. A month breaks where its index exceeds the critical value; the limit is such that, if nothing drifts,
 * the whole table holds a break with a probability of at most {@code alpha} (Bonferroni: each line is tested at alpha divided
 * by the number of lines), for a table of a hundred lines tested at 5 % each would cry wolf five times. Immutable and
 * thread-safe.
 *
 * @param alpha probability of a break anywhere without drift, within (0, 1)
 * @param lines by variable, segment and month; where segments are told apart, the whole comes first
 * @param unreferenced segments without rows in the reference, which can't be compared
 */
public record DriftTable(double alpha, List<Line> lines, List<String> unreferenced) {

    /** The name of all segments together. */
    public static final String WHOLE = "";

    /**
     * A variable in a month of a segment. Immutable and thread-safe.
     *
     * @param variable the name of the variable
     * @param segment the segment; {@link #WHOLE} for all
     * @param month the month
     * @param stability of its bins against the reference
     * @param critical the greatest index that isn't a break
     */
    public record Line(
            String variable, String segment, YearMonth month, PopulationStability stability, double critical) {

        public Line {
            requireNonNull(variable, "variable");
            requireNonNull(segment, "segment");
            requireNonNull(month, "month");
            requireNonNull(stability, "stability");
        }

        /** {@return whether the index exceeds the critical value} */
        public boolean breaks() {
            return stability.index() > critical;
        }

        /** {@return the index less what sampling alone lets expect, {@code (1/N + 1/M)(B - 1)}; about 0 without drift} */
        public double excess() {
            return stability.index() - stability.degrees() * (1.0 / stability.expected() + 1.0 / stability.found());
        }
    }

    public DriftTable {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be within (0, 1), found " + alpha);
        }
        lines = List.copyOf(lines);
        unreferenced = List.copyOf(unreferenced);
    }

    /**
     * Compares months with a reference.
     *
     * @param reference the population the model was made on, its months taken together
     * @param found the months since, in the same bins
     * @param alpha probability of a break anywhere without drift, within (0, 1)
     * @return the table
     * @throws IllegalArgumentException if bins differ, a side has no rows or alpha is out of range
     */
    public static DriftTable of(DriftCounts reference, DriftCounts found, double alpha) {
        if (!reference.variables().equals(found.variables())) {
            throw new IllegalArgumentException("found must be in the bins of the reference " + reference.variables()
                    + ", found " + found.variables());
        }
        List<Line> uncut = new ArrayList<>();
        for (int v = 0; v < reference.variables().size(); v++) {
            String variable = reference.variables().get(v).feature().name();
            Map<String, long[]> expected = withWhole(reference.pooled(v));
            for (Map.Entry<String, SortedMap<YearMonth, long[]>> segment :
                    bySegment(found, v).entrySet()) {
                long[] base = expected.get(segment.getKey());
                if (base != null && Arrays.stream(base).sum() > 0) {
                    segment.getValue().forEach((month, rows) -> {
                        if (Arrays.stream(rows).sum() > 0) {
                            uncut.add(
                                    new Line(variable, segment.getKey(), month, PopulationStability.of(base, rows), 0));
                        }
                    });
                }
            }
        }
        if (uncut.isEmpty()) {
            throw new IllegalArgumentException("reference and found must share a segment with rows, found "
                    + reference.segments() + " and " + found.segments());
        }
        double level = 1 - alpha / uncut.size();
        List<Line> lines = uncut.stream()
                .map(line -> new Line(
                        line.variable(),
                        line.segment(),
                        line.month(),
                        line.stability(),
                        line.stability().critical(level)))
                .toList();
        List<String> unknown = new ArrayList<>(found.segments());
        unknown.removeAll(reference.segments());
        return new DriftTable(alpha, lines, unknown);
    }

    private static Map<String, SortedMap<YearMonth, long[]>> bySegment(DriftCounts found, int variable) {
        Map<String, SortedMap<YearMonth, long[]>> segments = new TreeMap<>();
        found.cells().forEach((cell, rows) -> {
            segments.computeIfAbsent(cell.segment(), s -> new TreeMap<>())
                    .merge(cell.month(), rows[variable], DriftTable::sum);
            if (!cell.segment().equals(WHOLE)) {
                segments.computeIfAbsent(WHOLE, s -> new TreeMap<>())
                        .merge(cell.month(), rows[variable], DriftTable::sum);
            }
        });
        return segments;
    }

    private static Map<String, long[]> withWhole(Map<String, long[]> segments) {
        Map<String, long[]> all = new TreeMap<>(segments);
        segments.forEach((segment, rows) -> {
            if (!segment.equals(WHOLE)) {
                all.merge(WHOLE, rows, DriftTable::sum);
            }
        });
        return all;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sums = a.clone();
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] = Math.addExact(sums[bin], b[bin]);
        }
        return sums;
    }

    /**
     * The lines of a variable in a segment.
     *
     * @param variable the name of the variable
     * @param segment the segment, {@link #WHOLE} for all
     * @return its months, ascending; none if there are none
     */
    public List<Line> lines(String variable, String segment) {
        return lines.stream()
                .filter(line ->
                        line.variable().equals(variable) && line.segment().equals(segment))
                .toList();
    }

    /**
     * The first month that breaks.
     *
     * @param variable the name of the variable
     * @param segment the segment, {@link #WHOLE} for all
     * @return its line, if any month breaks
     */
    public Optional<Line> firstBreak(String variable, String segment) {
        return lines(variable, segment).stream().filter(Line::breaks).findFirst();
    }

    /**
     * Whether a variable drifts away month by month, even if no month breaks yet.
     *
     * @param variable the name of the variable
     * @param segment the segment, {@link #WHOLE} for all
     * @return the trend of its index, less what sampling alone lets expect
     * @throws IllegalArgumentException if it has fewer than three months
     */
    public DriftTrend trend(String variable, String segment) {
        List<Line> months = lines(variable, segment);
        double[] time = months.stream()
                .mapToDouble(line -> line.month().getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH))
                .toArray();
        return DriftTrend.of(time, months.stream().mapToDouble(Line::excess).toArray());
    }
}
