package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.profile.StrategyKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether segments can be acted upon: large enough, stable, reachable, and treated otherwise than the others. Immutable and
 * thread-safe.
 *
 * @param minClients the least number of clients, at least 1
 * @param minStability the least stability, such as the mean Jaccard similarity under resampling, from 0 to 1
 * @param minReachable the least part of clients with consent and a channel, from 0 to 1
 */
public record ActionabilityGate(long minClients, double minStability, double minReachable) {

    private static final MathContext DIGITS = new MathContext(4);

    public ActionabilityGate {
        if (minClients < 1) {
            throw new IllegalArgumentException("minClients must be at least 1, found " + minClients);
        }
        requireShare("minStability", minStability);
        requireShare("minReachable", minReachable);
    }

    /** {@return 100 clients, stability 0.75 (Hennig, Computational Statistics and Data Analysis 52, 2007), half reachable} */
    public static ActionabilityGate defaults() {
        return new ActionabilityGate(100, 0.75, 0.5);
    }

    /**
     * What is known of a segment.
     *
     * @param segment the segment
     * @param clients how many clients it has, at least 0
     * @param stability how stable it is, from 0 to 1
     * @param reachable the part of its clients with consent and a channel, from 0 to 1
     * @param strategy what is to be done with it
     */
    public record Candidate(SegmentId segment, long clients, double stability, double reachable, StrategyKey strategy) {
        public Candidate {
            requireNonNull(segment, "segment");
            requireNonNull(strategy, "strategy");
            if (clients < 0) {
                throw new IllegalArgumentException("clients must be at least 0, found " + clients);
            }
            requireShare("stability", stability);
            requireShare("reachable", reachable);
        }
    }

    /**
     * Whether a segment can be acted upon.
     *
     * @param segment the segment
     * @param actionable true if nothing speaks against it
     * @param reasons what speaks against it; {@code actionable.yes} if nothing does
     */
    public record Actionability(SegmentId segment, boolean actionable, List<Reason> reasons) {
        public Actionability {
            requireNonNull(segment, "segment");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Judges segments.
     *
     * @param candidates the segments, all of them, since strategies are compared
     * @return a verdict on each, in their order
     */
    public List<Actionability> judge(List<Candidate> candidates) {
        List<Actionability> verdicts = new ArrayList<>();
        for (Candidate one : candidates) {
            List<Reason> against = new ArrayList<>();
            if (one.clients() < minClients) {
                against.add(against("actionable.small", (double) one.clients(), (double) minClients));
            }
            if (one.stability() < minStability) {
                against.add(against("actionable.unstable", one.stability(), minStability));
            }
            if (one.reachable() < minReachable) {
                against.add(against("actionable.unreachable", one.reachable(), minReachable));
            }
            candidates.stream()
                    .filter(other -> !other.segment().equals(one.segment())
                            && other.strategy().equals(one.strategy()))
                    .forEach(other -> against.add(Reason.of(
                            "actionable.same-strategy",
                            0,
                            Map.of(
                                    "other", other.segment().value(),
                                    "strategy", one.strategy().value()))));
            verdicts.add(new Actionability(
                    one.segment(),
                    against.isEmpty(),
                    against.isEmpty() ? List.of(Reason.of("actionable.yes", 0)) : against));
        }
        return verdicts;
    }

    private static Reason against(String code, double found, double limit) {
        return Reason.of(code, found - limit, Map.of("found", rounded(found), "limit", rounded(limit)));
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + share);
        }
    }
}
