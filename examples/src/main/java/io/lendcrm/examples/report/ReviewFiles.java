package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report into a folder: {@code review.html} for people, {@code report.json} with everything, and {@code
 * findings.csv}, {@code rfm-segments.csv}, {@code segments.csv} and {@code top-clients.csv} for tables. A part that
 * the report lacks gets no file. The rows of all clients, {@code clients.csv}, are too many for the report; whoever
 * computes them streams them into {@link #clients}. Names are written in the chosen language. Immutable and
 * thread-safe.
 */
public final class ReviewFiles {
    private final Path folder;
    private final Language language;

    private ReviewFiles(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    /**
     * Opens a folder for a report, creating it if it is missing.
     *
     * @param folder the folder
     * @param language the language the page opens in and CSV names are written in
     * @return the files
     * @throws IOException if the folder can't be created
     */
    public static ReviewFiles in(Path folder, Language language) throws IOException {
        requireNonNull(language, "language");
        return new ReviewFiles(Files.createDirectories(folder), language);
    }

    /**
     * Opens {@code clients.csv} for the rows of all clients.
     *
     * @param header the names of the columns
     * @return the file, to be closed by the caller
     * @throws IOException if it can't be written
     */
    public CsvFile clients(List<String> header) throws IOException {
        return CsvFile.create(folder.resolve("clients.csv"), header);
    }

    /**
     * Writes the report.
     *
     * @param report the report
     * @return the files written, the page first
     * @throws IOException if one can't be written
     */
    public List<Path> write(ReviewReport report) throws IOException {
        List<Path> written = new ArrayList<>();
        Path page = folder.resolve("review.html");
        ReviewPage.load().write(report, language, page);
        written.add(page);
        Path json = folder.resolve("report.json");
        Files.writeString(json, ReportJson.pretty(report), StandardCharsets.UTF_8);
        written.add(json);
        written.add(findings(report.findings()));
        RfmMap rfm = report.rfm();
        if (rfm != null) {
            written.add(rfmSegments(rfm));
        }
        Segments segments = report.segments();
        if (segments != null) {
            written.add(segments(segments));
        }
        ValueBook value = report.value();
        if (value != null) {
            written.add(topClients(value));
        }
        return List.copyOf(written);
    }

    private Path findings(Findings findings) throws IOException {
        Path file = folder.resolve("findings.csv");
        List<String> header =
                List.of("rule", "severity", "name", "count", "file", "line", "field", "value", "expected");
        try (CsvFile csv = CsvFile.create(file, header)) {
            for (Findings.Rule rule : findings.rules()) {
                String name = rule.name().in(language);
                if (rule.samples().isEmpty()) {
                    csv.row(rule.code(), rule.severity(), name, rule.count(), null, null, null, null, null);
                }
                for (Findings.Sample sample : rule.samples()) {
                    Long line = sample.line() == 0 ? null : sample.line();
                    csv.row(
                            rule.code(),
                            rule.severity(),
                            name,
                            rule.count(),
                            sample.file(),
                            line,
                            sample.field(),
                            sample.value(),
                            sample.expected());
                }
            }
        }
        return file;
    }

    private Path rfmSegments(RfmMap rfm) throws IOException {
        Path file = folder.resolve("rfm-segments.csv");
        long all = rfm.segments().stream().mapToLong(RfmMap.Segment::clients).sum();
        List<String> header =
                List.of("segment", "name", "clients", "share", "mean_monetary", "mean_value", "description");
        try (CsvFile csv = CsvFile.create(file, header)) {
            for (RfmMap.Segment segment : rfm.segments()) {
                csv.row(
                        segment.code(),
                        segment.name().in(language),
                        segment.clients(),
                        share(segment.clients(), all),
                        segment.meanMonetary(),
                        segment.meanValue(),
                        segment.description().in(language));
            }
        }
        return file;
    }

    private Path segments(Segments segments) throws IOException {
        Path file = folder.resolve("segments.csv");
        long all = segments.profiles().stream()
                .mapToLong(Segments.Profile::clients)
                .sum();
        List<String> header = new ArrayList<>(
                List.of("segment", "name", "clients", "share", "mean_value", "mean_score", "prototypes"));
        segments.features().forEach(feature -> header.add("mean_" + feature.code()));
        segments.features().forEach(feature -> header.add("z_" + feature.code()));
        try (CsvFile csv = CsvFile.create(file, header)) {
            for (Segments.Profile profile : segments.profiles()) {
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(profile.id());
                cells.add(profile.name().in(language));
                cells.add(profile.clients());
                cells.add(share(profile.clients(), all));
                cells.add(profile.meanValue());
                cells.add(profile.meanScore());
                cells.add(String.join(" ", profile.prototypes()));
                cells.addAll(profile.means());
                cells.addAll(profile.zMeans());
                csv.row(cells.toArray());
            }
        }
        return file;
    }

    private Path topClients(ValueBook value) throws IOException {
        Path file = folder.resolve("top-clients.csv");
        List<String> header = List.of(
                "id",
                "name",
                "segment",
                "value",
                "lower",
                "upper",
                "probability_alive",
                "expected_purchases",
                "reasons");
        try (CsvFile csv = CsvFile.create(file, header)) {
            for (ValueBook.TopClient client : value.top()) {
                StringJoiner reasons = new StringJoiner("; ");
                client.reasons().forEach(reason -> reasons.add(reason.text().in(language)));
                Text segment = client.segment();
                csv.row(
                        client.client(),
                        client.name().in(language),
                        segment == null ? null : segment.in(language),
                        client.value(),
                        client.lower(),
                        client.upper(),
                        client.probabilityAlive(),
                        client.expectedPurchases(),
                        reasons);
            }
        }
        return file;
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
