package io.lendcrm.scoring.risk.anomaly;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.time.Instant;
import java.util.Map;

/**
 * A transaction or an application as rules see it. Immutable and thread-safe.
 *
 * @param at when, within [1950-01-01, 2200-01-01) UTC
 * @param client whose
 * @param amount how much, within [0, 1e15], all of a stream in one currency; 0 where there is none
 * @param attributes what it shares with others, by name: {@code counterparty}, {@code device}, {@code phone}, {@code address}; best
 *     as pseudonyms. They are compared and never told
 */
public record Activity(Instant at, ClientId client, double amount, Map<String, String> attributes) {

    private static final Instant FIRST = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final double MOST = 1e15;

    public Activity {
        requireNonNull(at, "at");
        requireNonNull(client, "client");
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
            throw new IllegalArgumentException("at must be within [" + FIRST + ", " + END + "), found " + at);
        }
        if (!(amount >= 0 && amount <= MOST)) {
            throw new IllegalArgumentException("amount must be within [0, " + MOST + "], found " + amount);
        }
        attributes = Map.copyOf(attributes);
    }

    /** {@return when and how much; neither the client nor the attributes} */
    @Override
    public String toString() {
        return "Activity[at=" + at + ", amount=" + amount + ", attributes=" + attributes.size() + "]";
    }
}
