package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A question of a client. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param topic what about
 * @param product which product; null if none
 * @param outcome what came of it; null if open
 */
public record Inquiry(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String topic,
        @Classified(DataClass.ORDINARY) @Nullable String product,
        @Classified(DataClass.ORDINARY) @Nullable String outcome)
        implements Interaction {

    public Inquiry {
        requireNonNull(header, "header");
        requireNonNull(topic, "topic");
    }

    @Override
    public Kind kind() {
        return Kind.INQUIRY;
    }
}
