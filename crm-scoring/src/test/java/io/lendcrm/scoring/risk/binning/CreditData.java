package io.lendcrm.scoring.risk.binning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The data sets and the reference numbers of these tests. */
public final class CreditData {

    private CreditData() {}

    /** Tab-separated cells of a resource, comments left out. */
    static List<String[]> resource(String file) {
        try (InputStream in = requireNonNull(CreditData.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A bin as R printed it. */
    record Expected(String label, double good, double bad, double woe, double iv) {

        static Expected of(String[] cells, int from) {
            return new Expected(
                    cells[from],
                    Double.parseDouble(cells[from + 1]),
                    Double.parseDouble(cells[from + 2]),
                    Double.parseDouble(cells[from + 3]),
                    Double.parseDouble(cells[from + 4]));
        }

        List<String> levels() {
            return List.of(label.split("%,%", -1));
        }

        /** The lower edge, -∞ for the first bin. */
        double from() {
            return Double.parseDouble(label.substring(1, label.indexOf(',')).replace("Inf", "Infinity"));
        }
    }

    /** R's bins of the German data by variable. */
    static Map<String, List<Expected>> german(String method) {
        Map<String, List<Expected>> bins = new LinkedHashMap<>();
        for (String[] cells : resource("german-bins.tsv")) {
            if (cells[0].equals(method)) {
                bins.computeIfAbsent(cells[1], v -> new ArrayList<>()).add(Expected.of(cells, 2));
            }
        }
        return bins;
    }

    /** The name of a feature for a name of R. */
    public static String name(String column) {
        return column.replace('.', '_');
    }

    /**
     * The German data: texts are levels in the order of R's factors, which its bins tell; purpose has no order, it is a text
     * in R too.
     */
    public static LabelledTable german() {
        List<List<String>> rows = new ArrayList<>();
        try (var lines = Files.lines(RealData.file("credit/german-credit-labelled.csv"))) {
            lines.forEach(line -> rows.add(cells(line)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> names = rows.remove(0);
        int target = names.indexOf("creditability");
        List<Feature> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < target; c++) {
            int column = c;
            List<String> texts = rows.stream().map(row -> row.get(column)).toList();
            Feature feature = feature(names.get(c), texts);
            features.add(feature);
            columns.add(texts.stream()
                    .mapToDouble(t -> feature.type().hasLevels() ? feature.code(t) : Double.parseDouble(t))
                    .toArray());
        }
        boolean[] bad = new boolean[rows.size()];
        for (int r = 0; r < bad.length; r++) {
            bad[r] = rows.get(r).get(target).equals("bad");
        }
        return LabelledTable.of(table(features, columns), bad);
    }

    private static Feature feature(String column, List<String> texts) {
        if (texts.stream().allMatch(t -> t.matches("-?[0-9.]+"))) {
            return Feature.numeric(name(column), "");
        }
        Set<String> levels = new LinkedHashSet<>();
        for (String method : List.of("chimerge", "tree")) {
            german(method).getOrDefault(column, List.of()).forEach(bin -> levels.addAll(bin.levels()));
        }
        levels.addAll(texts);
        return column.equals("purpose")
                ? Feature.nominal(name(column), List.copyOf(levels))
                : Feature.ordinal(name(column), List.copyOf(levels));
    }

    static FeatureTable table(List<Feature> features, List<double[]> columns) {
        List<ClientId> clients = IntStream.range(0, columns.get(0).length)
                .mapToObj(i -> ClientId.of("C-" + i))
                .toList();
        return FeatureTable.of(FeatureSchema.of(features), clients, columns.toArray(new double[0][]));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Some attributes of the Polish companies of year 5, numbered from 1; bad is bankrupt. */
    static LabelledTable polish(int... attributes) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file("polish-bankruptcy/5year.arff.gz"))), UTF_8))) {
            in.lines()
                    .dropWhile(line -> !line.startsWith("@data"))
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> rows.add(line.split(",", -1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<double[]> columns = Arrays.stream(attributes)
                .mapToObj(a -> rows.stream()
                        .mapToDouble(row -> row[a - 1].equals("?") ? Double.NaN : Double.parseDouble(row[a - 1]))
                        .toArray())
                .toList();
        boolean[] bad = new boolean[rows.size()];
        for (int r = 0; r < bad.length; r++) {
            bad[r] = rows.get(r)[64].strip().equals("1");
        }
        List<Feature> features = Arrays.stream(attributes)
                .mapToObj(a -> Feature.numeric("attr" + a, ""))
                .toList();
        return LabelledTable.of(table(features, columns), bad);
    }
}
