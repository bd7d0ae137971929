package io.lendcrm.examples.command;

import io.lendcrm.examples.simulation.Archetype;
import io.lendcrm.examples.simulation.SimulatedLender;
import io.lendcrm.examples.simulation.SimulationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lendcrm simulate}: a lender that never was, written to files. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes up a lender's clients and their years with it, together with the truth that no model is told.",
            "",
            "Writes into a folder, client by client and sorted by their keys: clients.jsonl, interactions.jsonl.gz,"
                    + " facilities.jsonl and statements.jsonl, as review --clients-file and --interactions-file read them,"
                    + " and truth.csv. Credit reports, ratings, collateral and exchange rates are not written. Writes"
                    + " file,records to standard output. Equal options give equal files.",
            "",
            "Before a default a client's distress, an AR(1) process, shows for up to a year in late payments, broken"
                    + " covenants, fewer services, lower balances and weaker statements, with noise on every signal; some"
                    + " defaults come without warning. Some"
                    + " entries are late, some statements are corrected later, some firms belong to groups, some clients"
                    + " keep their books in another currency.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class SimulateCommand implements Callable<Integer> {

    private static final SimulationOptions DEFAULTS = SimulationOptions.defaults();

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])([A-Z])");

    @Option(names = "--clients", paramLabel = "N", description = "How many clients; ${DEFAULT-VALUE} by default.")
    private int clients = DEFAULTS.clients();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The seed of all randomness; ${DEFAULT-VALUE} by default.")
    private long seed = DEFAULTS.seed();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the files, made if missing; files of those names in it are replaced.")
    private Path out;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last simulated day; ${DEFAULT-VALUE} by default.")
    private LocalDate until = DEFAULTS.until();

    @Option(
            names = "--years",
            paramLabel = "N",
            description = "How many years are simulated, 1 to 30; ${DEFAULT-VALUE} by default.")
    private int years = DEFAULTS.years();

    @Option(
            names = "--late-share",
            paramLabel = "SHARE",
            description = "The share of interactions that are entered days or weeks after they happened;"
                    + " ${DEFAULT-VALUE} by default.")
    private double lateShare = DEFAULTS.lateShare();

    @Option(
            names = "--restatement-share",
            paramLabel = "SHARE",
            description = "The share of financial statements that are corrected months later; ${DEFAULT-VALUE} by"
                    + " default.")
    private double restatementShare = DEFAULTS.restatementShare();

    @Option(
            names = "--unwarned-share",
            paramLabel = "SHARE",
            description = "The share of defaults that no signal announces; ${DEFAULT-VALUE} by default.")
    private double unwarnedShare = DEFAULTS.unwarnedShare();

    @Option(
            names = "--signal-noise",
            paramLabel = "SD",
            description = "The standard deviation of the noise on every signal of distress, where distress itself is"
                    + " about 1; ${DEFAULT-VALUE} by default.")
    private double signalNoise = DEFAULTS.signalNoise();

    @Option(
            names = "--distress-persistence",
            paramLabel = "PHI",
            description = "The coefficient of the monthly AR(1) process of distress, 0 to 1; ${DEFAULT-VALUE} by"
                    + " default.")
    private double distressPersistence = DEFAULTS.distressPersistence();

    @Option(
            names = "--group-share",
            paramLabel = "SHARE",
            description = "The share of organisations that belong to a group; ${DEFAULT-VALUE} by default.")
    private double groupShare = DEFAULTS.groupShare();

    @Option(
            names = "--foreign-share",
            paramLabel = "SHARE",
            description = "The share of clients that keep their books in another currency than the lender;"
                    + " ${DEFAULT-VALUE} by default.")
    private double foreignShare = DEFAULTS.foreignShare();

    @Option(
            names = "--pd-scale",
            paramLabel = "FACTOR",
            description = "Multiplies every true probability of default; ${DEFAULT-VALUE} by default.")
    private double pdScale = DEFAULTS.pdScale();

    @Option(
            names = "--churn-scale",
            paramLabel = "FACTOR",
            description = "Multiplies every true hazard of leaving; ${DEFAULT-VALUE} by default.")
    private double churnScale = DEFAULTS.churnScale();

    @Mixin
    private OutputOptions output;

    /** Puts the planted segments under the help. */
    @Spec
    void explain(CommandSpec spec) {
        List<String> footer = new ArrayList<>(List.of(
                "",
                "Planted segments, the medians and means that clients are drawn about (amounts in major units):",
                row("segment", "share", "services/month", "amount", "PD a year", "leaves/month", "product")));
        for (Archetype a : Archetype.values()) {
            footer.add(row(
                    a.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    a.share(),
                    a.monthlyRate(),
                    a.medianTicket(),
                    a.annualPd(),
                    a.monthlyChurn(),
                    a.product()));
        }
        footer.addAll(List.of(
                "",
                "Examples:",
                "  lendcrm simulate --clients 2000 --seed 7 --out lender",
                "  lendcrm simulate --clients 500 --years 10 --pd-scale 2 --unwarned-share 0 --out hard-times"));
        spec.usageMessage().footer(footer.toArray(String[]::new));
    }

    @Override
    public Integer call() throws IOException {
        SimulatedLender lender = SimulatedLender.of(options());
        Map<String, Long> records = LenderFiles.write(lender, out, output::tell);
        try (ResultTable table = output.table(List.of("file", "records"))) {
            records.forEach(table::row);
        }
        return 0;
    }

    private SimulationOptions options() {
        try {
            return new SimulationOptions(
                    clients,
                    seed,
                    until,
                    years,
                    lateShare,
                    restatementShare,
                    unwarnedShare,
                    signalNoise,
                    distressPersistence,
                    groupShare,
                    foreignShare,
                    pdScale,
                    churnScale);
        } catch (IllegalArgumentException e) {
            // It names the part, such as lateShare; people know it as --late-share.
            String[] nameAndRule = String.valueOf(e.getMessage()).split(" ", 2);
            String option = INNER_CAPITAL
                    .matcher(nameAndRule[0])
                    .replaceAll(m -> "-" + m.group(1).toLowerCase(Locale.ROOT));
            throw output.usage("--" + option + " " + nameAndRule[nameAndRule.length - 1]);
        }
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %-13s %6s %15s %9s %10s %13s  %s", cells)
                .stripTrailing();
    }
}
