package io.lendcrm.scoring.risk.anomaly;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;

/**
 * A rule that an activity breaks, with the evidence. It names neither client nor attribute values. Immutable and thread-safe.
 *
 * @param rule the name of the rule
 * @param value what was found
 * @param threshold the greatest value, or for amounts with somebody new the least, that decides
 * @param reason the evidence in words
 */
public record Flag(String rule, double value, double threshold, Reason reason) {

    public Flag {
        requireNonNull(rule, "rule");
        requireNonNull(reason, "reason");
    }
}
