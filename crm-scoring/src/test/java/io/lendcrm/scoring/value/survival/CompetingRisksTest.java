package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.CalendarUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eight loans, worked by hand: default, prepayment, maturity, or still running. */
class CompetingRisksTest {

    private static final SurvivalData LOANS = SurvivalData.of(
            CalendarUnit.MONTH,
            new double[] {2, 3, 3, 5, 6, 8, 12, 12},
            new int[] {2, 1, 0, 2, 0, 1, 3, 3},
            List.of("default", "prepayment", "maturity"));

    @Test
    void incidencesAreThoseWorkedByHand() {
        AalenJohansen curves = AalenJohansen.of(LOANS);
        double afterTwo = 7.0 / 8;
        double afterThree = afterTwo * 6 / 7;
        double afterFive = afterThree * 4 / 5;
        double afterEight = afterFive * 2 / 3;

        assertThat(curves.incidence("prepayment", 2)).isCloseTo(1.0 / 8, within(1e-15));
        assertThat(curves.incidence("default", 3)).isCloseTo(afterTwo / 7, within(1e-15));
        assertThat(curves.incidence("prepayment", 5)).isCloseTo(1.0 / 8 + afterThree / 5, within(1e-15));
        assertThat(curves.incidence("default", 8)).isCloseTo(afterTwo / 7 + afterFive / 3, within(1e-15));
        assertThat(curves.survival(8)).isCloseTo(afterEight, within(1e-15));
        assertThat(curves.incidence("maturity", 12)).isCloseTo(afterEight, within(1e-15));
        assertThat(curves.survival(12)).isZero();
    }

    @Test
    void oneMinusKaplanMeierOfACauseTellsMoreThanHappens() {
        AalenJohansen curves = AalenJohansen.of(LOANS);
        KaplanMeier alone = KaplanMeier.of(LOANS.only("default"));
        assertThat(1 - alone.survival(8)).isGreaterThan(curves.incidence("default", 8));
        assertThat(curves.interval("default", 8, 0.95).lower()).isLessThan(curves.incidence("default", 8));
        assertThatThrownBy(() -> curves.incidence("fraud", 8))
                .hasMessageContaining("must be one of [default, prepayment");
    }
}
