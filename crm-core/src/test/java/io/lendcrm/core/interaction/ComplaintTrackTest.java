package io.lendcrm.core.interaction;

import static io.lendcrm.core.interaction.ComplaintState.IN_PROGRESS;
import static io.lendcrm.core.interaction.ComplaintState.OPENED;
import static io.lendcrm.core.interaction.ComplaintState.REJECTED;
import static io.lendcrm.core.interaction.ComplaintState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComplaintTrackTest {

    /** The working days of Germany's spring 2024: Good Friday was 29 March, Easter Monday 1 April. */
    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !Set.of(LocalDate.parse("2024-03-29"), LocalDate.parse("2024-04-01"))
                        .contains(day);
    }

    @Test
    void timeToResolveIsCountedWithAndWithoutHolidays() {
        ComplaintTrack track = ComplaintTrack.of(List.of(
                step("2024-03-27", "1", OPENED),
                step("2024-03-28", "2", IN_PROGRESS),
                step("2024-04-03", "3", RESOLVED)));
        assertThat(track.daysToResolve()).hasValue(7);
        assertThat(track.workingDaysToResolve(ComplaintTrackTest::isWorkingDay))
                .as("28 March, 2 and 3 April")
                .hasValue(3);
    }

    @Test
    void resolvedOnTheSameDayTakesNoDay() {
        ComplaintTrack track =
                ComplaintTrack.of(List.of(step("2024-03-27", "2", RESOLVED), step("2024-03-27", "1", OPENED)));
        assertThat(track.daysToResolve()).hasValue(0);
        assertThat(track.workingDaysToResolve(ComplaintTrackTest::isWorkingDay)).hasValue(0);
        assertThat(track.refused()).isEmpty();
    }

    @Test
    void aComplaintTakenUpAgainIsOpenUntilItIsSettledOnceMore() {
        List<Complaint> reopened = List.of(
                step("2024-03-01", "1", OPENED),
                step("2024-03-03", "2", RESOLVED),
                step("2024-03-05", "3", IN_PROGRESS));
        ComplaintTrack open = ComplaintTrack.of(reopened);
        assertThat(open.resolvedOn()).isEmpty();
        assertThat(open.daysToResolve()).isEmpty();
        assertThat(open.workingDaysToResolve(day -> true)).isEmpty();
        assertThat(open.reopened()).isEqualTo(1);

        List<Complaint> settled = new ArrayList<>(reopened);
        settled.add(step("2024-03-09", "4", REJECTED));
        assertThat(ComplaintTrack.of(settled).daysToResolve()).hasValue(8);
    }

    @Test
    void whatMayNotFollowIsTold() {
        ComplaintTrack track = ComplaintTrack.of(List.of(
                step("2024-03-01", "1", RESOLVED),
                step("2024-03-02", "2", OPENED),
                step("2024-03-03", "3", RESOLVED),
                step("2024-03-04", "4", REJECTED)));
        assertThat(track.refused())
                .containsExactly(
                        new RefusedMove<>(InteractionId.of("1"), null, RESOLVED),
                        new RefusedMove<>(InteractionId.of("4"), RESOLVED, REJECTED));
        assertThat(track.openedOn()).contains(LocalDate.parse("2024-03-02"));
        assertThat(track.daysToResolve()).hasValue(1);
    }

    @Test
    void aComplaintNeverOpenedHasNoState() {
        ComplaintTrack track = ComplaintTrack.of(List.of(step("2024-03-01", "1", RESOLVED)));
        assertThat(track.state()).isEmpty();
        assertThat(track.openedOn()).isEmpty();
        assertThat(track.daysToResolve()).isEmpty();
    }

    @Test
    void oneComplaintIsAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> ComplaintTrack.of(List.of()));
        assertThat(ComplaintTrack.byComplaint(List.of())).isEmpty();
    }

    private static Complaint step(String day, String key, ComplaintState state) {
        return Complaint.of(Events.on(day, key), "c1", state, "fees");
    }
}
