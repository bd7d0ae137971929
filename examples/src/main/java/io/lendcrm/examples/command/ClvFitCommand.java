package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.spend.GammaGammaFitter;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm clv fit}: a summary of purchases to a model of them. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fits a model by maximum likelihood to a summary, as clv summarise writes it.",
            "",
            "bg-nbd says whether a client is still active and how often it will come back (Fader, Hardie and Lee 2005);"
                    + " gamma-gamma says how much it will bring each time (Fader and Hardie 2013) and rests on the"
                    + " clients with a repeat purchase alone.",
            "",
            "Writes parameter,value,standard_error; with --json an object with parameters (bg-nbd: r, alpha, a, b;"
                    + " gamma-gamma: p, q, v), standardErrors, logLikelihood, converged, iterations and rows, the number"
                    + " of rows the fit rests on.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm clv fit --model bg-nbd --input summary.csv --unit week --out visits.json",
            "  lendcrm clv fit --model gamma-gamma --input summary.csv --out spend.json --json",
            "  lendcrm clv fit --model bg-nbd --input table.tsv --frequency 1 --recency 2 --age 3 --weight 4"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ClvFitCommand implements Callable<Integer> {

    /** Which model. */
    public enum Kind {
        /** Whether and how often. */
        BG_NBD,
        /** How much. */
        GAMMA_GAMMA
    }

    @Option(names = "--model", required = true, paramLabel = "bg-nbd|gamma-gamma", description = "Which model to fit.")
    private Kind kind;

    @Mixin
    private InputOptions input;

    @Mixin
    private SummaryOptions summary;

    @Option(
            names = "--weight",
            paramLabel = "COL",
            description = "The column that tells how many clients share a row; 1 each by default.")
    private @Nullable String weight;

    @Option(
            names = "--unit",
            paramLabel = "day|week|month",
            description = "The unit of the summary's times, which the model keeps; week by default.")
    private CalendarUnit unit = CalendarUnit.WEEK;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the model, as JSON.")
    private @Nullable Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        summary.resolve(input, kind == Kind.BG_NBD, kind == Kind.GAMMA_GAMMA);
        if (weight != null) {
            input.column("--weight", weight);
        }
        SummaryRows rows = new SummaryRows();
        Stream<String> shown = Stream.concat(Arrays.stream(summary.columns()), Stream.ofNullable(weight));
        input.read(input.file(shown.toArray(String[]::new)), row -> summary.add(row, weightOf(row), rows));
        Run run = Run.sequential().withClock(Clock.systemUTC());
        if (kind == Kind.BG_NBD) {
            BgNbdModel model = BgNbdFitter.defaults().fit(rows.in(unit), run);
            Map<String, Double> parameters = new LinkedHashMap<>();
            parameters.put("r", model.r());
            parameters.put("alpha", model.alpha());
            parameters.put("a", model.a());
            parameters.put("b", model.b());
            finish(model, parameters, model.standardErrors());
        } else {
            SummaryRows repeaters = rows.repeaters();
            output.tell(repeaters.size() + " of " + rows.size() + " rows have a repeat purchase and are used");
            GammaGammaModel model = GammaGammaFitter.defaults().fit(repeaters.in(unit), run);
            Map<String, Double> parameters = new LinkedHashMap<>();
            parameters.put("p", model.p());
            parameters.put("q", model.q());
            parameters.put("v", model.v());
            finish(model, parameters, model.standardErrors());
        }
        return 0;
    }

    private double weightOf(Row row) {
        if (weight == null) {
            return 1;
        }
        double clients = row.number(weight);
        if (!(clients > 0)) {
            throw row.refuse(weight, "a number above 0");
        }
        return clients;
    }

    private void finish(FittedModel model, Map<String, Double> parameters, Map<String, Double> errors) {
        ModelInfo info = model.info();
        info.warnings().forEach(warning -> output.tell("warning: " + warning));
        if (out != null) {
            ModelJson.standard().write(model, out);
        }
        if (output.json()) {
            output.print(document(info, parameters, errors));
            return;
        }
        output.tell("log-likelihood " + info.diagnostics().get("logLikelihood") + " after " + iterations(info)
                + " iterations on " + info.rows() + " rows");
        try (ResultTable table = output.table(List.of("parameter", "value", "standard_error"))) {
            parameters.forEach((name, value) -> table.row(name, value, errors.get(name)));
        }
    }

    private static Document document(ModelInfo info, Map<String, Double> parameters, Map<String, Double> errors) {
        DocumentBuilder values = Document.tree();
        parameters.forEach(values::put);
        DocumentBuilder standardErrors = Document.tree();
        parameters.keySet().stream()
                .filter(errors::containsKey)
                .forEach(name -> standardErrors.put(name, errors.getOrDefault(name, Double.NaN)));
        return Document.tree()
                .put("model", info.type())
                .put("parameters", values.build())
                .put("standardErrors", standardErrors.build())
                .put("logLikelihood", info.diagnostics().getOrDefault("logLikelihood", Double.NaN))
                .put("converged", info.diagnostics().getOrDefault("converged", 0.0) == 1)
                .put("iterations", iterations(info))
                .put("rows", info.rows())
                .put("warnings", info.warnings())
                .build();
    }

    private static long iterations(ModelInfo info) {
        return Math.round(info.diagnostics().getOrDefault("iterations", 0.0));
    }
}
