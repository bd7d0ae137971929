package io.lendcrm.examples.table;

import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Weka's attribute-relation files: numeric, nominal and string attributes, {@code ?} for missing, comments behind {@code
 * %}, quoted names and values; packed by gzip or not, known by the first bytes. What can't be used becomes a finding with its
 * line: a header at fault ends the reading, a row at fault is left out. Dates, relations and sparse rows aren't read. Not
 * thread-safe; confine to one thread.
 */
public final class ArffFile {

    private static final Set<String> NUMBERS = Set.of("numeric", "real", "integer");

    private final String name;
    private final QualityReport.Builder report = QualityReport.builder();
    private final List<String> names = new ArrayList<>();
    private final List<Column.Kind> kinds = new ArrayList<>();
    private final List<Set<String>> levels = new ArrayList<>();
    private Table.@Nullable Builder rows;

    private ArffFile(String name) {
        this.name = name;
    }

    /**
     * What a file held.
     *
     * @param table the rows that can be used; without columns if the header is at fault
     * @param report how many rows there were, and what is wrong with those left out
     */
    public record Content(Table table, QualityReport report) {}

    /**
     * Whether a file's name says that it is one, packed or not.
     *
     * @param file the file
     * @return true for {@code .arff} and {@code .arff.gz}
     */
    public static boolean isArff(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".arff") || name.endsWith(".arff.gz");
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param encoding of its text
     * @return its rows, and what is wrong with others
     * @throws IOException if it can't be read
     */
    public static Content read(Path file, Charset encoding) throws IOException {
        ArffFile reading = new ArffFile(String.valueOf(file.getFileName()));
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = isPacked(bytes) ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, encoding.newDecoder()))) {
            return reading.read(lines);
        }
    }

    private static boolean isPacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return packed;
    }

    private Content read(BufferedReader lines) throws IOException {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("%")) {
                continue;
            }
            try {
                if (rows == null) {
                    head(text);
                } else {
                    row(number, text);
                }
            } catch (ArffFields.MalformedException e) {
                report.reject(Finding.of(
                        rows == null ? "malformed-header" : "malformed-row",
                        Severity.ERROR,
                        Place.of(name, number),
                        String.valueOf(e.getMessage())));
                if (rows == null) {
                    return nothing();
                }
            }
        }
        if (rows == null) {
            report.reject(
                    Finding.of("malformed-header", Severity.ERROR, Place.of(name, number), "a line @data, and rows"));
            return nothing();
        }
        return new Content(rows.build(), report.build());
    }

    private Content nothing() {
        return new Content(Table.builder(name, List.of()).build(), report.build());
    }

    private void head(String line) throws ArffFields.MalformedException {
        ArffFields fields = new ArffFields(line);
        String keyword = fields.word().toLowerCase(Locale.ROOT);
        switch (keyword) {
            case "@relation" -> {}
            case "@attribute" -> attribute(fields);
            case "@data" -> {
                if (names.isEmpty()) {
                    throw new ArffFields.MalformedException("an @attribute before @data");
                }
                rows = Table.builder(name, names, kinds);
            }
            default -> throw new ArffFields.MalformedException("@relation, @attribute or @data");
        }
    }

    private void attribute(ArffFields fields) throws ArffFields.MalformedException {
        names.add(fields.word());
        if (fields.over('{')) {
            levels.add(Set.copyOf(fields.upTo('}').stream()
                    .map(ArffFields.Field::text)
                    .distinct()
                    .toList()));
            if (!fields.over('}')) {
                throw new ArffFields.MalformedException("a closing brace behind the values");
            }
            kinds.add(Column.Kind.TEXT);
            return;
        }
        String type = fields.word().toLowerCase(Locale.ROOT);
        if (!NUMBERS.contains(type) && !type.equals("string")) {
            throw new ArffFields.MalformedException("a type numeric, real, integer, string or {values}");
        }
        levels.add(Set.of());
        kinds.add(type.equals("string") ? Column.Kind.TEXT : Column.Kind.NUMBER);
    }

    private void row(long number, String line) throws ArffFields.MalformedException {
        if (line.startsWith("{")) {
            throw new ArffFields.MalformedException("a row that isn't sparse");
        }
        List<ArffFields.Field> fields = ArffFields.of(line);
        if (fields.size() != names.size()) {
            throw new ArffFields.MalformedException(names.size() + " fields, as many as attributes");
        }
        String[] cells = new String[fields.size()];
        for (int c = 0; c < cells.length; c++) {
            String text = fields.get(c).text();
            cells[c] = text.equals("?") && !fields.get(c).quoted() ? "" : text;
            if (!levels.get(c).isEmpty()
                    && !cells[c].isEmpty()
                    && !levels.get(c).contains(text)) {
                throw new ArffFields.MalformedException("one of the values declared for " + names.get(c));
            }
        }
        if (rows != null) {
            rows.add(number, cells);
        }
        report.accept();
    }
}
