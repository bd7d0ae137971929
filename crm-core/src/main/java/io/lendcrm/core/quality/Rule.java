package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A check and what breaking it means. The factories make rules that reject a record; {@link #asWarning()} makes one that
 * only tells. Immutable and thread-safe.
 *
 * @param check what is asked
 * @param severity whether a record that breaks it is rejected
 */
public record Rule(Check check, Severity severity) {

    public Rule {
        requireNonNull(check, "check");
        requireNonNull(severity, "severity");
    }

    /**
     * A field must have a value.
     *
     * @param field the field
     * @return the rule
     */
    public static Rule required(String field) {
        return error(new Check.Completeness(field));
    }

    /**
     * A number must be within bounds.
     *
     * @param field the field
     * @param least the least value allowed as a decimal; null for no bound
     * @param most the greatest value allowed as a decimal; null for no bound
     * @return the rule
     */
    public static Rule within(String field, @Nullable String least, @Nullable String most) {
        return error(new Check.Range(
                field, least == null ? null : new BigDecimal(least), most == null ? null : new BigDecimal(most)));
    }

    /**
     * A value must be one of a list.
     *
     * @param field the field
     * @param values the values allowed
     * @return the rule
     */
    public static Rule oneOf(String field, String... values) {
        return error(new Check.AllowedValues(field, Set.of(values)));
    }

    /**
     * A value must have a form.
     *
     * @param field the field
     * @param regex a regular expression for the whole value
     * @return the rule
     */
    public static Rule form(String field, String regex) {
        return error(new Check.Form(field, regex));
    }

    /**
     * No two records may agree in all these fields.
     *
     * @param fields the fields
     * @return the rule
     */
    public static Rule unique(String... fields) {
        return error(new Check.Uniqueness(List.of(fields)));
    }

    /**
     * A value must be a key of something known.
     *
     * @param field the field
     * @param target what it refers to, for people
     * @param keys the keys known
     * @return the rule
     */
    public static Rule refersTo(String field, String target, Set<String> keys) {
        return error(new Check.Reference(field, target, keys));
    }

    /**
     * A day must not be in the future and not too long ago.
     *
     * @param field the field
     * @param asOf the day it is looked at
     * @param oldest how old it may be at most
     * @return the rule
     */
    public static Rule fresh(String field, LocalDate asOf, Period oldest) {
        return error(new Check.Freshness(field, asOf, oldest));
    }

    /**
     * Several fields must fit together.
     *
     * @param name the rule's code
     * @param fields the fields, the one at fault first
     * @param expected what it asks for, for people
     * @param holds true where they fit
     * @return the rule
     */
    public static Rule together(String name, List<String> fields, String expected, Predicate<FieldRecord> holds) {
        return error(new Check.CrossField(name, fields, expected, holds));
    }

    /** {@return the same check, but a record that breaks it is used all the same} */
    public Rule asWarning() {
        return new Rule(check, Severity.WARNING);
    }

    private static Rule error(Check check) {
        return new Rule(check, Severity.ERROR);
    }
}
