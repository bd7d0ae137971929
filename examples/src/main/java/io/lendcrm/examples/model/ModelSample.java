package io.lendcrm.examples.model;

import io.lendcrm.core.Checksum;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.scorecard.TargetOptions;
import io.lendcrm.examples.scorecard.ValidateCommand.Higher;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.proof.report.SampleResult;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a model did on the rows of a file whose outcomes are known. */
final class ModelSample {

    private static final int GROUPS = 10;

    private final ModelSource source;
    private final boolean riskier;

    /** Of a card the rule of its reasons says which way its points run, if nobody else does. */
    ModelSample(ModelSource source, @Nullable Higher told) {
        this.source = source;
        this.riskier = told == null
                ? !(source.model().model() instanceof Scorecard card)
                        || card.reasonRule().pointsAreRisk()
                : told == Higher.RISKIER;
    }

    SampleResult on(InputOptions input, TableOptions tables, TargetOptions target, OutputOptions output) {
        Table read = tables.readForModel(input);
        int outcome = tables.column(input, read, "--target", target.target());
        ModelColumns rows = ModelColumns.of(source, read, input, tables, outcome);
        boolean[] all = target.outcomes(input, rows.table(), outcome);
        double[] scores = IntStream.range(0, rows.rows())
                .mapToDouble(row -> source.model().score(rows.row(row)))
                .toArray();
        int[] scored = IntStream.range(0, scores.length)
                .filter(row -> !Double.isNaN(scores[row]))
                .toArray();
        boolean[] bad = new boolean[scored.length];
        int bads = 0;
        for (int i = 0; i < scored.length; i++) {
            bad[i] = all[scored[i]];
            bads += bad[i] ? 1 : 0;
        }
        if (bads == 0 || bads == bad.length) {
            throw InputRefusedException.because(read.name() + " is refused: of " + scores.length + " rows " + bad.length
                    + " have a score, " + bads + " of them bad, where goods and bads are needed");
        }
        String name = read.name();
        String from = target.told();
        if (scored.length < scores.length) {
            String left = (scores.length - scored.length) + " of " + scores.length + " rows have no score";
            output.tell("finding: " + left);
            from += "; " + left;
        }
        String checksum = Checksum.of(input.path());
        DoubleUnaryOperator probability = probability();
        double[] numbers = Arrays.stream(scored).mapToDouble(row -> scores[row]).toArray();
        SampleResult result;
        if (probability == null) {
            result = SampleResult.ofScores(
                    name,
                    from,
                    checksum,
                    riskier ? ScoredOutcomes.ofRisk(numbers, bad) : ScoredOutcomes.ofGoodness(numbers, bad));
        } else {
            double[] risk = Arrays.stream(numbers).map(probability).toArray();
            result = SampleResult.ofProbabilities(name, from, checksum, ScoredOutcomes.ofRisk(risk, bad), GROUPS);
        }
        if (result.auc().value() < 0.5) {
            output.tell("warning: auc is below 0.5: do scores run the other way? --higher "
                    + (riskier ? "better" : "riskier") + " says so");
        }
        return result;
    }

    /** The probability of bad of a score; none where it stands for none. */
    private @Nullable DoubleUnaryOperator probability() {
        AppliedModel model = source.model();
        if (model.model() instanceof Scorecard card) {
            return card.scale().isPresent() ? card::probability : null;
        }
        if (model.output() != AppliedModel.Output.PROBABILITY) {
            return null;
        }
        return riskier ? model::prediction : score -> 1 - model.prediction(score);
    }
}
