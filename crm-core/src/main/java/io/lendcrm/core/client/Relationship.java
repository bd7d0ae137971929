package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * Days in a row without a manager.
     *
     * @param from the first
     * @param until the last
     */
    public record Gap(
            @Classified(DataClass.ORDINARY) LocalDate from,
            @Classified(DataClass.ORDINARY) LocalDate until) {}

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

    /**
     * Who looks after the client.
     *
     * @param day the day
     * @return the assignments that cover it; empty for a gap in coverage, several for an overlap
     */
    public List<ManagerAssignment> managersOn(LocalDate day) {
        return managers.stream().filter(m -> m.covers(day)).toList();
    }

    /**
     * Days on which nobody looks after the client.
     *
     * @param from the first day to look at
     * @param until the last day to look at
     * @return the gaps in order, each as long as can be
     */
    public List<Gap> gaps(LocalDate from, LocalDate until) {
        List<Gap> gaps = new ArrayList<>();
        LocalDate uncovered = from;
        List<ManagerAssignment> inOrder = managers.stream()
                .sorted(Comparator.comparing(ManagerAssignment::from))
                .toList();
        for (ManagerAssignment assignment : inOrder) {
            if (assignment.from().isAfter(until)) {
                break;
            }
            if (assignment.from().isAfter(uncovered)) {
                gaps.add(new Gap(uncovered, assignment.from().minusDays(1)));
            }
            if (assignment.end().isEmpty()) {
                return List.copyOf(gaps);
            }
            LocalDate next = assignment.end().get().plusDays(1);
            uncovered = next.isAfter(uncovered) ? next : uncovered;
        }
        if (!uncovered.isAfter(until)) {
            gaps.add(new Gap(uncovered, until));
        }
        return List.copyOf(gaps);
    }

    /** {@return the day it began and how many managers, without the screening} */
    @Override
    public String toString() {
        return "Relationship[since=" + since + ", managers=" + managers.size() + "]";
    }
}
