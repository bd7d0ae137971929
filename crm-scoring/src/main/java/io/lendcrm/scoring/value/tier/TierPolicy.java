package io.lendcrm.scoring.value.tier;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.ValueTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a score moves a client to another tier. A tier begins at its cut. Up goes a client whose score is at least a higher
 * tier's cut plus the margin, down one whose score is below its own tier's cut less the margin, each once that was so at
 * every score for {@code dwellDays}; it goes as far as the least far of those scores. Equal scores on equal days always
 * give equal tiers. Immutable and thread-safe.
 *
 * @param medium the cut of {@link ValueTier#MEDIUM}
 * @param high the cut of {@link ValueTier#HIGH}
 * @param top the cut of {@link ValueTier#TOP}
 * @param margin by how much a cut must be passed, in the score's unit; at least 0
 * @param dwellDays for how many days, at least 0; with 0 a client moves at once
 */
public record TierPolicy(double medium, double high, double top, double margin, int dwellDays) {

    private static final List<ValueTier> RISING =
            List.of(ValueTier.LOW, ValueTier.MEDIUM, ValueTier.HIGH, ValueTier.TOP);

    public TierPolicy {
        if (!Double.isFinite(medium) || !Double.isFinite(top) || !(medium < high && high < top)) {
            throw new IllegalArgumentException(
                    "cuts must be finite and rise, found " + medium + ", " + high + " and " + top);
        }
        if (!(margin >= 0 && Double.isFinite(margin))) {
            throw new IllegalArgumentException("margin must be finite and at least 0, found " + margin);
        }
        if (dwellDays < 0) {
            throw new IllegalArgumentException("dwellDays must be at least 0, found " + dwellDays);
        }
    }

    /**
     * Tiers without margin and dwell.
     *
     * @param medium the cut of {@link ValueTier#MEDIUM}
     * @param high the cut of {@link ValueTier#HIGH}
     * @param top the cut of {@link ValueTier#TOP}
     * @return the policy
     */
    public static TierPolicy of(double medium, double high, double top) {
        return new TierPolicy(medium, high, top, 0, 0);
    }

    /**
     * With a margin.
     *
     * @param newMargin by how much a cut must be passed
     * @return the policy
     */
    public TierPolicy withMargin(double newMargin) {
        return new TierPolicy(medium, high, top, newMargin, dwellDays);
    }

    /**
     * With a dwell.
     *
     * @param days for how many days
     * @return the policy
     */
    public TierPolicy withDwell(int days) {
        return new TierPolicy(medium, high, top, margin, days);
    }

    /**
     * The tier that a score alone gives.
     *
     * @param score the score, finite
     * @return the highest tier whose cut it reaches
     */
    public ValueTier tier(double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("score must be finite, found " + score);
        }
        return reached(score, 0);
    }

    private ValueTier reached(double score, double offset) {
        return score >= top + offset
                ? ValueTier.TOP
                : score >= high + offset ? ValueTier.HIGH : score >= medium + offset ? ValueTier.MEDIUM : ValueTier.LOW;
    }

    private double cut(ValueTier tier) {
        return tier == ValueTier.TOP ? top : tier == ValueTier.HIGH ? high : medium;
    }

    /**
     * A client's first tier.
     *
     * @param day the day of the score
     * @param score the score, finite
     * @return its state
     */
    public TierState first(LocalDate day, double score) {
        ValueTier tier = tier(score);
        return new TierState(tier, day, day, null, null, reason("tier.first", tier, score, 0, Map.of()));
    }

    /**
     * A client's tier after its next score.
     *
     * @param before its state
     * @param day the day of the score, not before the last
     * @param score the score, finite
     * @return its state now, with the reason
     */
    public TierState next(TierState before, LocalDate day, double score) {
        if (day.isBefore(before.day())) {
            throw new IllegalArgumentException("day must not be before " + before.day() + ", found " + day);
        }
        ValueTier raw = tier(score);
        ValueTier now = before.tier();
        ValueTier up = reached(score, margin);
        ValueTier down = reached(score, -margin);
        ValueTier aim = up.compareTo(now) > 0 ? up : down.compareTo(now) < 0 ? down : now;
        if (aim == now) {
            Reason reason = raw == now
                    ? reason("tier.stayed", now, score, 0, Map.of())
                    : reason("tier.within-margin", now, score, 0, Map.of("cut", plain(crossed(now, raw))));
            return new TierState(now, before.since(), day, null, null, reason);
        }
        ValueTier next = nearer(now, aim, before.next());
        LocalDate kept = before.next() != null && sameSide(now, aim, before.next()) ? before.nextSince() : null;
        LocalDate since = kept == null ? day : kept;
        long days = ChronoUnit.DAYS.between(since, day);
        Map<String, String> waited = new LinkedHashMap<>();
        waited.put("days", Long.toString(days));
        if (days < dwellDays) {
            waited.put("next", next.name());
            waited.put("dwell", Integer.toString(dwellDays));
            return new TierState(now, before.since(), day, next, since, reason("tier.waiting", now, score, 0, waited));
        }
        waited.put("previous", now.name());
        waited.put("cut", plain(crossed(now, next)));
        int steps = RISING.indexOf(next) - RISING.indexOf(now);
        return new TierState(next, day, day, null, null, reason("tier.moved", next, score, steps, waited));
    }

    private static boolean sameSide(ValueTier now, ValueTier aim, ValueTier pending) {
        return (aim.compareTo(now) > 0) == (pending.compareTo(now) > 0);
    }

    /** Of where the score aims and where it aimed so far, what is less far. */
    private static ValueTier nearer(ValueTier now, ValueTier aim, @Nullable ValueTier pending) {
        if (pending == null || !sameSide(now, aim, pending)) {
            return aim;
        }
        boolean upwards = aim.compareTo(now) > 0;
        return (aim.compareTo(pending) < 0) == upwards ? aim : pending;
    }

    /** The last cut between two tiers, seen from the first. */
    private double crossed(ValueTier from, ValueTier to) {
        return to.compareTo(from) > 0 ? cut(to) : cut(RISING.get(RISING.indexOf(to) + 1));
    }

    private Reason reason(String code, ValueTier tier, double score, int steps, Map<String, String> more) {
        Map<String, String> arguments = new LinkedHashMap<>(more);
        arguments.put("tier", tier.name());
        arguments.put("score", plain(score));
        arguments.put("margin", plain(margin));
        return Reason.of(code, steps, arguments);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
