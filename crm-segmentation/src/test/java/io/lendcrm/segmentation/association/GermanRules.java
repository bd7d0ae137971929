package io.lendcrm.segmentation.association;

import io.lendcrm.core.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** The German clients as baskets, and R's figures of them. */
final class GermanRules {

    private GermanRules() {}

    static Baskets baskets() {
        try {
            List<List<String>> lines =
                    Files.readAllLines(RealData.file("segmentation/german-transactions.csv")).stream()
                            .map(line -> Arrays.asList(line.split(",")))
                            .toList();
            return Baskets.fromWide(lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String[]> reference(String kind) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                GermanRules.class.getResourceAsStream("german-rules.txt"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> line.startsWith(kind + "|"))
                    .map(line -> line.split("\\|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
