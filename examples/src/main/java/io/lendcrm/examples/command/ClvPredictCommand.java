package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.clv.ClvModel;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.purchase.BgBbModel;
import io.lendcrm.scoring.value.purchase.PurchaseBootstrap;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import io.lendcrm.scoring.value.spend.SpendModel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm clv predict}: what each client of a summary is expected to bring. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says of each client of a summary whether it is still active and what it will bring, by stored models.",
            "",
            "Writes id,probability_alive,expected_purchases,discounted_value,lower,upper in the order of the input."
                    + " discounted_value is the margin times the expected amount times the expected purchases within the"
                    + " horizon, each discounted from its own moment. Without --spend-model-file it is the discounted"
                    + " number of purchases times the margin. lower and upper bound the expected value with 95 %%"
                    + " confidence or that of --level, as far as the models' parameters are uncertain; a single client"
                    + " scatters farther.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm clv predict --model-file visits.json --input summary.csv --horizon 39",
            "  lendcrm clv predict --model-file visits.json --spend-model-file spend.json --input summary.csv \\",
            "      --horizon 52 --discount-rate 0.1 --margin 0.3"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ClvPredictCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("id", "probability_alive", "expected_purchases", "discounted_value", "lower", "upper");

    @Option(
            names = "--model-file",
            required = true,
            paramLabel = "FILE",
            description = "The stored model of purchases, such as bg-nbd.")
    private Path modelFile;

    @Option(
            names = "--spend-model-file",
            paramLabel = "FILE",
            description = "The stored model of amounts, such as gamma-gamma.")
    private @Nullable Path spendModelFile;

    @Mixin
    private InputOptions input;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description =
                    "The column of clients' keys, each once. By default id or ID; without one, rows are numbered.")
    private @Nullable String id;

    @Mixin
    private SummaryOptions summary;

    @Option(
            names = "--horizon",
            required = true,
            paramLabel = "TIME",
            description = "How far to look ahead, in the unit of the model's times; above 0.")
    private double horizon;

    @Option(
            names = "--discount-rate",
            paramLabel = "RATE",
            description =
                    "The rate at which later purchases count less, such as 0.1, compounding once in every --per; 0"
                            + " by default, so that nothing is discounted.")
    private double discountRate;

    @Option(
            names = "--per",
            paramLabel = "day|week|month|year",
            description = "The time of the --discount-rate; year by default.")
    private CalendarUnit per = CalendarUnit.YEAR;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "Which share of the amounts is gain, above 0 and at most 1; 1 by default.")
    private double margin = 1;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            description = "The confidence of lower and upper, above 0 and below 1; 0.95 by default.")
    private double level = 0.95;

    /** How lower and upper are found. */
    public enum IntervalMethod {
        /** By the curvature of the likelihood. */
        DELTA,
        /** By books drawn from the model and fitted anew. */
        BOOTSTRAP
    }

    @Option(
            names = "--interval",
            paramLabel = "delta|bootstrap",
            description = "How lower and upper are found: by the delta method, the default, or by drawing --replicates"
                    + " books of the input's clients from the model of purchases and fitting each. bootstrap takes the"
                    + " input for the clients that the model was fitted to.")
    private IntervalMethod interval = IntervalMethod.DELTA;

    @Option(names = "--replicates", paramLabel = "N", description = "How many books are drawn; 1000 by default.")
    private int replicates = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The source of chance of --interval bootstrap; 1 by default.")
    private long seed = 1;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        require("--horizon", horizon, horizon > 0 && horizon < Double.POSITIVE_INFINITY, "finite and above 0");
        require("--margin", margin, margin > 0 && margin <= 1, "above 0 and at most 1");
        require(
                "--discount-rate",
                discountRate,
                discountRate > -1 && discountRate < Double.POSITIVE_INFINITY,
                "finite and above -1");
        require("--level", level, level > 0 && level < 1, "above 0 and below 1");
        require("--replicates", replicates, replicates >= 2, "at least 2");
        PurchaseModel purchases = StoredModel.read(modelFile, PurchaseModel.class, "one of purchases, such as bg-nbd,");
        SpendModel spend = spendModelFile == null
                ? new UnitSpend(purchases.info())
                : StoredModel.read(spendModelFile, SpendModel.class, "one of amounts, such as gamma-gamma,");
        ClvModel value = value(purchases, spend);
        summary.resolve(input, needs(purchases, spend));
        ClientKeys keys = ClientKeys.in(input.column("--id", id, List.of("id", "ID")));
        SummaryRows rows = new SummaryRows();
        input.read(input.file(summary.columns()), row -> add(row, keys, rows));
        PurchaseSummaries book = rows.in(purchases.unit());
        write(
                keys,
                book,
                purchases,
                interval == IntervalMethod.DELTA ? value : value.withBootstrap(redrawn(book, purchases)));
        return 0;
    }

    private void add(Row row, ClientKeys keys, SummaryRows rows) {
        keys.check(row);
        summary.add(row, 1, rows);
        keys.add(row);
    }

    private Set<ClvReads> needs(PurchaseModel purchases, SpendModel spend) {
        ClvReads times = purchases instanceof BgBbModel ? ClvReads.OPPORTUNITIES : ClvReads.TIMES;
        if (spendModelFile == null) {
            return EnumSet.of(times);
        }
        return EnumSet.of(times, spend.allowsLosses() ? ClvReads.NET_AMOUNTS : ClvReads.AMOUNTS);
    }

    private DiscountRate rate() {
        try {
            return DiscountRate.per(discountRate, per);
        } catch (IllegalArgumentException e) { // finite a day, but not a year
            throw output.usage("--discount-rate must be smaller, as it compounds "
                    + CalendarUnit.YEAR.days() / per.days() + " times a year, found " + discountRate);
        }
    }

    private ClvModel value(PurchaseModel purchases, SpendModel spend) {
        DiscountRate rate = rate();
        try {
            return ClvModel.of(purchases, spend, new Horizon(horizon, purchases.unit()), rate)
                    .withMargin(margin)
                    .withLevel(level);
        } catch (IllegalArgumentException e) { // options were checked, so it is for the models
            throw InputRefusedException.because("these models give no value: " + e.getMessage());
        }
    }

    private PurchaseBootstrap redrawn(PurchaseSummaries book, PurchaseModel purchases) {
        ClvKind.Redrawing redrawing = ClvKind.redrawing(purchases)
                .orElseThrow(() -> output.usage("--interval bootstrap is for models of " + ClvKind.ofBootstraps()
                        + ", found " + purchases.info().type()));
        PurchaseBootstrap bootstrap = redrawing.of(purchases, book, replicates, seed, Run.sequential());
        if (bootstrap.refused() > 0) {
            output.tell(bootstrap.refused() + " of " + replicates + " books could not be fitted and are left out");
        }
        return bootstrap;
    }

    private void write(ClientKeys keys, PurchaseSummaries rows, PurchaseModel purchases, ClvModel value) {
        Horizon ahead = new Horizon(horizon, purchases.unit());
        try (ResultTable out = output.table(COLUMNS)) {
            for (int i = 0; i < rows.size(); i++) {
                PurchaseSummary client = rows.summary(i);
                Estimate estimate = value.value(client, rows.spend(i));
                out.row(
                        keys.get(i).value(),
                        purchases.probabilityAlive(client),
                        purchases.expectedPurchases(client, ahead),
                        estimate.value(),
                        estimate.lower(),
                        estimate.upper());
            }
        }
    }

    private void require(String option, double value, boolean holds, String rule) {
        if (!holds) {
            throw output.usage(option + " must be " + rule + ", found " + value);
        }
    }
}
