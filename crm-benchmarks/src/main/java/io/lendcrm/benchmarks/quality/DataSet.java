package io.lendcrm.benchmarks.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.proof.validation.Folds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** A public data set as it lies in the data folder. */
enum DataSet {
    GERMAN_CREDIT("german-credit", "segmentation/german-credit.csv", "class", "2", "", ""),
    CREDIT_DATA("credit-data", "segmentation/credit-data.csv", "status", "bad", "", ""),
    KZ_CORPORATE("kz-corporate", "kz-corporate/finratKZ.csv", "default", "1", "", ""),
    POLISH_5YEAR("polish-5year", "polish-bankruptcy/5year.arff.gz", "bankruptcy", "1", "", ""),
    TAIWAN(
            "taiwan",
            "taiwan-credit-default/uci-credit-card.csv.gz",
            "default_payment_next_month",
            "1",
            "id",
            "sex education marriage");

    private static final Set<String> MISSING = Set.of("", "?", "NA");

    private final String title;
    private final String file;
    private final String target;
    private final String bad;
    private final String dropped;
    private final String levels;

    DataSet(String title, String file, String target, String bad, String dropped, String levels) {
        this.title = title;
        this.file = file;
        this.target = target;
        this.bad = bad;
        this.dropped = dropped;
        this.levels = levels;
    }

    private static boolean listed(String names, String name) {
        return List.of(names.split(" ")).contains(name);
    }

    String title() {
        return title;
    }

    /** Features and outcomes. */
    @SuppressWarnings("ArrayRecordComponent") // working data of a run, compared nowhere
    record Content(FeatureTable features, boolean[] bad) {

        Content rows(int[] which) {
            double[][] columns = new double[features.schema().size()][which.length];
            boolean[] outcomes = new boolean[which.length];
            List<ClientId> clients = new ArrayList<>();
            for (int i = 0; i < which.length; i++) {
                for (int c = 0; c < columns.length; c++) {
                    columns[c][i] = features.value(which[i], c);
                }
                outcomes[i] = bad[which[i]];
                clients.add(features.clients().get(which[i]));
            }
            return new Content(FeatureTable.of(features.schema(), clients, columns), outcomes);
        }
    }

    Content read(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(folder.resolve(file));
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader in = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            boolean arff = file.contains(".arff");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (arff && !data) {
                    data = line.startsWith("@data");
                    if (line.startsWith("@attribute")) {
                        names.add(line.startsWith("@attribute " + target) ? target : "attr" + (names.size() + 1));
                    }
                } else if (names.isEmpty()) {
                    for (String name : line.replace("\"", "").split(",", -1)) {
                        names.add(name.toLowerCase(Locale.ROOT).replace('.', '_'));
                    }
                } else if (!line.isBlank()) {
                    rows.add(line.strip().split(",", -1));
                }
            }
        }
        return content(names, rows);
    }

    private Content content(List<String> names, List<String[]> rows) {
        List<Feature> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            int column = c;
            String name = names.get(c);
            if (name.equals(target) || listed(dropped, name)) {
                continue;
            }
            List<String> cells = rows.stream().map(row -> row[column]).toList();
            Feature feature = feature(name, cells);
            features.add(feature);
            columns.add(cells.stream()
                    .mapToDouble(cell -> MISSING.contains(cell)
                            ? Double.NaN
                            : feature.type().hasLevels() ? feature.code(cell) : Double.parseDouble(cell))
                    .toArray());
        }
        boolean[] outcomes = new boolean[rows.size()];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = rows.get(row)[names.indexOf(target)].equals(bad);
        }
        List<ClientId> clients = IntStream.range(0, outcomes.length)
                .mapToObj(i -> ClientId.of("R-" + i))
                .toList();
        return new Content(
                FeatureTable.of(FeatureSchema.of(features), clients, columns.toArray(new double[0][])), outcomes);
    }

    private Feature feature(String name, List<String> cells) {
        List<String> texts = cells.stream()
                .filter(cell -> !MISSING.contains(cell))
                .distinct()
                .sorted()
                .toList();
        boolean numbers = !listed(levels, name) && texts.stream().allMatch(text -> text.matches("[-+.0-9eE]+"));
        return numbers ? Feature.numeric(name, "") : Feature.nominal(name, texts);
    }

    /** The folds of {@code <title>.csv}: a header, then row and fold. */
    Folds folds(Path folder) throws IOException {
        return Folds.of(Files.readAllLines(folder.resolve(title + ".csv")).stream()
                .skip(1)
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(',') + 1).strip()))
                .toArray());
    }
}
