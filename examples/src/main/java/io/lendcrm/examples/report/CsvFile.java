package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file being written, row by row, by RFC 4180 with line feeds: UTF-8, a header, quotes where a cell needs them,
 * doubles that read back to the same bits, an empty cell for null. Cells are written as they are; a reader that takes
 * a leading {@code =} for a formula has to be told not to. Not thread-safe; confine to one thread.
 */
public final class CsvFile implements Closeable {
    private final BufferedWriter out;
    private final int columns;

    private CsvFile(BufferedWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /**
     * Creates or replaces a file and writes its header.
     *
     * @param file the file
     * @param header the names of the columns
     * @return the file, open
     * @throws IOException if it can't be written
     */
    public static CsvFile create(Path file, List<String> header) throws IOException {
        requireNonNull(file, "file");
        CsvFile csv = new CsvFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8), header.size());
        csv.row(header.toArray());
        return csv;
    }

    /**
     * Writes a row.
     *
     * @param cells as many cells as the header has; null for an empty one
     * @throws IOException if it can't be written
     * @throws IllegalArgumentException if the number of cells is another
     */
    public void row(@Nullable Object... cells) throws IOException {
        if (cells.length != columns) {
            throw new IllegalArgumentException("row must have " + columns + " cells, found " + cells.length);
        }
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            Object cell = cells[i];
            if (cell != null) {
                out.write(quoted(cell.toString()));
            }
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
