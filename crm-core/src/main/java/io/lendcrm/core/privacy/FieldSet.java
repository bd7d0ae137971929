package io.lendcrm.core.privacy;

import java.util.Set;
import java.util.TreeSet;

/**
 * The fields a read touches, by name, such as {@code individual.income} or {@code transaction.amount}. Immutable and
 * thread-safe.
 *
 * @param names the names
 */
public record FieldSet(Set<String> names) {

    public FieldSet {
        names = Set.copyOf(names);
    }

    /**
     * A set of names.
     *
     * @param names the names
     * @return the set
     */
    public static FieldSet of(String... names) {
        return new FieldSet(Set.of(names));
    }

    /**
     * The union.
     *
     * @param other more fields
     * @return the fields of both
     */
    public FieldSet plus(FieldSet other) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(other.names);
        return new FieldSet(all);
    }
}
