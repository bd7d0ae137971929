package io.lendcrm.scoring.value.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.value.purchase.Oracle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionFitterTest {

    private static final List<Oracle> OPTIMA = Oracle.rows("/io/lendcrm/scoring/value/contract/optima.tsv");
    private static final double[] ONE_EACH = {};

    @Test
    void findsTheOptimaOfThePublishedCohorts() {
        assertThat(OPTIMA).hasSize(6).allSatisfy(row -> {
            boolean shape = row.text("c").equals("fitted");
            BdwFitter fitter = shape ? BdwFitter.defaults() : BdwFitter.shiftedBetaGeometric();
            BdwModel model = fitter.fit(Cohorts.published(row.text("segment"), row.whole("periods")));

            assertThat(diagnostic(model, "logLikelihood")).isCloseTo(row.number("logL"), within(1e-9));
            assertThat(model.alpha()).isCloseTo(row.number("alpha"), withinPercentage(1e-4));
            assertThat(model.beta()).isCloseTo(row.number("beta"), withinPercentage(1e-4));
            assertThat(model.c()).isCloseTo(shape ? row.number("shape") : 1, withinPercentage(1e-4));
            assertThat(model.standardErrors())
                    .containsOnlyKeys(shape ? List.of("alpha", "beta", "c") : List.of("alpha", "beta"));
            assertThat(model.standardErrors().get("alpha")).isCloseTo(row.number("se1"), withinPercentage(1e-3));
            assertThat(model.standardErrors().get("beta")).isCloseTo(row.number("se2"), withinPercentage(1e-3));
            if (shape) {
                assertThat(model.standardErrors().get("c")).isCloseTo(row.number("se3"), withinPercentage(1e-3));
            }
            if (!row.text("condition").isEmpty()) {
                assertThat(diagnostic(model, "hessianCondition"))
                        .isCloseTo(row.number("condition"), withinPercentage(1e-2));
            }
            int free = shape ? 3 : 2;
            assertThat(diagnostic(model, "aic")).isCloseTo(2 * free - 2 * row.number("logL"), within(1e-6));
            assertThat(diagnostic(model, "bic"))
                    .isCloseTo(free * Math.log(1000) - 2 * row.number("logL"), within(1e-6));
            assertThat(model.info().warnings()).isEmpty();
        });
    }

    @Test
    void theLikelihoodRatioTellsWhetherReadinessToLeaveGrows() {
        // twice the differences of the log-likelihoods of independent_optima, of one degree of freedom
        ChiSquareTest highEnd = shapeTest(Cohorts.published("highend", 7));
        assertThat(highEnd.statistic()).isCloseTo(2 * (1611.158147391 - 1605.314213214), within(1e-6));
        assertThat(highEnd.probability()).isLessThan(0.001);
        ChiSquareTest regular = shapeTest(Cohorts.published("regular", 7));
        assertThat(regular.statistic()).isCloseTo(2 * (1680.265188463 - 1679.602832907), within(1e-6));
        assertThat(regular.probability()).isGreaterThan(0.2);
    }

    private static ChiSquareTest shapeTest(Tenures tenures) {
        return ChiSquareTest.likelihoodRatio(
                diagnostic(BdwFitter.shiftedBetaGeometric().fit(tenures), "logLikelihood"),
                diagnostic(BdwFitter.defaults().fit(tenures), "logLikelihood"),
                1);
    }

    @Test
    void aCohortIsItsClients() {
        int[] renewals = new int[8];
        boolean[] active = new boolean[8];
        double[] weight = new double[8];
        for (int n = 0; n < 8; n++) {
            renewals[n] = n;
            active[n] = n == 7;
            weight[n] = n == 7 ? Cohorts.REGULAR[7] : Cohorts.REGULAR[n] - Cohorts.REGULAR[n + 1];
        }
        Tenures clients = Tenures.ofRenewals(CalendarUnit.YEAR, renewals, active, weight);
        Tenures cohort = Tenures.ofCohort(CalendarUnit.YEAR, Cohorts.REGULAR);

        assertThat(BdwFitter.defaults().fit(clients))
                .isEqualTo(BdwFitter.defaults().fit(cohort));
        // two halves put together
        double[] half = Arrays.stream(Cohorts.REGULAR).map(s -> s / 2).toArray();
        Tenures halves = Tenures.ofCohort(CalendarUnit.YEAR, half).plus(Tenures.ofCohort(CalendarUnit.YEAR, half));
        assertThat(BdwFitter.defaults().fit(halves).parameters())
                .isEqualTo(BdwFitter.defaults().fit(cohort).parameters());
    }

    @Test
    void cohortsOfDifferentAgeArePooled() {
        Tenures young = Tenures.ofCohort(CalendarUnit.YEAR, Arrays.copyOf(Cohorts.REGULAR, 4));
        Tenures both = Tenures.ofCohort(CalendarUnit.YEAR, Cohorts.REGULAR).plus(young);
        BdwModel model = BdwFitter.shiftedBetaGeometric().fit(both);

        double sum = logLikelihood(model, Cohorts.REGULAR) + logLikelihood(model, Arrays.copyOf(Cohorts.REGULAR, 4));
        assertThat(diagnostic(model, "logLikelihood")).isCloseTo(sum, within(1e-8));
        assertThat(diagnostic(model, "clients")).isEqualTo(2000);
    }

    @Test
    void intervalsOfARenewalStayWithinZeroAndOne() {
        BdwModel model = BdwFitter.defaults().fit(Cohorts.published("highend", 7));
        Interval renewal = Interval.ofProbability(model, model.contrasts(), m -> m.renewal(3), 0.95);

        assertThat(renewal.value()).isEqualTo(model.renewal(3));
        assertThat(renewal.lower()).isBetween(0.88, renewal.value());
        assertThat(renewal.upper()).isBetween(renewal.value(), 0.95);
        Interval sBg = Interval.ofProbability(
                BdwFitter.shiftedBetaGeometric().fit(Cohorts.published("highend", 7)),
                BdwFitter.shiftedBetaGeometric()
                        .fit(Cohorts.published("highend", 7))
                        .contrasts(),
                m -> m.renewal(3),
                0.95);
        assertThat(sBg.upper() - sBg.lower()).isLessThan(renewal.upper() - renewal.lower());
    }

    @Test
    void periodsAndCalendarTimeAgreeWhereLeavingIsRare() {
        // with rare leaving, a period's probability is a rate: sBG(a, b) is nearly exponential-gamma(a, b)
        double[] survivors = {100_000, 99_000, 98_050, 97_130, 96_250};
        Tenures tenures = Tenures.ofCohort(CalendarUnit.YEAR, survivors);
        BdwModel periods = BdwFitter.shiftedBetaGeometric().fit(tenures);
        WeibullGammaModel time = WeibullGammaFitter.exponentialGamma().fit(tenures);

        assertThat(time.survival(8)).isCloseTo(periods.survival(8), within(1e-3));
        assertThat(diagnostic(time, "logLikelihood")).isCloseTo(diagnostic(periods, "logLikelihood"), within(1e-2));
    }

    @Test
    void namesTheLimitWhereClientsDoNotDiffer() {
        BdwModel model = BdwFitter.shiftedBetaGeometric()
                .fit(Tenures.ofCohort(CalendarUnit.YEAR, 10000, 8000, 6400, 5120, 4096));
        assertThat(model.info().warnings()).anyMatch(text -> text.contains("clients don't differ"));
        assertThat(model.renewal(0)).isCloseTo(0.8, within(1e-6));
        assertThat(model.renewal(9)).isCloseTo(0.8, within(1e-4));

        double[] duration = new double[500];
        boolean[] ended = new boolean[500];
        for (int i = 0; i < 500; i++) {
            duration[i] = -Math.log((i + 0.5) / 500) * 30; // exponential, to the quantile
            ended[i] = true;
        }
        WeibullGammaModel time = WeibullGammaFitter.exponentialGamma()
                .fit(Tenures.ofDurations(CalendarUnit.DAY, duration, ended, ONE_EACH, ONE_EACH));
        assertThat(time.info().warnings()).anyMatch(text -> text.contains("don't differ in their rate"));
        assertThat(time.renewal(0)).isCloseTo(Math.exp(-1.0 / 30), within(1e-3));
    }

    @Test
    void theUnitDoesNotMatter() {
        WeibullGammaModel truth = WeibullGammaModel.of(CalendarUnit.MONTH, 1.4, 80, 1.3);
        Tenures months = Cohorts.durations(truth, 1000, 11);
        WeibullGammaModel byMonth = WeibullGammaFitter.defaults().fit(months);
        WeibullGammaModel byDay = WeibullGammaFitter.defaults().fit(inDays(truth, 1000, 11));

        assertThat(byDay.c()).isCloseTo(byMonth.c(), withinPercentage(1e-6));
        assertThat(byDay.r()).isCloseTo(byMonth.r(), withinPercentage(1e-6));
        double days = CalendarUnit.MONTH.days();
        assertThat(byDay.survival(20 * days)).isCloseTo(byMonth.survival(20), within(1e-9));
        Interval month = Interval.ofProbability(byMonth, byMonth.contrasts(), m -> m.survival(20), 0.9);
        Interval day = Interval.ofProbability(byDay, byDay.contrasts(), m -> m.survival(20 * days), 0.9);
        assertThat(day.lower()).isCloseTo(month.lower(), within(1e-7));
        assertThat(day.upper()).isCloseTo(month.upper(), within(1e-7));
    }

    @Test
    void refusesDataThatSayNothing() {
        assertRefused(Tenures.ofCohort(CalendarUnit.YEAR, 50, 50, 50), "none of 50.0 clients left");
        assertRefused(Tenures.ofCohort(CalendarUnit.YEAR, 50, 0), "share one row");
        assertRefused(
                Tenures.ofRenewals(CalendarUnit.YEAR, new int[0], new boolean[0], ONE_EACH), "there are no clients");
        assertRefused(
                Tenures.ofDurations(CalendarUnit.YEAR, new double[] {1.5}, new boolean[] {true}, ONE_EACH, ONE_EACH),
                "not in whole periods");
        // all gone, but not all at once, is data enough: of 70 renewals 50 failed
        BdwModel gone = BdwFitter.shiftedBetaGeometric().fit(Tenures.ofCohort(CalendarUnit.YEAR, 50, 20, 0));
        assertThat(gone.survival(1)).isCloseTo(2.0 / 7, within(1e-6));
        assertThat(gone.info().warnings()).anyMatch(text -> text.contains("clients don't differ"));
    }

    private static Tenures inDays(WeibullGammaModel truth, int clients, long seed) {
        return Cohorts.durations(truth, clients, seed).in(CalendarUnit.DAY);
    }

    private static double logLikelihood(BdwModel model, double[] survivors) {
        double sum = survivors[survivors.length - 1] * Math.log(model.survival(survivors.length - 1));
        for (int t = 1; t < survivors.length; t++) {
            sum += (survivors[t - 1] - survivors[t]) * Math.log(model.survival(t - 1) - model.survival(t));
        }
        return sum;
    }

    private static void assertRefused(Tenures tenures, String seen) {
        assertThatThrownBy(() -> BdwFitter.defaults().fit(tenures))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(seen);
    }

    private static double diagnostic(RetentionModel model, String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }
}
