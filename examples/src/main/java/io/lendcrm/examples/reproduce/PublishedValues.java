package io.lendcrm.examples.reproduce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The table of published values, kept as a resource: a line each, tab-separated, below a header. */
final class PublishedValues {

    private PublishedValues() {}

    static List<PublishedValue> all() {
        try (InputStream in = Objects.requireNonNull(PublishedValues.class.getResourceAsStream("published.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines().skip(1).map(PublishedValue::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
