package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.List;

/**
 * What every client has with the lender. Immutable and thread-safe.
 *
 * @param since the day the lender first knew the client
 * @param screening the result of screening against money laundering
 * @param managers who looks after the client and when
 */
public record Relationship(
        @Classified(DataClass.ORDINARY) LocalDate since,
        @Classified(DataClass.SENSITIVE) Screening screening,
        @Classified(DataClass.ORDINARY) List<ManagerAssignment> managers) {

    public Relationship {
        requireNonNull(since, "since");
        requireNonNull(screening, "screening");
        managers = List.copyOf(managers);
    }

    /**
     * A relationship that isn't screened and has no manager yet.
     *
     * @param since the day the lender first knew the client
     * @return the relationship
     */
    public static Relationship since(LocalDate since) {
        return new Relationship(since, Screening.NOT_SCREENED, List.of());
    }

    /** {@return the day it began and how many managers, without the screening} */
    @Override
    public String toString() {
        return "Relationship[since=" + since + ", managers=" + managers.size() + "]";
    }
}
