package io.lendcrm.scoring.risk.exchange.pmml;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Scorer;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.List;

/**
 * A model that a PMML file held. Its features have names of this library; {@link #fields()} are the file's, in the same
 * order. Immutable and thread-safe.
 */
public sealed interface PmmlModel {

    /** The kinds of model, to switch on. */
    enum Kind {
        /** {@link Card}. */
        SCORECARD,
        /** {@link Regression}. */
        REGRESSION,
        /** {@link Trees}. */
        TREES
    }

    /** {@return which kind it is} */
    Kind kind();

    /** {@return the model with its provenance} */
    FittedModel model();

    /** {@return the model as one that scores with reasons} */
    Scorer scorer();

    /** {@return the file's names of the fields, in the order of the model's schema} */
    List<String> fields();

    /**
     * The bare number that an engine of the standard gives: the score of a card, the predicted value of a regression, the
     * probability of the target category of a classification; {@code NaN} where it gives none.
     *
     * @return a scorer of rows in the order of the schema
     */
    CompiledScorer predicted();

    /** {@return the features that it takes} */
    default FeatureSchema schema() {
        return model().info().schema();
    }

    /**
     * A row of values that come as text, as from a file of clients.
     *
     * @param texts the values in the order of {@link #fields()}; empty where missing
     * @return the row for {@link #predicted()}
     * @throws IllegalArgumentException if there are too few or too many, or a number isn't one; the message names the field
     */
    default double[] row(List<String> texts) {
        if (texts.size() != schema().size()) {
            throw new IllegalArgumentException("texts must be of " + fields() + ", found " + texts.size() + " of them");
        }
        double[] row = new double[texts.size()];
        for (int i = 0; i < row.length; i++) {
            String text = requireNonNull(texts.get(i), "text");
            Feature feature = schema().feature(i);
            if (text.isEmpty()) {
                row[i] = Double.NaN;
            } else if (feature.type().hasLevels()) {
                row[i] = feature.code(text);
            } else {
                try {
                    row[i] = Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(fields().get(i) + " must be a number, found a text", e);
                }
            }
        }
        return row;
    }

    /**
     * A scorecard.
     *
     * @param model the card; its reasons are those of whole characteristics
     * @param fields the file's names of the fields
     */
    record Card(Scorecard model, List<String> fields) implements PmmlModel {
        public Card {
            requireNonNull(model, "model");
            fields = List.copyOf(fields);
        }

        @Override
        public Kind kind() {
            return Kind.SCORECARD;
        }

        /** {@return the reasons by the file's own codes} */
        public AttributeReasons reasons() {
            return AttributeReasons.of(model);
        }

        @Override
        public Scorer scorer() {
            return model;
        }

        @Override
        public CompiledScorer predicted() {
            return model;
        }
    }

    /**
     * A linear or logistic regression.
     *
     * @param model the regression
     * @param fields the file's names of the fields
     * @param target the category whose probability is predicted; empty for a regression of a number
     */
    record Regression(LinearPredictor model, List<String> fields, String target) implements PmmlModel {
        public Regression {
            requireNonNull(model, "model");
            fields = List.copyOf(fields);
            requireNonNull(target, "target");
        }

        @Override
        public Kind kind() {
            return Kind.REGRESSION;
        }

        @Override
        public Scorer scorer() {
            return model;
        }

        @Override
        public CompiledScorer predicted() {
            return model::predicted;
        }
    }

    /**
     * Decision trees.
     *
     * @param model the ensemble, whose score is the margin
     * @param fields the file's names of the fields
     * @param target the category whose probability is predicted; empty for a regression of a number
     */
    record Trees(TreeEnsemble model, List<String> fields, String target) implements PmmlModel {
        public Trees {
            requireNonNull(model, "model");
            fields = List.copyOf(fields);
            requireNonNull(target, "target");
        }

        @Override
        public Kind kind() {
            return Kind.TREES;
        }

        @Override
        public Scorer scorer() {
            return model;
        }

        @Override
        public CompiledScorer predicted() {
            return row -> model.prediction(model.score(row));
        }
    }
}
