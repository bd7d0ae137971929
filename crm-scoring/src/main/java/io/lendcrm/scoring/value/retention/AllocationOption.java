package io.lendcrm.scoring.value.retention;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;

/**
 * Something that could be done for a client, wholly or not at all. Several units of effort for one client are several
 * options, each with what that unit adds: with gains that fall from unit to unit, the first ones are taken first. Immutable
 * and thread-safe.
 *
 * @param client for whom
 * @param group what its cap is looked up by, such as a team, a product or a region; may be empty
 * @param gain what it gains, in units of value, finite; one of at most 0 is never taken
 * @param use how much of the capacity it takes, at least 1
 */
public record AllocationOption(ClientId client, String group, double gain, long use) {

    public AllocationOption {
        requireNonNull(client, "client");
        requireNonNull(group, "group");
        if (!Double.isFinite(gain)) {
            throw new IllegalArgumentException("gain must be finite, found " + gain);
        }
        if (use < 1) {
            throw new IllegalArgumentException("use must be at least 1, found " + use);
        }
    }

    /**
     * An option of no group.
     *
     * @param client for whom
     * @param gain what it gains
     * @param use how much of the capacity it takes
     * @return the option
     */
    public static AllocationOption of(ClientId client, double gain, long use) {
        return new AllocationOption(client, "", gain, use);
    }

    /** What it gains a unit of capacity. */
    double marginalGain() {
        return gain / use;
    }

    /** {@return gain and use, without the client} */
    @Override
    public String toString() {
        return "AllocationOption[gain=" + gain + ", use=" + use + "]";
    }
}
