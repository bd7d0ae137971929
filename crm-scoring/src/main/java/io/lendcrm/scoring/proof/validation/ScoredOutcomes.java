package io.lendcrm.scoring.proof.validation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores beside what came of them, a row a client: bad (default, churn, response) or not. The larger the score, the more
 * likely the bad; {@link #ofGoodness} turns a score that runs the other way. Immutable and thread-safe.
 */
public final class ScoredOutcomes {

    private final double[] score;
    private final boolean[] bad;
    private final int bads;

    private ScoredOutcomes(double[] score, boolean[] bad) {
        this.score = score;
        this.bad = bad;
        int count = 0;
        for (boolean b : bad) {
            count += b ? 1 : 0;
        }
        this.bads = count;
        if (bads == 0 || bads == bad.length) {
            throw new IllegalArgumentException(
                    "outcomes must have both goods and bads, found " + bads + " bads among " + bad.length + " rows");
        }
    }

    /**
     * Scores of risk: probabilities or margins of the bad.
     *
     * @param score the scores, none {@code NaN}; infinite ones rank as they are
     * @param bad what came of them
     * @return the scored outcomes
     * @throws IllegalArgumentException if lengths differ, a score is {@code NaN} (its row is named, from 1), or one of the
     *     two outcomes is missing
     */
    public static ScoredOutcomes ofRisk(double[] score, boolean[] bad) {
        return new ScoredOutcomes(checked(score, bad).clone(), bad.clone());
    }

    /**
     * Scores of goodness: points of a card, where more is better. They are negated.
     *
     * @param score the scores, none {@code NaN}
     * @param bad what came of them
     * @return the scored outcomes
     * @throws IllegalArgumentException as {@link #ofRisk}
     */
    public static ScoredOutcomes ofGoodness(double[] score, boolean[] bad) {
        double[] risk = checked(score, bad).clone();
        for (int row = 0; row < risk.length; row++) {
            risk[row] = 0.0 - risk[row];
        }
        return new ScoredOutcomes(risk, bad.clone());
    }

    private static double[] checked(double[] score, boolean[] bad) {
        if (score.length != bad.length) {
            throw new IllegalArgumentException("bad must have " + score.length + " rows, found " + bad.length);
        }
        for (int row = 0; row < score.length; row++) {
            if (Double.isNaN(score[row])) {
                throw new IllegalArgumentException("score must be a number, found NaN in row " + (row + 1));
            }
        }
        return score;
    }

    /** {@return how many rows} */
    public int size() {
        return score.length;
    }

    /** {@return how many of them are bad} */
    public int bads() {
        return bads;
    }

    /** {@return how many of them are good} */
    public int goods() {
        return score.length - bads;
    }

    /**
     * A row's score of risk.
     *
     * @param row from 0
     * @return the score, the larger the riskier
     */
    public double score(int row) {
        return score[row];
    }

    /**
     * Whether a row is bad.
     *
     * @param row from 0
     * @return what came of it
     */
    public boolean bad(int row) {
        return bad[row];
    }

    /** All rows in ascending order of their scores. */
    SortedOutcomes sorted() {
        return SortedOutcomes.of(score, bad);
    }

    /**
     * The area under the receiver operating characteristic alone: the value of {@link RocCurve#auc}, bit by bit, without the
     * curve and without its variance, in a fraction of their time and memory.
     *
     * @return the probability that a bad has a larger score than a good, ties half
     */
    public double area() {
        return sorted().twiceInOrder() / (2 * (double) goods() * bads());
    }

    /** Equal if all rows are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoredOutcomes that && Arrays.equals(score, that.score) && Arrays.equals(bad, that.bad);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(score) + Arrays.hashCode(bad);
    }

    /** {@return how many rows and bads} */
    @Override
    public String toString() {
        return "ScoredOutcomes[" + size() + " rows, " + bads + " bads]";
    }
}
