package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Horizon;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ObservationWindowTest {

    private static final LocalDate JANUARY_1 = LocalDate.of(2024, 1, 1);
    private static final LocalDate JANUARY_31 = LocalDate.of(2024, 1, 31);

    @Test
    void everyDayBelongsToOneSpanAtMost() {
        ObservationWindow window =
                ObservationWindow.of(JANUARY_1, JANUARY_31).withHoldoutUntil(LocalDate.of(2024, 2, 29));
        assertThat(window.inCalibration(JANUARY_1.minusDays(1))).isFalse();
        assertThat(window.inCalibration(JANUARY_1)).isTrue();
        assertThat(window.inCalibration(JANUARY_31)).isTrue();
        assertThat(window.inHoldout(JANUARY_31)).isFalse();
        assertThat(window.inHoldout(LocalDate.of(2024, 2, 1))).isTrue();
        assertThat(window.inCalibration(LocalDate.of(2024, 2, 1))).isFalse();
        assertThat(window.inHoldout(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(window.inHoldout(LocalDate.of(2024, 3, 1))).isFalse();
        assertThat(window.holdout()).isEqualTo(Horizon.days(29));
        assertThat(window.asOf(ZoneOffset.UTC)).isEqualTo(AsOf.endOf(JANUARY_31, ZoneOffset.UTC));
    }

    @Test
    void aWindowMayBeginWithTheFirstEventAndHaveNoHoldout() {
        ObservationWindow window = ObservationWindow.until(JANUARY_31);
        assertThat(window.inCalibration(LocalDate.MIN)).isTrue();
        assertThat(window.inHoldout(JANUARY_31.plusDays(1))).isFalse();
        assertThat(window.holdout()).isEqualTo(Horizon.days(0));
    }

    @Test
    void aRollingOriginKeepsToTheEndsOfMonths() {
        assertThat(ObservationWindow.rolling(ObservationWindow.of(JANUARY_1, JANUARY_31), Period.ofMonths(1), 3))
                .containsExactly(
                        new ObservationWindow(JANUARY_1, JANUARY_31, LocalDate.of(2024, 2, 29)),
                        new ObservationWindow(JANUARY_1, LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31)),
                        new ObservationWindow(JANUARY_1, LocalDate.of(2024, 3, 31), LocalDate.of(2024, 4, 30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationWindow.rolling(ObservationWindow.until(JANUARY_31), Period.ofMonths(1), 0))
                .withMessage("count must be at least 1, found 0");
    }

    @Test
    void spansThatEndBeforeTheyBeginAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationWindow.of(JANUARY_31, JANUARY_1))
                .withMessage("until must not be before from=2024-01-31, found 2024-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationWindow.until(JANUARY_31).withHoldoutUntil(JANUARY_1))
                .withMessageStartingWith("holdoutUntil must not be before until=2024-01-31");
    }

    @Test
    void windowsFollowTheCalendar() {
        LocalDate may = LocalDate.of(2026, 5, 31);
        assertThat(ObservationWindow.trailing(may, Period.ofMonths(3)).from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(ObservationWindow.trailing(LocalDate.of(2024, 2, 29), Period.ofYears(1))
                        .from())
                .isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(ObservationWindow.whole(may, 1, 1)).isEqualTo(ObservationWindow.of(LocalDate.of(2026, 5, 1), may));
        assertThat(ObservationWindow.whole(may, 3, 4))
                .isEqualTo(ObservationWindow.of(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)));
        assertThat(ObservationWindow.whole(may, 12, 1))
                .isEqualTo(ObservationWindow.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationWindow.trailing(may, Period.ofDays(-1)))
                .withMessage("length must be at least a day, found P-1D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationWindow.whole(may, 5, 1))
                .withMessageContaining("monthsInBlock");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationWindow.whole(may, 3, 0))
                .withMessageContaining("blocks");
    }
}
