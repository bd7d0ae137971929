package io.lendcrm.scoring.risk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatingHistoryTest {

    private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

    @Test
    void anniversariesAreWholeYears() {
        List<RatingHistory> histories = RatingHistory.from(
                List.of(
                        rating("C-1", "A", "2020-01-01", null),
                        rating("C-1", "B", "2021-01-01", null),
                        rating("C-1", "C", "2022-07-02", null),
                        rating("C-1", "C", "2019-07-02", null)),
                "D",
                BEGIN);

        assertThat(histories).hasSize(1);
        assertThat(histories.get(0).steps().stream().map(RatingHistory.Step::years))
                .containsExactly(-183.0 / 365, 0.0, 1.0, 2 + 182.0 / 365);
    }

    @Test
    void aRatingThatRunsOutIsWithdrawnAndDefaultEndsAHistory() {
        List<RatingHistory> histories = RatingHistory.from(
                List.of(
                        rating("C-1", "B", "2020-01-01", "2020-12-31"),
                        rating("C-1", "A", "2021-01-01", "2021-12-31"),
                        rating("C-1", "C", "2023-01-01", null),
                        rating("C-1", "D", "2024-01-01", "2024-06-30"),
                        rating("C-1", "D", "2025-01-01", null),
                        rating("C-1", "B", "2026-01-01", null)),
                "D",
                BEGIN);

        assertThat(histories).hasSize(2);
        assertThat(histories.get(0).steps())
                .containsExactly(
                        new RatingHistory.Step(0, "B"),
                        new RatingHistory.Step(1, "A"),
                        new RatingHistory.Step(2, null),
                        new RatingHistory.Step(3, "C"),
                        new RatingHistory.Step(4, "D"));
        assertThat(histories.get(1).steps()).containsExactly(new RatingHistory.Step(6, "B"));
        MigrationCounts counts = MigrationCounts.of(List.of("A", "B", "C", "D"), 7);
        histories.forEach(counts::add);
        assertThat(counts.cohortMoves(1, 0)).isEqualTo(1);
        assertThat(counts.cohortWithdrawals(0)).isEqualTo(1);
        assertThat(counts.moves(2, 3)).isEqualTo(1);
        assertThat(counts.cohortMoves(1, 1)).isEqualTo(1);
        assertThat(counts.yearsAtRisk(1)).isEqualTo(2);
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThat(RatingHistory.from(List.of(), "D", BEGIN)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingHistory.from(
                        List.of(rating("C-1", "A", "2020-01-01", null), rating("C-2", "A", "2021-01-01", null)),
                        "D",
                        BEGIN))
                .withMessageContaining("one client, kind and scale")
                .withMessageNotContaining("C-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatingHistory(List.of(new RatingHistory.Step(0, null))))
                .withMessageContaining("begin with a grade");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RatingHistory(List.of(new RatingHistory.Step(1, "A"), new RatingHistory.Step(1, "B"))))
                .withMessageContaining("in order of time");
        assertThatIllegalArgumentException().isThrownBy(() -> new RatingHistory.Step(Double.NaN, "A"));
    }

    private static Rating rating(String client, String grade, String from, @Nullable String until) {
        LocalDate day = LocalDate.parse(from);
        return new Rating(
                ClientId.of(client),
                Rating.Kind.INTERNAL,
                "master",
                grade,
                SourceId.of("core"),
                day,
                until == null ? null : LocalDate.parse(until),
                AsOf.recordedOn(day, ZoneOffset.UTC));
    }
}
