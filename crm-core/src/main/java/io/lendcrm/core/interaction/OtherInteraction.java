package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Map;

/**
 * Anything the other kinds don't cover. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param type what it is
 * @param attributes its values by name
 */
public record OtherInteraction(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String type,
        @Classified(DataClass.SENSITIVE) Map<String, String> attributes)
        implements Interaction {

    public OtherInteraction {
        requireNonNull(header, "header");
        requireNonNull(type, "type");
        attributes = Map.copyOf(attributes);
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }
}
