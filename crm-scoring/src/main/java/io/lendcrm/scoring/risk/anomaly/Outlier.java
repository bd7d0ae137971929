package io.lendcrm.scoring.risk.anomaly;

import io.lendcrm.core.reason.Reason;
import java.util.List;

/**
 * How unlike the others a row is. Immutable and thread-safe.
 *
 * @param squaredDistance Mahalanobis' distance, squared, of the values there are; where it is beyond 1e300, at most that
 * @param degrees how many values there are
 * @param pValue the probability of so far a row if rows are normal
 * @param flagged whether it is farther than the cut
 * @param reasons each value's part of the squared distance, which they add up to, the largest first; a part may be negative
 *     where a value is less odd for another's sake
 */
public record Outlier(double squaredDistance, int degrees, double pValue, boolean flagged, List<Reason> reasons) {

    public Outlier {
        if (!(squaredDistance >= 0) || degrees < 0 || !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException(
                    "squaredDistance and degrees must be at least 0 and pValue within [0, 1], found " + squaredDistance
                            + ", " + degrees + " and " + pValue);
        }
        reasons = List.copyOf(reasons);
    }
}
