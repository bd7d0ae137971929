package io.lendcrm.scoring.value.composite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What pairwise comparisons say: the weights, and how far the comparisons agree with each other. Immutable and
 * thread-safe.
 *
 * @param weights by criterion, in order; they add up to 1
 * @param lambdaMax the greatest eigenvalue, n if the comparisons agree
 * @param consistencyIndex (λ − n) / (n − 1); 0 below three criteria
 * @param consistencyRatio the index over that of random comparisons; above 0.1 they should be thought over
 * @param worstTriad the three criteria that agree least, empty below three or if all agree
 * @param triadInconsistency how far they disagree (Koczkodaj 1993): min(|1 − a_ij / (a_ik a_kj)|, |1 − a_ik a_kj / a_ij|)
 */
public record AhpWeights(
        Map<String, Double> weights,
        double lambdaMax,
        double consistencyIndex,
        double consistencyRatio,
        List<String> worstTriad,
        double triadInconsistency) {

    /** The greatest consistency ratio that Saaty accepts. */
    public static final double ACCEPTED = 0.1;

    public AhpWeights {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        worstTriad = List.copyOf(worstTriad);
    }

    /** {@return whether the consistency ratio is at most 0.1} */
    public boolean isConsistent() {
        return consistencyRatio <= ACCEPTED;
    }

    /** {@return a sentence that names the ratio and the worst triad if the comparisons aren't consistent} */
    public List<String> warnings() {
        return isConsistent()
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "pairwise comparisons contradict each other: consistency ratio %.3f is above 0.1, most of all"
                                + " among %s",
                        consistencyRatio,
                        String.join(", ", worstTriad)));
    }
}
