package io.lendcrm.examples.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.report.Findings;
import io.lendcrm.examples.report.Language;
import io.lendcrm.examples.report.ReviewFiles;
import io.lendcrm.examples.report.ReviewReport;
import io.lendcrm.examples.report.RfmMap;
import io.lendcrm.examples.report.Segments;
import io.lendcrm.examples.report.Title;
import io.lendcrm.examples.simulation.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from a book to a report. */
class ReviewTest {

    private static final SimulationOptions SMALL =
            SimulationOptions.defaults().withClients(400).withSeed(11);

    private static final LocalDate START = LocalDate.of(2023, 1, 10);

    private static final String MAPPING = """
        {"format": "lendcrm-mapping",
         "clients": {"delimiter": ";", "currency": "EUR",
           "fields": {"kind": {"constant": "individual"}, "id": "id", "since": "since"}},
         "interactions": {"currency": "EUR",
           "fields": {"kind": {"constant": "transaction"}, "client": "cust", "occurredOn": "date",
                      "amount": "amount", "id": "nr", "direction": {"constant": "out"},
                      "channel": {"constant": "web"}}}}
        """;

    @TempDir
    private Path folder;

    @Test
    void aSimulatedBookFillsEveryPartOfTheReport() throws IOException {
        ReviewReport report = review(simulated());
        assertThat(report.title().clients()).isEqualTo(400);
        assertThat(report.rfm()).isNotNull();
        assertThat(report.value()).isNotNull();
        assertThat(report.kpi()).isNotNull();
        assertThat(report.segments()).isNotNull();
        assertThat(report.portraits()).hasSize(3);
        assertThat(report.overview().stages()).isNotEmpty();
        assertThat(folder.resolve("review.html")).content().contains("Simulated lender");
        assertThat(Files.readAllLines(folder.resolve("clients.csv"))).hasSize(1 + (int) granted(report));
    }

    @Test
    void nobodyIsLostBetweenThePartsOfTheReport() throws IOException {
        ReviewReport report = review(simulated());
        assertThat(granted(report) + Objects.requireNonNull(report.gate()).denied())
                .isEqualTo(400);
        assertThat(Objects.requireNonNull(report.gate()).denials())
                .extracting("code")
                .contains("consent-withdrawn");
        RfmMap rfm = Objects.requireNonNull(report.rfm());
        long cells = rfm.cells().stream().mapToLong(RfmMap.Cell::clients).sum();
        long named = rfm.segments().stream().mapToLong(RfmMap.Segment::clients).sum();
        assertThat(cells).isEqualTo(named).isLessThanOrEqualTo(granted(report));
        long clustered = Objects.requireNonNull(report.segments()).profiles().stream()
                .mapToLong(Segments.Profile::clients)
                .sum();
        assertThat(clustered).isLessThanOrEqualTo(granted(report)).isGreaterThan(350);
        for (Findings.Feed feed : report.findings().feeds()) {
            assertThat(feed.read()).isEqualTo(feed.accepted() + feed.rejected());
        }
    }

    @Test
    void theReportIsTheSameOnAnyNumberOfThreads() throws IOException {
        ReviewReport one = Review.of(Run.sequential(), 5, 7).review(simulated(), files("one"));
        Run four = Run.sequential().on(ForkJoinPool.commonPool(), 4);
        ReviewReport other = Review.of(four, 5, 7).review(simulated(), files("four"));
        assertThat(other).isEqualTo(one);
        assertThat(folder.resolve("four/clients.csv")).hasSameTextualContentAs(folder.resolve("one/clients.csv"));
    }

