package io.lendcrm.scoring.risk.grade;

import java.util.Arrays;

/**
 * How unevenly a book is spread over its grades, sectors or clients. Immutable and thread-safe.
 *
 * @param parts how many parts, above 0
 * @param herfindahl the sum of squared shares (Herfindahl-Hirschman), within [1/parts, 1]
 * @param gini of the shares, 0 where all are equal, below 1
 * @param entropy {@code -Σ s ln s}, at most {@code ln parts}
 * @param largest the largest share
 */
public record Concentration(int parts, double herfindahl, double gini, double entropy, double largest) {

    /**
     * The concentration of exposures or numbers.
     *
     * @param amounts of each part, finite and not negative, one of them above 0
     * @return the concentration
     * @throws IllegalArgumentException if an amount isn't so; its place is named, from 1
     */
    public static Concentration of(double... amounts) {
        double total = 0;
        for (int i = 0; i < amounts.length; i++) {
            if (!(amounts[i] >= 0 && amounts[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "amount " + (i + 1) + " must be finite and not negative, found " + amounts[i]);
            }
            total += amounts[i];
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("amounts must have a finite sum above 0, found " + total);
        }
        double[] shares = amounts.clone();
        Arrays.sort(shares);
        double herfindahl = 0;
        double entropy = 0;
        double ranked = 0;
        for (int i = 0; i < shares.length; i++) {
            double share = shares[i] / total;
            herfindahl += share * share;
            entropy -= share > 0 ? share * Math.log(share) : 0;
            ranked += (2.0 * (i + 1) - shares.length - 1) * share;
        }
        return new Concentration(
                shares.length, herfindahl, ranked / shares.length, entropy, shares[shares.length - 1] / total);
    }

    /** {@return the index put on a scale from 0, all equal, to 1, all in one; 1 where there is one part} */
    public double normalisedHerfindahl() {
        return parts == 1 ? 1 : (herfindahl - 1.0 / parts) / (1 - 1.0 / parts);
    }

    /** {@return how many equal parts would be as concentrated} */
    public double effectiveNumber() {
        return 1 / herfindahl;
    }
}
