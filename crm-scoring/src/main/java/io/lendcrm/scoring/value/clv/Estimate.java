package io.lendcrm.scoring.value.clv;

import io.lendcrm.core.reason.Reason;
import java.util.List;

/**
 * A value with its interval and its reasons. The reasons' contributions add up to the value less its base. Immutable and
 * thread-safe.
 *
 * @param value the expected value
 * @param lower the lower end of the interval
 * @param upper the upper end of the interval
 * @param level the probability with which the interval is to cover the expected value, within (0, 1)
 * @param base the value that the reasons start from
 * @param reasons what moves the value away from its base, the largest move first
 */
public record Estimate(double value, double lower, double upper, double level, double base, List<Reason> reasons) {

    public Estimate {
        reasons = List.copyOf(reasons);
        if (!(lower <= value
                && value <= upper
                && upper < Double.POSITIVE_INFINITY
                && base > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "value must be finite and within [lower=" + lower + ", upper=" + upper + "], found " + value);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        if (!(base < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("base must be finite, found " + base);
        }
    }
}
