package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.time.CalendarUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Durations, some of them unfinished: of each row since when it is watched, until when, and what ended it. A row
 * without an end is censored: it was still there when last seen. A row watched from later than 0 is truncated: it
 * counts only from then on. A client whose features change is several rows that follow each other. Rows are counted
 * from 0. Immutable and thread-safe.
 */
public final class SurvivalData {

    private final CalendarUnit unit;
    private final double[] entry;
    private final double[] time;
    private final int[] end;
    private final List<String> causes;
    private final FeatureSchema schema;
    private final double[][] columns;

    private SurvivalData(
            CalendarUnit unit,
            double[] entry,
            double[] time,
            int[] end,
            List<String> causes,
            FeatureSchema schema,
            double[][] columns) {
        this.unit = unit;
        this.entry = entry;
        this.time = time;
        this.end = end;
        this.causes = causes;
        this.schema = schema;
        this.columns = columns;
    }

    /**
     * Durations with one kind of end.
     *
     * @param unit the unit of the durations
     * @param time for how long, finite and above 0
     * @param event 1 if it happened then, 0 if the row is censored
     * @return the data, watched from 0, without features
     * @throws IllegalArgumentException if a number is impossible; the message names the row
     */
    public static SurvivalData of(CalendarUnit unit, double[] time, int[] event) {
        return of(unit, time, event, List.of("event"));
    }

    /**
     * Durations with several kinds of ends, of which the first to come counts, such as default, prepayment and
     * maturity.
     *
     * @param unit the unit of the durations
     * @param time for how long, finite and above 0
     * @param end which cause ended it, from 1 in the order of the causes; 0 if the row is censored
     * @param causes their names, distinct
     * @return the data, watched from 0, without features
     * @throws IllegalArgumentException if a number is impossible; the message names the row
     */
    public static SurvivalData of(CalendarUnit unit, double[] time, int[] end, List<String> causes) {
        requireNonNull(unit, "unit");
        if (time.length == 0 || end.length != time.length) {
            throw new IllegalArgumentException("time and end must have the same number of rows, at least 1, found "
                    + time.length + " and " + end.length);
        }
        if (causes.isEmpty() || causes.stream().distinct().count() < causes.size()) {
            throw new IllegalArgumentException("causes must be distinct and at least 1, found " + causes);
        }
        for (int i = 0; i < time.length; i++) {
            if (!(time[i] > 0) || time[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "time of row " + i + " must be finite and above 0, found " + time[i]);
            }
            if (end[i] < 0 || end[i] > causes.size()) {
                throw new IllegalArgumentException("end of row " + i + " must be within [0, " + causes.size()
                        + "], one of " + causes + " or 0 for censored, found " + end[i]);
            }
        }
        return new SurvivalData(
                unit,
                new double[time.length],
                time.clone(),
                end.clone(),
                List.copyOf(causes),
                FeatureSchema.of(),
                new double[0][]);
    }

    /**
     * With the moments from which the rows are watched.
     *
     * @param from at least 0 and before the row's time
     * @return the changed data
     * @throws IllegalArgumentException if a moment is impossible; the message names the row
     */
    public SurvivalData withEntry(double... from) {
        requireRows("entry", from.length);
        for (int i = 0; i < from.length; i++) {
            if (!(from[i] >= 0 && from[i] < time[i])) {
                throw new IllegalArgumentException(
                        "entry of row " + i + " must be within [0, time=" + time[i] + "), found " + from[i]);
            }
        }
        return new SurvivalData(unit, from.clone(), time, end, causes, schema, columns);
    }

