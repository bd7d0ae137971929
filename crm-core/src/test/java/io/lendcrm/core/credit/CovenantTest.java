package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.statement.RatioValue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CovenantTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 31);

    @Test
    void keepingExactlyToTheBoundKeepsThePromise() {
        Covenant cover = new Covenant("k-1", "debt-service-cover", Covenant.Side.AT_LEAST, 1.2, FIRST, 3);
        Covenant leverage = new Covenant("k-2", "liabilities-to-assets", Covenant.Side.AT_MOST, 0.7, FIRST, 12);

        assertThat(cover.keptBy(RatioValue.of(1.2))).contains(true);
        assertThat(cover.keptBy(RatioValue.of(1.19))).contains(false);
        assertThat(leverage.keptBy(RatioValue.of(0.7))).contains(true);
        assertThat(leverage.keptBy(RatioValue.of(0.71))).contains(false);
        assertThat(cover.headroom(RatioValue.of(1.5)).asDouble().orElseThrow()).isCloseTo(0.3, within(1e-12));
        assertThat(leverage.headroom(RatioValue.of(0.75)).asDouble().orElseThrow())
                .isCloseTo(-0.05, within(1e-12));
    }

    @Test
    void anUndefinedRatioSaysNothing() {
        Covenant cover = new Covenant("k-1", "interest-cover", Covenant.Side.AT_LEAST, 1.2, FIRST, 3);
        RatioValue none = RatioValue.undefined(RatioValue.Reason.ZERO_DENOMINATOR, "interest expense");

        assertThat(cover.keptBy(none)).isEmpty();
        assertThat(cover.headroom(none)).isEqualTo(none);
    }

    @Test
    void testDatesKeepToTheEndOfTheMonth() {
        Covenant cover = new Covenant("k-1", "interest-cover", Covenant.Side.AT_LEAST, 1.2, FIRST, 1);

        assertThat(cover.testDates(LocalDate.of(2024, 4, 29)))
                .containsExactly(FIRST, LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31));
        assertThat(cover.testDates(FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void impossibleBoundsAreRefused() {
        assertThatThrownBy(() -> new Covenant("k", "m", Covenant.Side.AT_MOST, Double.NaN, FIRST, 1))
                .hasMessage("bound must be finite, found NaN");
        assertThatThrownBy(() -> new Covenant("k", "m", Covenant.Side.AT_MOST, 1, FIRST, 0))
                .hasMessage("everyMonths must be at least 1, found 0");
    }
}
