package io.lendcrm.scoring.risk.rejects;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.logistic.LogisticData;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.scorecard.ScorecardFitter;
import java.util.function.ToDoubleFunction;

/** Fits a model of the event on rows that have weights. Implementations are thread-safe. */
@FunctionalInterface
public interface BadRateFitter {

    /**
     * Fits a model.
     *
     * @param sample rows with outcomes and weights
     * @param run executor, clock and cancellation
     * @return what it says of other rows
     */
    BadRates fit(LabelledTable sample, Run run);

    /**
     * By logistic regression on all columns.
     *
     * @param fitter its options
     * @return the fitter
     */
    static BadRateFitter logistic(LogisticFitter fitter) {
        requireNonNull(fitter, "fitter");
        return (sample, run) -> {
            double[] target = new double[sample.rows()];
            double[] weights = new double[sample.rows()];
            for (int row = 0; row < target.length; row++) {
                target[row] = sample.isBad(row) ? 1 : 0;
                weights[row] = sample.weight(row);
            }
            LogisticModel model =
                    fitter.fit(LogisticData.from(sample.features(), target).withWeights(weights), run);
            return applicants -> byRow(applicants, model::probability);
        };
    }

    /**
     * By a scorecard with points that aren't rounded.
     *
     * @param fitter its options
     * @return the fitter
     */
    static BadRateFitter scorecard(ScorecardFitter fitter) {
        ScorecardFitter exact = fitter.withExactPoints();
        return (sample, run) -> {
            Scorecard card = exact.fit(sample, run);
            return applicants ->
                    byRow(applicants.select(card.schema().names()), row -> card.probability(card.score(row)));
        };
    }

    private static double[] byRow(FeatureTable applicants, ToDoubleFunction<double[]> probability) {
        double[] rates = new double[applicants.rows()];
        double[] row = new double[applicants.schema().size()];
        for (int i = 0; i < rates.length; i++) {
            for (int c = 0; c < row.length; c++) {
                row[c] = applicants.value(i, c);
            }
            rates[i] = probability.applyAsDouble(row);
        }
        return rates;
    }
}
