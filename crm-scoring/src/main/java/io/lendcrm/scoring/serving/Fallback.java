package io.lendcrm.scoring.serving;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.Scorer;

/**
 * Who answers if the scorer that should is late or fails, and the reason to tell. Immutable and thread-safe.
 *
 * @param scorer answers in the caller's thread, so it must be quick: a card in memory, say
 * @param reason is told with every answer of it
 */
public record Fallback(Scorer scorer, ReasonCode reason) {
    public Fallback {
        requireNonNull(scorer, "scorer");
        requireNonNull(reason, "reason");
    }
}
