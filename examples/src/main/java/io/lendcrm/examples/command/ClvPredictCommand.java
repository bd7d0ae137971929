package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.clv.ClvModel;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import io.lendcrm.scoring.value.spend.SpendModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                    + " confidence, as far as the models' parameters are uncertain; a single client scatters farther.",
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
            description = "The effective rate a year at which later purchases count less, such as 0.1; 0 by default, so"
                    + " that nothing is discounted.")
    private double discountRate;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "Which share of the amounts is gain, above 0 and at most 1; 1 by default.")
    private double margin = 1;

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
        PurchaseModel purchases = read(modelFile, PurchaseModel.class, "purchases, such as bg-nbd");
        SpendModel spend = spendModelFile == null
                ? new UnitSpend(purchases.info())
                : read(spendModelFile, SpendModel.class, "amounts, such as gamma-gamma");
        ClvModel value = value(purchases, spend);
        summary.resolve(input, true, spendModelFile != null);
        ClientKeys keys = ClientKeys.in(input.column("--id", id, List.of("id", "ID")));
        SummaryRows rows = new SummaryRows();
        input.read(input.file(summary.columns()), row -> add(row, keys, rows));
        write(keys, rows.in(purchases.unit()), purchases, value);
        return 0;
    }

    private static <M extends FittedModel> M read(Path file, Class<M> expected, String subject) {
        if (Files.isDirectory(file)) {
            throw InputRefusedException.because(file + " is a folder, where a stored model is expected");
        }
        try {
            FittedModel model = ModelJson.standard().read(file, FittedModel.class);
            if (!expected.isInstance(model)) {
                throw InputRefusedException.because(file.getFileName() + " holds a model of type "
                        + model.info().type() + ", where one of " + subject + ", is expected");
            }
            return expected.cast(model);
        } catch (ModelFormatException e) {
            throw InputRefusedException.because(file.getFileName() + " can't be used as a model: " + e.getMessage());
        }
    }

    private void add(Row row, ClientKeys keys, SummaryRows rows) {
        keys.check(row);
        summary.add(row, 1, rows);
        keys.add(row);
    }

    private ClvModel value(PurchaseModel purchases, SpendModel spend) {
        try {
            return ClvModel.of(
                            purchases,
                            spend,
                            new Horizon(horizon, purchases.unit()),
                            DiscountRate.perYear(discountRate))
                    .withMargin(margin);
        } catch (IllegalArgumentException e) { // options were checked, so it is for the models
            throw InputRefusedException.because("these models give no value: " + e.getMessage());
        }
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
