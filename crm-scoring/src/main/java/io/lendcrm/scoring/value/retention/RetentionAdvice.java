package io.lendcrm.scoring.value.retention;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import java.util.List;

/**
 * Whether to try to keep a client. Immutable and thread-safe.
 *
 * @param client who may leave
 * @param action what would be done, such as an offer's name
 * @param expectedGain what it is expected to gain over doing nothing, in units of money
 * @param reasons what the gain is made of, the greatest part first: contributions add up to it
 */
public record RetentionAdvice(ClientId client, String action, double expectedGain, List<Reason> reasons) {

    public RetentionAdvice {
        requireNonNull(client, "client");
        requireNonNull(action, "action");
        reasons = List.copyOf(reasons);
        if (!Double.isFinite(expectedGain)) {
            throw new IllegalArgumentException("expectedGain must be finite, found " + expectedGain);
        }
    }

    /** {@return whether it gains more than it costs} */
    public boolean isWorthwhile() {
        return expectedGain > 0;
    }
}
