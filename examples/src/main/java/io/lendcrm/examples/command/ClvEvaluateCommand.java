package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm clv evaluate}: what a model of purchases says at parameters of the user's own. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes what a model of purchases says of each row at given parameters, such as published ones, without a"
                    + " fit.",
            "",
            "Writes log_likelihood,log_probability_alive,probability_alive,expected_purchases and, with --delta, dert, in"
                    + " the order of the input. expected_purchases are those of the time t ahead; dert are all still"
                    + " to come, each discounted from its own moment (discounted expected residual transactions). All"
                    + " times are in the unit of the parameters.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm clv evaluate --model bg-nbd --parameters r=0.243,alpha=4.414,a=0.793,b=2.426 --input rows.csv",
            "  lendcrm clv evaluate --model pareto-nbd --parameters r=0.553,alpha=10.578,s=0.606,beta=11.669 \\",
            "      --input summary.csv --horizon 39 --delta 0.002688"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ClvEvaluateCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("log_likelihood", "log_probability_alive", "probability_alive", "expected_purchases", "dert");

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "Which model of purchases: nbd, pareto-nbd, bg-nbd, mbg-nbd or bg-bb.")
    private ClvKind kind;

    @Option(
            names = "--parameters",
            required = true,
            paramLabel = "NAME=VALUE,...",
            description = "All parameters of the model, named as clv fit names them.")
    private String parameters;

    @Mixin
    private InputOptions input;

    @Mixin
    private SummaryOptions summary;

    @Option(
            names = "--ahead",
            paramLabel = "COL",
            description = "The column of the time ahead t, at least 0. By default t.")
    private @Nullable String ahead;

    @Option(names = "--horizon", paramLabel = "TIME", description = "t of every row, instead of a column; at least 0.")
    private @Nullable Double horizon;

    @Option(
            names = "--delta",
            paramLabel = "RATE",
            description =
                    "The force of interest a unit of time, above 0 and at most 700, such as ln 1.15 / 52 for 15 %% a"
                            + " year where times are in weeks.")
    private @Nullable Double delta;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        PurchaseModel model = model();
        requireOptions();
        summary.resolve(input, EnumSet.of(kind.reads()));
        String t = horizon == null ? input.requiredColumn("--ahead", ahead, List.of("t")) : null;
        String[] shown = Stream.concat(Stream.of(summary.columns()), Stream.ofNullable(t))
                .toArray(String[]::new);
        List<@Nullable Object[]> results = new ArrayList<>();
        input.read(input.file(shown), row -> results.add(evaluate(model, row, t)));
        try (ResultTable table = output.table(delta == null ? COLUMNS.subList(0, 4) : COLUMNS)) {
            results.forEach(table::row);
        }
        return 0;
    }

    private void requireOptions() {
        if (horizon != null && ahead != null) {
            throw output.usage("--horizon and --ahead both tell t; give one of them");
        }
        if (horizon != null && !(horizon >= 0 && horizon < Double.POSITIVE_INFINITY)) {
            throw output.usage("--horizon must be finite and at least 0, found " + horizon);
        }
        if (delta != null && !(delta > 0 && delta <= 700)) {
            throw output.usage("--delta must be above 0 and at most 700, found " + delta);
        }
    }

    private @Nullable Object[] evaluate(PurchaseModel model, Row row, @Nullable String t) {
        PurchaseSummary client = summary.client(row);
        double time = t == null ? Objects.requireNonNull(horizon, "horizon") : row.number(t);
        if (t != null && !(time >= 0)) {
            throw row.refuse(t, "a time of at least 0");
        }
        List<Object> cells = new ArrayList<>(List.of(
                model.logLikelihood(client),
                model.logProbabilityAlive(client),
                model.probabilityAlive(client),
                model.expectedPurchases(client, new Horizon(time, CalendarUnit.YEAR))));
        if (delta != null) {
            cells.add(model.discountedPurchases(client, DiscountRate.perYear(Math.expm1(delta))));
        }
        return cells.toArray();
    }

    private PurchaseModel model() {
        if (kind.parameters().isEmpty()) {
            throw output.usage("--model must be one of " + ClvKind.ofPurchases() + ", found \"" + kind.word() + "\"");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (String told : parameters.split(",", -1)) {
            int equals = told.indexOf('=');
            String name = told.substring(0, Math.max(0, equals)).trim();
            if (!kind.parameters().contains(name) || values.put(name, number(told.substring(equals + 1))) != null) {
                throw parametersAsk("\"" + told + "\"");
            }
        }
        if (values.size() < kind.parameters().size()) {
            throw parametersAsk(values.keySet() + " only");
        }
        try {
            return kind.purchases(values);
        } catch (IllegalArgumentException e) { // the model names the parameter, the rule and the value
            throw output.usage("--parameters: " + e.getMessage());
        }
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            throw parametersAsk("\"" + text + "\"");
        }
    }

    private RuntimeException parametersAsk(String found) {
        return output.usage(
                "--parameters must give each of " + kind.parameters() + " once as NAME=NUMBER, found " + found);
    }
}
