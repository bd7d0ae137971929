package io.lendcrm.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reference numbers in a tab-separated file beside a test; its first line names their source, its second the columns. */
public record ReferenceTable(Map<String, String> cells) {

    public static List<ReferenceTable> rows(Class<?> beside, String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(requireNonNull(beside.getResourceAsStream(file), file), UTF_8))) {
            if (!lines.readLine().startsWith("# Source: ")) {
                throw new IllegalStateException(file + " must name its source");
            }
            String[] names = lines.readLine().split("\t", -1);
            List<ReferenceTable> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], parts[i]);
                }
                rows.add(new ReferenceTable(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String name) {
        return requireNonNull(cells.get(name), name);
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }
}
