package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;

/**
 * The loss given default of a segment. Immutable and thread-safe.
 *
 * @param segment its name
 * @param closed how many closed workouts count
 * @param open how many open ones count, by the fitter's rule
 * @param excluded how many open ones don't
 * @param mean the long-run average, every default counting once, with the interval of Student's t; of no width if all
 *     are equal
 * @param exposureWeighted the average weighted by exposure, for comparison only
 * @param upperBound the average if no open workout brought anything more, excluded ones counted
 */
public record SegmentLoss(
        String segment,
        long closed,
        long open,
        long excluded,
        Interval mean,
        double exposureWeighted,
        double upperBound) {

    public SegmentLoss {
        requireNonNull(segment, "segment");
        requireNonNull(mean, "mean");
        if (closed < 0 || open < 0 || excluded < 0 || closed + open < 2) {
            throw new IllegalArgumentException("counts must be at least 0 and closed + open at least 2, found " + closed
                    + ", " + open + " and " + excluded);
        }
        if (!Double.isFinite(exposureWeighted) || !Double.isFinite(upperBound)) {
            throw new IllegalArgumentException(
                    "averages must be finite, found " + exposureWeighted + " and " + upperBound);
        }
    }
}
