package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.statement.RatioValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit contract. Its terms, future dates included, are known from the instant it was recorded; a change of terms is
 * another record with the same key. Made by {@link #builder()}. Immutable and thread-safe.
 *
 * @param id the contract's key
 * @param borrower who owes
 * @param type what sort of credit
 * @param product the product's code
 * @param limit how much may be drawn at most, or was lent; not negative
 * @param rate the nominal rate a year, for a floating one as it is now
 * @param rateType whether the rate can change; null if unknown
 * @param purpose what the money is meant for, as declared; null if unknown
 * @param signedOn the day of signing
 * @param maturity the last day
 * @param plan the instalments in order of their days; empty where there is no plan
 * @param covenants what the borrower promised besides paying
 * @param recordedAt when the contract was recorded
 */
public record Facility(
        @Classified(DataClass.ORDINARY) String id,
        @Classified(DataClass.IDENTIFIER) ClientId borrower,
        @Classified(DataClass.ORDINARY) Type type,
        @Classified(DataClass.ORDINARY) String product,
        @Classified(DataClass.ORDINARY) Money limit,
        @Classified(DataClass.ORDINARY) Rate rate,
        @Classified(DataClass.ORDINARY) @Nullable RateType rateType,
        @Classified(DataClass.ORDINARY) @Nullable String purpose,
        @Classified(DataClass.ORDINARY) LocalDate signedOn,
        @Classified(DataClass.ORDINARY) LocalDate maturity,
        @Classified(DataClass.ORDINARY) List<Instalment> plan,
        @Classified(DataClass.ORDINARY) List<Covenant> covenants,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    /** What sort of credit. */
    public enum Type {
        /** Paid out once and paid back by plan. */
        TERM_LOAN,
        /** Drawn and paid back at will up to a limit. */
        REVOLVING,
        /** A loan that a project's cash flow pays back. */
        PROJECT_LOAN,
        /** A promise to pay for the client if it doesn't. */
        GUARANTEE,
        /** Any other. */
        OTHER
    }

    /** Whether a rate can change. */
    public enum RateType {
        /** The same to the end. */
        FIXED,
        /** Follows a market rate. */
        FLOATING,
        /** Fixed at first, floating later. */
        MIXED
    }

    public Facility {
        requireNonNull(id, "id");
        requireNonNull(borrower, "borrower");
        requireNonNull(type, "type");
        requireNonNull(product, "product");
        requireNonNull(limit, "limit");
        requireNonNull(rate, "rate");
        requireNonNull(signedOn, "signedOn");
        requireNonNull(maturity, "maturity");
        plan = List.copyOf(plan);
        covenants = List.copyOf(covenants);
        requireNonNull(recordedAt, "recordedAt");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit must not be negative, found " + limit);
        }
        if (maturity.isBefore(signedOn)) {
            throw new IllegalArgumentException(
                    "maturity must not be before signedOn=" + signedOn + ", found " + maturity);
        }
    }

    /**
     * Begins a contract; all but the rate's type, the purpose, the plan and the covenants has to be given.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How much of the limit is used.
     *
     * @param drawn what is drawn, in the limit's currency
     * @return {@code drawn / limit}, above 1 if overdrawn; undefined if the limit is zero or the currencies differ
     */
    public RatioValue utilisation(Money drawn) {
        return drawn.currency().equals(limit.currency())
                ? RatioValue.quotient(drawn.toDouble(), limit.toDouble(), "limit")
                : RatioValue.undefined(RatioValue.Reason.NOT_COMPARABLE, "drawn");
    }

    /** {@return whether it is paid out once and paid back by plan, as term and project loans are} */
    public boolean isPaidOutOnce() {
        return type == Type.TERM_LOAN || type == Type.PROJECT_LOAN;
    }

    /** {@return what is wrong with the plan, instalment by instalment; empty if nothing is or there is no plan} */
    public List<PlanIssue> planIssues() {
        return PlanIssue.of(this);
    }

    /** Gathers the parts of a credit contract. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private @Nullable String id;
        private @Nullable ClientId borrower;
        private @Nullable Type type;
        private @Nullable String product;
        private @Nullable Money limit;
        private @Nullable Rate rate;
        private @Nullable RateType rateType;
        private @Nullable String purpose;
        private @Nullable LocalDate signedOn;
        private @Nullable LocalDate maturity;
        private List<Instalment> plan = List.of();
        private List<Covenant> covenants = List.of();
        private @Nullable Instant recordedAt;

        private Builder() {}

        /**
         * Sets the contract's key; required.
         *
         * @param value the key
         * @return this builder
         */
        public Builder id(String value) {
            id = value;
            return this;
        }

        /**
         * Sets who owes; required.
         *
         * @param value the borrower
         * @return this builder
         */
        public Builder borrower(ClientId value) {
            borrower = value;
            return this;
        }

        /**
         * Sets what sort of credit it is; required.
         *
         * @param value the sort
         * @return this builder
         */
        public Builder type(Type value) {
            type = value;
            return this;
        }

        /**
         * Sets the product's code; required.
         *
         * @param value the code
         * @return this builder
         */
        public Builder product(String value) {
            product = value;
            return this;
        }

        /**
         * Sets how much may be drawn; required.
         *
         * @param value the limit
         * @return this builder
         */
        public Builder limit(Money value) {
            limit = value;
            return this;
        }

        /**
         * Sets the nominal rate a year; required.
         *
         * @param value the rate
         * @return this builder
         */
        public Builder rate(Rate value) {
            rate = value;
            return this;
        }

        /**
         * Sets whether the rate can change.
         *
         * @param value the type, or null if unknown
         * @return this builder
         */
        public Builder rateType(@Nullable RateType value) {
            rateType = value;
            return this;
        }

        /**
         * Sets what the money is meant for.
         *
         * @param value the purpose as declared, or null if unknown
         * @return this builder
         */
        public Builder purpose(@Nullable String value) {
            purpose = value;
            return this;
        }

        /**
         * Sets the day of signing; required.
         *
         * @param value the day
         * @return this builder
         */
        public Builder signedOn(LocalDate value) {
            signedOn = value;
            return this;
        }

        /**
         * Sets the last day; required.
         *
         * @param value the day
         * @return this builder
         */
        public Builder maturity(LocalDate value) {
            maturity = value;
            return this;
        }

        /**
         * Sets the instalments.
         *
         * @param value the instalments in order of their days
         * @return this builder
         */
        public Builder plan(List<Instalment> value) {
            plan = value;
            return this;
        }

        /**
         * Sets what the borrower promised besides paying.
         *
         * @param value the covenants
         * @return this builder
         */
        public Builder covenants(List<Covenant> value) {
            covenants = value;
            return this;
        }

        /**
         * Sets when the contract was recorded; required.
         *
         * @param value the instant
         * @return this builder
         */
        public Builder recordedAt(Instant value) {
            recordedAt = value;
            return this;
        }

        /**
         * Makes the contract.
         *
         * @return the contract
         * @throws IllegalStateException if required parts are missing; the message names all of them
         */
        public Facility build() {
            new RequiredParts("Facility")
                    .and("id", id)
                    .and("borrower", borrower)
                    .and("type", type)
                    .and("product", product)
                    .and("limit", limit)
                    .and("rate", rate)
                    .and("signedOn", signedOn)
                    .and("maturity", maturity)
                    .and("recordedAt", recordedAt)
                    .check();
            return new Facility(
                    requireNonNull(id),
                    requireNonNull(borrower),
                    requireNonNull(type),
                    requireNonNull(product),
                    requireNonNull(limit),
                    requireNonNull(rate),
                    rateType,
                    purpose,
                    requireNonNull(signedOn),
                    requireNonNull(maturity),
                    plan,
                    covenants,
                    requireNonNull(recordedAt));
        }
    }
}
