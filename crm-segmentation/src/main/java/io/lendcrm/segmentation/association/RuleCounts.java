package io.lendcrm.segmentation.association;

import java.util.OptionalDouble;
import org.apache.commons.math3.special.Erf;

/**
 * How often the two sides of a rule X → y occur, and all measures that follow from it. With n baskets, P(·) = count
 * / n:
 *
 * <ul>
 *   <li>support P(Xy), coverage P(X), confidence P(Xy) / P(X), lift P(Xy) / (P(X) P(y)), leverage P(Xy) − P(X) P(y);
 *   <li>conviction (1 − P(y)) / (1 − confidence), odds ratio, χ² of the 2 × 2 table without correction;
 *   <li>Kulczynski (P(y|X) + P(X|y)) / 2 and imbalance ratio |P(X) − P(y)| / (P(X) + P(y) − P(Xy)).
 * </ul>
 *
 * <p>Sources: Brin et al. 1997 (lift, conviction), Piatetsky-Shapiro 1991 (leverage), Wu, Chen and Han 2010
 * (Kulczynski, imbalance). Immutable and thread-safe.
 *
 * @param baskets how many baskets, at least 1
 * @param both how many hold X and y, at least 1
 * @param antecedent how many hold X
 * @param consequent how many hold y
 */
public record RuleCounts(long baskets, long both, long antecedent, long consequent) {

    public RuleCounts {
        if (both < 1
                || both > Math.min(antecedent, consequent)
                || antecedent + consequent - both > baskets
                || baskets > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("counts must be those of a 2 x 2 table, found " + both + " of both, "
                    + antecedent + " and " + consequent + " of " + baskets);
        }
    }

    /** {@return the part of baskets with both, above 0 and at most 1} */
    public double support() {
        return (double) both / baskets;
    }

    /** {@return the part of baskets with the antecedent, above 0 and at most 1} */
    public double coverage() {
        return (double) antecedent / baskets;
    }

    /** {@return the part of baskets with the consequent among those with the antecedent, above 0 and at most 1} */
    public double confidence() {
        return (double) both / antecedent;
    }

    /** {@return how many times as often both occur as they would if independent, above 0} */
    public double lift() {
        return (double) both * baskets / ((double) antecedent * consequent);
    }

    /** {@return the part of baskets with both beyond what independence gives, within [−0.25, 0.25]} */
    public double leverage() {
        return (both - (double) antecedent * consequent / baskets) / baskets;
    }

    /** {@return how many times as often the rule would fail if independent; empty if it never fails (infinite)} */
    public OptionalDouble conviction() {
        return both == antecedent
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) (baskets - consequent) * antecedent / ((double) (antecedent - both) * baskets));
    }

    /** {@return χ² with one degree of freedom, at least 0; empty if a side is in all baskets} */
    public OptionalDouble chiSquared() {
        if (antecedent == baskets || consequent == baskets) {
            return OptionalDouble.empty();
        }
        double x = antecedent;
        double y = consequent;
        double difference = both - x * y / baskets;
        double n = baskets;
        return OptionalDouble.of(difference * difference * n * n * n / (x * y * (n - x) * (n - y)));
    }

    /** {@return the two-sided p-value of χ²; 1 if a side is in all baskets, as nothing speaks against independence} */
    public double chiSquaredPValue() {
        OptionalDouble chiSquared = chiSquared();
        return chiSquared.isEmpty() ? 1 : Erf.erfc(Math.sqrt(chiSquared.getAsDouble() / 2));
    }

    /** {@return Fisher's exact one-sided p-value that both occur together as often or more; 0 below 1e−308} */
    public double fisherPValue() {
        return FisherExact.atLeast(baskets, both, antecedent, consequent);
    }

    /** {@return the odds of y with X against those without; empty if it is infinite or 0 / 0} */
    public OptionalDouble oddsRatio() {
        double off = (double) (antecedent - both) * (consequent - both);
        return off == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) both * (baskets - antecedent - consequent + both) / off);
    }

    /** {@return the mean of both conditional probabilities, within (0, 1]; baskets with neither don't matter} */
    public double kulczynski() {
        return (confidence() + (double) both / consequent) / 2;
    }

    /** {@return how unequal the sides are, from 0 (equal) to 1; baskets with neither don't matter} */
    public double imbalanceRatio() {
        return (double) Math.abs(antecedent - consequent) / (antecedent + consequent - both);
    }
}
