package io.lendcrm.examples.command;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm clv summarise}: a log of purchases to one row a client. */
@Command(
        name = "summarise",
        aliases = "summarize",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Boils a log of purchases down to what models of client value need.",
            "",
            "Writes id,x,t_x,T and, with --amount, mean_amount, one row a client in order of first appearance. Events of"
                    + " one day are one purchase; x counts the days with a purchase after the first; t_x and T are the"
                    + " time from the first purchase to the last one and to the end of observation, days divided by the"
                    + " unit's days and not rounded; mean_amount is the mean total of those x days, 0 if x is 0.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm clv summarise --input sales.csv --id client --date day --amount amount \\",
            "      --unit week --observed-until 2025-06-30",
            "  lendcrm clv summarise --input CDNOW_sample.txt --delimiter whitespace --id 2 --date 3 --amount 5 \\",
            "      --date-format yyyyMMdd --unit week --observed-until 1997-09-30"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ClvSummariseCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input;

    @Option(names = "--id", required = true, paramLabel = "COL", description = "The column of clients' keys.")
    private String id;

    @Option(names = "--date", required = true, paramLabel = "COL", description = "The column of the purchase's day.")
    private String date;

    @Option(
            names = "--amount",
            paramLabel = "COL",
            description = "The column of the amount, at least 0 and in one currency. Without it there is no"
                    + " mean_amount.")
    private @Nullable String amount;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "day|week|month",
            description = "The unit of t_x and T; a month has 30.436875 days.")
    private CalendarUnit unit;

    @Option(
            names = "--observed-until",
            required = true,
            paramLabel = "DATE",
            description = "The last day observed. Later purchases are ignored and counted on standard error.")
    private String observedUntil;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        LocalDate until = input.day("--observed-until", observedUntil);
        input.column("--id", id);
        input.column("--date", date);
        DelimitedFile file = amount == null ? input.file(date) : input.file(date, input.column("--amount", amount));
        PurchaseSummarizer purchases = PurchaseSummarizer.until(until, unit);
        input.read(file, row -> add(row, purchases));
        if (purchases.ignoredLater() > 0) {
            output.tell(purchases.ignoredLater() + " events after " + until + " ignored");
        }
        write(purchases.clients(), purchases.summaries());
        return 0;
    }

    private void add(Row row, PurchaseSummarizer purchases) {
        ClientId client = row.client(id);
        LocalDate day = row.date(date);
        if (amount == null) {
            purchases.add(client, day);
            return;
        }
        BigDecimal exact = row.decimal(amount);
        if (exact.signum() < 0) {
            throw row.refuse(amount, "an amount of at least 0");
        }
        try {
            purchases.add(client, day, exact);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw row.refuse(
                    amount, "an amount of at most 18 decimals whose sum in its last decimal fits into 64 bits");
        }
    }

    private void write(List<ClientId> clients, PurchaseSummaries rows) {
        List<String> columns = new ArrayList<>(List.of("id", "x", "t_x", "T"));
        if (amount != null) {
            columns.add("mean_amount");
        }
        try (ResultTable out = output.table(columns)) {
            for (int i = 0; i < rows.size(); i++) {
                String key = clients.get(i).value();
                if (amount == null) {
                    out.row(key, rows.frequency(i), rows.recency(i), rows.age(i));
                } else {
                    double mean = rows.hasSpend() ? rows.spend(i) : 0;
                    out.row(key, rows.frequency(i), rows.recency(i), rows.age(i), mean);
                }
            }
        }
    }
}
