package io.lendcrm.examples.model;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import io.lendcrm.scoring.risk.exchange.pmml.LinearPredictor;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.trees.Link;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A model as the commands apply it, whatever its kind. Immutable and thread-safe. */
public final class AppliedModel {

    /** What a model gives. */
    public enum Output {
        /** A margin, and the probability that it stands for. */
        PROBABILITY,
        /** A number: the points of a card, or an amount. */
        NUMBER
    }

    private final FittedModel model;
    private final CompiledScorer scorer;
    private final @Nullable DoubleUnaryOperator prediction;
    private final Output output;

    private AppliedModel(
            FittedModel model, CompiledScorer scorer, @Nullable DoubleUnaryOperator prediction, Output output) {
        this.model = model;
        this.scorer = scorer;
        this.prediction = prediction;
        this.output = output;
    }

    /**
     * A model that scores rows of features.
     *
     * @param file where it stands, for messages
     * @param model the model
     * @return the model, to be applied
     */
    public static AppliedModel of(String file, FittedModel model) {
        if (model instanceof TreeEnsemble trees) {
            boolean logistic = trees.sum().link().kind() == Link.Kind.LOGISTIC;
            return new AppliedModel(trees, trees, trees::prediction, logistic ? Output.PROBABILITY : Output.NUMBER);
        }
        if (model instanceof LogisticModel logistic) {
            return new AppliedModel(logistic, logistic, AppliedModel::logistic, Output.PROBABILITY);
        }
        if (model instanceof LinearPredictor linear) {
            return switch (linear.link()) {
                case LOGIT -> new AppliedModel(linear, linear, AppliedModel::logistic, Output.PROBABILITY);
                case CLOGLOG ->
                    new AppliedModel(linear, linear, eta -> -Math.expm1(-Math.exp(eta)), Output.PROBABILITY);
                case EXP -> new AppliedModel(linear, linear, Math::exp, Output.NUMBER);
                case IDENTITY -> new AppliedModel(linear, linear, null, Output.NUMBER);
            };
        }
        if (model instanceof CompiledScorer scorer && model instanceof Scorer) {
            return new AppliedModel(model, scorer, null, Output.NUMBER);
        }
        throw InputRefusedException.because(
                file + " holds a model of type " + model.info().type() + ", which scores no rows of features");
    }

    private static double logistic(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }

    /** {@return the model} */
    public FittedModel model() {
        return model;
    }

    /** {@return the features it takes} */
    public FeatureSchema schema() {
        return model.info().schema();
    }

    /** {@return what it gives} */
    public Output output() {
        return output;
    }

    /**
     * The margin, or the points of a card.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing
     * @return the margin or the score; {@code NaN} without one
     */
    public double score(double[] row) {
        return scorer.score(row);
    }

    /**
     * What a score stands for.
     *
     * @param score a score of this model
     * @return the probability or the amount; for a card the score itself
     */
    public double prediction(double score) {
        return prediction == null || Double.isNaN(score) ? score : prediction.applyAsDouble(score);
    }

    /** {@return what each row begins with before features move it; {@code NaN} if every row has a base of its own} */
    public double base() {
        if (model instanceof TreeEnsemble trees) {
            return trees.expected();
        }
        if (model instanceof LinearPredictor linear) {
            return linear.intercept();
        }
        return model instanceof Scorecard card ? card.base() : Double.NaN;
    }

    /**
     * How far each feature moves a row's score: Shapley values for trees, terms for regressions, points for cards.
     *
     * @param row the values in the order of the schema
     * @return a number a feature; {@code NaN} without a score
     */
    public double[] contributions(double[] row) {
        if (model instanceof TreeEnsemble trees) {
            return trees.contributions(row);
        }
        double[] contributions = new double[row.length];
        if (model instanceof Scorecard card) {
            List<Characteristic> lines = card.characteristics();
            for (int i = 0; i < row.length; i++) {
                contributions[i] = lines.get(i).points(lines.get(i).bins().bin(row[i]));
            }
            return contributions;
        }
        if (model instanceof LinearPredictor linear) {
            for (int i = 0; i < row.length; i++) {
                contributions[i] = linear.contribution(schema().feature(i).name(), row[i]);
            }
            return contributions;
        }
        Score score = scored(row);
        if (!(score instanceof Score.Scored known)) {
            Arrays.fill(contributions, Double.NaN);
            return contributions;
        }
        for (Reason reason : known.reasons()) {
            String feature = reason.arguments().get("feature");
            if (feature != null) {
                contributions[schema().indexOf(feature)] += reason.contribution();
            }
        }
        return contributions;
    }

    /** What the model's own scoring says of a row, with reasons. */
    Score scored(double[] row) {
        return ((Scorer) model).score(FeatureRow.of(ClientId.of("row"), schema(), row));
    }
}
