package io.lendcrm.examples.review;

import io.lendcrm.core.model.Run;
import io.lendcrm.examples.report.Language;
import io.lendcrm.examples.report.ReviewFiles;
import io.lendcrm.examples.report.ReviewReport;
import io.lendcrm.examples.simulation.SimulationOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reviews a client book and leaves a report: one HTML page, the same as JSON and CSV. */
@Command(
        name = "review",
        description = {
            "Review a client book: quality, gate, RFM, lifetime value, card, segments, portraits.",
            "Without --data it reviews a simulated lender. Leaves review.html (open it in a browser), report.json and"
                    + " CSV files in the output folder."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lendcrm review --out out/review",
            "  lendcrm review --clients 100000 --seed 1 --out out/big",
            "  lendcrm review --clients-file c.csv --interactions-file i.csv --map mapping.json --out out/own",
            "  lendcrm review --data DIR --kind berka --out out/berka",
            "  lendcrm review --data DIR --kind cdnow --as-of 1997-09-30 --lang zh --out out/cdnow"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ReviewCommand implements Callable<Integer> {

    /** Data sets that the command can read. */
    enum Kind {
        berka,
        cdnow
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--clients", paramLabel = "N", description = "how many simulated clients (default: 2000)")
    private @Nullable Integer clients;

    @Option(names = "--seed", paramLabel = "S", description = "seed of the simulation and the clustering")
    private long seed = SimulationOptions.defaults().seed();

    @Option(names = "--data", paramLabel = "DIR", description = "folder of a data set; needs --kind")
    private @Nullable Path data;

    @Option(names = "--kind", description = "which data set: ${COMPLETION-CANDIDATES}")
    private @Nullable Kind kind;

    @Option(names = "--clients-file", paramLabel = "F", description = "clients of your own; needs --interactions-file")
    private @Nullable Path clientsFile;

    @Option(names = "--interactions-file", paramLabel = "F", description = "interactions of your own")
    private @Nullable Path interactionsFile;

    @Option(names = "--facilities-file", paramLabel = "F", description = "credit contracts of your own")
    private @Nullable Path facilitiesFile;

    @Option(names = "--statements-file", paramLabel = "F", description = "financial statements of your own")
    private @Nullable Path statementsFile;

    @Option(
            names = "--map",
            paramLabel = "MAPPING.json",
            description = "what the columns of your files mean; without it they are JSON lines as simulate writes them")
    private @Nullable Path map;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "currency of the report on your own files (default: EUR)")
    private @Nullable Currency currency;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day to look from (default: the last of the data)")
    private @Nullable LocalDate asOf;

    @Option(names = "--clusters", paramLabel = "K", description = "clusters to find (default: ${DEFAULT-VALUE})")
    private int clusters = 5;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            description = "language the page opens in (default: ${DEFAULT-VALUE})")
    private String language = "en";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "folder for the report; made if missing")
    private Path out;

    @Option(names = "--json", description = "print the report as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        int threads = Runtime.getRuntime().availableProcessors();
        Run run = Run.sequential()
                .on(ForkJoinPool.commonPool(), threads)
                .withClock(Clock.systemUTC())
                .withProgress(message -> {
                    err.println(message);
                    err.flush();
                });
        Review review = Review.of(run, clusters, seed);
        Book book = book(review.words());
        ReviewFiles files = ReviewFiles.in(out, chosenLanguage());
        ReviewReport report = review.review(book, files);
        err.println("open " + out.resolve("review.html"));
        if (json) {
            spec.commandLine().getOut().print(java.nio.file.Files.readString(out.resolve("report.json")));
        }
        if (report.title().clients() == 0) {
            err.println("lendcrm review: there is no client to review");
            return 1;
        }
        return 0;
    }

    private Language chosenLanguage() {
        try {
            return Language.parse(language);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Book book(Words words) throws IOException {
        Optional<LocalDate> until = Optional.ofNullable(asOf);
        boolean own =
                clientsFile != null || interactionsFile != null || facilitiesFile != null || statementsFile != null;
        refuse(clusters < 1, "--clusters must be at least 1, found " + clusters);
        refuse(map != null && !own, "--map goes with --clients-file and --interactions-file");
        refuse(currency != null && !own, "--currency goes with --clients-file and --interactions-file");
        refuse(clients != null && (own || data != null), "--clients goes with the simulated lender only");
        refuse(own && data != null, "--data and files of your own don't go together");
        refuse((data == null) != (kind == null), "--data and --kind go together");
        try {
            if (own) {
                return ownBook(words);
            }
            if (data != null && kind != null) {
                return switch (kind) {
                    case berka -> BerkaBook.read(data, until, words);
                    case cdnow -> CdnowBook.read(data, until, words);
                };
            }
            SimulationOptions options = SimulationOptions.defaults().withSeed(seed);
            return SimulatedBook.of(clients == null ? options : options.withClients(clients), until, words);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Book ownBook(Words words) throws IOException {
        if (clientsFile == null || interactionsFile == null) {
            throw new ParameterException(spec.commandLine(), "--clients-file and --interactions-file go together");
        }
        Currency unit = currency == null ? Currency.getInstance("EUR") : currency;
        return new OwnBook(clientsFile, interactionsFile, facilitiesFile, statementsFile, map, asOf, unit).read(words);
    }

    private void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
