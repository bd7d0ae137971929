package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;

/**
 * For how long a client has been there. Immutable and thread-safe.
 *
 * @param length how many units, finite and at least 0
 * @param unit the unit
 */
public record Tenure(double length, CalendarUnit unit) {

    public Tenure {
        requireNonNull(unit, "unit");
        if (!(length >= 0) || length == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("tenure must be finite and at least 0, found " + length);
        }
    }

    /**
     * The same tenure counted in another unit.
     *
     * @param other the unit
     * @return how many of it
     */
    public double in(CalendarUnit other) {
        return new Horizon(length, unit).in(other);
    }
}
