package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.value.spend.GammaGammaFitter;
import io.lendcrm.scoring.value.spend.NormalSpendFitter;
import io.lendcrm.scoring.value.spend.SpendModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far the amount expected of each purchase is from the mean amount of the purchases in the holdout. Models are fitted
 * on the clients with a repeat purchase and a mean repeat amount above 0; of these, those with a purchase in the holdout
 * are judged, each once.
 *
 * @param forecast who says so
 * @param clients how many are judged
 * @param bias mean over the clients of (forecast - actual), in the currency of the log
 * @param mae mean over the clients of |forecast - actual|, in the currency of the log
 */
record SpendAccuracy(String forecast, int clients, double bias, double mae) {

    static List<SpendAccuracy> of(SplitBook book, Run run) {
        PurchaseSummaries all = book.summaries();
        int[] known = IntStream.range(0, all.size())
                .filter(row -> all.frequency(row) > 0 && all.spend(row) > 0)
                .toArray();
        PurchaseSummaries spenders = PurchaseSummaries.of(
                all.unit(),
                Arrays.stream(known).map(all::frequency).toArray(),
                Arrays.stream(known).mapToDouble(all::recency).toArray(),
                Arrays.stream(known).mapToDouble(all::age).toArray(),
                new double[0],
                Arrays.stream(known).mapToDouble(all::spend).toArray());
        int[] judged = Arrays.stream(known).filter(row -> book.holdout(row) > 0).toArray();
        double mean = Arrays.stream(known).mapToDouble(all::spend).average().orElseThrow();
        return List.of(
                of("Gamma-Gamma", judged, book, by(GammaGammaFitter.defaults().fit(spenders, run), all)),
                of("normal spend", judged, book, by(NormalSpendFitter.defaults().fit(spenders, run), all)),
                of("own mean so far", judged, book, all::spend),
                of("mean of all", judged, book, row -> mean));
    }

    private static IntToDoubleFunction by(SpendModel model, PurchaseSummaries all) {
        return row -> model.expectedSpend(all.frequency(row), all.spend(row));
    }

    private static SpendAccuracy of(String forecast, int[] rows, SplitBook book, IntToDoubleFunction expected) {
        double bias = 0;
        double absolute = 0;
        for (int row : rows) {
            double error = expected.applyAsDouble(row) - book.holdoutSpend(row);
            bias += error;
            absolute += Math.abs(error);
        }
        return new SpendAccuracy(forecast, rows.length, bias / rows.length, absolute / rows.length);
    }
}
