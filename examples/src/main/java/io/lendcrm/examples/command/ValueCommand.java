package io.lendcrm.examples.command;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.DomainFile;
import io.lendcrm.core.ingest.HistoryReader;
import io.lendcrm.core.ingest.JsonLinesFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.examples.lending.LendingAssumptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm value}: what a lender's contracts are worth, with the waterfall of each client, group and the book. */
@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Values a book of loans: the expected present value of interest and fees less funding, losses, costs and the"
                    + " charge for capital, client by client, group by group and in all.",
            "",
            "Reads clients.jsonl, interactions.jsonl and facilities.jsonl (each may be packed as .gz) as simulate writes"
                    + " them. Writes level,id,currency,contracts,in_default,exposure,npv and the parts that add up to npv:"
                    + " interest_income,fees,prepayment_fees,funding_cost,expected_loss,cost_to_serve,capital_charge;"
                    + " prepayment_effect tells what early repayment changed and is no part. One row a client and currency"
                    + " with open contracts, then one a group, then the book. A loan 90 days past due is in default: it"
                    + " loses --lgd of what is owed and earns nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm value --data lender --pd 0.02 --level book",
            "  lendcrm value --data lender --ratings ratings.csv --scale A=0.002,B=0.01,C=0.06 --pd 0.03 \\",
            "      --funding-rate 0.025 --cost-per-year 120 --hurdle 0.12 --prepayment 0.05 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ValueCommand implements Callable<Integer> {

    /** Which rows are written. */
    public enum Level {
        /** All of them. */
        ALL,
        /** Clients alone. */
        CLIENT,
        /** Groups alone. */
        GROUP,
        /** The book alone. */
        BOOK
    }

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder with the lender's files.")
    private Path data;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the value; that of the last interaction by default.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--pd",
            paramLabel = "P",
            description = "The probability of default within a year of clients without a rating, within [0, 1].")
    private @Nullable Double pd;

    @Option(
            names = "--ratings",
            paramLabel = "FILE",
            description = "Clients' grades, or probabilities, in the columns id and --rating-column; ratings.csv of the"
                    + " folder by default, if it is there.")
    private @Nullable Path ratings;

    @Option(
            names = "--rating-column",
            paramLabel = "COL",
            description = "The column of the ratings; ${DEFAULT-VALUE} by default.")
    private String ratingColumn = "grade";

    @Option(
            names = "--scale",
            split = ",",
            paramLabel = "GRADE=P",
            description =
                    "The probability of default within a year of each grade. Without it ratings are probabilities.")
    private Map<String, Double> scale = Map.of();

    @Mixin
    private LendingOptions lending;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "Clients' groups in the columns id and --group-column. By default the groups are the kinds of"
                    + " client.")
    private @Nullable Path groups;

    @Option(
            names = "--group-column",
            paramLabel = "COL",
            description = "The column of the groups; ${DEFAULT-VALUE} by default.")
    private String groupColumn = "group";

    @Option(
            names = "--level",
            paramLabel = "all|client|group|book",
            description = "Which rows to write; all by default.")
    private Level level = Level.ALL;

    @Option(
            names = "--skip-bad-rows",
            description = "Go on with the good records. By default one bad record has the whole book refused.")
    private boolean skipBadRows;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        LendingAssumptions assumptions = lending.assumptions();
        if (pd != null) {
            fraction("--pd", pd);
        }
        scale.forEach((grade, p) -> fraction("--scale " + grade, p));
        Map<ClientId, Double> pds = ratings();
        Map<ClientId, String> grouping = groups == null
                ? Map.of()
                : column(groups, groupColumn, row -> row.has(groupColumn) ? row.text(groupColumn) : "none");
        List<Dossier> dossiers = dossiers();
        LocalDate day = asOf == null ? lastDay(dossiers) : asOf;
        AsOf at = AsOf.endOf(day, ZoneOffset.UTC);
        BookValuation book = new BookValuation(assumptions, day);
        for (Dossier dossier : dossiers) {
            ClientHistory history = dossier.at(at).orElse(null);
            if (history != null) {
                String group = groups == null
                        ? history.client()
                                .kind()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        : grouping.getOrDefault(history.id(), "none");
                book.add(history, pds.getOrDefault(history.id(), pd), group);
            }
        }
        if (book.withoutPd() > 0) {
            throw InputRefusedException.because(book.withoutPd()
                    + " clients with open contracts have no rating; give their probability of default by --pd");
        }
        output.tell("as of " + day + ": " + book.contracts() + " open contracts of " + book.clients() + " clients, "
                + book.ended() + " ended ones left out, " + book.unsupported()
                + " of other types (guarantees) not valued");
        book.write(level, output.table(BookValuation.COLUMNS));
        return 0;
    }

    private void fraction(String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw output.usage(option + " must be within [0, 1], found " + value);
        }
    }

    private Map<ClientId, Double> ratings() {
        Path usual = data.resolve("ratings.csv");
        Path file = ratings == null && Files.exists(usual) ? usual : ratings;
        return file == null ? Map.of() : column(file, ratingColumn, this::probability);
    }

    private double probability(Row row) {
        if (scale.isEmpty()) {
            double p = row.number(ratingColumn);
            if (!(p >= 0 && p <= 1)) {
                throw row.refuse(ratingColumn, "a probability within [0, 1]");
            }
            return p;
        }
        Double p = scale.get(row.text(ratingColumn));
        if (p == null) {
            throw row.refuse(ratingColumn, "a grade of --scale " + scale.keySet());
        }
        return p;
    }

    /** The last value of each client. */
    private <T> Map<ClientId, T> column(Path path, String column, Function<Row, T> value) {
        DelimitedFile file = DelimitedFile.of(path).withHeader(DelimitedFile.Header.YES);
        for (String needed : List.of("id", column)) {
            if (!file.columns().contains(needed)) {
                throw output.usage(file.name() + " must have the column \"" + needed + "\", found " + file.columns());
            }
        }
        Map<ClientId, T> values = new HashMap<>();
        check(file.name(), file.forEach(row -> values.put(row.client("id"), value.apply(row))));
        return values;
    }

    private List<Dossier> dossiers() {
        HistoryReader.Result result = HistoryReader.of(
                        DomainFile.clients(file("clients.jsonl")), DomainFile.interactions(file("interactions.jsonl")))
                .withFacilities(DomainFile.facilities(file("facilities.jsonl")))
                .read();
        check(data.toString(), result.report());
        return result.dossiers();
    }

    private JsonLinesFile file(String name) {
        Path packed = data.resolve(name + ".gz");
        return JsonLinesFile.of(Files.exists(packed) ? packed : data.resolve(name));
    }

    private void check(String name, QualityReport report) {
        report.samples().stream().limit(20).forEach(finding -> output.tell(finding.toString()));
        if (report.rejected() > 0 && !skipBadRows) {
            throw InputRefusedException.of(name, report);
        }
    }

    private static LocalDate lastDay(List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(dossier -> dossier.interactions().stream())
                .map(Interaction::occurredOn)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> InputRefusedException.because("there are no interactions: give the day by --as-of"));
    }
}
