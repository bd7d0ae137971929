package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ingest.Records.Raw;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows with fields between delimiters (CSV after RFC 4180, TSV and the like), and how to read it. Unless told
 * otherwise: the delimiter and the header are detected, the encoding is UTF-8, days are ISO 8601, and a record has at
 * most 1,048,576 characters. Gzip is known by its first bytes, whatever the file's name; a byte-order mark decides the
 * encoding; lines end with LF, CRLF or CR; a line's end within a quoted field is read as LF.
 *
 * <p>A row that can't be used becomes a finding with its line and reading goes on; nothing is dropped in silence. The
 * rules: {@code malformed-bytes} (no text in the encoding), {@code record-too-long}, {@code unclosed-quote},
 * {@code malformed-quotes}, {@code wrong-number-of-fields} (empty fields behind the last column don't count),
 * {@code file-cut-off} (the packed file breaks off), and those of the reading code: {@code missing-value},
 * {@code unreadable-value}, {@code refused-value}. Lines without content aren't rows. Memory stays constant.
 *
 * <pre>{@code
 * QualityReport report = DelimitedFile.of(path).withDays(DayFormat.of("yyyyMMdd"))
 *         .forEach(row -> total.add(row.decimal("amount")));
 * }</pre>
 *
 * <p>Immutable and thread-safe; every reading opens the source anew.
 */
public final class DelimitedFile {

    /** Whether the first record names the columns. */
    public enum Header {
        /** It does. */
        YES,
        /** It doesn't: columns are told by their position from 1. */
        NO,
        /** It does if all its cells are distinct texts, none of them a number or a day. */
        DETECT
    }

    private static final int LONGEST = 1 << 20;

    private final String name;
    private final ByteSource source;
    private final Delimiter delimiter;
    private final Header header;
    private final Charset encoding;
    private final DayFormat days;
    private final int longest;
    private final Set<String> shown;
    private final Set<String> missing;

    private DelimitedFile(
            String name,
            ByteSource source,
            Delimiter delimiter,
            Header header,
            Charset encoding,
            DayFormat days,
            int longest,
            Set<String> shown,
            Set<String> missing) {
        this.name = requireNonNull(name, "name");
        this.source = requireNonNull(source, "source");
        this.delimiter = requireNonNull(delimiter, "delimiter");
        this.header = requireNonNull(header, "header");
        this.encoding = requireNonNull(encoding, "encoding");
        this.days = requireNonNull(days, "days");
        this.longest = longest;
        this.shown = Set.copyOf(shown);
        this.missing = Set.copyOf(missing);
    }

    /**
     * A file on disk. Findings show its name without its folder.
     *
     * @param path where it is
     * @return how to read it
     */
    public static DelimitedFile of(Path path) {
        return of(String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
    }

    /**
     * Any other source of bytes.
     *
     * @param name what findings call it
     * @param source opens it at its beginning
     * @return how to read it
     */
    public static DelimitedFile of(String name, ByteSource source) {
        return new DelimitedFile(
                name,
                source,
                Delimiter.DETECTED,
                Header.DETECT,
                StandardCharsets.UTF_8,
                DayFormat.iso(),
                LONGEST,
                Set.of(),
                Set.of());
    }

    /**
     * The same, with a delimiter.
     *
     * @param told the delimiter
     * @return how to read it
     */
    public DelimitedFile withDelimiter(Delimiter told) {
        return new DelimitedFile(name, source, told, header, encoding, days, longest, shown, missing);
    }

    /**
     * The same, with a delimiter of one character.
     *
     * @param symbol the character
     * @return how to read it
     */
    public DelimitedFile withDelimiter(char symbol) {
        return withDelimiter(Delimiter.of(symbol));
    }

    /**
     * The same, told whether it has a header.
     *
     * @param told whether the first record names the columns
     * @return how to read it
     */
    public DelimitedFile withHeader(Header told) {
        return new DelimitedFile(name, source, delimiter, told, encoding, days, longest, shown, missing);
    }

    /**
     * The same in another encoding, such as GB18030.
     *
     * @param told the encoding, where no byte-order mark says otherwise
     * @return how to read it
     */
    public DelimitedFile withEncoding(Charset told) {
        return new DelimitedFile(name, source, delimiter, header, told, days, longest, shown, missing);
    }

    /**
     * The same with days written in another way.
     *
     * @param told how days are written
     * @return how to read it
     */
    public DelimitedFile withDays(DayFormat told) {
        return new DelimitedFile(name, source, delimiter, header, encoding, told, longest, shown, missing);
    }

    /**
     * The same with another limit.
     *
     * @param characters how many characters a record may have at most, at least 1
     * @return how to read it
     */
    public DelimitedFile withLongestRecord(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("characters must be at least 1, found " + characters);
        }
        return new DelimitedFile(name, source, delimiter, header, encoding, days, characters, shown, missing);
    }

    /**
     * The same with columns whose values findings may show; those of all others are masked.
     *
     * @param columns columns without personal values, named as the reading code names them
     * @return how to read it
     */
    public DelimitedFile showing(String... columns) {
        return new DelimitedFile(name, source, delimiter, header, encoding, days, longest, Set.of(columns), missing);
    }

    /**
     * The same with texts that mean a missing value, such as {@code NA} or {@code ?}; an empty one always does.
     *
     * @param texts the texts, compared with a value as it stands without blanks around it
     * @return how to read it
     */
    public DelimitedFile withMissing(String... texts) {
        return new DelimitedFile(name, source, delimiter, header, encoding, days, longest, shown, Set.of(texts));
    }

    /** {@return the name that findings give it} */
    public String name() {
        return name;
    }

    boolean isMissing(String field) {
        return !missing.isEmpty() && missing.contains(field);
    }

    /** {@return how days are written} */
    public DayFormat days() {
        return days;
    }

    /**
     * The columns' names, or their positions from 1 if there is no header.
     *
     * @return the names in order; empty if the file is
     * @throws UncheckedIOException if it can't be read
     */
    public List<String> columns() {
        try (Reading reading = open()) {
            return reading.columns == null ? List.of() : reading.columns.names();
        }
    }

    /**
     * Reads all rows in their order.
     *
     * @param rows takes each row; what it throws stops the reading, save for {@link RefusedRowException}
     * @return how many rows were read, accepted and rejected, and why
     * @throws UncheckedIOException if it can't be read
     * @throws IllegalArgumentException if the file has no column that the code asks for
     */
    public QualityReport forEach(Consumer<Row> rows) {
        requireNonNull(rows, "rows");
        QualityReport.Builder report = QualityReport.builder();
        try (Reading reading = open()) {
            for (Row row = reading.next(report); row != null; row = reading.next(report)) {
                try {
                    rows.accept(row);
                    report.accept();
                } catch (RefusedRowException e) {
                    report.reject(findings(row.place(), e));
                }
            }
        }
        return report.build();
    }

    /** Begins a pass; the caller counts what becomes of each row. */
    Reading open() {
        return new Reading();
    }

    private List<Finding> findings(Place place, RefusedRowException refused) {
        return refused.faults().stream()
                .map(fault -> Finding.of(
                        fault.rule(),
                        Severity.ERROR,
                        place,
                        fault.column(),
                        fault.value(),
                        shown.contains(fault.column()) ? DataClass.ORDINARY : DataClass.SENSITIVE,
                        fault.expected()))
                .toList();
    }

    /** {@return the name and how it is divided} */
    @Override
    public String toString() {
        return "DelimitedFile[" + name + ", " + delimiter.kind() + ", " + encoding + "]";
    }

    /** One pass over the file. */
    final class Reading implements AutoCloseable {

        private final Records records;
        private @Nullable Columns columns;
        private @Nullable Raw first;

        private Reading() {
            records = Records.of(new Lines(source, encoding, longest), longest, delimiter);
            first = records.next();
            if (first != null && first.fault() == null) {
                begin(first.fields());
            }
        }

        /** The next record of the right width; refuses the others. */
        @Nullable
        Row next(QualityReport.Builder report) {
            while (true) {
                Raw raw = first == null ? records.next() : first;
                first = null;
                if (raw == null) {
                    return null;
                }
                if (raw.fault() != null) {
                    report.reject(raw.fault().at(Place.of(name, raw.line())));
                } else if (columns == null) {
                    columns = Columns.numbered(raw.fields().length);
                    return new Row(DelimitedFile.this, columns, raw.line(), raw.fields());
                } else if (hasWidth(raw.fields(), columns.count())) {
                    return new Row(DelimitedFile.this, columns, raw.line(), raw.fields());
                } else {
                    String found = raw.fields().length + " fields";
                    report.reject(FileFault.FIELD_COUNT.at(
                            Place.of(name, raw.line()), found, columns.count() + " fields, as many as columns"));
                }
            }
        }

        @Override
        public void close() {
            records.close();
        }

        private void begin(String[] fields) {
            boolean named = header == Header.YES || (header == Header.DETECT && Columns.looksLikeHeader(fields));
            columns = named ? Columns.named(fields) : Columns.numbered(fields.length);
            first = named ? null : first;
        }

        private static boolean hasWidth(String[] fields, int width) {
            for (int i = width; i < fields.length; i++) {
                if (!fields[i].isBlank()) {
                    return false;
                }
            }
            return fields.length >= width;
        }
    }
}
