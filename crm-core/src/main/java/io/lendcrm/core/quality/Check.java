package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a record's fields, as a value that code can read. A missing value passes every check but
 * {@link Completeness}: whether a field may be missing is a question of its own. Immutable and thread-safe.
 */
public sealed interface Check {

    /** {@return the stable code of what is checked, such as {@code completeness}} */
    String code();

    /** {@return the fields it looks at, the one at fault first} */
    List<String> fields();

    /** {@return what it asks for, for people} */
    String expected();

    /**
     * The field has a value.
     *
     * @param field the field
     */
    record Completeness(String field) implements Check {
        public Completeness {
            requireNonNull(field, "field");
        }

        @Override
        public String code() {
            return "completeness";
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String expected() {
            return "a value";
        }
    }

    /**
     * The value is a decimal number within bounds.
     *
     * @param field the field
     * @param least the least value allowed; null for no bound
     * @param most the greatest value allowed; null for no bound
     */
    record Range(
            String field,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Check {
        public Range {
            requireNonNull(field, "field");
            if (least != null && most != null && least.compareTo(most) > 0) {
                throw new IllegalArgumentException("least must be at most " + most + ", found " + least);
            }
        }

        @Override
        public String code() {
            return "range";
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String expected() {
            return "a number within [" + (least == null ? "-∞" : least) + ", " + (most == null ? "∞" : most) + "]";
        }
    }

    /**
     * The value is one of a list.
     *
     * @param field the field
     * @param values the values allowed
     */
    record AllowedValues(String field, Set<String> values) implements Check {
        public AllowedValues {
            requireNonNull(field, "field");
            values = Set.copyOf(values);
        }

        @Override
        public String code() {
            return "allowed-values";
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String expected() {
            return "one of " + new TreeSet<>(values);
        }
    }

    /**
     * The whole value has a form.
     *
     * @param field the field
     * @param regex the form as a regular expression of {@link Pattern}
     */
    record Form(String field, String regex) implements Check {
        public Form {
            requireNonNull(field, "field");
            Pattern.compile(regex);
        }

        @Override
        public String code() {
            return "form";
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String expected() {
            return "the form " + regex;
        }
    }

    /**
     * No two records agree in all these fields; the second is at fault. Records in which one of them is missing pass.
     *
     * @param fields the fields, at least one
     */
    record Uniqueness(List<String> fields) implements Check {
        public Uniqueness {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("fields must not be empty");
            }
        }

        @Override
        public String code() {
            return "uniqueness";
        }

        @Override
        public String expected() {
            return "a value that no other record has";
        }
    }

    /**
     * The value is a key of something known.
     *
     * @param field the field
     * @param target what it refers to, for people, such as {@code clients}
     * @param keys the keys known
     */
    record Reference(String field, String target, Set<String> keys) implements Check {
        public Reference {
            requireNonNull(field, "field");
            requireNonNull(target, "target");
            keys = Set.copyOf(keys);
        }

        @Override
        public String code() {
            return "reference";
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String expected() {
            return "a key of " + target;
        }

        /** {@return the field and the target, without the keys} */
        @Override
        public String toString() {
            return "Reference[" + field + " to " + keys.size() + " " + target + "]";
        }
    }

    /**
     * The value is an ISO day that isn't in the future and not too long ago.
     *
     * @param field the field
     * @param asOf the day it is looked at
     * @param oldest how old it may be at most
     */
    record Freshness(String field, LocalDate asOf, Period oldest) implements Check {
        public Freshness {
            requireNonNull(field, "field");
            requireNonNull(asOf, "asOf");
            requireNonNull(oldest, "oldest");
        }

        @Override
        public String code() {
            return "freshness";
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String expected() {
            return "a day from " + asOf.minus(oldest) + " to " + asOf;
        }
    }

    /**
     * Several fields fit together. The test sees records in which none of the fields is missing.
     *
     * @param name what is checked, in lower case with dashes, such as {@code paid-not-above-due}
     * @param fields the fields, the one at fault first
     * @param expected what it asks for, for people
     * @param holds true where they fit
     */
    record CrossField(String name, List<String> fields, String expected, Predicate<FieldRecord> holds)
            implements Check {
        public CrossField {
            requireNonNull(name, "name");
            fields = List.copyOf(fields);
            requireNonNull(expected, "expected");
            requireNonNull(holds, "holds");
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("fields must not be empty");
            }
        }

        @Override
        public String code() {
            return name;
        }
    }
}
