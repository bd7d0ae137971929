package io.lendcrm.core.statement;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.OptionalDouble;

/**
 * What became of a ratio: a finite number, or the reason why there is none. A quotient over zero or over a negative
 * base isn't a number that can be compared, so it is told as such instead of being {@code NaN} or a huge value.
 * Immutable and thread-safe.
 */
public sealed interface RatioValue {

    /** Whether there is a number, to switch on. */
    enum Kind {
        /** {@link Defined}. */
        DEFINED,
        /** {@link Undefined}. */
        UNDEFINED
    }

    /** Why there is no number. */
    enum Reason {
        /** A line that the formula needs isn't given. */
        MISSING,
        /** The denominator is zero. */
        ZERO_DENOMINATOR,
        /** The denominator is below zero, which turns the meaning of the quotient round. */
        NEGATIVE_DENOMINATOR,
        /** The parts are in several currencies, or of periods that can't be compared. */
        NOT_COMPARABLE,
        /** The quotient doesn't fit into a double. */
        TOO_LARGE
    }

    /**
     * A number.
     *
     * @param value finite
     */
    record Defined(@Classified(DataClass.ORDINARY) double value) implements RatioValue {
        public Defined {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite, found " + value);
            }
        }

        @Override
        public Kind kind() {
            return Kind.DEFINED;
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.of(value);
        }
    }

    /**
     * No number.
     *
     * @param reason why
     * @param part the part of the formula that is to blame, such as {@code interest expense}
     */
    record Undefined(
            @Classified(DataClass.ORDINARY) Reason reason,
            @Classified(DataClass.ORDINARY) String part) implements RatioValue {
        public Undefined {
            requireNonNull(reason, "reason");
            requireNonNull(part, "part");
        }

        @Override
        public Kind kind() {
            return Kind.UNDEFINED;
        }

        @Override
        public OptionalDouble asDouble() {
            return OptionalDouble.empty();
        }
    }

    /** {@return whether there is a number} */
    Kind kind();

    /** {@return the number, or empty if there is none} */
    OptionalDouble asDouble();

    /**
     * A number that is known to be finite.
     *
     * @param value the number
     * @return the value
     */
    static RatioValue of(double value) {
        return new Defined(value);
    }

    /**
     * A reason why there is no number.
     *
     * @param reason why
     * @param part the part of the formula that is to blame
     * @return the value
     */
    static RatioValue undefined(Reason reason, String part) {
        return new Undefined(reason, part);
    }

    /**
     * A quotient over a base that has to be above zero.
     *
     * @param numerator finite
     * @param denominator finite
     * @param part what the denominator is, for the reason
     * @return the quotient, or why there is none
     * @throws IllegalArgumentException if a part isn't finite
     */
    static RatioValue quotient(double numerator, double denominator, String part) {
        if (!Double.isFinite(numerator) || !Double.isFinite(denominator)) {
            throw new IllegalArgumentException("numerator and denominator must be finite for " + part);
        }
        if (denominator == 0) {
            return undefined(Reason.ZERO_DENOMINATOR, part);
        }
        if (denominator < 0) {
            return undefined(Reason.NEGATIVE_DENOMINATOR, part);
        }
        double value = numerator / denominator;
        return Double.isFinite(value) ? of(value) : undefined(Reason.TOO_LARGE, part);
    }
}
