package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Map;
import java.util.TreeSet;

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
        Requirement.notBlank(type, "type");
        attributes = Map.copyOf(attributes);
    }

    /**
     * An interaction of a type of the lender's own.
     *
     * @param header what all interactions have in common
     * @param type what it is
     * @param attributes its values by name
     * @return the interaction
     */
    public static OtherInteraction of(Header header, String type, Map<String, String> attributes) {
        return new OtherInteraction(header, type, attributes);
    }

    /** {@return the header, the type and the names of its attributes, without their values} */
    @Override
    public String toString() {
        return "OtherInteraction[header=" + header + ", type=" + type + ", attributes="
                + new TreeSet<>(attributes.keySet()) + "]";
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }
}
