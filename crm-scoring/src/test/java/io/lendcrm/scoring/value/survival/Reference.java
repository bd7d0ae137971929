package io.lendcrm.scoring.value.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Public data sets and what R's survival package makes of them. */
final class Reference {

    private static final Map<String, double[]> NUMBERS = read();

    private Reference() {}

    static double[] numbers(String path) {
        return requireNonNull(NUMBERS.get(path), path);
    }

    static double number(String path) {
        return numbers(path)[0];
    }

    static SurvivalData data(String entry, String... columns) {
        double[] time = NUMBERS.containsKey(entry + "/stop") ? numbers(entry + "/stop") : numbers(entry + "/time");
        int[] event =
                Arrays.stream(numbers(entry + "/event")).mapToInt(e -> (int) e).toArray();
        SurvivalData data = SurvivalData.of(CalendarUnit.DAY, time, event)
                .withColumns(
                        FeatureSchema.of(Arrays.stream(columns)
                                .map(name -> Feature.numeric(name, ""))
                                .toList()),
                        Arrays.stream(columns)
                                .map(name -> numbers(entry + "/" + name))
                                .toArray(double[][]::new));
        return NUMBERS.containsKey(entry + "/start") ? data.withEntry(numbers(entry + "/start")) : data;
    }

    static List<String> labels(String path) {
        return Arrays.stream(numbers(path)).mapToObj(Double::toString).toList();
    }

    private static Map<String, double[]> read() {
        try (InputStream in = requireNonNull(Reference.class.getResourceAsStream("reference.tsv"))) {
            Map<String, double[]> numbers = new HashMap<>();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\t");
                        numbers.put(
                                cells[0],
                                Arrays.stream(cells[1].split(" "))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray());
                    });
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
