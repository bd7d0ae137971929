package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm, an institution, a public body. Made by {@link #builder()}, since most parts may be unknown. Immutable and
 * thread-safe.
 *
 * @param id the lender's key
 * @param relationship what it has with the lender
 * @param type what sort of organisation it is
 * @param legalName its name in the register; null if unknown
 * @param registrationId its number in the register; null if unknown
 * @param foundedOn the day of its founding; null if unknown
 * @param industry what it does; null if unknown
 * @param employees people employed, not negative; null if unknown
 * @param ownership who owns it; null if unknown
 * @param listed whether its shares are traded on an exchange; null if unknown
 * @param yearlyTurnover sales a year, not negative; null if unknown
 * @param totalAssets all it owns, not negative; null if unknown
 * @param labels qualities that make it eligible for special treatment, past ones included
 * @param alternative data from outside banking, given only through a gate
 */
public record Organisation(
        @Classified(DataClass.IDENTIFIER) ClientId id,
        @Classified(DataClass.ORDINARY) Relationship relationship,
        @Classified(DataClass.ORDINARY) Type type,
        @Classified(DataClass.IDENTIFIER) @Nullable String legalName,
        @Classified(DataClass.IDENTIFIER) @Nullable String registrationId,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate foundedOn,
        @Classified(DataClass.ORDINARY) @Nullable Industry industry,
        @Classified(DataClass.ORDINARY) @Nullable Integer employees,
        @Classified(DataClass.ORDINARY) @Nullable Ownership ownership,
        @Classified(DataClass.ORDINARY) @Nullable Boolean listed,
        @Classified(DataClass.ORDINARY) @Nullable Money yearlyTurnover,
        @Classified(DataClass.ORDINARY) @Nullable Money totalAssets,
        @Classified(DataClass.ORDINARY) List<Label> labels,
        @Classified(DataClass.SENSITIVE) AlternativeData alternative)
        implements Client {

    /** What sort of organisation. */
    public enum Type {
        /** A company that trades. */
        ENTERPRISE,
        /** The firm of one trader, registered apart from the person. */
        SOLE_TRADER_FIRM,
        /** A bank, an insurer, another lender. */
        FINANCIAL_INSTITUTION,
        /** A state, a city, an authority. */
        PUBLIC_BODY,
        /** A fund. */
        FUND,
        /** Any other. */
        OTHER
    }

    /** Who owns an organisation for the most part. */
    public enum Ownership {
        /** A state or a city. */
        STATE,
        /** Its members in common. */
        COLLECTIVE,
        /** Persons or firms of the country. */
        PRIVATE,
        /** Persons or firms of other countries. */
        FOREIGN,
        /** Several of these, none for the most part. */
        MIXED
    }

    public Organisation {
        requireNonNull(id, "id");
        requireNonNull(relationship, "relationship");
        requireNonNull(type, "type");
        labels = List.copyOf(labels);
        requireNonNull(alternative, "alternative");
        if (employees != null && employees < 0) {
            throw new IllegalArgumentException("employees must be at least 0, found " + employees);
        }
        if (yearlyTurnover != null && yearlyTurnover.isNegative()) {
            throw new IllegalArgumentException("yearlyTurnover must not be negative, found " + yearlyTurnover);
        }
        if (totalAssets != null && totalAssets.isNegative()) {
            throw new IllegalArgumentException("totalAssets must not be negative, found " + totalAssets);
        }
    }

    /**
     * Begins an organisation of which nothing is known; {@code id}, {@code relationship} and {@code type} have to be
     * given.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Kind kind() {
        return Kind.ORGANISATION;
    }

    /**
     * Whether a quality is proven for a day.
     *
     * @param kind which quality
     * @param day the day
     * @return true if a label of the kind holds on the day
     */
    public boolean has(Label.Kind kind, LocalDate day) {
        return labels.stream().anyMatch(label -> label.kind() == kind && label.holdsOn(day));
    }

    /** {@return the id's fingerprint and the sort of organisation, without its name} */
    @Override
    public String toString() {
        return "Organisation[" + id + ", " + type + "]";
    }

    /** Gathers the parts of an organisation. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private @Nullable ClientId id;
        private @Nullable Relationship relationship;
        private @Nullable Type type;
        private @Nullable String legalName;
        private @Nullable String registrationId;
        private @Nullable LocalDate foundedOn;
        private @Nullable Industry industry;
        private @Nullable Integer employees;
        private @Nullable Ownership ownership;
        private @Nullable Boolean listed;
        private @Nullable Money yearlyTurnover;
        private @Nullable Money totalAssets;
        private List<Label> labels = List.of();
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
         * Sets what it has with the lender; required.
         *
         * @param value the relationship
         * @return this builder
         */
        public Builder relationship(Relationship value) {
            relationship = value;
            return this;
        }

        /**
         * Sets what sort of organisation it is; required.
         *
         * @param value the sort
         * @return this builder
         */
        public Builder type(Type value) {
            type = value;
            return this;
        }

        /**
         * Sets its name in the register.
         *
         * @param value the name, or null if unknown
         * @return this builder
         */
        public Builder legalName(@Nullable String value) {
            legalName = value;
            return this;
        }

        /**
         * Sets its number in the register.
         *
         * @param value the number, or null if unknown
         * @return this builder
         */
        public Builder registrationId(@Nullable String value) {
            registrationId = value;
            return this;
        }

        /**
         * Sets the day of its founding.
         *
         * @param value the day, or null if unknown
         * @return this builder
         */
        public Builder foundedOn(@Nullable LocalDate value) {
            foundedOn = value;
            return this;
        }

        /**
         * Sets what it does.
         *
         * @param value the industry, or null if unknown
         * @return this builder
         */
        public Builder industry(@Nullable Industry value) {
            industry = value;
            return this;
        }

        /**
         * Sets people employed.
         *
         * @param value how many, or null if unknown
         * @return this builder
         */
        public Builder employees(@Nullable Integer value) {
            employees = value;
            return this;
        }

        /**
         * Sets who owns it.
         *
         * @param value the owner, or null if unknown
         * @return this builder
         */
        public Builder ownership(@Nullable Ownership value) {
            ownership = value;
            return this;
        }

        /**
         * Sets whether its shares are traded on an exchange.
         *
         * @param value true if so, or null if unknown
         * @return this builder
         */
        public Builder listed(@Nullable Boolean value) {
            listed = value;
            return this;
        }

        /**
         * Sets sales a year.
         *
         * @param value the sales, or null if unknown
         * @return this builder
         */
        public Builder yearlyTurnover(@Nullable Money value) {
            yearlyTurnover = value;
            return this;
        }

        /**
         * Sets all it owns.
         *
         * @param value the assets, or null if unknown
         * @return this builder
         */
        public Builder totalAssets(@Nullable Money value) {
            totalAssets = value;
            return this;
        }

        /**
         * Sets qualities that make it eligible for special treatment.
         *
         * @param value the labels, past ones included
         * @return this builder
         */
        public Builder labels(List<Label> value) {
            labels = value;
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
         * Makes the organisation.
         *
         * @return the organisation
         * @throws IllegalStateException if required parts are missing; the message names all of them
         */
        public Organisation build() {
            new RequiredParts("Organisation")
                    .and("id", id)
                    .and("relationship", relationship)
                    .and("type", type)
                    .check();
            return new Organisation(
                    requireNonNull(id),
                    requireNonNull(relationship),
                    requireNonNull(type),
                    legalName,
                    registrationId,
                    foundedOn,
                    industry,
                    employees,
                    ownership,
                    listed,
                    yearlyTurnover,
                    totalAssets,
                    labels,
                    alternative);
        }
    }
}
