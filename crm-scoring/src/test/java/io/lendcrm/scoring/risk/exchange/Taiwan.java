package io.lendcrm.scoring.risk.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Two models of Taiwan's card holders, 25 of them, and what the models' own libraries say; each file names its source. */
final class Taiwan {

    private Taiwan() {}

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Taiwan.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The lines of a table behind its comment and its head, cell by cell. */
    static List<String[]> table(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    static double[][] rows() {
        return table("taiwan-rows.tsv").stream()
                .map(cells -> Arrays.stream(cells)
                        .skip(1)
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toArray(double[][]::new);
    }

    static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    static double[][] columns(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = rows[i][c];
            }
        }
        return columns;
    }
}
