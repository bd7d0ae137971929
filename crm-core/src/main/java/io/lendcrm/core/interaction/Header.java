package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all interactions have in common. Immutable and thread-safe.
 *
 * @param id the key that makes appending idempotent
 * @param client whose interaction
 * @param occurredOn the day it happened
 * @param occurredAt the time of that day, or null where the source tells only the day
 * @param recordedAt when it was recorded
 * @param channel the way it took
 * @param source where it comes from
 */
public record Header(
        @Classified(DataClass.ORDINARY) InteractionId id,
        @Classified(DataClass.IDENTIFIER) ClientId client,
        @Classified(DataClass.ORDINARY) LocalDate occurredOn,
        @Classified(DataClass.ORDINARY) @Nullable LocalTime occurredAt,
        @Classified(DataClass.ORDINARY) Instant recordedAt,
        @Classified(DataClass.ORDINARY) Channel channel,
        @Classified(DataClass.ORDINARY) SourceId source) {

    public Header {
        requireNonNull(id, "id");
        requireNonNull(client, "client");
        requireNonNull(occurredOn, "occurredOn");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(channel, "channel");
        requireNonNull(source, "source");
    }

    /**
     * A header of a source that tells only the day.
     *
     * @param id the key
     * @param client whose interaction
     * @param occurredOn the day it happened
     * @param recordedAt when it was recorded
     * @param channel the way it took
     * @return the header, of an unknown source
     */
    public static Header of(
            InteractionId id, ClientId client, LocalDate occurredOn, Instant recordedAt, Channel channel) {
        return new Header(id, client, occurredOn, null, recordedAt, channel, SourceId.UNKNOWN);
    }

    /** {@return the time of the day, if the source tells it} */
    public Optional<LocalTime> time() {
        return Optional.ofNullable(occurredAt);
    }
}
