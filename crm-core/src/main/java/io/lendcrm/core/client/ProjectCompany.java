package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company that exists for one project (a special-purpose vehicle). Immutable and thread-safe.
 *
 * @param id the lender's key
 * @param relationship what it has with the lender
 * @param legalName its name in the register; null if unknown
 * @param sponsors who stands behind it
 * @param phase where the project stands
 * @param industry what it will do; null if unknown
 */
public record ProjectCompany(
        @Classified(DataClass.IDENTIFIER) ClientId id,
        @Classified(DataClass.ORDINARY) Relationship relationship,
        @Classified(DataClass.IDENTIFIER) @Nullable String legalName,
        @Classified(DataClass.IDENTIFIER) List<ClientId> sponsors,
        @Classified(DataClass.ORDINARY) Phase phase,
        @Classified(DataClass.ORDINARY) @Nullable Industry industry)
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

    public ProjectCompany {
        requireNonNull(id, "id");
        requireNonNull(relationship, "relationship");
        sponsors = List.copyOf(sponsors);
        requireNonNull(phase, "phase");
    }

    @Override
    public Kind kind() {
        return Kind.PROJECT_COMPANY;
    }

    /** {@return the id's fingerprint and the phase, without its name} */
    @Override
    public String toString() {
        return "ProjectCompany[" + id + ", " + phase + "]";
    }
}
