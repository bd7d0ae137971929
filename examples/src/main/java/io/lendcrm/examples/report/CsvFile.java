package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV text being written, row by row, by RFC 4180 with line feeds: a header, quotes where a cell needs them, doubles that
 * read back to the same bits, an empty cell for null. Cells are written as they are; a reader that takes a leading
 * {@code =} for a formula has to be told not to. Not thread-safe; confine to one thread.
 */
public final class CsvFile implements Closeable {
    private final CsvWriter csv;
    private final int columns;

    private CsvFile(Writer out, int columns) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.columns = columns;
    }

    /**
     * Creates or replaces a file, in UTF-8, and writes its header.
     *
     * @param file the file
     * @param header the names of the columns
     * @return the file, open
     * @throws IOException if it can't be written
     */
    public static CsvFile create(Path file, List<String> header) throws IOException {
        requireNonNull(file, "file");
        return to(Files.newBufferedWriter(file, StandardCharsets.UTF_8), header);
    }

    /**
     * Writes to what is open already, beginning with the header.
     *
     * @param out gets the text; closed together with this
     * @param header the names of the columns
     * @return the table, open
     * @throws IOException if it can't be written
     */
    public static CsvFile to(Writer out, List<String> header) throws IOException {
        CsvFile csv = new CsvFile(out, header.size());
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
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            texts[i] = cell == null ? "" : cell.toString();
        }
        try {
            csv.writeRecord(texts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Passes on what is written so far and leaves open what it was written to.
     *
     * @throws IOException if it can't be written
     */
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
