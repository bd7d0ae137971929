package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.ReasonCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How many clients of a cohort had which outcome; the counts add up to the clients that were seen. Immutable and
 * thread-safe.
 *
 * @param observedOn the observation day
 * @param clients how many clients were known on that day
 * @param good how many are good
 * @param bad how many are bad
 * @param indeterminate how many are neither
 * @param excluded how many aren't judged, by reason
 */
public record CohortCounts(
        LocalDate observedOn, long clients, long good, long bad, long indeterminate, Map<ReasonCode, Long> excluded) {

    public CohortCounts {
        requireNonNull(observedOn, "observedOn");
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
        long sum = good + bad + indeterminate;
        for (long count : excluded.values()) {
            sum += count;
        }
        if (sum != clients) {
            throw new IllegalArgumentException(
                    "clients must be good + bad + indeterminate + excluded = " + sum + ", found " + clients);
        }
    }

    /** {@return bad / (good + bad); empty if there is neither} */
    public OptionalDouble badRate() {
        return good + bad == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) bad / (good + bad));
    }

    /** {@return how many aren't judged, all reasons together} */
    public long allExcluded() {
        return clients - good - bad - indeterminate;
    }
}
