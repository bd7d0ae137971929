package io.lendcrm.scoring.value.covariate;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Purchase summaries with named columns of what else is known of each client and doesn't change with time, such as its
 * sector as 0 or 1, or the logarithm of its turnover. Immutable and thread-safe.
 */
public final class CovariateBook {

    private final PurchaseSummaries summaries;
    private final Map<String, double[]> columns;

    private CovariateBook(PurchaseSummaries summaries, Map<String, double[]> columns) {
        this.summaries = summaries;
        this.columns = columns;
    }

    /**
     * A book of these columns.
     *
     * @param summaries the clients' purchases
     * @param columns a number for each client by the name of the column, finite
     * @return the book
     * @throws IllegalArgumentException if a column has another length or a number is not finite
     */
    public static CovariateBook of(PurchaseSummaries summaries, Map<String, double[]> columns) {
        requireNonNull(summaries, "summaries");
        Map<String, double[]> copies = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            if (column.length != summaries.size()) {
                throw new IllegalArgumentException(
                        name + " must have " + summaries.size() + " rows, found " + column.length);
            }
            for (int row = 0; row < column.length; row++) {
                if (!Double.isFinite(column[row])) {
                    throw new IllegalArgumentException(
                            "row " + (row + 1) + ": " + name + " must be finite, found " + column[row]);
                }
            }
            copies.put(name, column.clone());
        });
        return new CovariateBook(summaries, copies);
    }

    /** {@return the clients' purchases} */
    public PurchaseSummaries summaries() {
        return summaries;
    }

    /** {@return the names of the columns in order} */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /**
     * A client's number.
     *
     * @param name the column
     * @param row the client's row, from 0
     * @return the number
     * @throws IllegalArgumentException if there is no such column
     */
    public double value(String name, int row) {
        return column(name)[row];
    }

    /** Not a copy. */
    double[] column(String name) {
        double[] column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("covariate must be one of " + columns.keySet() + ", found " + name);
        }
        return column;
    }
}
