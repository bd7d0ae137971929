package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something computed of a client: a derived number, a score, a value, a segment. It is a number, a word, or unknown.
 * Immutable and thread-safe.
 *
 * @param name its stable name, such as {@code recency_days} or {@code segment}
 * @param number the number, finite; null if it is a word or unknown
 * @param word the word; null if it is a number or unknown
 * @param unit the unit, empty for a word
 * @param source what computed it: a model's type or {@code features}
 * @param asOf the day it stands for
 * @param reasons why it is what it is, in the order of their weight
 */
public record Measure(
        @Classified(DataClass.ORDINARY) String name,
        @Classified(DataClass.SENSITIVE) @Nullable Double number,
        @Classified(DataClass.SENSITIVE) @Nullable String word,
        @Classified(DataClass.ORDINARY) String unit,
        @Classified(DataClass.ORDINARY) String source,
        @Classified(DataClass.ORDINARY) LocalDate asOf,
        @Classified(DataClass.SENSITIVE) List<Reason> reasons) {

    public Measure {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(source, "source");
        requireNonNull(asOf, "asOf");
        reasons = List.copyOf(reasons);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (number != null && word != null) {
            throw new IllegalArgumentException(name + " must be a number or a word, found both");
        }
        if (number != null && !Double.isFinite(number)) {
            throw new IllegalArgumentException(name + " must be finite, found " + number);
        }
    }

    /**
     * A number.
     *
     * @param name its name
     * @param number the number, finite
     * @param unit the unit
     * @param source what computed it
     * @param asOf the day it stands for
     * @return the measure, without reasons
     */
    public static Measure of(String name, double number, String unit, String source, LocalDate asOf) {
        return new Measure(name, number, null, unit, source, asOf, List.of());
    }

    /**
     * A word, such as a segment's name.
     *
     * @param name its name
     * @param word the word
     * @param source what found it
     * @param asOf the day it stands for
     * @return the measure, without reasons
     */
    public static Measure of(String name, String word, String source, LocalDate asOf) {
        return new Measure(name, null, requireNonNull(word, "word"), "", source, asOf, List.of());
    }

    /**
     * One that couldn't be computed.
     *
     * @param name its name
     * @param unit the unit it would have
     * @param source what should have computed it
     * @param asOf the day it stands for
     * @return the measure; its reasons may say why
     */
    public static Measure unknown(String name, String unit, String source, LocalDate asOf) {
        return new Measure(name, null, null, unit, source, asOf, List.of());
    }

    /**
     * The same measure with its reasons.
     *
     * @param why the reasons
     * @return the measure
     */
    public Measure withReasons(List<Reason> why) {
        return new Measure(name, number, word, unit, source, asOf, why);
    }

    /** {@return true if it couldn't be computed} */
    public boolean isUnknown() {
        return number == null && word == null;
    }

    /** {@return the number, if it is one} */
    public OptionalDouble asNumber() {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** {@return the word, if it is one} */
    public Optional<String> asWord() {
        return Optional.ofNullable(word);
    }

    /** {@return the name and where it comes from, without the value} */
    @Override
    public String toString() {
        return "Measure[" + name + " of " + source + " at " + asOf + "]";
    }
}
