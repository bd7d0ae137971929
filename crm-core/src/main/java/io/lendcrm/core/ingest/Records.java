package io.lendcrm.core.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import io.lendcrm.core.ingest.Lines.Line;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delimited text: lines without content are passed over, a quoted field may go over several lines. A
 * quote that is never closed, or closed in the wrong place, costs its first line only; reading goes on with the next.
 * Not thread-safe; confine to one thread.
 */
final class Records implements Closeable {

    private static final char QUOTE = '"';
    private static final String[] NONE = {};

    /**
     * A record.
     *
     * @param line the line it begins on
     * @param fields its fields without their quotes; empty if there is a fault
     * @param fault what is wrong with it, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // on the way of every row; never leaves the package
    record Raw(long line, String[] fields, @Nullable FileFault fault) {}

    private final Lines lines;
    private final int longest;
    private final Delimiter delimiter;
    private final CsvReader.CsvReaderBuilder parser;

    private Records(Lines lines, int longest, Delimiter delimiter) {
        this.lines = lines;
        this.longest = longest;
        this.delimiter = delimiter;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter.symbol())
                .quoteCharacter(QUOTE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(1 << 16, longest + 1));
    }

    /** Reads on from the lines; they are closed with the records. */
    static Records of(Lines lines, int longest, Delimiter told) {
        Line first = lines.next();
        while (first != null && isEmpty(first.text(), told) && first.fault() == null) {
            first = lines.next();
        }
        if (first != null) {
            lines.putBack(List.of(first));
        }
        return new Records(lines, longest, told.resolve(first == null ? "" : first.text()));
    }

    /** {@return the next record, or null at the end} */
    @Nullable
    Raw next() {
        while (true) {
            Line line = lines.next();
            if (line == null) {
                return null;
            }
            if (line.fault() != null) {
                return refused(line, line.fault());
            }
            if (!isEmpty(line.text(), delimiter)) {
                return record(line);
            }
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    /** Blank and without a delimiter: a line of tabs alone is a row of empty fields where the tab delimits. */
    private static boolean isEmpty(String line, Delimiter delimiter) {
        return line.isBlank() && (delimiter.kind() != Delimiter.Kind.CHARACTER || line.indexOf(delimiter.symbol()) < 0);
    }

    private Raw record(Line line) {
        if (delimiter.kind() == Delimiter.Kind.WHITESPACE) {
            return new Raw(line.number(), splitAtBlanks(line.text()), null);
        }
        if (line.text().indexOf(QUOTE) < 0) {
            return new Raw(line.number(), split(line.text()), null);
        }
        List<Line> taken = new ArrayList<>(List.of(line));
        StringBuilder record = new StringBuilder(line.text());
        boolean open = isOpenAfter(line.text(), false);
        while (open) {
            Line more = lines.next();
            if (more != null) {
                taken.add(more);
            }
            if (more == null
                    || more.fault() != null
                    || record.length() + more.text().length() >= longest) {
                return firstLineRefused(taken, FileFault.UNCLOSED_QUOTE);
            }
            record.append('\n').append(more.text());
            open = isOpenAfter(more.text(), true);
        }
        try {
            return new Raw(line.number(), parsed(record.toString()), null);
        } catch (CsvParseException e) {
            return firstLineRefused(taken, FileFault.MALFORMED_QUOTES);
        }
    }

    private Raw firstLineRefused(List<Line> taken, FileFault fault) {
        lines.putBack(taken.subList(1, taken.size()));
        return refused(taken.get(0), fault);
    }

    private static Raw refused(Line line, FileFault fault) {
        return new Raw(line.number(), NONE, fault);
    }

    private String[] parsed(String record) {
        return parser.ofSingleCsvRecord(StringArrayHandler.builder().build(), record);
    }

    /** Whether a quoted field is open at the line's end. */
    private boolean isOpenAfter(String line, boolean openBefore) {
        boolean open = openBefore;
        boolean atStart = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open) {
                if (c == QUOTE) {
                    boolean escaped = i + 1 < line.length() && line.charAt(i + 1) == QUOTE;
                    open = escaped;
                    i += escaped ? 1 : 0;
                }
            } else if (c == QUOTE && atStart) {
                open = true;
            }
            atStart = !open && c == delimiter.symbol();
        }
        return open;
    }

    private String[] split(String line) {
        int count = 1;
        for (int i = 0; i < line.length(); i++) {
            count += line.charAt(i) == delimiter.symbol() ? 1 : 0;
        }
        String[] fields = new String[count];
        int from = 0;
        for (int f = 0; f < count - 1; f++) {
            int to = line.indexOf(delimiter.symbol(), from);
            fields[f] = line.substring(from, to);
            from = to + 1;
        }
        fields[count - 1] = line.substring(from);
        return fields;
    }

    private static String[] splitAtBlanks(String line) {
        List<String> fields = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            int from = i;
            while (i < line.length() && !isBlank(line.charAt(i))) {
                i++;
            }
            if (i > from) {
                fields.add(line.substring(from, i));
            }
            i++;
        }
        return fields.toArray(NONE);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
