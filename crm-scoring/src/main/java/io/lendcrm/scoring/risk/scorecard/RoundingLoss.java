package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.util.Map;

/**
 * What a card loses by its points being rounded: bounds of score and probability that hold for every client, one of the area
 * that holds on the fitted rows, and the loss there.
 *
 * @param up the most by which a client's rounded score can be above the exact one
 * @param down the most by which it can be below
 */
record RoundingLoss(double up, double down) {

    static RoundingLoss between(Scorecard exact, Scorecard rounded) {
        double up = rounded.base() - exact.base();
        double down = -up;
        for (int i = 0; i < exact.characteristics().size(); i++) {
            double[] from = exact.characteristics().get(i).points();
            double[] to = rounded.characteristics().get(i).points();
            double mostUp = Double.NEGATIVE_INFINITY;
            double mostDown = Double.NEGATIVE_INFINITY;
            for (int bin = 0; bin < from.length; bin++) {
                if (!Double.isNaN(to[bin])) {
                    mostUp = Math.max(mostUp, to[bin] - from[bin]);
                    mostDown = Math.max(mostDown, from[bin] - to[bin]);
                }
            }
            up += mostUp;
            down += mostDown;
        }
        return new RoundingLoss(Math.max(0, up), Math.max(0, down));
    }

    static Map<String, Double> measure(Scorecard exact, Scorecard rounded, LabelledTable data) {
        boolean[] bad = data.bad();
        BoundTable table = exact.schema().bind(data.features());
        double[] exactScores = new double[bad.length];
        double[] roundedScores = new double[bad.length];
        exact.score(table, 0, bad.length, exactScores);
        rounded.score(table, 0, bad.length, roundedScores);
        RoundingLoss loss = between(exact, rounded);
        OrderChange change = OrderChange.between(exactScores, roundedScores, bad);
        return Map.of(
                "rounding.points", loss.points(),
                "rounding.probability", loss.probability(exact),
                "rounding.auc", Math.max(change.taken(), change.given()),
                "auc.exact", ScoredOutcomes.ofGoodness(exactScores, bad).area(),
                "auc.points", ScoredOutcomes.ofGoodness(roundedScores, bad).area());
    }

    /** The most by which two scores of a client can differ. */
    double points() {
        return Math.max(up, down);
    }

    /**
     * The most by which two probabilities of a client can differ. A step of the score weighs most where it lies around even
     * odds, or as near to them as scores of the card come.
     */
    double probability(Scorecard exact) {
        PointsScale scale = exact.scale().orElseThrow();
        double even = scale.score(0);
        double above = Math.max(exact.lowest(), Math.min(exact.highest(), even - up / 2));
        double below = Math.max(exact.lowest(), Math.min(exact.highest(), even + down / 2));
        return Math.max(
                scale.probability(above) - scale.probability(above + up),
                scale.probability(below - down) - scale.probability(below));
    }
}
