package io.lendcrm.scoring.value.purchase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reference numbers in a tab-separated file beside the tests, whose first line names their source. */
public final class Oracle {

    private final Map<String, String> cells;

    private Oracle(Map<String, String> cells) {
        this.cells = cells;
    }

    public static List<Oracle> rows(String file) {
        try (InputStream in = requireNonNull(Oracle.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            lines.readLine();
            String[] names = requireNonNull(lines.readLine(), file).split("\t", -1);
            List<Oracle> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(new Oracle(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Oracle row(String file, String key) {
        return rows(file).stream()
                .filter(row -> row.text("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    public String text(String name) {
        return requireNonNull(cells.get(name), name);
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    public double[] numbers(String... names) {
        double[] numbers = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers[i] = number(names[i]);
        }
        return numbers;
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
