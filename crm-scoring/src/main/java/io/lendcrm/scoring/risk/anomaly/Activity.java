package io.lendcrm.scoring.risk.anomaly;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.time.Instant;
import java.util.Map;

/**
 * A transaction or an application as rules see it. Immutable and thread-safe.
 *
 * @param at when
 * @param client whose
 * @param amount how much, at least 0, all of a stream in one currency; 0 where there is none
 * @param attributes what it shares with others, by name: {@code counterparty}, {@code device}, {@code phone}, {@code address}; best
 *     as pseudonyms. They are compared and never told
 */
public record Activity(Instant at, ClientId client, double amount, Map<String, String> attributes) {

    public Activity {
        requireNonNull(at, "at");
        requireNonNull(client, "client");
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("amount must be finite and at least 0, found " + amount);
        }
        attributes = Map.copyOf(attributes);
    }

    /** {@return when and how much; neither the client nor the attributes} */
    @Override
    public String toString() {
        return "Activity[at=" + at + ", amount=" + amount + ", attributes=" + attributes.size() + "]";
    }
}
