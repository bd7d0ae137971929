package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationshipTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 31);

    @Test
    void gapsLieBetweenAssignments() {
        Relationship relationship = managed(
                new ManagerAssignment("m-2", LocalDate.of(2024, 6, 1), LocalDate.of(2024, 8, 31)),
                new ManagerAssignment("m-1", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 4, 30)));

        assertThat(relationship.gaps(JANUARY, DECEMBER))
                .containsExactly(
                        new Relationship.Gap(JANUARY, LocalDate.of(2024, 1, 31)),
                        new Relationship.Gap(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 31)),
                        new Relationship.Gap(LocalDate.of(2024, 9, 1), DECEMBER));
    }

    @Test
    void overlapsAndOpenAssignmentsLeaveNoGap() {
        Relationship relationship = managed(
                new ManagerAssignment("m-1", LocalDate.of(2023, 1, 1), LocalDate.of(2024, 10, 31)),
                new ManagerAssignment("m-2", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 31)),
                new ManagerAssignment("m-3", LocalDate.of(2024, 11, 1), null));

        assertThat(relationship.gaps(JANUARY, DECEMBER)).isEmpty();
        assertThat(relationship.managersOn(LocalDate.of(2024, 4, 1))).hasSize(2);
        assertThat(relationship.managersOn(LocalDate.of(2022, 4, 1))).isEmpty();
    }

    @Test
    void withoutManagersTheWholeSpanIsAGap() {
        assertThat(managed().gaps(JANUARY, DECEMBER)).containsExactly(new Relationship.Gap(JANUARY, DECEMBER));
    }

    private static Relationship managed(ManagerAssignment... managers) {
        return new Relationship(JANUARY, Screening.CLEAR, List.of(managers));
    }
}
