package io.lendcrm.scoring.risk.logistic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The German credit data as weights of evidence, and what R fits on them. */
final class GermanCredit {

    private GermanCredit() {}

    static LogisticData woe() {
        Map<String, List<Double>> woe = new LinkedHashMap<>();
        for (String[] cells : cells("german-bins.tsv")) {
            double good = Double.parseDouble(cells[2]) / 700;
            double bad = Double.parseDouble(cells[3]) / 300;
            woe.computeIfAbsent(cells[0], column -> new ArrayList<>()).add(Math.log(bad / good));
        }
        List<String> names = List.copyOf(woe.keySet());
        List<String> rows = lines("german-rows.txt");
        double[][] columns = new double[names.size()][rows.size()];
        double[] bad = new double[rows.size()];
        for (int i = 0; i < bad.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] =
                        requireNonNull(woe.get(names.get(c))).get(rows.get(i).charAt(c) - '0');
            }
            bad[i] = rows.get(i).charAt(columns.length) - '0';
        }
        return LogisticData.of(List.copyOf(woe.keySet()), columns, bad);
    }

    static Map<String, Double> expected(String model) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String[] cells : cells("german-models.tsv")) {
            if (cells[0].equals(model)) {
                values.put(cells[1], Double.parseDouble(cells[2]));
            }
        }
        return values;
    }

    private static List<String[]> cells(String file) {
        return lines(file).stream().skip(1).map(line -> line.split("\t")).toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = requireNonNull(GermanCredit.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