    /**
     * With features.
     *
     * @param newSchema what they mean: numbers and yes/no only
     * @param newColumns one array each, all finite; copied
     * @return the changed data
     * @throws IllegalArgumentException if a value doesn't fit; the message names row and column
     */
    public SurvivalData withColumns(FeatureSchema newSchema, double[]... newColumns) {
        if (newColumns.length != newSchema.size()) {
            throw new IllegalArgumentException("columns must be as many as the schema's " + newSchema.size()
                    + " features, found " + newColumns.length);
        }
        double[][] copy = new double[newColumns.length][];
        for (int c = 0; c < copy.length; c++) {
            Feature feature = newSchema.feature(c);
            if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
                throw new IllegalArgumentException("column " + feature.name()
                        + " must be NUMERIC or BINARY (one 0/1 column a level), found " + feature.type());
            }
            requireRows("column " + feature.name(), newColumns[c].length);
            copy[c] = newColumns[c].clone();
            for (int i = 0; i < copy[c].length; i++) {
                if (!Double.isFinite(copy[c][i])) {
                    throw new IllegalArgumentException(
                            "column " + feature.name() + " must be finite, found " + copy[c][i] + " in row " + i);
                }
            }
        }
        return new SurvivalData(unit, entry, time, end, causes, newSchema, copy);
    }

    /**
     * With the features of a table.
     *
     * @param table a row for each duration, in the same order
     * @return the changed data
     * @throws IllegalArgumentException if a value doesn't fit; the message names row and column
     */
    public SurvivalData withColumns(FeatureTable table) {
        return withColumns(table.schema(), table.toColumns());
    }

    /**
     * The same durations with one cause left: rows ended by another are censored then. Its hazard is that of the cause
     * among those still there, which a Cox model of these data fits.
     *
     * @param cause the cause
     * @return the data
     * @throws IllegalArgumentException if there is no such cause
     */
    public SurvivalData only(String cause) {
        int code = 1 + index(cause);
        int[] events = Arrays.stream(end).map(e -> e == code ? 1 : 0).toArray();
        return new SurvivalData(unit, entry, time, events, List.of(cause), schema, columns);
    }

    /**
     * Some of the rows.
     *
     * @param rows which, in the order wanted
     * @return the data of these rows
     */
    public SurvivalData rows(int... rows) {
        return new SurvivalData(
                unit,
                Arrays.stream(rows).mapToDouble(i -> entry[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> time[i]).toArray(),
                Arrays.stream(rows).map(i -> end[i]).toArray(),
                causes,
                schema,
                Arrays.stream(columns)
                        .map(column ->
                                Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                        .toArray(double[][]::new));
    }

    /** {@return the unit of the durations} */
    public CalendarUnit unit() {
        return unit;
    }

    /** {@return how many rows} */
    public int rows() {
        return time.length;
    }

    /** {@return the names of the causes, in the order of their codes from 1} */
    public List<String> causes() {
        return causes;
    }

    /** {@return what the columns mean} */
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return how many rows ended, by whatever cause} */
    public int events() {
        return (int) Arrays.stream(end).filter(e -> e > 0).count();
    }

    /** {@return the longest duration seen} */
    public double lastTime() {
        return Arrays.stream(time).max().orElseThrow();
    }

    double entry(int row) {
        return entry[row];
    }

    double time(int row) {
        return time[row];
    }

    int end(int row) {
        return end[row];
    }

    boolean ended(int row) {
        return end[row] > 0;
    }

    double[] column(int index) {
        return columns[index];
    }

    int index(String cause) {
        int at = causes.indexOf(cause);
        if (at < 0) {
            throw new IllegalArgumentException("cause must be one of " + causes + ", found \"" + cause + "\"");
        }
        return at;
    }

    /** The same durations with censoring for an end and every end for censored: how long rows can be watched. */
    SurvivalData censoring() {
        int[] events = Arrays.stream(end).map(e -> e == 0 ? 1 : 0).toArray();
        return new SurvivalData(unit, entry, time, events, List.of("censoring"), schema, columns);
    }

    /** The rows by time, the latest first. */
    int[] latestFirst() {
        return order(time);
    }

    /** The rows by entry, the latest first. */
    int[] lastToEnterFirst() {
        return order(entry);
    }

    private static int[] order(double[] values) {
        Integer[] rows = new Integer[values.length];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, (a, b) -> Double.compare(values[b], values[a]));
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    String fingerprint() {
        Fingerprint fingerprint =
                Fingerprint.empty().add(unit.name()).add(entry).add(time).add(end);
        for (int c = 0; c < columns.length; c++) {
            fingerprint.add(schema.feature(c).name()).add(columns[c]);
        }
        return fingerprint.hex();
    }

    private void requireRows(String what, int rows) {
        if (rows != time.length) {
            throw new IllegalArgumentException(what + " must have " + time.length + " rows, found " + rows);
        }
    }

    /** {@return the number of rows and of events} */
    @Override
    public String toString() {
        return "SurvivalData[" + rows() + " rows, " + events() + " ended by " + causes + "]";
    }
}
