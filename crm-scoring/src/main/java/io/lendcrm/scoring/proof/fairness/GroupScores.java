package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.Calibration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The probabilities of a group beside what came of them and beside those of the reference group. Immutable and
 * thread-safe.
 *
 * @param group the group
 * @param whole all its rows as one: how many, how many bad, the mean of their probabilities
 * @param bins its rows by the bins of the whole population, those without a row left out
 * @param auc how well the score ranks within the group, null with fewer bads or goods than the smallest cell
 * @param ks the largest distance of its score distribution to the reference's, within [0, 1]; 0 of the reference itself
 * @param wasserstein the area between the two distributions, in units of the score: how far scores would have to move on
 *     average to make them equal; 0 of the reference itself
 * @param calibration whether the level fits: {@link Evidence#WITHIN_LIMIT} if the mean probability lies in the interval of
 *     the bad rate, {@link Evidence#BEYOND_LIMIT} if outside, and nothing is said below the smallest cell
 */
public record GroupScores(
        String group,
        Calibration.Group whole,
        List<Bin> bins,
        @Nullable Auc auc,
        double ks,
        double wasserstein,
        Evidence calibration) {

    public GroupScores {
        requireNonNull(group, "group");
        requireNonNull(whole, "whole");
        bins = List.copyOf(bins);
        requireNonNull(calibration, "calibration");
    }

    /**
     * Rows of a group in a bin of the score. Immutable and thread-safe.
     *
     * @param place which bin, from 0, in ascending order of the probability
     * @param rows how many rows, how many bad, the mean of their probabilities
     * @param badRate the bad rate with its interval, null below the smallest cell
     */
    public record Bin(
            int place, Calibration.Group rows, @Nullable Interval badRate) {

        public Bin {
            requireNonNull(rows, "rows");
        }

        /** {@return the bad rate with its interval (Jeffreys), or empty if there is not enough data} */
        public Optional<Interval> estimate() {
            return Optional.ofNullable(badRate);
        }
    }

    /** {@return how well the score ranks within the group, or empty if there is not enough data} */
    public Optional<Auc> ranking() {
        return Optional.ofNullable(auc);
    }
}
