package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.quality.QualityReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A delimited file with a purchase in each row, poured into a {@link PurchaseSummarizer}: the way from a log of any size
 * to purchase summaries in the memory of the summaries. A row without a client, a day or an amount that can be read, or
 * with a negative amount, is a finding and isn't counted. Immutable and thread-safe.
 */
public final class PurchaseLog {

    private final DelimitedFile file;
    private final String client;
    private final String day;
    private final @Nullable String amount;

    private PurchaseLog(DelimitedFile file, String client, String day, @Nullable String amount) {
        this.file = requireNonNull(file, "file");
        this.client = requireNonNull(client, "client");
        this.day = requireNonNull(day, "day");
        this.amount = amount;
    }

    /**
     * A log without amounts.
     *
     * @param file the file
     * @param client the column of clients' keys, by name or position
     * @param day the column of days, in the file's format
     * @return the log
     */
    public static PurchaseLog of(DelimitedFile file, String client, String day) {
        return new PurchaseLog(file, client, day, null);
    }

    /**
     * The same with amounts.
     *
     * @param column the column of amounts, by name or position
     * @return the log
     */
    public PurchaseLog withAmount(String column) {
        return new PurchaseLog(file, client, day, requireNonNull(column, "column"));
    }

    /**
     * Reads the file.
     *
     * @param summarizer takes the purchases
     * @return how many rows were read, accepted and rejected, and why
     * @throws java.io.UncheckedIOException if it can't be read
     * @throws IllegalArgumentException if it has no such columns, or the summarizer holds purchases of the other sort,
     *     with amounts or without
     * @throws ArithmeticException if the sum of a client's amounts doesn't fit into 64 bits of its last decimal
     */
    public QualityReport into(PurchaseSummarizer summarizer) {
        requireNonNull(summarizer, "summarizer");
        return file.forEach(row -> {
            ClientId who = row.client(client);
            LocalDate when = row.date(day);
            if (amount == null) {
                summarizer.add(who, when);
            } else {
                summarizer.add(who, when, amount(row, amount));
            }
        });
    }

    private static BigDecimal amount(Row row, String column) {
        BigDecimal amount = row.decimal(column);
        if (amount.signum() < 0) {
            throw row.refuse(column, "an amount of at least 0");
        }
        if (amount.scale() > 9 || amount.precision() - amount.scale() > 9) {
            throw row.refuse(column, "an amount below a thousand million with at most 9 decimals");
        }
        return amount;
    }
}
