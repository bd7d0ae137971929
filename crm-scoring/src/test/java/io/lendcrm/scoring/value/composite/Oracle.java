package io.lendcrm.scoring.value.composite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reference numbers in a tab-separated file beside the tests, whose first line names their source. */
record Oracle(Map<String, String> cells) {

    static List<Oracle> rows(String file) {
        try (InputStream in = requireNonNull(Oracle.class.getResourceAsStream(file), file)) {
            List<String[]> lines = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        Map<String, String> row = new HashMap<>();
                        IntStream.range(0, line.length).forEach(i -> row.put(lines.get(0)[i], line[i]));
                        return new Oracle(row);
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return requireNonNull(cells.get(name), name);
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    double[] numbers(String name) {
        return Stream.of(text(name).split(" "))
                .filter(part -> !part.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public String toString() {
        return text("key");
    }
}
