package io.lendcrm.examples.review;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.report.CsvFile;
import io.lendcrm.examples.report.Lending;
import io.lendcrm.examples.report.Purchases;
import io.lendcrm.examples.report.ReviewFiles;
import io.lendcrm.examples.report.ReviewReport;
import io.lendcrm.examples.report.Text;
import io.lendcrm.scoring.value.kpi.KpiCard;
import io.lendcrm.scoring.value.rfm.RfmFitter;
import io.lendcrm.scoring.value.rfm.RfmModel;
import io.lendcrm.scoring.value.rfm.RfmScores;
import io.lendcrm.scoring.value.rfm.RfmTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reviews a client book: quality, gate, features, RFM, lifetime value, contracts, card, segments, portraits, report. A part that the
 * book can't fill is left out with a note that says why. Not thread-safe; confine to one thread.
 */
public final class Review {

    private static final int RFM_BINS = 5;

    private final Words words;
    private final Run run;
    private final int clusters;
    private final long seed;

    private Review(Words words, Run run, int clusters, long seed) {
        this.words = words;
        this.run = run;
        this.clusters = clusters;
        this.seed = seed;
    }

    /**
     * A review.
     *
     * @param run clock, threads, progress and cancellation of its fits
     * @param clusters how many clusters to find
     * @param seed of the clustering
     * @return the review
     */
    public static Review of(Run run, int clusters, long seed) {
        return new Review(new Words(), requireNonNull(run, "run"), clusters, seed);
    }

    /** {@return the words of the review, for those who describe a book} */
    Words words() {
        return words;
    }

    /**
     * Reviews a book and writes what it finds.
     *
     * @param book the book
     * @param files takes the report, and the rows of all clients
     * @return the report
     * @throws IOException if a file can't be written
     */
    public ReviewReport review(Book book, ReviewFiles files) throws IOException {
        run.progress().accept("reading");
        BookScan scan = BookScan.of(book);
        run.progress().accept(scan.clients() + " clients, " + scan.interactions() + " interactions");
        tellRejected(book);
        List<Text> notes = new ArrayList<>();
        FeatureTable features = scan.features();
        RfmTable table = scan.rfm();

        RfmModel rfmModel =
                table.rows() == 0 ? null : RfmFitter.quantile(RFM_BINS).fit(table, run);
        RfmScores rfm = rfmModel == null ? null : rfmModel.score(table);
        run.progress().accept("valuing");
        Valuation valuation = Valuation.of(scan.purchasers(), scan.populations(), scan.summaries(), run, words, notes)
                .orElse(null);
        run.progress().accept("tracking");
        Purchases.Tracking tracking = TrackingPart.of(
                        scan.purchaseLog(),
                        scan.purchasers(),
                        scan.populations(),
                        book.asOf().date(),
                        run,
                        notes)
                .orElse(null);
        Lending lending = new LendingPart(scan, words, run).of(notes).orElse(null);
        run.progress().accept("scoring");
        KpiCard kpi = BookCard.of(features, run).orElse(null);
        CardPart card = kpi == null ? null : CardPart.of(kpi, features);
        run.progress().accept("segmenting");
        SegmentsPart segments =
                SegmentsPart.of(features, clusters, seed, run, words, notes).orElse(null);

        Map<ClientId, Double> values = valuation == null ? null : byClient(valuation, table.rows());
        Summary summary = new Summary(scan, words);
        ReviewReport report = ReviewReport.of(
                        Provenance.title(scan, words, rfmModel, valuation, kpi, segments),
                        summary.overview(active(table), monetary(table)),
                        summary.findings())
                .withGate(summary.gate(features.rows()));
        long unconverted = scan.findings().count("rate-missing");
        if (unconverted > 0) {
            run.progress().accept(unconverted + " amounts have no rate to " + book.currency() + ", see findings.csv");
        }
        if (rfmModel != null && rfm != null) {
            report = report.withRfm(RfmPart.of(rfmModel, rfm, valuation, words));
        }
        if (valuation != null && rfm != null) {
            report = report.withValue(ValuePart.of(valuation, rfm, scan, words))
                    .withPurchases(new PurchasesPart(scan, valuation, words).of(tracking))
                    .withPortraits(new PortraitPart(scan, words).of(valuation, rfm, segments));
        }
        if (valuation == null && tracking != null) {
            report = report.withPurchases(new Purchases(tracking, null, List.of(), List.of()));
        }
        if (lending != null) {
            report = report.withLending(lending);
        }
        if (card != null && card.hasScores()) {
            report = report.withKpi(card.part(words));
        }
        if (segments != null) {
            report = report.withSegments(segments.part(values, card, features, words));
        }
        report = report.withNotes(notes.stream()
                .map(n -> new ReviewReport.Note(words.text("note.fit"), n, "", ""))
                .toList());
        run.progress().accept("writing");
        try (CsvFile rows = files.clients(ClientRows.HEADER)) {
            new ClientRows(rfm, valuation, card, segments).write(features, scan.purchaseRows(), rows);
        }
        files.write(report);
        return report;
    }

    private void tellRejected(Book book) {
        book.feeds().forEach((name, report) -> {
            if (report.rejected() > 0) {
                run.progress()
                        .accept(name + ": " + report.rejected() + " of " + report.read()
                                + " rows rejected, see findings.csv");
            }
        });
    }

    private static long active(RfmTable table) {
        long active = 0;
        for (int row = 0; row < table.rows(); row++) {
            active += Summary.isActive(table.recencyDays(row)) ? 1 : 0;
        }
        return active;
    }

    private static double monetary(RfmTable table) {
        double sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            sum += table.monetary(row);
        }
        return sum / Math.pow(10, table.currency().getDefaultFractionDigits());
    }

    private static Map<ClientId, Double> byClient(Valuation valuation, int rows) {
        Map<ClientId, Double> values = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            if (valuation.isValued(row)) {
                values.put(valuation.client(row), valuation.value(row));
            }
        }
        return values;
    }
}
