package io.lendcrm.examples.command;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
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
            "Fits a model by maximum likelihood to a summary, as clv summarise writes it, or to a cohort.",
            "",
            "Whether a client is still active and how often it will come back, from x, t_x and T: nbd (nobody leaves),"
                    + " pareto-nbd (clients leave at any time), bg-nbd (after a repeat purchase), mbg-nbd (after any"
                    + " purchase), bg-bb (at most one purchase at each opportunity, such as a year; times counted in"
                    + " opportunities).",
            "",
            "auto fits all of these but bg-bb, keeps the one of the least BIC and says why.",
            "",
            "How much it brings each time, from x and the mean amount of the clients with a repeat purchase:"
                    + " gamma-gamma (amounts above 0), normal-spend (net amounts, losses among them).",
            "",
            "For how long it stays under contract, from the survivors of a cohort: sbg, and bdw whose readiness to leave"
                    + " grows or falls with tenure.",
            "",
            "Writes parameter,value,standard_error; with --json an object with parameters (nbd: r, alpha; pareto-nbd: r,"
                    + " alpha, s, beta; bg-nbd, mbg-nbd: r, alpha, a, b; bg-bb: alpha, beta, gamma, delta; gamma-gamma:"
                    + " p, q, v; normal-spend: mu, tau, sigma; sbg: alpha, beta; bdw: alpha, beta, c), standardErrors,"
                    + " logLikelihood, aic, bic, converged, iterations, rows (how many the fit rests on) and warnings;"
                    + " with auto also reasons.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm clv fit --model bg-nbd --input summary.csv --unit week --out visits.json",
            "  lendcrm clv fit --model gamma-gamma --input summary.csv --out spend.json --json",
            "  lendcrm clv fit --model bg-nbd --input table.tsv --frequency 1 --recency 2 --age 3 --weight 4",
            "  lendcrm clv fit --model auto --input summary.csv --out visits.json",
            "  lendcrm clv fit --model bg-bb --input gifts.csv --periods 6 --weight donors",
            "  lendcrm clv fit --model sbg --input cohorts.csv --period year --survivors left --group segment=retail"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ClvFitCommand implements Callable<Integer> {

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "Which model to fit.")
    private ClvKind kind;

    @Mixin
    private InputOptions input;

    @Mixin
    private SummaryOptions summary;

    @Mixin
    private CohortOptions cohort;

    @Option(
            names = "--weight",
            paramLabel = "COL",
            description = "The column that tells how many clients share a row; 1 each by default.")
    private @Nullable String weight;

    @Option(
            names = "--unit",
            paramLabel = "day|week|month|year",
            description = "The unit of the summary's times, which the model keeps; week by default, and year for bg-bb,"
                    + " sbg and bdw.")
    private @Nullable CalendarUnit unit;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the model, as JSON.")
    private @Nullable Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ClvReads reads = kind.reads();
        ClvInput data = new ClvInput(
                reads,
                input,
                summary,
                cohort,
                weight,
                unit == null ? reads.unit() : unit,
                Run.sequential().withClock(Clock.systemUTC()),
                output);
        ClvFit fit = kind.fit(data);
        fit.model().info().warnings().forEach(warning -> output.tell("warning: " + warning));
        fit.reasons().forEach(output::tell);
        if (out != null) {
            ModelJson.standard().write(fit.model(), out);
        }
        if (output.json()) {
            output.print(fit.document());
            return 0;
        }
        output.tell(fit.summary());
        try (ResultTable table = output.table(List.of("parameter", "value", "standard_error"))) {
            fit.parameters()
                    .forEach((name, value) ->
                            table.row(name, value, fit.standardErrors().get(name)));
        }
        return 0;
    }
}
