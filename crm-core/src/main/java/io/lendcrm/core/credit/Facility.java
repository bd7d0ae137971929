package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A credit contract. Its terms, future dates included, are known from the instant it was recorded. Immutable and
 * thread-safe.
 *
 * @param id the contract's key
 * @param borrower who owes
 * @param type what sort of credit
 * @param product the product's code
 * @param limit how much may be drawn at most, or was lent
 * @param rate the nominal rate a year
 * @param signedOn the day of signing
 * @param maturity the last day
 * @param plan the instalments in order of their days; empty where there is no plan
 * @param recordedAt when the contract was recorded
 */
public record Facility(
        @Classified(DataClass.ORDINARY) String id,
        @Classified(DataClass.IDENTIFIER) ClientId borrower,
        @Classified(DataClass.ORDINARY) Type type,
        @Classified(DataClass.ORDINARY) String product,
        @Classified(DataClass.ORDINARY) Money limit,
        @Classified(DataClass.ORDINARY) Rate rate,
        @Classified(DataClass.ORDINARY) LocalDate signedOn,
        @Classified(DataClass.ORDINARY) LocalDate maturity,
        @Classified(DataClass.ORDINARY) List<Instalment> plan,
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
        requireNonNull(recordedAt, "recordedAt");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit must not be negative, found " + limit);
        }
        if (maturity.isBefore(signedOn)) {
            throw new IllegalArgumentException(
                    "maturity must not be before signedOn=" + signedOn + ", found " + maturity);
        }
    }
}
