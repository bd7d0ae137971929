package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * A visit to a web site or an application, or a registration there. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param page what was visited
 */
public record Visit(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String page) implements Interaction {

    public Visit {
        requireNonNull(header, "header");
        Requirement.notBlank(page, "page");
    }

    /**
     * A visit.
     *
     * @param header what all interactions have in common
     * @param page what was visited, such as {@code registration}
     * @return the visit
     */
    public static Visit of(Header header, String page) {
        return new Visit(header, page);
    }

    @Override
    public Kind kind() {
        return Kind.VISIT;
    }
}
