package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A relationship manager and the days of the assignment. Immutable and thread-safe.
 *
 * @param manager the manager's key
 * @param from the first day
 * @param until the last day, or null while it goes on
 */
public record ManagerAssignment(
        @Classified(DataClass.IDENTIFIER) String manager,
        @Classified(DataClass.ORDINARY) LocalDate from,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate until) {

    public ManagerAssignment {
        requireNonNull(manager, "manager");
        requireNonNull(from, "from");
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
        }
    }

    /** {@return the last day, if the assignment ended} */
    public Optional<LocalDate> end() {
        return Optional.ofNullable(until);
    }

    /**
     * Whether it covers a day.
     *
     * @param day the day
     * @return true if so
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** {@return the days, without the manager} */
    @Override
    public String toString() {
        return "ManagerAssignment[" + from + " to " + (until == null ? "now" : until) + "]";
    }
}
