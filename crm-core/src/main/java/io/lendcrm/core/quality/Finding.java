package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.DataClass;
import java.util.Comparator;

/**
 * One fault of the data: what rule it breaks, where, what was found and what was expected. Nothing personal is in it:
 * {@link #of} masks the value unless its field is ordinary. Immutable and thread-safe.
 *
 * @param rule the rule's stable code in lower case, such as {@code missing-value}
 * @param severity whether the record is rejected
 * @param place where
 * @param field the field; empty if the record as a whole is at fault
 * @param value what was found, masked unless the field is ordinary; empty if nothing
 * @param expected what the rule asks for, for people
 */
public record Finding(String rule, Severity severity, Place place, String field, String value, String expected)
        implements Comparable<Finding> {

    private static final int LONGEST = 60;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::field)
            .thenComparing(Finding::value)
            .thenComparing(Finding::expected)
            .thenComparing(Finding::severity);

    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(place, "place");
        requireNonNull(field, "field");
        requireNonNull(value, "value");
        requireNonNull(expected, "expected");
        if (rule.isBlank()) {
            throw new IllegalArgumentException("rule must not be blank");
        }
    }

    /**
     * A fault of a field's value.
     *
     * @param rule the rule's code
     * @param severity whether the record is rejected
     * @param place where
     * @param field the field
     * @param value what was found; shortened if the field is ordinary, else only its length is kept
     * @param dataClass how personal the field is
     * @param expected what the rule asks for
     * @return the finding
     */
    public static Finding of(
            String rule,
            Severity severity,
            Place place,
            String field,
            String value,
            DataClass dataClass,
            String expected) {
        return new Finding(rule, severity, place, field, shown(value, dataClass), expected);
    }

    /**
     * A fault of a record as a whole.
     *
     * @param rule the rule's code
     * @param severity whether the record is rejected
     * @param place where
     * @param expected what the rule asks for
     * @return the finding
     */
    public static Finding of(String rule, Severity severity, Place place, String expected) {
        return new Finding(rule, severity, place, "", "", expected);
    }

    /** Orders by place, then rule, field, value, expectation and severity. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@return such as {@code loans.csv:17 missing-value amount: expected a value, found nothing}} */
    @Override
    public String toString() {
        return place + " " + rule + (field.isEmpty() ? "" : " " + field) + ": expected " + expected + ", found "
                + (value.isEmpty() ? "nothing" : value);
    }

    private static String shown(String value, DataClass dataClass) {
        if (value.isEmpty()) {
            return "";
        }
        if (dataClass != DataClass.ORDINARY) {
            return "[" + value.length() + " characters]";
        }
        return value.length() <= LONGEST
                ? value
                : value.substring(0, LONGEST) + "… (" + value.length() + " characters)";
    }
}
