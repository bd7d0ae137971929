package io.lendcrm.examples.scorecard;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.Calibration;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm validate}: how well scores told what came. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells how well scores told good from bad, whatever made them.",
            "",
            "Writes JSON: rows, bads, auc with aucLower and aucUpper (DeLong; left out with a single bad or good),"
                    + " gini, ks, h (Hand's measure, costs as in R's package hmeasure), and brier if all scores are within"
                    + " [0, 1], where they are taken for probabilities.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm validate --input outcomes.csv --score probability --target outcome --bad default",
            "  lendcrm validate --input outcomes.csv --score points --higher better --target outcome --bad default"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ValidateCommand implements Callable<Integer> {

    private static final int GROUPS = 10;

    /** Which way scores run. */
    public enum Higher {
        /** The higher, the likelier the bad: probabilities of default. */
        RISKIER,
        /** The higher, the likelier the good: points of a card. */
        BETTER
    }

    @Mixin
    private InputOptions input;

    @Option(names = "--score", required = true, paramLabel = "COL", description = "The column of scores.")
    private String score;

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--higher",
            paramLabel = "riskier|better",
            description =
                    "Which way scores run: riskier (the default), as probabilities of bad do, or better, as points"
                            + " do.")
    private Higher higher = Higher.RISKIER;

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            description = "Of the interval of auc, within (0, 1); ${DEFAULT-VALUE} by default.")
    private double confidence = 0.95;

    @Mixin
    private TableOptions table;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public ValidateCommand() {}

    @Override
    public Integer call() {
        if (!(confidence > 0 && confidence < 1)) {
            throw output.usage("--confidence must be within (0, 1), found " + confidence);
        }
        Table read = table.read(input);
        int scored = table.column(input, read, "--score", score);
        int outcome = table.column(input, read, "--target", target.target());
        Table numbers = read.with(scored, Column.Kind.NUMBER);
        Table rows = table.usable(input, numbers, new int[] {scored}, scored, outcome);
        boolean[] bad = target.outcomes(input, rows, outcome);
        double[] scores = new double[rows.rows()];
        Arrays.setAll(scores, row -> rows.columns().get(scored).number(row));
        ScoredOutcomes outcomes =
                higher == Higher.RISKIER ? ScoredOutcomes.ofRisk(scores, bad) : ScoredOutcomes.ofGoodness(scores, bad);
        output.print(document(outcomes, scores, bad));
        return 0;
    }

    private Document document(ScoredOutcomes outcomes, double[] scores, boolean[] bad) {
        RocCurve curve = RocCurve.of(outcomes);
        Auc auc = curve.auc();
        if (auc.value() < 0.5) {
            output.tell("warning: auc is below 0.5: do scores run the other way? --higher "
                    + (higher == Higher.RISKIER ? "better" : "riskier") + " says so");
        }
        DocumentBuilder tree = Document.tree()
                .put("rows", (long) outcomes.size())
                .put("bads", (long) outcomes.bads())
                .put("auc", auc.value());
        CardDocument.putFinite(tree, "aucLower", auc.lower(confidence));
        CardDocument.putFinite(tree, "aucUpper", auc.upper(confidence));
        tree.put("gini", auc.gini()).put("ks", curve.ks()).put("h", curve.hMeasure());
        if (Arrays.stream(scores).allMatch(p -> p >= 0 && p <= 1)) {
            double[] risk = Arrays.stream(scores)
                    .map(p -> higher == Higher.RISKIER ? p : 1 - p)
                    .toArray();
            tree.put(
                    "brier",
                    Calibration.of(ScoredOutcomes.ofRisk(risk, bad), GROUPS).brier());
        } else {
            output.tell("no brier: scores outside [0, 1] are no probabilities");
        }
        return tree.build();
    }
}
