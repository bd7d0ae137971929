package io.lendcrm.core.interaction;

import static io.lendcrm.core.interaction.ApplicationState.APPLIED;
import static io.lendcrm.core.interaction.ApplicationState.APPROVED;
import static io.lendcrm.core.interaction.ApplicationState.CLOSED;
import static io.lendcrm.core.interaction.ApplicationState.DECLINED;
import static io.lendcrm.core.interaction.ApplicationState.DISBURSED;
import static io.lendcrm.core.interaction.ApplicationState.IN_REVIEW;
import static io.lendcrm.core.interaction.ApplicationState.WITHDRAWN;
import static io.lendcrm.core.interaction.Events.TEN;
import static io.lendcrm.core.interaction.Events.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.money.Rate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationTrackTest {

    @Test
    void aGrantedLoanGoesFromHandingInToPayingBack() {
        ApplicationTrack track = ApplicationTrack.of(List.of(
                step("2024-02-27", "1", APPLIED),
                step("2024-02-28", "2", IN_REVIEW),
                step("2024-03-02", "3", APPROVED),
                step("2024-03-05", "4", DISBURSED),
                step("2026-03-05", "5", CLOSED)));
        assertThat(track.refused()).isEmpty();
        assertThat(track.state()).contains(CLOSED);
        assertThat(track.daysToYes()).as("over the leap day").hasValue(4);
        assertThat(track.days(APPROVED, DISBURSED)).hasValue(3);
        assertThat(track.days(DISBURSED, APPROVED)).isEmpty();
        assertThat(track.reachedOn(DECLINED)).isEmpty();
    }

    @Test
    void whatMayNotFollowIsToldWithTheEventAndBothStates() {
        ApplicationTrack track = ApplicationTrack.of(List.of(
                step("2024-01-01", "1", IN_REVIEW),
                step("2024-01-02", "2", APPLIED),
                step("2024-01-03", "3", APPROVED),
                step("2024-01-04", "4", WITHDRAWN),
                step("2024-01-05", "5", APPLIED)));
        assertThat(track.steps()).extracting(s -> s.id().value()).containsExactly("2", "4");
        assertThat(track.refused())
                .containsExactly(
                        new RefusedMove<>(InteractionId.of("1"), null, IN_REVIEW),
                        new RefusedMove<>(InteractionId.of("3"), APPLIED, APPROVED),
                        new RefusedMove<>(InteractionId.of("5"), WITHDRAWN, APPLIED));
    }

    @Test
    void stepsOfOneDayWithoutTimesCountInOrderOfTheStates() {
        ApplicationTrack track = ApplicationTrack.of(List.of(
                step("2024-01-01", "1", APPROVED),
                step("2024-01-01", "2", IN_REVIEW),
                step("2024-01-01", "3", APPLIED)));
        assertThat(track.refused()).isEmpty();
        assertThat(track.daysToYes()).hasValue(0);
    }

    @Test
    void stepsOfOneDayWithTimesCountByTime() {
        ApplicationTrack track = ApplicationTrack.of(List.of(
                step("2024-01-01", "1", APPLIED, LocalTime.of(10, 0)),
                step("2024-01-01", "2", IN_REVIEW, LocalTime.of(9, 0))));
        assertThat(track.refused()).containsExactly(new RefusedMove<>(InteractionId.of("2"), null, IN_REVIEW));
    }

    @Test
    void anApplicationStallsWhereNothingHappens() {
        ApplicationTrack track =
                ApplicationTrack.of(List.of(step("2024-01-01", "1", APPLIED), step("2024-01-10", "2", IN_REVIEW)));
        assertThat(track.stalledDays(LocalDate.parse("2024-01-31"))).hasValue(21);
        assertThat(track.stalledDays(LocalDate.parse("2024-01-04"))).hasValue(3);
        assertThat(track.stalledDays(LocalDate.parse("2023-12-31"))).isEmpty();

        ApplicationTrack declined = ApplicationTrack.of(List.of(
                step("2024-01-01", "1", APPLIED),
                step("2024-01-10", "2", IN_REVIEW),
                step("2024-01-11", "3", DECLINED)));
        assertThat(declined.stalledDays(LocalDate.parse("2024-01-31"))).isEmpty();
    }

    @Test
    void theLastToldOfferOfACompetitorCounts() {
        CompetitorQuote first = CompetitorQuote.of("Other Bank", Rate.percent("4.10"));
        CompetitorQuote second = CompetitorQuote.of("Third Bank", Rate.percent("3.90"));
        ApplicationTrack track = ApplicationTrack.of(List.of(
                step("2024-01-01", "1", APPLIED).withCompetitorQuote(first),
                step("2024-01-02", "2", APPLIED).withCompetitorQuote(second),
                step("2024-01-03", "3", IN_REVIEW)));
        assertThat(track.refused()).as("the same state again is an update").isEmpty();
        assertThat(track.competitorQuote()).contains(second);
    }

    @Test
    void applicationsAreKeptApartAndCountedByHowFarTheyGot() {
        List<ApplicationTrack> tracks = ApplicationTrack.byApplication(List.of(
                of("b", step("2024-01-01", "1", APPLIED)),
                of("a", step("2024-01-01", "2", APPLIED)),
                of("a", step("2024-01-02", "3", IN_REVIEW)),
                of("a", step("2024-01-03", "4", APPROVED)),
                of("c", step("2024-01-01", "5", APPLIED)),
                of("c", step("2024-01-02", "6", IN_REVIEW)),
                of("c", step("2024-01-03", "7", DECLINED))));
        assertThat(tracks).extracting(ApplicationTrack::application).containsExactly("b", "a", "c");

        ApplicationFunnel funnel = ApplicationFunnel.of(tracks);
        assertThat(funnel.reached())
                .containsEntry(APPLIED, 3)
                .containsEntry(IN_REVIEW, 2)
                .containsEntry(DISBURSED, 0);
        assertThat(funnel.conversion(APPLIED, APPROVED).orElseThrow()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(funnel.conversion(DISBURSED, CLOSED)).isEmpty();
    }

    @Test
    void oneApplicationIsAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> ApplicationTrack.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApplicationTrack.of(
                        List.of(of("a", step("2024-01-01", "1", APPLIED)), of("b", step("2024-01-01", "2", APPLIED)))))
                .withMessageContaining("one application, found 2");
        assertThat(ApplicationTrack.byApplication(List.of())).isEmpty();
    }

    private static LoanApplication step(String day, String key, ApplicationState state) {
        return LoanApplication.of(on(day, key), "app", state, TEN, "term");
    }

    private static LoanApplication step(String day, String key, ApplicationState state, LocalTime time) {
        Header h = on(day, key);
        Header timed =
                new Header(h.id(), h.client(), h.occurredOn(), time, h.recordedAt(), h.channel(), SourceId.UNKNOWN);
        return LoanApplication.of(timed, "app", state, TEN, "term");
    }

    private static LoanApplication of(String application, LoanApplication step) {
        return LoanApplication.of(step.header(), application, step.state(), step.amount(), "term");
    }
}
