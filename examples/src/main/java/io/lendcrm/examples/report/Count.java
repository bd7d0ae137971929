package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

/**
 * How many there are of a named kind. Immutable and thread-safe.
 *
 * @param name the kind
 * @param count how many, at least 0
 */
public record Count(Text name, long count) {
    public Count {
        requireNonNull(name, "name");
        Require.count(count, "count");
    }
}
