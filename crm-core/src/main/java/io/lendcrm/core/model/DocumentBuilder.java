package io.lendcrm.core.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a {@link Document.Tree} member by member. Not thread-safe; confine to one thread. */
public final class DocumentBuilder {

    private final Map<String, Document> members = new LinkedHashMap<>();

    DocumentBuilder() {}

    /**
     * Adds a member.
     *
     * @param name its name, not used before
     * @param value its value
     * @return this
     */
    public DocumentBuilder put(String name, Document value) {
        if (members.put(requireNonNull(name, "name"), requireNonNull(value, "value")) != null) {
            throw new IllegalArgumentException("members must have distinct names, found \"" + name + "\" twice");
        }
        return this;
    }

    /**
     * Adds a text.
     *
     * @param name its name
     * @param value the text
     * @return this
     */
    public DocumentBuilder put(String name, String value) {
        return put(name, new Document.Text(value));
    }

    /**
     * Adds a number.
     *
     * @param name its name
     * @param value the number, finite
     * @return this
     */
    public DocumentBuilder put(String name, double value) {
        return put(name, new Document.Decimal(value));
    }

    /**
     * Adds a whole number.
     *
     * @param name its name
     * @param value the number
     * @return this
     */
    public DocumentBuilder put(String name, long value) {
        return put(name, new Document.Whole(value));
    }

    /**
     * Adds yes or no.
     *
     * @param name its name
     * @param value true for yes
     * @return this
     */
    public DocumentBuilder put(String name, boolean value) {
        return put(name, new Document.Flag(value));
    }

    /**
     * Adds a list of numbers.
     *
     * @param name its name
     * @param values the numbers, finite
     * @return this
     */
    public DocumentBuilder put(String name, double[] values) {
        List<Document> items = new ArrayList<>(values.length);
        for (double value : values) {
            items.add(new Document.Decimal(value));
        }
        return put(name, new Document.Items(items));
    }

    /**
     * Adds a list of texts.
     *
     * @param name its name
     * @param values the texts
     * @return this
     */
    public DocumentBuilder put(String name, List<String> values) {
        return put(
                name,
                new Document.Items(values.stream()
                        .map(v -> (Document) new Document.Text(v))
                        .toList()));
    }

    /** {@return the tree} */
    public Document.Tree build() {
        return new Document.Tree(members);
    }
}
