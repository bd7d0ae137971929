package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Derivatives;
import io.lendcrm.scoring.likelihood.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SurvivalProperties {

    @Property(tries = 200)
    void theCurveNeverRisesAndItsIntervalHoldsIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int rows, @ForAll CurveScale scale) {
        KaplanMeier curve = KaplanMeier.of(durations(seed, rows, 1, true));
        double last = 1;
        for (double t = 0; t <= 21; t += 0.5) {
            Interval interval = curve.interval(t, 0.9, scale);
            assertThat(curve.survival(t)).isBetween(0.0, last);
            assertThat(interval.lower()).isBetween(0.0, curve.survival(t));
            assertThat(interval.upper()).isBetween(curve.survival(t), 1.0);
            last = curve.survival(t);
        }
        assertThat(curve.restrictedMean(20)).isBetween(0.0, 20.0);
    }

    @Property(tries = 100)
    void withoutCensoringTheCurveIsTheShareLeft(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int rows) {
        SurvivalData data = durations(seed, rows, 0, false);
        KaplanMeier curve = KaplanMeier.of(data);
        for (double t : curve.times()) {
            double left = 0;
            for (int i = 0; i < rows; i++) {
                left += data.time(i) > t ? 1 : 0;
            }
            assertThat(curve.survival(t)).isCloseTo(left / rows, within(1e-12));
            assertThat(curve.standardError(t))
                    .isCloseTo(Math.sqrt(left / rows * (1 - left / rows) / rows), within(1e-12));
        }
        double mean = 0;
        for (int i = 0; i < rows; i++) {
            mean += data.time(i) / rows;
        }
        assertThat(curve.restrictedMean(data.lastTime())).isCloseTo(mean, within(1e-10));
    }

    @Property(tries = 150)
    void causesAndThoseLeftAddUpToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int rows) {
        SurvivalData data = durations(seed, rows, 3, true);
        AalenJohansen curves = AalenJohansen.of(data);
        KaplanMeier curve = KaplanMeier.of(data);
        for (double t = 0; t <= 20; t++) {
            double sum = curves.survival(t);
            for (String cause : data.causes()) {
                sum += curves.incidence(cause, t);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(curves.survival(t)).isCloseTo(curve.survival(t), within(1e-12));
        }
    }

    @Property(tries = 150)
    void withOneCauseIncidenceIsWhatKaplanMeierLeaves(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 80) int rows) {
        SurvivalData data = durations(seed, rows, 1, true);
        AalenJohansen curves = AalenJohansen.of(data);
        KaplanMeier curve = KaplanMeier.of(data);
        for (double t : curve.times()) {
            assertThat(curves.incidence("c1", t)).isCloseTo(1 - curve.survival(t), within(1e-12));
            if (curve.survival(t) > 0) {
                assertThat(curves.standardError("c1", t)).isCloseTo(curve.standardError(t), within(1e-10));
            }
        }
    }

    @Property(tries = 20)
    void coxSeesTheOrderOfTimesOnly(@ForAll long seed, @ForAll CoxTies ties) {
        SurvivalData data =
                durations(seed, 80, 1, true).withColumns(Simulated.SCHEMA, column(seed + 1, 80), column(seed + 2, 80));
        double[] squared = new double[80];
        int[] event = new int[80];
        for (int i = 0; i < 80; i++) {
            squared[i] = Math.pow(data.time(i), 3) + 7 * data.time(i);
            event[i] = data.end(i);
        }
        SurvivalData moved = SurvivalData.of(CalendarUnit.MONTH, squared, event)
                .withColumns(Simulated.SCHEMA, data.column(0), data.column(1));
        CoxFitter fitter = CoxFitter.defaults().withTies(ties);
        assertThat(fitter.fit(moved).coefficients()).isEqualTo(fitter.fit(data).coefficients());
    }

    @Property(tries = 40)
    void coxDerivativesAreThoseOfTheLikelihood(@ForAll long seed, @ForAll CoxTies ties) {
        double[] late = new double[60];
        SurvivalData data =
                durations(seed, 60, 1, true).withColumns(Simulated.SCHEMA, column(seed + 1, 60), column(seed + 2, 60));
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            late[i] = random.nextInt(3) == 0 ? data.time(i) / 2 : 0;
        }
        SurvivalData entered = data.withEntry(late);
        Derivatives.check(
                new CoxLikelihood(entered, Centred.of(entered, CoxModel.TYPE), ties),
                new double[] {random.nextGaussian(), random.nextGaussian()});
    }

    /** Efron's and Breslow's rules agree where no two end together. */
    @Property(tries = 15)
    void withoutTiesBothRulesAreOne(@ForAll long seed) {
        SurvivalData data = Simulated.book(300, seed);
        CoxModel efron = CoxFitter.defaults().fit(data);
        CoxModel breslow = CoxFitter.defaults().withTies(CoxTies.BRESLOW).fit(data);
        assertThat(efron.coefficients()).isEqualTo(breslow.coefficients());
    }

    @Property(tries = 100)
    void concordanceIsThatOfAllPairs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int rows) {
        SurvivalData data = durations(seed, rows, 1, true);
        double[] risks = new Random(seed).ints(rows, 0, 8).asDoubleStream().toArray();
        long[] pairs = new long[3];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                boolean longer = data.time(j) > data.time(i) || data.time(j) == data.time(i) && !data.ended(j);
                if (i != j && data.ended(i) && longer) {
                    pairs[risks[i] > risks[j] ? 0 : risks[i] < risks[j] ? 1 : 2]++;
                }
            }
        }
        assertThat(Concordance.of(data, risks)).isEqualTo(new Concordance(pairs[0], pairs[1], pairs[2]));
    }

    private static SurvivalData durations(long seed, int rows, int causes, boolean censored) {
        Random random = new Random(seed);
        double[] time = new double[rows];
        int[] end = new int[rows];
        int kinds = Math.max(1, causes);
        for (int i = 0; i < rows; i++) {
            time[i] = 1 + random.nextInt(20);
            end[i] = censored && random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(kinds);
        }
        return SurvivalData.of(
                CalendarUnit.MONTH, time, end, List.of("c1", "c2", "c3").subList(0, kinds));
    }

    private static double[] column(long seed, int rows) {
        Random random = new Random(seed);
        double[] values = new double[rows];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
