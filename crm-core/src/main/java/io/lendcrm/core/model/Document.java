package io.lendcrm.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stored value as a tree of plain values, the shape of JSON without its text. Read a {@link Tree} through
 * {@link DocumentReader}, which names the place of every fault. Immutable and thread-safe.
 */
public sealed interface Document {

    /**
     * Named members in order.
     *
     * @param members the members by name
     */
    record Tree(Map<String, Document> members) implements Document {
        public Tree {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * A list.
     *
     * @param items the items in order
     */
    record Items(List<Document> items) implements Document {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements Document {
        public Text {
            requireNonNull(value, "value");
        }
    }

    /**
     * A number that isn't whole, or needn't be. Finite.
     *
     * @param value the number
     */
    record Decimal(double value) implements Document {
        public Decimal {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a stored number must be finite, found " + value);
            }
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements Document {}

    /**
     * Yes or no.
     *
     * @param value true for yes
     */
    record Flag(boolean value) implements Document {}

    /** {@return an empty tree to add members to} */
    static DocumentBuilder tree() {
        return new DocumentBuilder();
    }
}
