package io.lendcrm.scoring.risk.scorecard;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far an expert may move a score by judgement, and for what reasons. The move becomes a reason of the score, so that it
 * shows wherever the score does. Immutable and thread-safe.
 *
 * @param mostUp by how many points upwards, at least 0
 * @param mostDown by how many points downwards, at least 0
 * @param codes the reasons that count, at least one
 */
public record OverrideCap(double mostUp, double mostDown, Set<ReasonCode> codes) {

    public OverrideCap {
        codes = java.util.Collections.unmodifiableSet(new TreeSet<>(codes));
        if (!(mostUp >= 0 && mostUp < Double.POSITIVE_INFINITY)
                || !(mostDown >= 0 && mostDown < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "mostUp and mostDown must be finite and at least 0, found " + mostUp + " and " + mostDown);
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("codes must be at least one, found none");
        }
    }

    /**
     * Moves a score.
     *
     * @param score the score
     * @param points by how much, within [−mostDown, mostUp]
     * @param because why, one of {@link #codes()}
     * @return the moved score with the move as its last reason
     * @throws IllegalArgumentException if the move is beyond the cap, not a number, or for another reason; or if the score was
     *     moved already
     */
    public Score.Scored apply(Score.Scored score, double points, ReasonCode because) {
        requireNonNull(score, "score");
        if (!(points >= -mostDown && points <= mostUp)) {
            throw new IllegalArgumentException(
                    "points must be within [" + -mostDown + ", " + mostUp + "], found " + points);
        }
        if (!codes.contains(requireNonNull(because, "because"))) {
            throw new IllegalArgumentException("because must be one of " + codes + ", found " + because);
        }
        if (score.reasons().stream().anyMatch(reason -> codes.contains(reason.code()))) {
            throw new IllegalArgumentException("score must not be moved twice");
        }
        List<Reason> reasons = new ArrayList<>(score.reasons());
        reasons.add(new Reason(because, points, Map.of()));
        return new Score.Scored(score.client(), score.value() + points, score.base(), reasons, score.model());
    }
}
