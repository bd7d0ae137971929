package io.lendcrm.scoring.risk.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LogisticFitterTest {

    private static final double TOLERANCE = 1e-9;
    private static final LogisticFitter FITTER = LogisticFitter.defaults();

    @Test
    void fitsWhatRFitsOnTheGermanCreditData() {
        LogisticModel model = FITTER.fit(GermanCredit.woe());
        GoodnessOfFit fit = model.fit().orElseThrow();

        assertCoefficients(model, "glm_full");
        Map<String, Double> expected = GermanCredit.expected("glm_full");
        assertThat(fit.deviance()).isCloseTo(expected.get("deviance"), within(1e-8));
        assertThat(fit.nullDeviance()).isCloseTo(expected.get("null_deviance"), within(1e-8));
        assertThat(fit.aic()).isCloseTo(expected.get("aic"), within(1e-8));
        assertThat(fit.logLikelihood()).isCloseTo(expected.get("loglik"), within(1e-8));
        assertThat(fit.bic()).isCloseTo(fit.deviance() + 14 * Math.log(1000), within(1e-9));
        assertThat(fit.mcFadden()).isCloseTo(1 - 916.14998351819 / 1221.72860410979, within(1e-12));
        assertThat(fit.overall().degrees()).isEqualTo(13);
        assertThat(fit.overall().statistic()).isCloseTo(1221.72860410979 - 916.14998351819, within(1e-8));
    }

    @Test
    void choosesTheColumnsThatRsStepChooses() {
        Stepwise.Selection selection = Stepwise.defaults().select(GermanCredit.woe(), Run.sequential());
        LogisticModel model = selection.model();

        assertThat(selection.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.column()).isEqualTo("property"))
                .satisfies(step -> assertThat(step.added()).isFalse());
        assertCoefficients(model, "glm_step");
        Map<String, Double> factors = VarianceInflation.of(model);
        GermanCredit.expected("top.se")
                .forEach((name, error) -> assertThat(
                                model.coefficients().of(name).standardError())
                        .as(name)
                        .isCloseTo(error, within(TOLERANCE * error)));
        GermanCredit.expected("top.vif")
                .forEach((name, factor) ->
                        assertThat(factors.get(name)).as(name).isCloseTo(factor, within(TOLERANCE * factor)));
        // R computes both from the weights of the step before its last.
        GermanCredit.expected("glm_step.se")
                .forEach((name, error) -> assertThat(
                                model.coefficients().of(name).standardError())
                        .as(name)
                        .isCloseTo(error, within(5e-6 * error)));
        GermanCredit.expected("vif")
                .forEach((name, factor) ->
                        assertThat(factors.get(name)).as(name).isCloseTo(factor, within(5e-6 * factor)));
        List<String> chosen = model.schema().names();
        double[] probabilities = GermanCredit.expected("pd").values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        LogisticData data = GermanCredit.woe().select(chosen);
        for (int i = 0; i < probabilities.length; i++) {
            assertThat(model.probability(row(data, i))).isCloseTo(probabilities[i], within(1e-10));
        }
    }

    @Test
    void forwardAndBackwardByBicKeepFewerColumns() {
        Stepwise byBic = Stepwise.defaults().withCriterion(Stepwise.Criterion.BIC);
        Stepwise.Selection forward =
                byBic.withDirection(Stepwise.Direction.FORWARD).select(GermanCredit.woe(), Run.sequential());
        Stepwise.Selection backward =
                byBic.withDirection(Stepwise.Direction.BACKWARD).select(GermanCredit.woe(), Run.sequential());

        assertThat(forward.steps().get(0).column()).isEqualTo("status_of_existing_checking_account");
        assertThat(forward.model().schema().size()).isBetween(6, 11);
        assertThat(backward.model().schema().size()).isBetween(6, 11);
        for (Stepwise.Selection chosen : List.of(forward, backward)) {
            double[] criteria = chosen.steps().stream()
                    .mapToDouble(Stepwise.Step::criterion)
                    .toArray();
            assertThat(Arrays.stream(criteria).boxed().toList()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    /** Age against default, by hand: two groups, so that the slope is the logarithm of the odds ratio. */
    @Test
    void aYesNoColumnGivesTheLogarithmOfTheOddsRatio() {
        LogisticData data = LogisticData.of(List.of("young"), new double[][] {{0, 0, 1, 1}}, new double[] {0, 1, 0, 1})
                .withWeights(80, 20, 30, 10);
        LogisticModel model = FITTER.fit(data);

        assertThat(model.coefficients().of("young").estimate())
                .isCloseTo(Math.log(10.0 / 30 / (20.0 / 80)), within(1e-12));
        assertThat(model.coefficients().of(LogisticModel.CONSTANT).estimate()).isCloseTo(Math.log(0.25), within(1e-12));
        double variance = 1.0 / 80 + 1.0 / 20 + 1.0 / 30 + 1.0 / 10;
        assertThat(model.coefficients().of("young").standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(model.fit().orElseThrow().observations()).isEqualTo(140);
    }

    @Test
    void anOffsetIsTakenOverAsItIs() {
        LogisticData data = GermanCredit.woe();
        LogisticModel whole = FITTER.fit(data);
        double[] known = new double[data.rows()];
        for (int i = 0; i < known.length; i++) {
            known[i] = whole.score(row(data, i));
        }
        LogisticModel rest = FITTER.fit(data.withOffset(known));
        for (double estimate : rest.coefficients().estimates()) {
            assertThat(estimate).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void threadsChangeNoBit() {
        LogisticData data = Simulated.book(30_000, 11);
        LogisticModel one = FITTER.fit(data);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            LogisticModel three = FITTER.fit(data, Run.sequential().on(threads, 3));
            assertThat(three.coefficients()).isEqualTo(one.coefficients());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBoundIsKeptAndTheRestIsTheBestGivenIt() {
        LogisticData data = GermanCredit.woe();
        CoefficientRange most = new CoefficientRange(0, 0.5);
        LogisticModel bound = FITTER.withBounds(Map.of(
                        "duration_in_month",
                        most,
                        "property",
                        CoefficientRange.NOT_POSITIVE,
                        "purpose",
                        CoefficientRange.NOT_NEGATIVE))
                .fit(data);

        assertThat(bound.coefficients().of("duration_in_month").estimate()).isCloseTo(0.5, within(1e-15));
        assertThat(bound.coefficients().of("duration_in_month").held()).isTrue();
        assertThat(bound.coefficients().of("property").estimate()).isZero();
        assertThat(bound.coefficients().of("purpose").held()).isFalse();
        assertThat(bound.info().warnings()).hasSize(2).allMatch(text -> text.contains("held at its bound"));
        assertThat(bound.fit().orElseThrow().parameters()).isEqualTo(12);

        List<String> others = data.schema().names().stream()
                .filter(name -> !name.equals("duration_in_month") && !name.equals("property"))
                .toList();
        int at = data.schema().indexOf("duration_in_month");
        double[] offset = new double[data.rows()];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = 0.5 * data.value(i, at);
        }
        LogisticModel free = FITTER.fit(data.select(others).withOffset(offset));
        for (String name : others) {
            assertThat(bound.coefficients().of(name).estimate())
                    .isCloseTo(free.coefficients().of(name).estimate(), within(1e-10));
            assertThat(bound.coefficients().of(name).standardError())
                    .isCloseTo(free.coefficients().of(name).standardError(), within(1e-10));
        }
    }

    @Test
    void waldAndLikelihoodRatioAgreeOnAColumnThatSaysLittle() {
        LogisticData data = GermanCredit.woe();
        LogisticModel full = FITTER.fit(data);
        GoodnessOfFit without = FITTER.fit(data.select(data.schema().names().stream()
                        .filter(name -> !name.equals("property"))
                        .toList()))
                .fit()
                .orElseThrow();
        ChiSquareTest ratio = without.against(full.fit().orElseThrow());
        ChiSquareTest wald = full.coefficients().wald(List.of("property"));

        assertThat(ratio.degrees()).isEqualTo(1);
        assertThat(ratio.statistic()).isCloseTo(916.992963149016 - 916.14998351819, within(1e-8));
        assertThat(wald.statistic())
                .isCloseTo(Math.pow(full.coefficients().of("property").z(), 2), within(1e-9));
        assertThat(wald.probability()).isCloseTo(ratio.probability(), within(0.01));
    }

    @Test
    void completeSeparationIsRefusedByName() {
        LogisticData data = LogisticData.of(
                List.of("income", "arrears"),
                new double[][] {{3, 1, 4, 1, 5, 9, 2, 6}, {0, 0, 0, 0, 30, 45, 60, 90}},
                new double[] {0, 0, 0, 0, 1, 1, 1, 1});
        assertThatThrownBy(() -> FITTER.fit(data))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("arrears")
                .hasMessageContaining("separate all yes from all no");
    }

    @Test
    void quasiSeparationIsRefusedByTheColumnThatCausesIt() {
        double[] bankrupt = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
        double[] income = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        double[] bad = {0, 1, 0, 1, 1, 0, 0, 1, 1, 1};
        LogisticData data = LogisticData.of(List.of("income", "bankrupt"), new double[][] {income, bankrupt}, bad);
        assertThatThrownBy(() -> FITTER.fit(data))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("columns [bankrupt] separate some yes from no");

        LogisticModel penalised = FITTER.withSeparation(OnSeparation.PENALISE).fit(data);
        assertThat(penalised.coefficients().of("bankrupt").estimate()).isBetween(0.1, 10.0);
        assertThat(penalised.info().warnings()).singleElement().asString().contains("bankrupt", "penalty");
        assertThat(penalised.coefficients())
                .isEqualTo(FITTER.withPenalty(1).fit(data).coefficients());
        LogisticModel bounded = FITTER.withBounds(Map.of("bankrupt", new CoefficientRange(0, 3)))
                .fit(data);
        assertThat(bounded.coefficients().of("bankrupt").estimate()).isCloseTo(3, within(1e-14));
    }

    @Test
    void dataThatSayNothingAreRefusedByName() {
        double[] bad = {0, 1, 0, 1};
        assertThatThrownBy(() -> FITTER.fit(LogisticData.of(
                        List.of("a", "b"), new double[][] {{1, 2, 2, 1}, {7, 7, 7, 7}}, bad)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("column b is constant");
        assertThatThrownBy(() -> FITTER.fit(LogisticData.of(
                        List.of("a", "b"), new double[][] {{1, 2, 3, 1}, {2, 4, 6, 2}}, bad)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("column b is a linear combination");
        assertThatThrownBy(() ->
                        FITTER.fit(LogisticData.of(List.of("a"), new double[][] {{1, 2}}, new double[] {1, 1})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("must hold both 0 and 1, found 0.0 of 0 and 2.0 of 1");
        assertThatThrownBy(() -> LogisticData.of(List.of("a"), new double[][] {{1, Double.NaN}}, new double[] {0, 1}))
                .hasMessageContaining("column a must be finite, found NaN in row 1");
        assertThatThrownBy(() -> LogisticData.of(List.of("a"), new double[][] {{1, 2}}, new double[] {0, 2}))
                .hasMessageContaining("target of row 1 must be 0 or 1, found 2.0");
        assertThatThrownBy(() -> LogisticData.of(
                        FeatureSchema.of(Feature.nominal("grade", List.of("A", "B"))),
                        new double[][] {{0, 1}},
                        new double[] {0, 1}))
                .hasMessageContaining("column grade must be NUMERIC or BINARY");
    }

    @Test
    void reasonsAddUpToTheScore() {
        LogisticModel model = LogisticModel.of(
                FeatureSchema.of(Feature.numeric("utilisation", "ratio"), Feature.numeric("tenure", "months")),
                -3,
                new double[] {2, -0.01},
                new double[] {0.4, 60});
        FeatureRow client = FeatureRow.of(ClientId.of("C-1"), model.schema(), 0.9, 24);
        Score.Scored score = (Score.Scored) model.score(client);

        assertThat(score.base()).isCloseTo(-3 + 0.8 - 0.6, within(1e-12));
        assertThat(score.value()).isEqualTo(model.score(new double[] {0.9, 24}));
        assertThat(score.reasons())
                .extracting(reason -> reason.code().value())
                .containsExactly("logistic.raises", "logistic.raises");
        assertThat(score.reasons()).extracting(Reason::contribution).first().isEqualTo(2 * (0.9 - 0.4));
        assertThat(model.probability(new double[] {0.9, 24})).isCloseTo(1 / (1 + Math.exp(1.44)), within(1e-15));
        Score none = model.score(FeatureRow.of(ClientId.of("C-2"), model.schema(), Double.NaN, 24));
        assertThat(none).isInstanceOfSatisfying(Score.NotScored.class, not -> {
            assertThat(not.code().value()).isEqualTo("logistic.missing");
            assertThat(not.detail()).isEqualTo("missing: utilisation");
        });
        assertThat(model.score(new double[] {Double.NaN, 1})).isNaN();
        assertThat(model.score(new double[] {Double.POSITIVE_INFINITY, 1})).isNaN();
    }

    @Test
    void filtersColumnsThatSayTooLittleDriftOrRepeatABetterOne() {
        double[] a = {1, 2, 3, 4, 5, 6};
        double[] b = {1, 2, 3, 4, 5, 7};
        double[] c = {1, -1, 1, -1, 1, -1};
        double[] d = {5, 1, 4, 2, 3, 3};
        LogisticData data = LogisticData.of(
                List.of("a", "b", "c", "d"), new double[][] {a, b, c, d}, new double[] {0, 1, 0, 1, 0, 1});
        List<ColumnFilter.Verdict> verdicts =
                ColumnFilter.defaults().judge(data, Map.of("a", 0.2, "b", 0.3, "c", 0.01, "d", 0.5), Map.of("d", 0.4));

        assertThat(verdicts)
                .extracting(ColumnFilter.Verdict::cause)
                .containsExactly(
                        ColumnFilter.Cause.CORRELATION,
                        ColumnFilter.Cause.KEPT,
                        ColumnFilter.Cause.INFORMATION,
                        ColumnFilter.Cause.INSTABILITY);
        assertThat(verdicts.get(0).other()).isEqualTo("b");
        assertThat(ColumnFilter.kept(verdicts)).containsExactly("b");
    }

    private static void assertCoefficients(LogisticModel model, String key) {
        Map<String, Double> expected = GermanCredit.expected(key + ".coef");
        assertThat(model.coefficients().names()).containsExactlyElementsOf(expected.keySet());
        expected.forEach(
                (name, value) -> assertThat(model.coefficients().of(name).estimate())
                        .as(name)
                        .isCloseTo(value, within(TOLERANCE * Math.abs(value))));
    }

    static double[] row(LogisticData data, int at) {
        double[] row = new double[data.schema().size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = data.value(at, c);
        }
        return row;
    }
}
