package io.lendcrm.examples.command;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.examples.report.CsvFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of results on its way to standard output, row by row: CSV with a header, or a JSON array with an object a row.
 * Doubles read back to the same bits. A null is an empty cell, and in JSON no member. Not thread-safe; confine to one
 * thread.
 */
public final class ResultTable implements Closeable {

    private final PrintWriter out;
    private final @Nullable CsvFile csv;
    private final List<String> columns;
    private long rows;

    private ResultTable(PrintWriter out, @Nullable CsvFile csv, List<String> columns) {
        this.out = out;
        this.csv = csv;
        this.columns = columns;
    }

    static ResultTable begin(PrintWriter out, boolean json, List<String> columns) {
        try {
            return new ResultTable(out, json ? null : CsvFile.to(out, columns), List.copyOf(columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a row.
     *
     * @param cells as many as there are columns
     */
    public void row(@Nullable Object... cells) {
        try {
            if (csv != null) {
                csv.row(cells);
            } else {
                out.write(rows == 0 ? "[\n" : ",\n");
                out.write(DocumentJson.toLine(object(cells)));
            }
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the table; standard output stays open. */
    @Override
    public void close() {
        try {
            if (csv != null) {
                csv.flush();
            } else {
                out.write(rows == 0 ? "[]\n" : "\n]\n");
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document object(@Nullable Object[] cells) {
        DocumentBuilder object = Document.tree();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null) {
                object.put(columns.get(i), value(cell));
            }
        }
        return object.build();
    }

    private static Document value(Object cell) {
        if (cell instanceof Integer || cell instanceof Long) {
            return new Document.Whole(((Number) cell).longValue());
        }
        if (cell instanceof Double || cell instanceof BigDecimal) {
            return new Document.Decimal(((Number) cell).doubleValue());
        }
        return cell instanceof Boolean flag ? new Document.Flag(flag) : new Document.Text(cell.toString());
    }
}
