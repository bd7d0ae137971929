package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A firm, an institution, a public body. Immutable and thread-safe.
 *
 * @param id the lender's key
 * @param relationship what it has with the lender
 * @param type what sort of organisation it is
 * @param legalName its name in the register; null if unknown
 * @param registrationId its number in the register; null if unknown
 * @param foundedOn the day of its founding; null if unknown
 * @param industry what it does; null if unknown
 * @param employees people employed, not negative; null if unknown
 */
public record Organisation(
        @Classified(DataClass.IDENTIFIER) ClientId id,
        @Classified(DataClass.ORDINARY) Relationship relationship,
        @Classified(DataClass.ORDINARY) Type type,
        @Classified(DataClass.IDENTIFIER) @Nullable String legalName,
        @Classified(DataClass.IDENTIFIER) @Nullable String registrationId,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate foundedOn,
        @Classified(DataClass.ORDINARY) @Nullable Industry industry,
        @Classified(DataClass.ORDINARY) @Nullable Integer employees)
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

    public Organisation {
        requireNonNull(id, "id");
        requireNonNull(relationship, "relationship");
        requireNonNull(type, "type");
        if (employees != null && employees < 0) {
            throw new IllegalArgumentException("employees must be at least 0, found " + employees);
        }
    }

    @Override
    public Kind kind() {
        return Kind.ORGANISATION;
    }

    /** {@return the id's fingerprint and the sort of organisation, without its name} */
    @Override
    public String toString() {
        return "Organisation[" + id + ", " + type + "]";
    }
}
