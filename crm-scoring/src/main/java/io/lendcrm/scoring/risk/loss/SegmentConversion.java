package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;

/**
 * The credit conversion factor of a segment. Immutable and thread-safe.
 *
 * @param segment its name
 * @param counted how many drawdowns count
 * @param undefined how many have no factor, as nothing was left to draw
 * @param mean the average of the realised factors with the interval of Student's t
 */
public record SegmentConversion(String segment, long counted, long undefined, Interval mean) {

    public SegmentConversion {
        requireNonNull(segment, "segment");
        requireNonNull(mean, "mean");
        if (counted < 2 || undefined < 0) {
            throw new IllegalArgumentException(
                    "counted must be at least 2 and undefined at least 0, found " + counted + " and " + undefined);
        }
    }
}
