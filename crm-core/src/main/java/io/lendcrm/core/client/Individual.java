package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A person, who may trade in the own name. Made by {@link #builder()}, since most parts may be unknown. Immutable and
 * thread-safe.
 *
 * @param id the lender's key
 * @param relationship what the person has with the lender
 * @param name the person's name; null if unknown or kept elsewhere
 * @param birthDate the day of birth, from which the age follows; null if unknown
 * @param gender as the person states it; null if unknown
 * @param occupation what the person does for a living; null if unknown
 * @param householdSize people in the household, at least 1; null if unknown
 * @param yearlyIncome income a year, not negative; null if unknown
 * @param soleTrade the person's own trade; null if there is none
 * @param alternative data from outside banking, given only through a gate
 */
public record Individual(
        @Classified(DataClass.IDENTIFIER) ClientId id,
        @Classified(DataClass.ORDINARY) Relationship relationship,
        @Classified(DataClass.IDENTIFIER) @Nullable String name,
        @Classified(DataClass.SENSITIVE) @Nullable LocalDate birthDate,
        @Classified(DataClass.SENSITIVE) @Nullable String gender,
        @Classified(DataClass.SENSITIVE) @Nullable String occupation,
        @Classified(DataClass.SENSITIVE) @Nullable Integer householdSize,
        @Classified(DataClass.SENSITIVE) @Nullable Money yearlyIncome,
        @Classified(DataClass.ORDINARY) @Nullable SoleTrade soleTrade,
        @Classified(DataClass.SENSITIVE) AlternativeData alternative)
        implements Client {

    public Individual {
        requireNonNull(id, "id");
        requireNonNull(relationship, "relationship");
        requireNonNull(alternative, "alternative");
        if (householdSize != null && householdSize < 1) {
            throw new IllegalArgumentException("householdSize must be at least 1");
        }
        if (yearlyIncome != null && yearlyIncome.isNegative()) {
            throw new IllegalArgumentException("yearlyIncome must not be negative");
        }
    }

    /**
     * Begins a person of whom nothing is known; {@code id} and {@code relationship} have to be given.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Kind kind() {
        return Kind.INDIVIDUAL;
    }

    /** {@return whether the person trades in the own name} */
    public boolean isSoleTrader() {
        return soleTrade != null;
    }

    /**
     * The age in full years.
     *
     * @param on the day
     * @return the age, or empty if the day of birth is unknown or later
     */
    public OptionalInt ageOn(LocalDate on) {
        return birthDate == null || birthDate.isAfter(on)
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(birthDate, on).getYears());
    }

    /** {@return the id's fingerprint; everything else is personal} */
    @Override
    public String toString() {
        return "Individual[" + id + "]";
    }

    /** Gathers the parts of a person. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private @Nullable ClientId id;
        private @Nullable Relationship relationship;
        private @Nullable String name;
        private @Nullable LocalDate birthDate;
        private @Nullable String gender;
        private @Nullable String occupation;
        private @Nullable Integer householdSize;
        private @Nullable Money yearlyIncome;
        private @Nullable SoleTrade soleTrade;
        private AlternativeData alternative = AlternativeData.none();

        private Builder() {}

        /**
         * Sets the lender's key; required.
         *
         * @param value the key
         * @return this builder
         */
        public Builder id(ClientId value) {
            id = value;
            return this;
        }

        /**
         * Sets what the person has with the lender; required.
         *
         * @param value the relationship
         * @return this builder
         */
        public Builder relationship(Relationship value) {
            relationship = value;
            return this;
        }

        /**
         * Sets the name.
         *
         * @param value the name, or null if unknown
         * @return this builder
         */
        public Builder name(@Nullable String value) {
            name = value;
            return this;
        }

        /**
         * Sets the day of birth.
         *
         * @param value the day, or null if unknown
         * @return this builder
         */
        public Builder birthDate(@Nullable LocalDate value) {
            birthDate = value;
            return this;
        }

        /**
         * Sets the gender.
         *
         * @param value as the person states it, or null if unknown
         * @return this builder
         */
        public Builder gender(@Nullable String value) {
            gender = value;
            return this;
        }

        /**
         * Sets the occupation.
         *
         * @param value what the person does for a living, or null if unknown
         * @return this builder
         */
        public Builder occupation(@Nullable String value) {
            occupation = value;
            return this;
        }

        /**
         * Sets the size of the household.
         *
         * @param value how many people, or null if unknown
         * @return this builder
         */
        public Builder householdSize(@Nullable Integer value) {
            householdSize = value;
            return this;
        }

        /**
         * Sets the income.
         *
         * @param value income a year, or null if unknown
         * @return this builder
         */
        public Builder yearlyIncome(@Nullable Money value) {
            yearlyIncome = value;
            return this;
        }

        /**
         * Sets the person's own trade.
         *
         * @param value the trade, or null if there is none
         * @return this builder
         */
        public Builder soleTrade(@Nullable SoleTrade value) {
            soleTrade = value;
            return this;
        }

        /**
         * Sets data from outside banking.
         *
         * @param value the data
         * @return this builder
         */
        public Builder alternative(AlternativeData value) {
            alternative = value;
            return this;
        }

        /**
         * Makes the person.
         *
         * @return the person
         * @throws IllegalStateException if required parts are missing; the message names all of them
         */
        public Individual build() {
            new RequiredParts("Individual")
                    .and("id", id)
                    .and("relationship", relationship)
                    .check();
            return new Individual(
                    requireNonNull(id),
                    requireNonNull(relationship),
                    name,
                    birthDate,
                    gender,
                    occupation,
                    householdSize,
                    yearlyIncome,
                    soleTrade,
                    alternative);
        }
    }
}
