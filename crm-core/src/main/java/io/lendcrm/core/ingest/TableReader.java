package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.ingest.RefusedRowException.Fault;
import io.lendcrm.core.quality.QualityReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delimited file into a {@link FeatureTable}, one row a client.
 *
 * <p>What isn't told is detected in a pass of its own: a column of which at least nine in ten values are numbers is
 * numeric, any other nominal with its distinct values in alphabetical order as levels. A numeric cell that is no number,
 * or a cell that isn't one of the told levels, is a finding {@code unreadable-value} and its row is rejected with all its
 * bad cells; a missing cell is {@code NaN}. Without a column of keys the n-th row of the file is client {@code row-n}.
 * Immutable and thread-safe.
 */
public final class TableReader {

    private final DelimitedFile file;
    private final @Nullable String id;
    private final List<String> columns;
    private final Map<String, Feature> told;

    private TableReader(DelimitedFile file, @Nullable String id, List<String> columns, Map<String, Feature> told) {
        this.file = requireNonNull(file, "file");
        this.id = id;
        this.columns = List.copyOf(columns);
        this.told = new LinkedHashMap<>(told);
    }

    /**
     * What was read.
     *
     * @param table the accepted rows in their order
     * @param report how many rows were read, accepted and rejected, and why
     */
    public record Result(FeatureTable table, QualityReport report) {
        public Result {
            requireNonNull(table, "table");
            requireNonNull(report, "report");
        }
    }

    /**
     * Reads all columns of a file, their types detected.
     *
     * @param file the file
     * @return the reader
     */
    public static TableReader of(DelimitedFile file) {
        return new TableReader(file, null, List.of(), Map.of());
    }

    /**
     * The same with a column of clients' keys.
     *
     * @param column its name or position; it isn't a feature unless named among the columns
     * @return the reader
     */
    public TableReader withId(String column) {
        return new TableReader(file, requireNonNull(column, "column"), columns, told);
    }

    /**
     * The same with these columns only.
     *
     * @param names their names or positions, in the order wanted
     * @return the reader
     */
    public TableReader withColumns(List<String> names) {
        return new TableReader(file, id, names, told);
    }

    /**
     * The same with what a column means told instead of detected.
     *
     * @param column its name or position
     * @param feature what it means
     * @return the reader
     */
    public TableReader withFeature(String column, Feature feature) {
        Map<String, Feature> more = new LinkedHashMap<>(told);
        more.put(requireNonNull(column, "column"), requireNonNull(feature, "feature"));
        return new TableReader(file, id, columns, more);
    }

    /**
     * Reads the file.
     *
     * @return the table and the report
     * @throws java.io.UncheckedIOException if it can't be read
     * @throws IllegalArgumentException if it has no such columns, or two features get the same name
     */
    public Result read() {
        List<String> chosen = chosen();
        List<Feature> features = chosen.stream().allMatch(told::containsKey)
                ? chosen.stream().map(told::get).toList()
                : DetectedTypes.of(file, chosen, told);
        FeatureSchema schema = FeatureSchema.of(features);
        List<ClientId> clients = new ArrayList<>();
        double[][] values = new double[chosen.size()][64];
        long[] rows = new long[1];
        QualityReport report = file.forEach(row -> {
            rows[0]++;
            ClientId client = id == null ? ClientId.of("row-" + rows[0]) : row.client(id);
            add(row, chosen, features, values, clients.size());
            clients.add(client);
        });
        double[][] exact = Arrays.stream(values)
                .map(column -> Arrays.copyOf(column, clients.size()))
                .toArray(double[][]::new);
        return new Result(FeatureTable.of(schema, clients, exact), report);
    }

    private List<String> chosen() {
        if (!columns.isEmpty()) {
            return columns;
        }
        List<String> all = new ArrayList<>(file.columns());
        if (id != null && !all.isEmpty()) {
            all.remove(Columns.of(all).indexOf(id));
        }
        return all;
    }

    private static void add(Row row, List<String> columns, List<Feature> features, double[][] values, int at) {
        List<Fault> faults = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            if (at == values[c].length) {
                values[c] = Arrays.copyOf(values[c], at * 2);
            }
            try {
                values[c][at] = row.has(columns.get(c)) ? cell(row, columns.get(c), features.get(c)) : Double.NaN;
            } catch (RefusedRowException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedRowException(faults);
        }
    }

    private static double cell(Row row, String column, Feature feature) {
        if (feature.type() == FeatureType.NUMERIC) {
            return row.number(column);
        }
        String text = row.text(column);
        double code = feature.type().hasLevels() ? feature.code(text) : BinaryWords.code(text);
        if (code < 0) {
            throw RefusedRowException.of("unreadable-value", column, text, expected(feature));
        }
        return code;
    }

    private static String expected(Feature feature) {
        return feature.type().hasLevels() ? "one of " + feature.levels() : "one of " + BinaryWords.KNOWN;
    }
}
