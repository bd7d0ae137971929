package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** What a card loses by its points being rounded: bounds that hold for every client, and the loss on the fitted rows. */
final class RoundingLoss {

    private RoundingLoss() {}

    static Map<String, Double> measure(Scorecard exact, Scorecard rounded, LabelledTable data) {
        boolean[] bad = data.bad();
        BoundTable table = exact.schema().bind(data.features());
        double[] exactScores = new double[bad.length];
        double[] roundedScores = new double[bad.length];
        exact.score(table, 0, bad.length, exactScores);
        rounded.score(table, 0, bad.length, roundedScores);
        double most = most(exact, rounded);
        double factor = exact.scale().orElseThrow().factor();
        return Map.of(
                "rounding.points", most,
                "rounding.probability", Math.tanh(most / factor / 4),
                "rounding.auc", most == 0 ? 0.0 : pairsWithin(2 * most, exactScores, bad),
                "auc.exact", auc(exactScores, bad),
                "auc.points", auc(roundedScores, bad));
    }

    private static double auc(double[] scores, boolean[] bad) {
        return RocCurve.of(ScoredOutcomes.ofGoodness(scores, bad)).auc().value();
    }

    /** The most by which two scores of a client can differ. */
    static double most(Scorecard exact, Scorecard rounded) {
        double up = rounded.base() - exact.base();
        double down = -up;
        for (int i = 0; i < exact.characteristics().size(); i++) {
            double[] from = exact.characteristics().get(i).points();
            double[] to = rounded.characteristics().get(i).points();
            up += IntStream.range(0, from.length)
                    .mapToDouble(b -> to[b] - from[b])
                    .max()
                    .orElse(0);
            down += IntStream.range(0, from.length)
                    .mapToDouble(b -> from[b] - to[b])
                    .max()
                    .orElse(0);
        }
        return Math.max(up, down);
    }

    /** The share of pairs where the good is ahead by no more than {@code reach}; those level count half. */
    static double pairsWithin(double reach, double[] scores, boolean[] bad) {
        double[] goods = sorted(scores, bad, false);
        double[] bads = sorted(scores, bad, true);
        double pairs = 0;
        int below = 0;
        int level = 0;
        int within = 0;
        for (double score : bads) {
            for (; below < goods.length && goods[below] < score; below++) {}
            for (level = Math.max(level, below); level < goods.length && goods[level] <= score; level++) {}
            for (within = Math.max(within, level); within < goods.length && goods[within] <= score + reach; within++) {}
            pairs += within - level + (level - below) / 2.0;
        }
        return pairs / goods.length / bads.length;
    }

    private static double[] sorted(double[] scores, boolean[] bad, boolean which) {
        return Arrays.stream(IntStream.range(0, bad.length)
                        .filter(i -> bad[i] == which)
                        .toArray())
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
    }
}
