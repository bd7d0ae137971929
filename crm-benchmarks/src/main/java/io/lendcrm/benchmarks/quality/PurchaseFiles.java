package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Delimiter;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.quality.QualityReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Three real books, and the day at which each is split.
 *
 * <ul>
 *   <li>CDNOW: who bought CDs first in the first quarter of 1997, fitted on nine months and judged by the next nine. All
 *       rows count, those of amount 0 too. The sample is every tenth client; its figures are published.
 *   <li>Online retail: a gift wholesaler's invoices since December 2010, fitted on nine months and judged by the 100 days
 *       after, which are the high season of gifts; and once more fitted on six months and judged by the summer. An invoice of amount 0 doesn't count, nor one that the client returned in full on the same day. Other returns don't
 *       undo a purchase. When a client of before December 2010 really came first isn't known: the first invoice counts.
 *   <li>Berka: cash paid in (operation {@code VKLAD}) at a bank, an account being a client. Nobody has to do it and nobody
 *       tells when he stops. Fitted on the accounts since January 1993 until September and judged by the half-year after,
 *       which is as long as the data hold the whole bank. Cash drawn is not taken: in January 1994 there are more than
 *       twice as many rows as in the months around it.
 * </ul>
 */
final class PurchaseFiles {

    private static final ObservationWindow CDNOW =
            window(LocalDate.of(1997, 1, 1), LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30));

    private final Path data;

    PurchaseFiles(Path data) {
        this.data = data;
    }

    SplitBook cdnowSample() {
        DelimitedFile file = spaced("clv/CDNOW_sample.txt").withHeader(DelimitedFile.Header.NO);
        List<Purchase> purchases = new ArrayList<>();
        read(file, row -> purchases.add(new Purchase(row.client("1"), row.date("3"), row.decimal("5"))));
        return SplitBook.of("CDNOW sample", CDNOW, purchases);
    }

    SplitBook cdnow() {
        DelimitedFile file = spaced("clv/CDNOW_master.txt").withHeader(DelimitedFile.Header.YES);
        List<Purchase> purchases = new ArrayList<>();
        read(
                file,
                row -> purchases.add(
                        new Purchase(row.client("customer_id"), row.date("date"), row.decimal("dollar_value"))));
        return SplitBook.of("CDNOW master", CDNOW, purchases);
    }

    List<SplitBook> onlineRetail() {
        DelimitedFile file = DelimitedFile.of(data.resolve("online-retail/invoices-2010-12-to-2011-12.csv.gz"));
        List<Purchase> purchases = new ArrayList<>();
        Map<Purchase, Integer> returned = new HashMap<>();
        read(file, row -> {
            Purchase event = new Purchase(
                    row.client("customer_id"),
                    row.date("invoice_time"),
                    row.decimal("amount_gbp").abs());
            if (row.text("type").equals("return")) {
                returned.merge(event, 1, Integer::sum);
            } else if (event.amount().signum() > 0) {
                purchases.add(event);
            }
        });
        // each return takes back one purchase
        purchases.removeIf(purchase -> {
            int left = returned.getOrDefault(purchase, 0);
            returned.put(purchase, left - 1);
            return left > 0;
        });
        LocalDate from = LocalDate.of(2010, 12, 1);
        LocalDate august = LocalDate.of(2011, 8, 31);
        return List.of(
                SplitBook.of("Online retail, autumn", window(from, august, LocalDate.of(2011, 12, 9)), purchases),
                SplitBook.of("Online retail, summer", window(from, LocalDate.of(2011, 5, 31), august), purchases));
    }

    SplitBook berka() {
        DelimitedFile file = DelimitedFile.of(data.resolve("berka/trans-1993-01-to-1994-03-30.csv.gz"));
        List<Purchase> deposits = new ArrayList<>();
        read(file, row -> {
            if (row.value("operation").orElse("").equals("VKLAD")) {
                deposits.add(new Purchase(row.client("account_id"), row.date("date"), row.decimal("amount")));
            }
        });
        return SplitBook.of(
                "Berka cash deposits",
                window(LocalDate.of(1993, 1, 1), LocalDate.of(1993, 9, 30), LocalDate.of(1994, 3, 30)),
                deposits);
    }

    private DelimitedFile spaced(String name) {
        return DelimitedFile.of(data.resolve(name))
                .withDelimiter(Delimiter.parse("whitespace"))
                .withDays(DayFormat.of("yyyyMMdd"));
    }

    private static void read(DelimitedFile file, Consumer<Row> rows) {
        QualityReport report = file.forEach(rows);
        if (report.rejected() > 0) {
            throw new IllegalArgumentException(file.name() + " must be as published, found " + report);
        }
    }

    private static ObservationWindow window(LocalDate from, LocalDate until, LocalDate holdoutUntil) {
        return new ObservationWindow(from, until, holdoutUntil);
    }
}
