package io.lendcrm.scoring.value.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Derivatives;
import io.lendcrm.scoring.likelihood.DistinctRows;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetentionProperties {

    private static final DiscountRate NONE = DiscountRate.perYear(0);

    @Property
    void survivalFallsFromOne(@ForAll("models") RetentionModel model, @ForAll @IntRange(max = 100_000) int tenure) {
        assertThat(model.survival(0)).isEqualTo(1);
        assertThat(model.survival(tenure)).isBetween(0.0, 1.0);
        assertThat(model.survival(tenure + 1)).isLessThanOrEqualTo(model.survival(tenure));
        assertThat(model.renewal(tenure)).isBetween(0.0, 1.0);
        assertThat(model.survival(tenure) * model.renewal(tenure)).isCloseTo(model.survival(tenure + 1), within(1e-12));
    }

    @Property
    void retentionRisesWithTenureWhereReadinessToLeaveDoesNotGrow(
            @ForAll("steady") RetentionModel model, @ForAll @IntRange(max = 10_000) int tenure) {
        assertThat(model.renewal(tenure + 1)).isGreaterThanOrEqualTo(model.renewal(tenure) * (1 - 1e-14));
    }

    @Property(tries = 300)
    void residualLifetimeIsFiniteAndLessThanWithoutInterest(
            @ForAll("models") RetentionModel model,
            @ForAll @IntRange(max = 1000) int tenure,
            @ForAll @IntRange(min = 1, max = 30_000) int basisPoints) {
        DiscountRate rate = DiscountRate.perYear(basisPoints / 1e4);
        double discounted = model.residualLifetime(tenure, rate);
        double plain = model.residualLifetime(tenure, NONE);
        double within = model.residualLifetime(tenure, Horizon.years(25), rate);

        assertThat(discounted).isPositive().isFinite().isLessThanOrEqualTo(plain * (1 + 1e-9));
        assertThat(within).isNotNegative().isLessThanOrEqualTo(discounted * (1 + 1e-9));
        assertThat(model.residualLifetime(tenure, Horizon.years(25), NONE))
                .isBetween(within * (1 - 1e-9), 25 * (1 + 1e-9));
        assertThat(model.discountedLifetime(rate)).isPositive().isFinite();
        assertThat(model.expectedLifetime()).isGreaterThanOrEqualTo(model.discountedLifetime(rate) * (1 - 1e-9));
    }

    @Property(tries = 200)
    void aLongerHorizonAddsOnePayment(
            @ForAll("periods") BdwModel model,
            @ForAll @IntRange(max = 50) int tenure,
            @ForAll @IntRange(min = 1, max = 6000) int horizon) {
        DiscountRate rate = DiscountRate.perYear(0.003);
        double longer = model.residualLifetime(tenure, Horizon.years(horizon + 1.0), rate);
        double last = model.retention(tenure, horizon + 1) * Math.pow(1.003, -horizon);

        assertThat(longer - model.residualLifetime(tenure, Horizon.years(horizon), rate))
                .isCloseTo(last, within(1e-11 * (1 + longer)));
    }

    @Property(tries = 200)
    void timePassesAsItShould(
            @ForAll("time") WeibullGammaModel model,
            @ForAll @DoubleRange(max = 100) double tenure,
            @ForAll @DoubleRange(min = 0.01, max = 50) double wait) {
        DiscountRate rate = DiscountRate.perYear(0.08);
        double all = model.residualLifetime(tenure, rate);
        double first = model.residualLifetime(tenure, Horizon.years(wait), rate);
        double rest = model.retention(tenure, wait)
                * rate.factor(Horizon.years(wait))
                * model.residualLifetime(tenure + wait, rate);

        assertThat(first + rest).isCloseTo(all, within(1e-11 * all));
    }

    @Property(tries = 100)
    void theLikelihoodOfPeriodsHasTheDerivativesOfDifferences(@ForAll("periods") BdwModel model) {
        DistinctRows rows = Tenures.ofCohort(CalendarUnit.YEAR, 1000, 700, 600, 540, 500)
                .plus(Tenures.ofRenewals(CalendarUnit.YEAR, new int[] {0, 9, 30}, new boolean[3], new double[0]))
                .rows();
        double[] logs = {Math.log(model.alpha()), Math.log(model.beta()), Math.log(model.c())};

        Derivatives.check(new TenureLikelihood(rows, 1, BdwCurve::new, Run.sequential()), logs);
        Derivatives.check(
                new TenureLikelihood(rows, 1, BdwCurve::new, Run.sequential()), new double[] {logs[0], logs[1]});
    }

    @Property(tries = 100)
    void theLikelihoodOfTimeHasTheDerivativesOfDifferences(
            @ForAll("time") WeibullGammaModel model, @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
        DistinctRows rows = Tenures.ofCohort(CalendarUnit.YEAR, 1000, 700, 600, 540, 500)
                .plus(Tenures.ofDurations(
                        CalendarUnit.YEAR,
                        new double[] {0.3, 2.5, 7, 40},
                        new boolean[] {true, true, false, true},
                        new double[0],
                        new double[] {0, 1, 0.5, 0}))
                .rows();
        double[] logs = {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.c())};

        Derivatives.check(new TenureLikelihood(rows, scale, WeibullGammaCurve::new, Run.sequential()), logs);
    }

    @Property(tries = 100)
    void theScaleOfTimeLeavesTheLikelihood(@ForAll("time") WeibullGammaModel model) {
        DistinctRows rows = Tenures.ofDurations(
                        CalendarUnit.YEAR,
                        new double[] {0.3, 2.5, 7},
                        new boolean[] {true, true, false},
                        new double[0],
                        new double[] {0, 1, 0.5})
                .rows();
        double[] logs = {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.c())};
        double[] scaled = {logs[0], logs[1] - model.c() * Math.log(3), logs[2]};
        double plain = new TenureLikelihood(rows, 1, WeibullGammaCurve::new, Run.sequential())
                .at(logs, new double[3], new double[3][3]);

        assertThat(new TenureLikelihood(rows, 3, WeibullGammaCurve::new, Run.sequential())
                        .at(scaled, new double[3], new double[3][3]))
                .isCloseTo(plain, within(1e-9 * (1 + Math.abs(plain))));
    }

    @Provide
    Arbitrary<BdwModel> periods() {
        return Combinators.combine(parameter(), parameter(), shape(0.7))
                .as((alpha, beta, c) -> BdwModel.of(CalendarUnit.YEAR, alpha, beta, c));
    }

    @Provide
    Arbitrary<WeibullGammaModel> time() {
        return Combinators.combine(parameter(), parameter(), shape(0.7))
                .as((r, alpha, c) -> WeibullGammaModel.of(CalendarUnit.YEAR, r, alpha, c));
    }

    @Provide
    Arbitrary<RetentionModel> models() {
        return Arbitraries.oneOf(periods().map(m -> (RetentionModel) m), time().map(m -> (RetentionModel) m));
    }

    @Provide
    Arbitrary<RetentionModel> steady() {
        Arbitrary<RetentionModel> periods = Combinators.combine(parameter(), parameter(), shape(0))
                .as((alpha, beta, c) -> BdwModel.of(CalendarUnit.YEAR, alpha, beta, c));
        Arbitrary<RetentionModel> time = Combinators.combine(parameter(), parameter(), shape(0))
                .as((r, alpha, c) -> WeibullGammaModel.of(CalendarUnit.YEAR, r, alpha, c));
        return Arbitraries.oneOf(periods, time);
    }

    private static Arbitrary<Double> parameter() {
        return Arbitraries.doubles().between(-1.3, 2).ofScale(9).map(power -> Math.pow(10, power));
    }

    /** 1 as often as not. */
    private static Arbitrary<Double> shape(double greatest) {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(1.0)),
                Tuple.of(
                        1,
                        Arbitraries.doubles().between(-0.7, greatest).ofScale(9).map(power -> Math.pow(10, power))));
    }
}