    @Test
    void aBookIsSeenFromAnEarlierDayAndFromNoDayOutsideTheSimulation() throws IOException {
        Book earlier = SimulatedBook.of(SMALL, Optional.of(LocalDate.of(2023, 6, 30)), new Words());
        ReviewReport report = review(earlier);
        assertThat(report.title().to()).isBeforeOrEqualTo(LocalDate.of(2023, 6, 30));
        assertThat(report.title().clients()).isBetween(200L, 399L);
        assertThatThrownBy(() -> SimulatedBook.of(SMALL, Optional.of(LocalDate.of(1990, 1, 1)), new Words()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1990-01-01");
    }

    @Test
    void anEmptyBookAndABookOfOneGiveAReportWithoutTheirParts() throws IOException {
        for (int clients : List.of(0, 1)) {
            Book book = SimulatedBook.of(SMALL.withClients(clients), Optional.empty(), new Words());
            ReviewReport report = review(book);
            assertThat(report.title().clients()).isEqualTo(clients);
            assertThat(report.segments()).isNull();
            assertThat(folder.resolve("review.html")).isNotEmptyFile();
        }
    }

    /** Whoever came back only for what cost nothing has no value: the spend model knows positive amounts alone. */
    @Test
    void aClientWhoseRepeatPurchasesCostNothingIsReviewedWithoutAValue() throws IOException {
        StringBuilder clients = new StringBuilder("id,since\nfree,2023-01-01\n");
        StringBuilder log = new StringBuilder("cust,date,amount,nr\nfree,2023-02-01,0,f1\nfree,2023-05-01,0,f2\n");
        for (int i = 0; i < 60; i++) {
            clients.append("c").append(i).append(",2023-01-01\n");
            for (int n = 0; n <= i * i % 7; n++) {
                log.append(String.format(
                        "c%d,%s,%d.50,%d-%d%n", i, START.plusDays(i + n * (11 + i % 5)), 5 + i % 9 + n, i, n));
            }
        }
        Path mapping = Files.writeString(folder.resolve("m.json"), MAPPING.replace("\";\"", "\",\""));
        Book book = new OwnBook(
                        Files.writeString(folder.resolve("c.csv"), clients),
                        Files.writeString(folder.resolve("i.csv"), log),
                        null,
                        null,
                        mapping,
                        LocalDate.of(2023, 9, 30),
                        Currency.getInstance("EUR"))
                .read(new Words());

        ReviewReport report = review(book);

        assertThat(report.value()).isNotNull();
        assertThat(report.notes()).extracting(n -> n.toString()).anyMatch(n -> n.contains("cost nothing"));
        assertThat(Files.readAllLines(folder.resolve("clients.csv")))
                .anyMatch(line -> line.matches("free,152,2,0\\.00,\\d{3},[a-z-]+,,,,.*"));
    }

    @Test
    void ownFilesAreReadByAMappingAndTheirFaultsAreNamed() throws IOException {
        Path clients = Files.writeString(
                folder.resolve("c.csv"), "id;since\nann;2024-01-05\nbob;2024-02-01\ncat;2024-02-30\n");
        Path interactions = Files.writeString(
                folder.resolve("i.csv"),
                "cust,date,amount,nr\nann,2024-02-01,10.50,1\nann,2024-03-01,12.00,2\nbob,2024-02-11,7,3\n"
                        + "eve,2024-04-11,9,4\nbob,2024-05-32,1,5\n");
        Path mapping = Files.writeString(folder.resolve("m.json"), MAPPING);
        Book book = new OwnBook(
                        clients,
                        interactions,
                        null,
                        null,
                        mapping,
                        LocalDate.of(2024, 6, 30),
                        Currency.getInstance("EUR"))
                .read(new Words());
        ReviewReport report = review(book);
        assertThat(report.title().clients()).isEqualTo(2);
        assertThat(report.title().interactions()).isEqualTo(3);
        assertThat(report.findings().rules())
                .filteredOn(rule -> rule.severity() == Findings.Severity.ERROR)
                .flatExtracting(Findings.Rule::samples)
                .extracting(s -> s.file() + ":" + s.line() + " " + s.field())
                .contains("c.csv:4 since", "i.csv:6 occurredOn", "i.csv:5 ");
        Findings.Feed feed = report.findings().feeds().get(0);
        assertThat(feed.read()).isEqualTo(8);
        assertThat(feed.rejected()).isEqualTo(3);
    }

    @Test
    void cdnowGivesThePublishedBook() throws IOException {
        Path clv = RealData.file("clv/CDNOW_sample.txt").getParent();
        ReviewReport report = review(CdnowBook.read(clv, Optional.of(LocalDate.of(1997, 9, 30)), new Words()));
        assertThat(report.title().clients()).isEqualTo(2_357);
        assertThat(report.findings().feeds().get(0).rejected()).isZero();
        assertThat(report.segments())
                .as("a shop has no complaints, and is segmented all the same")
                .isNotNull();
        // Fader, Hardie and Lee (2005): r .243, alpha 4.414, a .793, b 2.426 on the calibration period.
        Title.ModelLine purchases = report.title().models().stream()
                .filter(m -> m.type().equals("bg-nbd"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(purchases.details().get("r"))).isCloseTo(0.243, within(0.0005));
        assertThat(Double.parseDouble(purchases.details().get("alpha"))).isCloseTo(4.414, within(0.0005));
    }

    @Test
    void berkaGivesEveryOwnerOfAnAccountAndEveryLoan() throws IOException {
        Path berka = RealData.file("berka/account.asc").getParent();
        Book book = BerkaBook.read(berka, Optional.of(LocalDate.of(1998, 12, 31)), new Words());
        int loans = 0;
        for (int i = 0; i < book.clients(); i++) {
            loans += book.dossiers().apply(i).facilities().size();
        }
        assertThat(loans).isEqualTo(682);
        ReviewReport report = review(book);
        assertThat(report.title().clients()).isEqualTo(4_500);
        assertThat(report.findings().feeds())
                .allSatisfy(f -> assertThat(f.rejected()).isZero());
        // 54,694 and 46,997 rows, of which 6,565 have one key in both files.
        assertThat(report.title().interactions()).isEqualTo(54_694 + 46_997 - 6_565);
    }

    private static Book simulated() {
        return SimulatedBook.of(SMALL, Optional.empty(), new Words());
    }

    private ReviewReport review(Book book) throws IOException {
        return Review.of(Run.sequential(), 5, 7).review(book, ReviewFiles.in(folder, Language.EN));
    }

    private ReviewFiles files(String name) throws IOException {
        return ReviewFiles.in(folder.resolve(name), Language.EN);
    }

    private static long granted(ReviewReport report) {
        return Objects.requireNonNull(report.gate()).granted();
    }
}
