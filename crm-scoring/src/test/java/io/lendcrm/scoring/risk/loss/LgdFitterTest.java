package io.lendcrm.scoring.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.money.DiscountRate;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Workouts calculated by hand. */
class LgdFitterTest {

    private static final LocalDate DEFAULTED = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2023, 12, 31);
    private static final DiscountRate TEN = DiscountRate.perYear(0.10);
    private static final DiscountRate NONE = DiscountRate.perYear(0);

    private static Workout closed(double exposure, double recovered, double cost, int afterDays) {
        LocalDate day = DEFAULTED.plusDays(afterDays);
        return new Workout("unsecured", DEFAULTED, exposure, List.of(new Workout.Flow(day, recovered, cost)), day);
    }

    @Test
    void recoveriesLessCostsAreDiscountedToTheDefault() {
        Workout workout = new Workout(
                "unsecured",
                DEFAULTED,
                1000,
                List.of(
                        new Workout.Flow(LocalDate.of(2021, 1, 1), 400, 20),
                        new Workout.Flow(LocalDate.of(2022, 1, 1), 300, 50)),
                LocalDate.of(2022, 1, 1));
        // 366 and 731 days: (380 / 1.1^(366/365.2425) + 250 / 1.1^(731/365.2425)) / 1000
        double first = 380 * Math.pow(1.1, -366 / 365.2425);
        double second = 250 * Math.pow(1.1, -731 / 365.2425);
        assertThat(workout.lossGivenDefault(TEN, UNTIL)).isEqualTo(1 - (first + second) / 1000, within(1e-14));
        assertThat(workout.lossGivenDefault(TEN, UNTIL)).isEqualTo(0.44803, within(1e-5));
        assertThat(workout.lossGivenDefault(NONE, UNTIL)).isEqualTo(0.37, within(1e-15));
    }

    @Property(tries = 200)
    void whatIsPaidInFullAtOnceCostsItsCosts(
            @ForAll @DoubleRange(min = 1, max = 1e6) double exposure,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0, max = 0.5) double rate) {
        Workout workout = closed(exposure, exposure, share * exposure, 0);
        assertThat(workout.lossGivenDefault(DiscountRate.perYear(rate), UNTIL)).isEqualTo(share, within(1e-12));
    }

    @Property(tries = 200)
    void theSameMoneyLaterIsALargerLoss(
            @ForAll @IntRange(min = 0, max = 1000) int days, @ForAll @IntRange(min = 1, max = 400) int later) {
        assertThat(closed(100, 70, 0, days + later).lossGivenDefault(TEN, UNTIL))
                .isGreaterThan(closed(100, 70, 0, days).lossGivenDefault(TEN, UNTIL));
    }

    @Test
    void everyDefaultCountsOnceInTheAverage() {
        List<Workout> workouts = List.of(closed(100, 100, 0, 10), closed(100, 40, 0, 10), closed(800, 80, 0, 10));
        LgdModel model = LgdFitter.of(NONE, UNTIL).withLevel(0.9).fit(workouts);
        SegmentLoss loss = model.segment("unsecured");
        // 0, 0.6 and 0.9: mean 0.5, standard deviation 0.458258, t(0.95; 2) = 2.919986
        assertThat(loss.mean().value()).isEqualTo(0.5, within(1e-15));
        assertThat(loss.mean().upper()).isEqualTo(0.5 + 2.919986 * 0.4582576 / Math.sqrt(3), within(1e-6));
        assertThat(loss.exposureWeighted()).isEqualTo(780.0 / 1000, within(1e-15));
        assertThat(loss.upperBound()).isEqualTo(0.5, within(1e-15));
        assertThat(model.info().rows()).isEqualTo(3);
        assertThat(LgdFitter.of(NONE, UNTIL).withDownturn(0.15).fit(workouts).lossGivenDefault("unsecured"))
                .isEqualTo(0.65, within(1e-15));
        assertThat(LgdFitter.of(NONE, UNTIL).withDownturn(0.7).fit(workouts).lossGivenDefault("unsecured"))
                .as("not above all that is owed")
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.lossGivenDefault("secured"))
                .withMessage("segment must be one of [unsecured], found \"secured\"");
    }

    @Test
    void openWorkoutsCountByTheRuleThatIsChosen() {
        // two closed ones had lost 0.8 and 1.0 after a year, 0.5 and 0.85 in the end: factor 1.35 / 1.8 = 0.75
        Workout one = new Workout(
                "s",
                DEFAULTED,
                100,
                List.of(
                        new Workout.Flow(DEFAULTED.plusDays(90), 20, 0),
                        new Workout.Flow(DEFAULTED.plusDays(800), 30, 0)),
                DEFAULTED.plusDays(800));
        Workout two = new Workout(
                "s",
                DEFAULTED,
                100,
                List.of(new Workout.Flow(DEFAULTED.plusDays(700), 15, 0)),
                DEFAULTED.plusDays(700));
        LocalDate recent = UNTIL.minusMonths(18);
        Workout open = new Workout("s", recent, 100, List.of(new Workout.Flow(recent.plusDays(5), 40, 0)), null);
        List<Workout> all = List.of(one, two, open);
        LgdFitter fitter = LgdFitter.of(NONE, UNTIL);
        assertThat(fitter.withOpen(OpenWorkouts.EXCLUDE).fit(all).lossGivenDefault("s"))
                .isEqualTo((0.5 + 0.85) / 2, within(1e-15));
        SegmentLoss excluded = fitter.withOpen(OpenWorkouts.EXCLUDE).fit(all).segment("s");
        assertThat(excluded.excluded()).isEqualTo(1);
        assertThat(excluded.upperBound()).isEqualTo((0.5 + 0.85 + 0.6) / 3, within(1e-15));
        assertThat(fitter.withOpen(OpenWorkouts.NO_FURTHER_RECOVERY).fit(all).lossGivenDefault("s"))
                .isEqualTo((0.5 + 0.85 + 0.6) / 3, within(1e-15));
        assertThat(fitter.fit(all).lossGivenDefault("s")).isEqualTo((0.5 + 0.85 + 0.6 * 0.75) / 3, within(1e-15));
    }

    @Test
    void aWorkoutOlderThanTheLongestIsOver() {
        Workout old = new Workout("s", DEFAULTED, 100, List.of(new Workout.Flow(DEFAULTED.plusDays(900), 50, 0)), null);
        SegmentLoss loss = LgdFitter.of(NONE, UNTIL)
                .withLongestYears(2)
                .fit(List.of(old, old))
                .segment("s");
        assertThat(loss.closed()).isEqualTo(2);
        assertThat(loss.mean().value())
                .as("what came after two years doesn't count")
                .isEqualTo(1);
        assertThat(loss.mean().lower()).isEqualTo(1);
    }

    @Test
    void whatCannotBeEstimatedIsSaid() {
        assertThatThrownBy(() -> LgdFitter.of(NONE, UNTIL).fit(List.of(closed(100, 1, 0, 0))))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("segment unsecured has 1 workouts that count");
        assertThatThrownBy(() -> LgdFitter.of(NONE, UNTIL).fit(List.of())).isInstanceOf(FitException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LgdFitter.of(NONE, DEFAULTED.minusDays(1)).fit(List.of(closed(100, 1, 0, 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> closed(0, 1, 0, 0))
                .withMessage("exposure must be finite and above 0, found 0.0");
    }
}
