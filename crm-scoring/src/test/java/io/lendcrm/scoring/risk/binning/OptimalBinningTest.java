package io.lendcrm.scoring.risk.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.FitException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Optimal binning against brute force and against the published optimum of optbinning. */
class OptimalBinningTest {

    private static final Feature AGE = Feature.numeric("age", "years");

    /** The pre-bins of a line, as values between their splits. */
    private static ValueCounts counts(String[] line) {
        double[] splits = numbers(line[1]);
        double[] bad = numbers(line[2]);
        double[] good = numbers(line[3]);
        int rows = (int) (Arrays.stream(bad).sum() + Arrays.stream(good).sum());
        double[] column = new double[rows];
        boolean[] outcome = new boolean[rows];
        int row = 0;
        for (int bin = 0; bin < bad.length; bin++) {
            double value = bin == 0 ? splits[0] - 1 : splits[bin - 1];
            for (int i = 0; i < bad[bin] + good[bin]; i++) {
                column[row] = value;
                outcome[row++] = i < bad[bin];
            }
        }
        return ValueCounts.of(AGE, column, outcome);
    }

    private static double[] numbers(String cells) {
        return cells.isBlank()
                ? new double[0]
                : Arrays.stream(cells.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static OptimalBinning options(String constraint) {
        OptimalBinning options = OptimalBinning.defaults().withMinimums(0, 0, 0, 0);
        return switch (constraint) {
            case "none_max4bins" -> options.withTrend(Trend.NONE).withMaxBins(4);
            case "none_min100records" -> options.withTrend(Trend.NONE).withMinimums(0, 100, 0, 0);
            default -> options.withTrend(Trend.valueOf(constraint.toUpperCase(Locale.ROOT)));
        };
    }

    @TestFactory
    List<DynamicTest> everyOptimumOfTheOracleIsFoundWithItsSplits() {
        return CreditData.resource("optima.tsv").stream()
                .map(line -> DynamicTest.dynamicTest(line[0] + " " + line[4], () -> {
                    double[] splits = numbers(line[1]);
                    OptimalBinning options = options(line[4])
                            .withPreBins(OptimalBinning.PreBinning.CART, 50, 0)
                            .withFixedEdges();
                    BinningModel model = BinningFitter.of(options).fit(one(counts(line)), run());
                    Binning binning = model.variables().get(0);
                    double[] expected = numbers(line[6]);

                    assertThat(binning.optimum().orElseThrow().iv())
                            .isCloseTo(Double.parseDouble(line[5]), within(1e-12));
                    double[] cuts = binning.bins().cuts();
                    assertThat(cuts).hasSameSizeAs(expected);
                    for (int i = 0; i < cuts.length; i++) { // between the stand-ins of the pre-bins
                        int at = Arrays.binarySearch(splits, expected[i]);
                        assertThat(cuts[i])
                                .isLessThanOrEqualTo(splits[at])
                                .isGreaterThan(at == 0 ? splits[0] - 1 : splits[at - 1]);
                    }
                }))
                .toList();
    }

    private static BinningCounts one(ValueCounts counts) {
        return new BinningCounts((long) (counts.totalGood() + counts.totalBad()), List.of(counts));
    }

    private static io.lendcrm.core.model.Run run() {
        return io.lendcrm.core.model.Run.sequential();
    }

    @Test
    void fromTheRawDataThePreBinsOfTheTreeAreThoseOfScikitLearn() {
        LabelledTable data = CreditData.german();
        for (String[] line : CreditData.resource("optima.tsv")) {
            if (line[0].startsWith("german.")) {
                ValueCounts counts = data.counts(
                        data.features().schema().indexOf(CreditData.name(line[0].substring("german.".length()))));
                double[] cuts = CartCuts.find(counts.cells(new double[0]), 20, Math.ceil(0.05 * data.rows()));
                assertThat(cuts).as(line[0]).containsExactly(numbers(line[1]));
                Binning binning = BinningFitter.of(options(line[4]))
                        .fit(one(counts), run())
                        .variables()
                        .get(0);
                assertThat(binning.bins().cuts()).as(line[0] + " " + line[4]).containsExactly(numbers(line[6]));
                assertThat(binning.informationValue()).isCloseTo(Double.parseDouble(line[5]), within(1e-12));
            }
        }
    }

    @Test
    void theBinTableOfThePublishedOptimumAgreesInEveryMeasure() {
        String[] line = CreditData.resource("optima.tsv").stream()
                .filter(l -> l[0].equals("breast_cancer.mean_radius") && l[4].equals("descending"))
                .findFirst()
                .orElseThrow();
        OptimalBinning options = options("descending").withPreBins(OptimalBinning.PreBinning.CART, 50, 0);
        Binning binning = BinningFitter.of(options)
                .fit(one(counts(line)), run())
                .variables()
                .get(0);

        // optbinning's documentation: scoring.json, optbinning_published.breast_cancer_mean_radius
        assertThat(binning.informationValue()).isCloseTo(5.04392547, within(1e-8));
        assertThat(binning.jensenShannon()).isCloseTo(0.39378376, within(1e-8));
        assertThat(binning.gini()).isCloseTo(0.8754162, within(1e-7));
        assertThat(binning.ks()).isCloseTo(0.72862164, within(1e-8));
    }

    @Test
    void tellsWhatEachConstraintCostsAndWhyEdgesWereMerged() {
        LabelledTable data = CreditData.german();
        VariableOptions three = VariableOptions.of(
                OptimalBinning.defaults().withTrend(Trend.DESCENDING).withMaxBins(3));
        Binning age = BinningFitter.of(three).fit(data).variable("age_in_years");
        Optimum optimum = age.optimum().orElseThrow();

        assertThat(age.bins().ordinary()).isEqualTo(3);
        assertThat(optimum.ivFree()).isCloseTo(0.17232037910753537, within(1e-12));
        assertThat(optimum.prices())
                .containsOnlyKeys(BinConstraint.TREND, BinConstraint.MAX_BINS, BinConstraint.MIN_ROWS);
        assertThat(optimum.iv() + optimum.prices().get(BinConstraint.MAX_BINS))
                .isCloseTo(0.10018201581961537, within(1e-12));
        assertThat(optimum.prices().get(BinConstraint.MIN_ROWS)).isZero();
        assertThat(optimum.ivByTrend().get(Trend.DESCENDING)).isEqualTo(optimum.iv());
        assertThat(optimum.merged()).hasSize(13 - 2);
        assertThat(optimum.merged())
                .allSatisfy(edge -> assertThat(edge.because()).contains(BinConstraint.MAX_BINS));
        assertThat(optimum.merged())
                .anySatisfy(edge ->
                        assertThat(edge.because()).isEqualTo(Set.of(BinConstraint.TREND, BinConstraint.MAX_BINS)));
    }

    @Test
    void autoTakesATurnOnlyIfItPays() {
        LabelledTable data = CreditData.german();
        BinningModel model = BinningFitter.defaults().fit(data);

        Optimum duration = model.variable("duration_in_month").optimum().orElseThrow();
        assertThat(duration.trend()).isEqualTo(Trend.ASCENDING);
        Optimum age = model.variable("age_in_years").optimum().orElseThrow();
        assertThat(age.trend()).isEqualTo(Trend.VALLEY); // 0.131 against 0.100
        assertThat(age.asked()).isEqualTo(Trend.AUTO);
        Optimum monotone = BinningFitter.of(OptimalBinning.defaults().withTrend(Trend.MONOTONE))
                .fit(data)
                .variable("age_in_years")
                .optimum()
                .orElseThrow();
        assertThat(monotone.trend()).isEqualTo(Trend.DESCENDING);
        assertThat(monotone.prices().get(BinConstraint.TREND)).isGreaterThan(0.07);
    }

    @Test
    void fixedEdgesStayAndNeighboursDiffer() {
        LabelledTable data = CreditData.german();
        Binning fixed = BinningFitter.of(
                        OptimalBinning.defaults().withTrend(Trend.NONE).withFixedEdges(30, 50))
                .fit(
                        new BinningCounts(
                                1000,
                                List.of(data.counts(data.features().schema().indexOf("age_in_years")))),
                        run())
                .variables()
                .get(0);
        assertThat(fixed.bins().cuts()).contains(30, 50);
        assertThat(fixed.optimum().orElseThrow().prices()).containsKey(BinConstraint.FIXED_EDGES);

        Binning apart = BinningFitter.of(
                        OptimalBinning.defaults().withTrend(Trend.NONE).withMaxPValue(0.05))
                .fit(data)
                .variable("age_in_years");
        double[] good = apart.good();
        double[] bad = apart.bad();
        for (int bin = 1; bin < apart.bins().ordinary(); bin++) {
            double n1 = good[bin - 1] + bad[bin - 1];
            double n2 = good[bin] + bad[bin];
            double pooled = (bad[bin - 1] + bad[bin]) / (n1 + n2);
            double z = (bad[bin] / n2 - bad[bin - 1] / n1) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
            assertThat(Math.abs(z)).isGreaterThanOrEqualTo(1.959963984540054);
        }
        assertThat(apart.optimum().orElseThrow().merged())
                .anySatisfy(edge -> assertThat(edge.because()).isEqualTo(EnumSet.of(BinConstraint.MAX_P_VALUE)));
    }

    @Test
    void edgesThatCannotStayAreAnError() {
        ValueCounts counts = ValueCounts.of(AGE, new double[] {1, 2, 3, 4}, new boolean[] {true, false, true, false});
        assertThatThrownBy(() -> BinningFitter.of(OptimalBinning.defaults().withFixedEdges(10))
                        .fit(one(counts), run()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("age has no bins with the fixed edges");
        assertThatThrownBy(() -> OptimalBinning.defaults().withMaxBins(2).withFixedEdges(1, 2))
                .hasMessageContaining("fewer than maxBins=2");
        assertThatThrownBy(() -> OptimalBinning.defaults().withMaxPValue(0)).hasMessageContaining("maxPValue");
    }
}
