package io.lendcrm.scoring.value.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompositeIndexTest {

    static List<Oracle> references() {
        return Oracle.rows("weights.tsv");
    }

    @ParameterizedTest
    @MethodSource("references")
    void weightsThatTheDataTellAreThoseOfTheReference(Oracle reference) {
        int count = (int) reference.number("columns");
        double[] flat = reference.numbers("matrix");
        int rows = flat.length / count;
        List<IndexIndicator> indicators = new ArrayList<>();
        double[][] columns = new double[count][];
        for (int c = 0; c < count; c++) {
            double column = c;
            boolean cost = DoubleStream.of(reference.numbers("costs")).anyMatch(k -> k == column);
            Feature feature = Feature.numeric("f" + c, "");
            indicators.add(cost ? IndexIndicator.lowerIsBetter(feature) : IndexIndicator.higherIsBetter(feature));
            columns[c] = Arrays.copyOfRange(flat, c * rows, (c + 1) * rows);
        }
        FeatureTable table = FeatureTable.of(
                FeatureSchema.of(
                        indicators.stream().map(IndexIndicator::feature).toList()),
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("c" + i)).toList(),
                columns);
        CompositeFitter fitter = CompositeFitter.of(indicators);
        CompositeIndex entropy = fitter.withWeights(Weighting.ENTROPY).fit(table);
        assertWeights(entropy, reference.numbers("entropy_weights"));
        assertWeights(fitter.withWeights(Weighting.CRITIC).fit(table), reference.numbers("critic_weights"));
        double[] scores = reference.numbers("entropy_scores");
        for (int i = 0; i < rows; i++) {
            int row = i;
            double[] values =
                    Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
            assertThat(entropy.score(values) / 100).isCloseTo(scores[i], within(1e-12));
        }
    }

    private static void assertWeights(CompositeIndex index, double[] expected) {
        double[] found = index.weights().values().stream().mapToDouble(w -> w).toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    /** Margin 400 of [100, 900], arrears 5 of [30, 0], tenure 12 of [1, 12]. */
    @Test
    void aTableWorkedByHand() {
        CompositeIndex index = Indices.index();
        assertThat(index.score(new double[] {400, 5, 12}))
                .isCloseTo(100 * (0.5 * 0.375 + 0.3 * 25 / 30 + 0.2), within(1e-12));
        assertThat(index.score(new double[] {5000, -3, 99})).isEqualTo(100);
        assertThat(index.score(new double[] {-5000, 300, 0})).isEqualTo(0);
        double[] geometric = {500, 45, 5};
        assertThat(Indices.geometric().score(geometric)).isCloseTo(50.5, within(1e-12));
        CompositeIndex z = CompositeFitter.of(List.of(IndexIndicator.lowerIsBetter(Indices.ARREARS)))
                .withNormalisation(Normalisation.Z_SCORE)
                .fit(Indices.book());
        double deviation = Math.sqrt((11.25 * 11.25 + 18.75 * 18.75 + 6.25 * 6.25 + 1.25 * 1.25) / 3);
        assertThat(z.score(new double[] {30})).isCloseTo(-18.75 / deviation, within(1e-12));
        assertThat(z.base()).isZero();
    }

    @Test
    void reasonsAddUpWhateverTheMean() {
        for (CompositeIndex index : List.of(Indices.index(), Indices.geometric())) {
            for (double[] row : new double[][] {{400, 5, 12}, {100, 90, Double.NaN}, {900, Double.NaN, 4}, {0, 0, 0}}) {
                Score.Scored score = (Score.Scored) index.score(FeatureRow.of(ClientId.of("c"), index.schema(), row));
                double sum = score.reasons().stream()
                        .mapToDouble(Reason::contribution)
                        .sum();
                assertThat(sum).isCloseTo(score.value() - index.base(), within(1e-10));
                assertThat(score.value()).isEqualTo(index.score(row));
            }
        }
    }

    @Test
    void missingValuesFollowTheirPolicy() {
        CompositeIndex index = Indices.index();
        FeatureRow noMargin =
                index.schema().row(ClientId.of("c")).set("tenure", 3).build();
        Score.NotScored not = (Score.NotScored) index.score(noMargin);
        assertThat(not.detail()).isEqualTo("missing: margin");
        assertThat(index.score(new double[] {400, Double.NaN, 12})).isEqualTo(index.score(new double[] {400, 30, 12}));
        double mean = (0 + 3 + 11 + 1) / 44.0;
        assertThat(index.score(new double[] {400, 5, Double.NaN}))
                .isCloseTo(index.score(new double[] {400, 5, 1 + 11 * mean}), within(1e-12));
        CompositeIndex fitted = CompositeFitter.of(Indices.indicators()).fit(Indices.table(new double[][] {
            {100, 900, Double.NaN}, {0, 30, 5}, {1, 4, 9}
        }));
        assertThat(fitted.info().rows()).isEqualTo(2);
        assertThat(fitted.info().warnings())
                .containsExactly("1 clients with a missing indicator are left out of the fit");
    }

    @Test
    void contradictoryComparisonsWarn() {
        AhpWeights circle = PairwiseComparisons.among("tenure", "margin", "arrears")
                .prefer("tenure", "margin", 5)
                .prefer("margin", "arrears", 5)
                .prefer("arrears", "tenure", 5)
                .weights();
        CompositeFitter fitter = CompositeFitter.of(Indices.indicators()).withWeights(circle);
        CompositeIndex index = fitter.fit(Indices.book());
        assertThat(index.info().warnings().get(0)).contains("consistency ratio");
        assertThat(index.info().options()).containsEntry("weighting", "ahp");
        assertThatThrownBy(() ->
                        CompositeFitter.of(Indices.indicators().subList(0, 2)).withWeights(circle))
                .hasMessage("criteria must be [margin, arrears], found [tenure, margin, arrears]");
    }

    @Test
    void badInputIsNamed() {
        CompositeFitter fitter = CompositeFitter.of(Indices.indicators());
        assertThatThrownBy(() -> fitter.withWeights(0.5, 0.5, 0))
                .hasMessage("weight of tenure must be above 0 and at most 1, found 0.0");
        assertThatThrownBy(() -> fitter.withWeights(0.5, Double.NaN, 0.5)).hasMessageContaining("weight of arrears");
        assertThatThrownBy(() -> fitter.withWeights(0.5, 0.3, 0.3)).hasMessageContaining("add up to 1");
        assertThatThrownBy(() -> fitter.withWeights(1)).hasMessageContaining("as many as the 3 indicators");
        assertThatThrownBy(() -> fitter.fit(Indices.table(new double[][] {{1, 2}, {7, 7}, {1, 2}})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("indicator arrears has the same value in all 2 rows");
        assertThatThrownBy(() -> fitter.fit(Indices.table(new double[][] {{1}, {7}, {1}})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("1 complete rows");
        assertThatThrownBy(() -> CompositeFitter.of(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> CompositeFitter.of(List.of(IndexIndicator.higherIsBetter(Indices.TENURE)))
                        .withNormalisation(Normalisation.TARGET))
                .hasMessage("indicator tenure must have worst and target");
        assertThatThrownBy(() -> fitter.withNormalisation(Normalisation.Z_SCORE))
                .hasMessageContaining("arrears must not be WORST");
        assertThatThrownBy(() -> IndexIndicator.lowerIsBetter(Indices.ARREARS).between(0, 90))
                .hasMessage("worst of arrears must be above the target 90.0, both finite, found 0.0");
    }

    /** With scales by hand one client will do, and a column that is the same for all weighs nothing. */
    @Test
    void limitsAreDocumentedValues() {
        CompositeFitter byTarget = CompositeFitter.of(Indices.indicators()).withNormalisation(Normalisation.TARGET);
        assertThat(byTarget.fit(Indices.table(new double[][] {{500}, {0}, {10}}))
                        .base())
                .isCloseTo(250 / 3.0, within(1e-12));
        FeatureTable flat = Indices.table(new double[][] {{100, 900}, {7, 7}, {3, 3}});
        for (Weighting byData : List.of(Weighting.ENTROPY, Weighting.CRITIC)) {
            assertThat(byTarget.withWeights(byData).fit(flat).weights().values())
                    .containsExactly(1.0, 0.0, 0.0);
            FeatureTable same = Indices.table(new double[][] {{1, 1}, {7, 7}, {3, 3}});
            assertThatThrownBy(() -> byTarget.withWeights(byData).fit(same))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("tell no weights");
        }
        assertThat(IndexIndicator.higherIsBetter(Indices.TENURE).missing()).isEqualTo(KpiMissing.REJECT);
    }
}
