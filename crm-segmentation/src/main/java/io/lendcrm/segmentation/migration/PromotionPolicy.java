package io.lendcrm.segmentation.migration;

import io.lendcrm.core.reason.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When a segmentation found anew may take the place of the one in use. Every limit is checked, and each that is broken is a
 * reason against. Immutable and thread-safe.
 *
 * @param minAgreement the least adjusted Rand index of both models on the rows of now, up to 1
 * @param maxMovedByModel the greatest part of clients that the model alone moves, from 0 to 1
 * @param minShare the least part of clients that a segment of now may have, from 0 to 1
 * @param maxShareChange the most by which a segment's part may have changed, from 0 to 1; retired and new ones count with
 *     all they had or have
 * @param maxCentreShift the most by which a segment's centre may have moved, in standard deviations, at least 0
 * @param maxUnassigned the greatest part of the clients in both tables without a segment before or now, from 0 to 1
 */
public record PromotionPolicy(
        double minAgreement,
        double maxMovedByModel,
        double minShare,
        double maxShareChange,
        double maxCentreShift,
        double maxUnassigned) {

    private static final MathContext DIGITS = new MathContext(4);

    public PromotionPolicy {
        if (!(minAgreement <= 1) || minAgreement < -1) {
            throw new IllegalArgumentException("minAgreement must be within [-1, 1], found " + minAgreement);
        }
        requireShare("maxMovedByModel", maxMovedByModel);
        requireShare("minShare", minShare);
        requireShare("maxShareChange", maxShareChange);
        requireShare("maxUnassigned", maxUnassigned);
        if (!(maxCentreShift >= 0)) {
            throw new IllegalArgumentException("maxCentreShift must be at least 0, found " + maxCentreShift);
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + share);
        }
    }

    /**
     * The usual limits, a quarter's worth of change: agreement 0.7, 10 % moved by the model, every segment 2 % of the
     * clients, shares that change by 10 points, centres that move by half a deviation, 5 % without a segment.
     *
     * @return the policy
     */
    public static PromotionPolicy defaults() {
        return new PromotionPolicy(0.7, 0.1, 0.02, 0.1, 0.5, 0.05);
    }

    /**
     * Whether the new segmentation is taken, and why.
     *
     * @param promoted whether it may take the old one's place
     * @param reasons {@code promotion.within-limits} if so; else each limit that is broken, with {@code found} and
     *     {@code limit}, and {@code segment} where it is one segment's
     */
    public record Verdict(boolean promoted, List<Reason> reasons) {
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Judges a migration.
     *
     * @param migration from the segmentation in use to the one found anew
     * @return whether the new one may take the old one's place
     */
    public Verdict judge(SegmentMigration migration) {
        List<Reason> against = new ArrayList<>();
        if (migration.agreement() < minAgreement) {
            against.add(reason("promotion.agreement", migration.agreement(), minAgreement, ""));
        }
        double moved = migration.movedShare(SegmentMove.Cause.MODEL) + migration.movedShare(SegmentMove.Cause.BOTH);
        if (moved > maxMovedByModel) {
            against.add(reason("promotion.moved-by-model", moved, maxMovedByModel, ""));
        }
        double lost = (double) migration.unassigned() / Math.max(1, migration.clients() + migration.unassigned());
        if (lost > maxUnassigned) {
            against.add(reason("promotion.unassigned", lost, maxUnassigned, ""));
        }
        for (SegmentDrift drift : migration.drift()) {
            String segment = drift.segment().value();
            if (drift.status() != SegmentDrift.Status.RETIRED && drift.shareAfter() < minShare) {
                against.add(reason("promotion.small", drift.shareAfter(), minShare, segment));
            }
            double change = Math.abs(drift.shareAfter() - drift.shareBefore());
            if (change > maxShareChange) {
                against.add(reason("promotion.share", change, maxShareChange, segment));
            }
            if (drift.centreShift() > maxCentreShift) {
                against.add(reason("promotion.centre", drift.centreShift(), maxCentreShift, segment));
            }
        }
        return against.isEmpty()
                ? new Verdict(true, List.of(Reason.of("promotion.within-limits", 0)))
                : new Verdict(false, against);
    }

    private static Reason reason(String code, double found, double limit, String segment) {
        return Reason.of(
                code, found - limit, Map.of("found", rounded(found), "limit", rounded(limit), "segment", segment));
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
