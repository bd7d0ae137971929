package io.lendcrm.scoring.value.tier;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.ValueTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client's tier on a day, all that {@link TierPolicy} needs to go on from there, and why it is so. Immutable and
 * thread-safe.
 *
 * @param tier the tier
 * @param since the day the client came into it
 * @param day the day of the last score
 * @param next the tier the client is on the way to, the least far it was since; null if on none
 * @param nextSince since when it is on the way; null if it isn't
 * @param reason why: {@code tier.first}, {@code tier.stayed}, {@code tier.within-margin}, {@code tier.waiting} or
 *     {@code tier.moved}; its contribution is the number of tiers moved, negative downwards
 */
public record TierState(
        ValueTier tier,
        LocalDate since,
        LocalDate day,
        @Nullable ValueTier next,
        @Nullable LocalDate nextSince,
        Reason reason) {

    public TierState {
        requireNonNull(tier, "tier");
        requireNonNull(since, "since");
        requireNonNull(day, "day");
        requireNonNull(reason, "reason");
        if ((next == null) != (nextSince == null) || next == tier) {
            throw new IllegalArgumentException("next must be another tier with its day, or neither, found " + next);
        }
        if (since.isAfter(day) || (nextSince != null && nextSince.isAfter(day))) {
            throw new IllegalArgumentException("since and nextSince must not be after day=" + day);
        }
    }

    /** {@return whether the last score moved the client} */
    public boolean moved() {
        return reason.contribution() != 0;
    }
}
