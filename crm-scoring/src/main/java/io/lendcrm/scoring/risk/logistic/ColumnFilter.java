package io.lendcrm.scoring.risk.logistic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Keeps the columns that are worth fitting: informative, stable, and not said already by a better one. Columns are
 * taken from the highest information value down; one is dropped if its information value is too low, its population
 * stability index too high, or its correlation with a column already kept too great. Immutable and thread-safe.
 *
 * @param leastInformation the least information value that is kept, at least 0
 * @param greatestInstability the greatest population stability index that is kept, at least 0; infinity keeps all
 * @param greatestCorrelation columns correlated by this much or more are said to be alike, above 0; above 1 keeps all
 */
public record ColumnFilter(double leastInformation, double greatestInstability, double greatestCorrelation) {

    /** Why a column was kept or dropped. */
    public enum Cause {
        /** Kept. */
        KEPT,
        /** Its information value is too low. */
        INFORMATION,
        /** Its population stability index is too high. */
        INSTABILITY,
        /** It is too much like a better column. */
        CORRELATION
    }

    /**
     * What became of a column.
     *
     * @param column its name
     * @param cause why
     * @param value the number that decided: the information value of one kept
     * @param other the better column that it is like, empty if that wasn't the cause
     */
    public record Verdict(String column, Cause cause, double value, String other) {
        public Verdict {
            requireNonNull(column, "column");
            requireNonNull(cause, "cause");
            requireNonNull(other, "other");
        }
    }

    public ColumnFilter {
        if (!(leastInformation >= 0) || !(greatestInstability >= 0) || !(greatestCorrelation > 0)) {
            throw new IllegalArgumentException("limits must be at least 0, the last above 0, found " + leastInformation
                    + ", " + greatestInstability + " and " + greatestCorrelation);
        }
    }

    /** {@return information value at least 0.02, stability index at most 0.25, correlation below 0.7} */
    public static ColumnFilter defaults() {
        return new ColumnFilter(0.02, 0.25, 0.7);
    }

    /**
     * Judges columns.
     *
     * @param data the columns, such as weights of evidence
     * @param information the information value of each column
     * @param instability the population stability index of columns; one without is taken as stable
     * @return a verdict for each column, in the order of the data
     * @throws IllegalArgumentException if a column has no information value, one is {@code NaN}, or instability names
     *     a column that isn't there
     */
    public List<Verdict> judge(LogisticData data, Map<String, Double> information, Map<String, Double> instability) {
        List<String> names = data.schema().names();
        if (!names.containsAll(instability.keySet())) {
            throw new IllegalArgumentException(
                    "instability must be of columns of the data, " + names + ", found " + instability.keySet());
        }
        double[] values = new double[names.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = information.get(names.get(i));
            if (value == null || value.isNaN()) {
                throw new IllegalArgumentException(
                        "information value of " + names.get(i) + " must be a number, found " + value);
            }
            values[i] = value;
        }
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, Comparator.comparingDouble(i -> -values[i]));
        double[][] correlations = Correlations.of(data);
        Verdict[] verdicts = new Verdict[values.length];
        List<Integer> kept = new ArrayList<>();
        for (int i : order) {
            verdicts[i] = verdict(names, i, values[i], instability.getOrDefault(names.get(i), 0.0), correlations, kept);
            if (verdicts[i].cause == Cause.KEPT) {
                kept.add(i);
            }
        }
        return List.of(verdicts);
    }

    private Verdict verdict(
            List<String> names, int at, double value, double instability, double[][] correlations, List<Integer> kept) {
        String name = names.get(at);
        if (value < leastInformation) {
            return new Verdict(name, Cause.INFORMATION, value, "");
        }
        if (!(instability <= greatestInstability)) {
            return new Verdict(name, Cause.INSTABILITY, instability, "");
        }
        for (int better : kept) {
            if (Math.abs(correlations[at][better]) >= greatestCorrelation) {
                return new Verdict(name, Cause.CORRELATION, correlations[at][better], names.get(better));
            }
        }
        return new Verdict(name, Cause.KEPT, value, "");
    }

    /**
     * The columns that are kept.
     *
     * @param verdicts of {@link #judge}
     * @return their names, in the order of the data
     */
    public static List<String> kept(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.cause == Cause.KEPT)
                .map(Verdict::column)
                .toList();
    }
}
