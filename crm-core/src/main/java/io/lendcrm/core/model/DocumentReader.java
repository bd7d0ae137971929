package io.lendcrm.core.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the members of a tree, each by its type, and names the place of every fault. Call {@link #end()} after the last
 * member: a member nobody asked for is a fault too. Not thread-safe; confine to one thread.
 */
public final class DocumentReader {

    private final Document.Tree tree;
    private final String where;
    private final Set<String> asked = new LinkedHashSet<>();

    private DocumentReader(Document.Tree tree, String where) {
        this.tree = requireNonNull(tree, "tree");
        this.where = requireNonNull(where, "where");
    }

    /**
     * A reader of a tree.
     *
     * @param tree the tree
     * @param where its place in the whole document, such as {@code $.model}
     * @return the reader
     */
    public static DocumentReader of(Document.Tree tree, String where) {
        return new DocumentReader(tree, where);
    }

    /**
     * Whether a member is there.
     *
     * @param name its name
     * @return true if so
     */
    public boolean has(String name) {
        asked.add(name);
        return tree.members().containsKey(name);
    }

    /**
     * Whether a member is there and a text.
     *
     * @param name its name
     * @return true if so
     */
    public boolean isText(String name) {
        asked.add(name);
        return tree.members().get(name) instanceof Document.Text;
    }

    /**
     * A text.
     *
     * @param name its name
     * @return the text
     * @throws ModelFormatException if it is missing or something else
     */
    public String text(String name) {
        return as(name, member(name), Document.Text.class, "a text").value();
    }

    /**
     * A number.
     *
     * @param name its name
     * @return the number
     * @throws ModelFormatException if it is missing or something else
     */
    public double decimal(String name) {
        return decimal(name, member(name));
    }

    /**
     * A whole number.
     *
     * @param name its name
     * @return the number
     * @throws ModelFormatException if it is missing or something else
     */
    public long whole(String name) {
        return as(name, member(name), Document.Whole.class, "a whole number").value();
    }

    /**
     * Yes or no.
     *
     * @param name its name
     * @return true for yes
     * @throws ModelFormatException if it is missing or something else
     */
    public boolean flag(String name) {
        return as(name, member(name), Document.Flag.class, "true or false").value();
    }

    /**
     * A list of numbers.
     *
     * @param name its name
     * @return the numbers
     * @throws ModelFormatException if it is missing or something else
     */
    public double[] decimals(String name) {
        List<Document> items =
                as(name, member(name), Document.Items.class, "a list").items();
        double[] values = new double[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = decimal(name + "[" + i + "]", items.get(i));
        }
        return values;
    }

    /**
     * A list of texts.
     *
     * @param name its name
     * @return the texts
     * @throws ModelFormatException if it is missing or something else
     */
    public List<String> texts(String name) {
        List<Document> items =
                as(name, member(name), Document.Items.class, "a list").items();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            values.add(as(name + "[" + i + "]", items.get(i), Document.Text.class, "a text")
                    .value());
        }
        return values;
    }

    /**
     * A tree within.
     *
     * @param name its name
     * @return a reader of it
     * @throws ModelFormatException if it is missing or something else
     */
    public DocumentReader tree(String name) {
        return of(as(name, member(name), Document.Tree.class, "an object"), where + "." + name);
    }

    /**
     * A list of trees, each read by a function.
     *
     * @param <T> what the function makes
     * @param name its name
     * @param read makes a value of a tree
     * @return the values
     * @throws ModelFormatException if it is missing or something else
     */
    public <T> List<T> trees(String name, Function<DocumentReader, T> read) {
        List<Document> items =
                as(name, member(name), Document.Items.class, "a list").items();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = name + "[" + i + "]";
            DocumentReader reader = of(as(at, items.get(i), Document.Tree.class, "an object"), where + "." + at);
            values.add(read.apply(reader));
            reader.end();
        }
        return values;
    }

    /** {@return the tree itself, for another reader} */
    public Document.Tree whole() {
        return tree;
    }

    /** {@return the names of all members, taken as asked for} */
    public Set<String> names() {
        asked.addAll(tree.members().keySet());
        return tree.members().keySet();
    }

    /**
     * Builds a value of what was read and turns a refusal of its constructor into a fault of this place.
     *
     * @param <T> the value
     * @param build makes it
     * @return the value
     * @throws ModelFormatException if a part is out of range
     */
    public <T> T build(java.util.function.Supplier<T> build) {
        try {
            return build.get();
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new ModelFormatException(where, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A fault of a member that was read, but can't be used.
     *
     * @param name its name
     * @param problem what was expected
     * @return the exception to throw
     */
    public ModelFormatException fault(String name, String problem) {
        return new ModelFormatException(where + "." + name, problem);
    }

    /**
     * Ends the reading.
     *
     * @throws ModelFormatException if there is a member that nobody asked for
     */
    public void end() {
        Optional<String> unknown = tree.members().keySet().stream()
                .filter(name -> !asked.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            throw new ModelFormatException(where, "unknown property \"" + unknown.get() + "\"; known are " + asked);
        }
    }

    private Document member(String name) {
        asked.add(name);
        Document member = tree.members().get(name);
        if (member == null) {
            throw new ModelFormatException(where, "property \"" + name + "\" is missing");
        }
        return member;
    }

    private double decimal(String name, Document value) {
        return value instanceof Document.Whole whole
                ? whole.value()
                : as(name, value, Document.Decimal.class, "a number").value();
    }

    private <D extends Document> D as(String name, Document value, Class<D> type, String expected) {
        if (!type.isInstance(value)) {
            throw new ModelFormatException(
                    where + "." + name,
                    "must be " + expected + ", found "
                            + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        return type.cast(value);
    }
}
