package io.lendcrm.examples.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lendcrm.core.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The rows of the Taiwan data that the reference models were applied to: features in the order of the file, amounts paid of 0
 * missing (credit/README.md), and what the origin says of them.
 */
public final class TaiwanRows {

    private static final int FEATURES = 23;
    private static final int FIRST_PAID = 17;

    private TaiwanRows() {}

    /** The expected values of a model, such as {@code taiwan-xgboost-expected.json}. */
    public static JsonNode expected(String name) throws IOException {
        return new ObjectMapper()
                .readTree(RealData.file("credit/models/" + name).toFile());
    }

    /** Writes the rows as CSV, with a column more: old scores. */
    public static void write(Path file, JsonNode expected, String oldScores) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(RealData.file("taiwan-credit-default/uci-credit-card.csv.gz"))),
                StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        }
        List<String> rows = new ArrayList<>();
        rows.add(String.join(",", cells(lines.get(0), false)) + ",old");
        for (int i = 0; i < expected.get("file_rows_1based").size(); i++) {
            int row = expected.get("file_rows_1based").get(i).asInt();
            rows.add(String.join(",", cells(lines.get(row), true)) + ","
                    + expected.get(oldScores).get(i).asText());
        }
        Files.write(file, rows);
    }

    private static List<String> cells(String line, boolean values) {
        List<String> cells =
                new ArrayList<>(List.of(line.replace("\"", "").split(",", -1)).subList(1, FEATURES + 1));
        for (int c = FIRST_PAID; values && c < cells.size(); c++) {
            if (Double.parseDouble(cells.get(c)) == 0) {
                cells.set(c, "");
            }
        }
        return cells;
    }
}
