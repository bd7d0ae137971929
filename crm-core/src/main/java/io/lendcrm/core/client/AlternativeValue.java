package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;

/** A value from outside banking, with its type. Printed without the value. Immutable and thread-safe. */
public sealed interface AlternativeValue {

    /** The type of a value, to switch on. */
    enum Kind {
        /** {@link Quantity}. */
        QUANTITY,
        /** {@link Category}. */
        CATEGORY,
        /** {@link Answer}. */
        ANSWER
    }

    /** {@return the type of the value} */
    Kind kind();

    /** {@return where it comes from} */
    SourceId source();

    /** {@return the day it was observed} */
    LocalDate observedOn();

    /**
     * A number.
     *
     * @param value finite
     * @param source where it comes from
     * @param observedOn the day it was observed
     */
    record Quantity(
            @Classified(DataClass.SENSITIVE) double value,
            @Classified(DataClass.ORDINARY) SourceId source,
            @Classified(DataClass.ORDINARY) LocalDate observedOn)
            implements AlternativeValue {
        public Quantity {
            requireNonNull(source, "source");
            requireNonNull(observedOn, "observedOn");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite");
            }
        }

        @Override
        public Kind kind() {
            return Kind.QUANTITY;
        }

        /** {@return the source and the day, without the value} */
        @Override
        public String toString() {
            return "Quantity[" + source + ", " + observedOn + "]";
        }
    }

    /**
     * One of several words.
     *
     * @param value the word
     * @param source where it comes from
     * @param observedOn the day it was observed
     */
    record Category(
            @Classified(DataClass.SENSITIVE) String value,
            @Classified(DataClass.ORDINARY) SourceId source,
            @Classified(DataClass.ORDINARY) LocalDate observedOn)
            implements AlternativeValue {
        public Category {
            requireNonNull(value, "value");
            requireNonNull(source, "source");
            requireNonNull(observedOn, "observedOn");
        }

        @Override
        public Kind kind() {
            return Kind.CATEGORY;
        }

        /** {@return the source and the day, without the value} */
        @Override
        public String toString() {
            return "Category[" + source + ", " + observedOn + "]";
        }
    }

    /**
     * Yes or no.
     *
     * @param value true for yes
     * @param source where it comes from
     * @param observedOn the day it was observed
     */
    record Answer(
            @Classified(DataClass.SENSITIVE) boolean value,
            @Classified(DataClass.ORDINARY) SourceId source,
            @Classified(DataClass.ORDINARY) LocalDate observedOn)
            implements AlternativeValue {
        public Answer {
            requireNonNull(source, "source");
            requireNonNull(observedOn, "observedOn");
        }

        @Override
        public Kind kind() {
            return Kind.ANSWER;
        }

        /** {@return the source and the day, without the value} */
        @Override
        public String toString() {
            return "Answer[" + source + ", " + observedOn + "]";
        }
    }
}
