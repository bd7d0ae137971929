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
 * A company that exists for one project (a special-purpose vehicle): the project's own cash flow pays its debt. Made by
 * {@link #builder()}. Immutable and thread-safe.
 *
 * @param id the lender's key
 * @param relationship what it has with the lender
 * @param legalName its name in the register; null if unknown
 * @param sponsors who stands behind it
 * @param phase where the project stands
 * @param industry what it will do; null if unknown
 * @param contracts what the project's income and cost rest on
 * @param plan the cash flow planned and the debt it serves; null if unknown
 * @param reserves accounts that hold money back for the lenders
 * @param covenantDates the days on which covenants are tested, in order
 */
public record ProjectCompany(
        @Classified(DataClass.IDENTIFIER) ClientId id,
        @Classified(DataClass.ORDINARY) Relationship relationship,
        @Classified(DataClass.IDENTIFIER) @Nullable String legalName,
        @Classified(DataClass.IDENTIFIER) List<ClientId> sponsors,
        @Classified(DataClass.ORDINARY) Phase phase,
        @Classified(DataClass.ORDINARY) @Nullable Industry industry,
        @Classified(DataClass.ORDINARY) List<Contract> contracts,
        @Classified(DataClass.ORDINARY) @Nullable CashFlowPlan plan,
        @Classified(DataClass.ORDINARY) List<Reserve> reserves,
        @Classified(DataClass.ORDINARY) List<LocalDate> covenantDates)
        implements Client {

    /** Where a project stands. */
    public enum Phase {
        /** Planned, permits and contracts being made. */
        DEVELOPMENT,
        /** Being built. */
        CONSTRUCTION,
        /** In operation. */
        OPERATION,
        /** Being taken down or handed over. */
        CLOSING
    }

    /**
     * A contract that the project rests on.
     *
     * @param subject what it is for
     * @param counterparty who the other side is
     * @param from its first day
     * @param until its last day; null if it has no end
     */
    public record Contract(
            @Classified(DataClass.ORDINARY) Subject subject,
            @Classified(DataClass.IDENTIFIER) String counterparty,
            @Classified(DataClass.ORDINARY) LocalDate from,
            @Classified(DataClass.ORDINARY) @Nullable LocalDate until) {

        /** What a project's contract is for. */
        public enum Subject {
            /** The right to build and run. */
            CONCESSION,
            /** Building it. */
            CONSTRUCTION,
            /** Running and keeping it. */
            OPERATION,
            /** Fuel, raw material or land. */
            SUPPLY,
            /** Buying what it makes. */
            OFFTAKE,
            /** Insurance. */
            INSURANCE,
            /** Any other. */
            OTHER
        }

        public Contract {
            requireNonNull(subject, "subject");
            requireNonNull(counterparty, "counterparty");
            requireNonNull(from, "from");
            if (until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
            }
        }

        /** {@return the subject and the days, without the other side} */
        @Override
        public String toString() {
            return "Contract[" + subject + ", " + from + " to " + (until == null ? "open" : until) + "]";
        }
    }

    /**
     * An account that holds money back for the lenders.
     *
     * @param use what it is for
     * @param required how much has to be in it, not negative
     * @param funded how much is in it, not negative, in the same currency
     */
    public record Reserve(
            @Classified(DataClass.ORDINARY) Use use,
            @Classified(DataClass.ORDINARY) Money required,
            @Classified(DataClass.ORDINARY) Money funded) {

        /** What a reserve is for. */
        public enum Use {
            /** The next debt service (DSRA). */
            DEBT_SERVICE,
            /** Large repairs (MRA). */
            MAINTENANCE,
            /** Any other. */
            OTHER
        }

        public Reserve {
            requireNonNull(use, "use");
            if (required.isNegative() || funded.isNegative()) {
                throw new IllegalArgumentException(
                        "required and funded must not be negative, found " + required + " and " + funded);
            }
            required.plus(funded);
        }

        /** {@return what is missing to the amount required; zero if nothing} */
        public Money shortfall() {
            return funded.compareTo(required) >= 0 ? Money.zero(required.currency()) : required.minus(funded);
        }
    }

    public ProjectCompany {
        requireNonNull(id, "id");
        requireNonNull(relationship, "relationship");
        sponsors = List.copyOf(sponsors);
        requireNonNull(phase, "phase");
        contracts = List.copyOf(contracts);
        reserves = List.copyOf(reserves);
        covenantDates = covenantDates.stream().sorted().toList();
    }

    /**
     * Begins a project company; {@code id}, {@code relationship} and {@code phase} have to be given.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Kind kind() {
        return Kind.PROJECT_COMPANY;
    }

    /** {@return none: there is no person whose habits could be told} */
    @Override
    public AlternativeData alternative() {
        return AlternativeData.none();
    }

    /** {@return the id's fingerprint and the phase, without its name} */
    @Override
    public String toString() {
        return "ProjectCompany[" + id + ", " + phase + "]";
    }

    /** Gathers the parts of a project company. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private @Nullable ClientId id;
        private @Nullable Relationship relationship;
        private @Nullable String legalName;
        private List<ClientId> sponsors = List.of();
        private @Nullable Phase phase;
        private @Nullable Industry industry;
        private List<Contract> contracts = List.of();
        private @Nullable CashFlowPlan plan;
        private List<Reserve> reserves = List.of();
        private List<LocalDate> covenantDates = List.of();

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
         * Sets who stands behind it.
         *
         * @param value the sponsors
         * @return this builder
         */
        public Builder sponsors(List<ClientId> value) {
            sponsors = value;
            return this;
        }

        /**
         * Sets where the project stands; required.
         *
         * @param value the phase
         * @return this builder
         */
        public Builder phase(Phase value) {
            phase = value;
            return this;
        }

        /**
         * Sets what it will do.
         *
         * @param value the industry, or null if unknown
         * @return this builder
         */
        public Builder industry(@Nullable Industry value) {
            industry = value;
            return this;
        }

        /**
         * Sets what the project's income and cost rest on.
         *
         * @param value the contracts
         * @return this builder
         */
        public Builder contracts(List<Contract> value) {
            contracts = value;
            return this;
        }

        /**
         * Sets the cash flow planned.
         *
         * @param value the plan, or null if unknown
         * @return this builder
         */
        public Builder plan(@Nullable CashFlowPlan value) {
            plan = value;
            return this;
        }

        /**
         * Sets accounts that hold money back for the lenders.
         *
         * @param value the accounts
         * @return this builder
         */
        public Builder reserves(List<Reserve> value) {
            reserves = value;
            return this;
        }

        /**
         * Sets the days on which covenants are tested.
         *
         * @param value the days
         * @return this builder
         */
        public Builder covenantDates(List<LocalDate> value) {
            covenantDates = value;
            return this;
        }

        /**
         * Makes the company.
         *
         * @return the company
         * @throws IllegalStateException if required parts are missing; the message names all of them
         */
        public ProjectCompany build() {
            new RequiredParts("ProjectCompany")
                    .and("id", id)
                    .and("relationship", relationship)
                    .and("phase", phase)
                    .check();
            return new ProjectCompany(
                    requireNonNull(id),
                    requireNonNull(relationship),
                    legalName,
                    sponsors,
                    requireNonNull(phase),
                    industry,
                    contracts,
                    plan,
                    reserves,
                    covenantDates);
        }
    }
}
