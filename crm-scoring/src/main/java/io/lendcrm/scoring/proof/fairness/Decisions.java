package io.lendcrm.scoring.proof.fairness;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decisions, a row a client: favourable (approved, offered the better price) or not, and if known whether the client
 * turned out good. Outcomes of clients that were declined are seldom known; unknown ones say so and enter no measure
 * that needs them. Immutable and thread-safe.
 */
public final class Decisions {

    private final boolean[] favourable;
    private final byte[] outcome;
    private final double[] weight;

    private Decisions(boolean[] favourable, byte[] outcome, double[] weight) {
        this.favourable = favourable;
        this.outcome = outcome;
        this.weight = weight;
    }

    /**
     * Decisions whose outcomes nobody knows yet, each of weight 1.
     *
     * @param favourable whether each row's decision was in the client's favour
     * @return the decisions
     */
    public static Decisions of(boolean[] favourable) {
        double[] weight = new double[favourable.length];
        Arrays.fill(weight, 1);
        return new Decisions(favourable.clone(), new byte[favourable.length], weight);
    }

    /**
     * Approvals by a cut-off.
     *
     * @param score the larger the better, none {@code NaN}
     * @param cut from which score on clients are approved
     * @return the decisions
     * @throws IllegalArgumentException if a score is {@code NaN}; its row is named, from 1
     */
    public static Decisions from(double[] score, double cut) {
        boolean[] approved = new boolean[score.length];
        for (int row = 0; row < score.length; row++) {
            if (Double.isNaN(score[row])) {
                throw new IllegalArgumentException("score must be a number, found NaN in row " + (row + 1));
            }
            approved[row] = score[row] >= cut;
        }
        return of(approved);
    }

    /**
     * The same decisions with the outcomes of all rows.
     *
     * @param good whether each client turned out good
     * @return the decisions
     */
    public Decisions withOutcomes(boolean[] good) {
        boolean[] known = new boolean[good.length];
        Arrays.fill(known, true);
        return withOutcomes(good, known);
    }

    /**
     * The same decisions with the outcomes of some rows.
     *
     * @param good whether each client turned out good
     * @param known whether that is known; else {@code good} isn't read
     * @return the decisions
     */
    public Decisions withOutcomes(boolean[] good, boolean[] known) {
        sameLength("good", good.length);
        sameLength("known", known.length);
        byte[] outcomes = new byte[good.length];
        for (int row = 0; row < good.length; row++) {
            outcomes[row] = (byte) (!known[row] ? 0 : good[row] ? 1 : 2);
        }
        return new Decisions(favourable, outcomes, weight);
    }

    /**
     * The same decisions with weights, such as of a sample drawn unevenly. Intervals then go by the effective number of
     * rows, {@code (Σw)² / Σw²} (Kish 1965), smallest cells by the rows themselves.
     *
     * @param weights each row's weight, finite and above 0
     * @return the decisions
     */
    public Decisions withWeights(double[] weights) {
        sameLength("weights", weights.length);
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] > 0 && weights[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weight must be finite and above 0, found " + weights[row] + " in row " + (row + 1));
            }
        }
        return new Decisions(favourable, outcome, weights.clone());
    }

    private void sameLength(String what, int length) {
        if (length != favourable.length) {
            throw new IllegalArgumentException(what + " must have " + favourable.length + " rows, found " + length);
        }
    }

    /** {@return how many rows} */
    public int rows() {
        return favourable.length;
    }

    boolean favourable(int row) {
        return favourable[row];
    }

    boolean known(int row) {
        return outcome[row] != 0;
    }

    boolean good(int row) {
        return outcome[row] == 1;
    }

    double weight(int row) {
        return weight[row];
    }

    /** Equal if all rows are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decisions that
                && Arrays.equals(favourable, that.favourable)
                && Arrays.equals(outcome, that.outcome)
                && Arrays.equals(weight, that.weight);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(favourable) + Arrays.hashCode(outcome);
    }

    /** {@return how many rows} */
    @Override
    public String toString() {
        return "Decisions[" + favourable.length + " rows]";
    }
}
