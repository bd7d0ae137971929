package io.lendcrm.scoring.risk.trees;

import static java.util.Objects.requireNonNull;

/**
 * How the leaves of an ensemble become its margin: {@code base + Σ leaves}, or {@code base + Σ leaves / trees}. Immutable and
 * thread-safe.
 *
 * @param arithmetic the numbers it is computed with
 * @param base what every client gets, finite, a number of the arithmetic
 * @param mean whether the sum is divided by the number of trees, as in a random forest
 * @param link how the margin becomes a prediction
 */
public record TreeSum(Arithmetic arithmetic, double base, boolean mean, Link link) {

    public TreeSum {
        requireNonNull(arithmetic, "arithmetic");
        requireNonNull(link, "link");
        if (!Double.isFinite(base) || arithmetic.round(base) != base) {
            throw new IllegalArgumentException("base must be a finite number of " + arithmetic + ", found " + base);
        }
        base += 0.0;
    }

    /** {@return {@code Σ leaves} in 64 bits, which is the prediction} */
    public static TreeSum defaults() {
        return new TreeSum(Arithmetic.FLOAT64, 0, false, Link.identity());
    }

    /**
     * In another arithmetic.
     *
     * @param other the arithmetic
     * @return the changed sum
     */
    public TreeSum withArithmetic(Arithmetic other) {
        return new TreeSum(other, base, mean, link);
    }

    /**
     * With another base.
     *
     * @param other what every client gets
     * @return the changed sum
     */
    public TreeSum withBase(double other) {
        return new TreeSum(arithmetic, other, mean, link);
    }

    /**
     * The sum or the mean.
     *
     * @param divided whether it is divided by the number of trees
     * @return the changed sum
     */
    public TreeSum withMean(boolean divided) {
        return new TreeSum(arithmetic, base, divided, link);
    }

    /**
     * With another link.
     *
     * @param other how the margin becomes a prediction
     * @return the changed sum
     */
    public TreeSum withLink(Link other) {
        return new TreeSum(arithmetic, base, mean, other);
    }
}
