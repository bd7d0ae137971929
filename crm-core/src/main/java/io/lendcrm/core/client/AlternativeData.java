package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a client from outside banking, such as habits of telephone use or of shopping. Sensitive as a whole:
 * the names can be listed, the values are given only through a {@link UseGate}, field by field as
 * {@code alternative.NAME}. Most clients have none. Immutable and thread-safe.
 */
public final class AlternativeData {

    /** What the names of these fields begin with in a {@link FieldSet}. */
    public static final String FIELD_PREFIX = "alternative.";

    private static final AlternativeData NONE = new AlternativeData(Map.of());

    private final Map<String, AlternativeValue> values;

    private AlternativeData(Map<String, AlternativeValue> values) {
        this.values = values;
    }

    /** What a read gives: the values, or the refusal. Immutable and thread-safe. */
    public sealed interface Opened {

        /**
         * The gate let the read through.
         *
         * @param values the values by name
         */
        record Values(@Classified(DataClass.SENSITIVE) Map<String, AlternativeValue> values) implements Opened {
            public Values {
                values = Collections.unmodifiableMap(new TreeMap<>(values));
            }

            /** {@return how many values, none of them} */
            @Override
            public String toString() {
                return "Values[" + values.size() + "]";
            }
        }

        /**
         * The gate refused; nothing was read.
         *
         * @param denial why, and which fields
         */
        record Refused(@Classified(DataClass.ORDINARY) Permission.Denied denial) implements Opened {
            public Refused {
                requireNonNull(denial, "denial");
            }
        }
    }

    /**
     * No alternative data.
     *
     * @return the empty value
     */
    public static AlternativeData none() {
        return NONE;
    }

    /**
     * Values by name.
     *
     * @param values the values; names in lower case with digits, dots and dashes
     * @return the data
     * @throws IllegalArgumentException if a name has another form
     */
    public static AlternativeData of(Map<String, AlternativeValue> values) {
        Map<String, AlternativeValue> sorted = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!name.matches("[a-z][a-z0-9.-]*")) {
                throw new IllegalArgumentException(
                        "names of alternative data must be of lower-case letters, digits, dots and dashes");
            }
            sorted.put(name, requireNonNull(value, "value"));
        });
        return sorted.isEmpty() ? NONE : new AlternativeData(Collections.unmodifiableMap(sorted));
    }

    /** {@return true if there is nothing} */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@return the names of the values, in order} */
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /**
     * The fields that reading some of the names touches.
     *
     * @param names names of values
     * @return {@code alternative.NAME} for each
     */
    public static FieldSet fields(Set<String> names) {
        Set<String> fields = new TreeSet<>();
        names.forEach(name -> fields.add(FIELD_PREFIX + name));
        return new FieldSet(fields);
    }

    /**
     * Reads values if the gate lets them through for this purpose <em>and</em> for {@link Purpose#ALTERNATIVE_DATA},
     * which needs a consent of its own.
     *
     * @param names which values; those that the client lacks aren't in the answer
     * @param client whose data
     * @param purpose what for
     * @param gate who decides
     * @param asOf the point in time
     * @return the values, or the first refusal
     */
    public Opened open(Set<String> names, ClientId client, Purpose purpose, UseGate gate, AsOf asOf) {
        FieldSet fields = fields(names);
        for (Purpose use : List.of(purpose, Purpose.ALTERNATIVE_DATA)) {
            if (gate.check(client, use, fields, asOf) instanceof Permission.Denied denied) {
                return new Opened.Refused(denied);
            }
        }
        Map<String, AlternativeValue> read = new TreeMap<>(values);
        read.keySet().retainAll(names);
        return new Opened.Values(read);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlternativeData that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** {@return how many values, none of them} */
    @Override
    public String toString() {
        return "AlternativeData[" + values.size() + "]";
    }
}
