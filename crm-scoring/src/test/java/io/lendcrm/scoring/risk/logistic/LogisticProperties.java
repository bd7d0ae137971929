package io.lendcrm.scoring.risk.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LogisticProperties {

    private static final LogisticFitter FITTER = LogisticFitter.defaults();

    /** The score equations: fitted and seen agree in number, and weighted by every column. */
    @Property(tries = 40)
    void theScoreEquationsHold(@ForAll long seed, @ForAll @IntRange(min = 200, max = 3000) int clients) {
        LogisticData data = Simulated.book(clients, seed);
        LogisticModel model = FITTER.fit(data);
        double[] sums = new double[4];
        for (int i = 0; i < clients; i++) {
            double residual = (data.yes(i) ? 1 : 0) - model.probability(LogisticFitterTest.row(data, i));
            sums[3] += residual;
            for (int c = 0; c < 3; c++) {
                sums[c] += residual * data.value(i, c);
            }
        }
        for (double sum : sums) {
            assertThat(sum).isCloseTo(0, within(1e-9 * clients));
        }
    }

    @Property(tries = 25)
    void neitherTheOrderOfRowsNorDuplicatesInPlaceOfWeightsMatter(@ForAll long seed) {
        LogisticData data = Simulated.book(400, seed);
        Random random = new Random(seed);
        double[] weights = random.ints(400, 1, 4).asDoubleStream().toArray();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.addAll(Collections.nCopies((int) weights[i], i));
        }
        Collections.shuffle(rows, random);
        double[][] columns = new double[3][rows.size()];
        double[] target = new double[rows.size()];
        for (int i = 0; i < target.length; i++) {
            target[i] = data.yes(rows.get(i)) ? 1 : 0;
            for (int c = 0; c < 3; c++) {
                columns[c][i] = data.value(rows.get(i), c);
            }
        }
        LogisticModel weighted = FITTER.fit(data.withWeights(weights));
        LogisticModel repeated = FITTER.fit(LogisticData.of(data.schema(), columns, target));
        for (String name : weighted.coefficients().names()) {
            assertThat(weighted.coefficients().of(name).estimate())
                    .isCloseTo(repeated.coefficients().of(name).estimate(), within(1e-10));
            assertThat(weighted.coefficients().of(name).standardError())
                    .isCloseTo(repeated.coefficients().of(name).standardError(), within(1e-10));
        }
        assertThat(weighted.fit().orElseThrow().bic())
                .isCloseTo(repeated.fit().orElseThrow().bic(), within(1e-8));
    }

    @Property(tries = 25)
    void theUnitOfAColumnDoesNotMatterEvenWithAPenalty(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 50) double penalty) {
        LogisticData data = Simulated.book(500, seed);
        double[][] columns = {
            data.column(0).clone(), data.column(1).clone(), data.column(2).clone()
        };
        double[] target = new double[500];
        for (int i = 0; i < 500; i++) {
            columns[1][i] = 1e6 + 1e5 * columns[1][i];
            target[i] = data.yes(i) ? 1 : 0;
        }
        LogisticFitter fitter = FITTER.withPenalty(penalty);
        LogisticModel model = fitter.fit(data);
        LogisticModel other = fitter.fit(LogisticData.of(data.schema(), columns, target));
        assertThat(other.coefficients().of("b").estimate() * 1e5)
                .isCloseTo(model.coefficients().of("b").estimate(), within(1e-8));
        assertThat(other.coefficients().of("a").estimate())
                .isCloseTo(model.coefficients().of("a").estimate(), within(1e-8));
    }

    /** At a top within bounds no slope is left along a free coefficient, and the slope at a bound points outward. */
    @Property(tries = 60)
    void theConditionsOfAnOptimumHoldWithinBounds(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1, max = 1) double first,
            @ForAll @DoubleRange(min = 0, max = 1) double width) {
        LogisticData data = Simulated.book(300, seed);
        CoefficientRange range = new CoefficientRange(first, first + width);
        LogisticModel model = FITTER.withBounds(
                        Map.of("a", range, "b", CoefficientRange.NOT_NEGATIVE, "c", CoefficientRange.NOT_POSITIVE))
                .fit(data);
        double[] slope = new double[3];
        for (int i = 0; i < data.rows(); i++) {
            double residual = (data.yes(i) ? 1 : 0) - model.probability(LogisticFitterTest.row(data, i));
            for (int c = 0; c < 3; c++) {
                slope[c] += residual * (data.value(i, c) - model.baseline()[c]);
            }
        }
        CoefficientRange[] ranges = {range, CoefficientRange.NOT_NEGATIVE, CoefficientRange.NOT_POSITIVE};
        for (int c = 0; c < 3; c++) {
            double estimate = model.coefficients().estimates()[1 + c];
            boolean low = estimate <= ranges[c].low() + 1e-12;
            boolean high = estimate >= ranges[c].high() - 1e-12;
            assertThat(estimate).isBetween(ranges[c].low() - 1e-12, ranges[c].high() + 1e-12);
            assertThat(slope[c]).isBetween(low ? -1e9 : -1e-7, high ? 1e9 : 1e-7);
        }
    }

    @Property(tries = 30)
    void derivativesAreThoseOfTheLikelihood(@ForAll long seed, @ForAll BinaryLink link) {
        LogisticData data = Simulated.book(100, seed);
        Random random = new Random(seed);
        BinaryLikelihood likelihood = new BinaryLikelihood(
                data, link, Standardisation.of(data, true, Run.sequential()), 0.7, Run.sequential());
        double[] at = random.doubles(4, -1, 1).toArray();
        double[] gradient = new double[4];
        likelihood.at(at, gradient, new double[4][4]);
        for (int j = 0; j < 4; j++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += 1e-5;
            down[j] -= 1e-5;
            double rise = likelihood.at(up, new double[4], new double[4][4])
                    - likelihood.at(down, new double[4], new double[4][4]);
            assertThat(gradient[j]).isCloseTo(rise / 2e-5, within(1e-4 * (1 + Math.abs(gradient[j]))));
        }
    }

    /** Information is the expected square of the slope. */
    @Property
    void informationIsTheVarianceOfTheSlope(
            @ForAll BinaryLink link, @ForAll @DoubleRange(min = -15, max = 3) double predictor) {
        double p = link.probability(predictor);
        double yes = link.slope(predictor, true);
        double no = link.slope(predictor, false);
        assertThat(p * yes + (1 - p) * no).isCloseTo(0, within(1e-12));
        assertThat(link.information(predictor))
                .isCloseTo(p * yes * yes + (1 - p) * no * no, within(1e-7 * link.information(predictor)));
    }

    @Property(tries = 50)
    void singleAndReasonedScoresHaveTheSameBits(@ForAll long seed) {
        LogisticData data = Simulated.book(200, seed);
        LogisticModel model = FITTER.fit(data);
        for (int i = 0; i < 20; i++) {
            double[] row = LogisticFitterTest.row(data, i);
            Score.Scored score = (Score.Scored) model.score(FeatureRow.of(ClientId.of("C-" + i), model.schema(), row));
            assertThat(Double.doubleToLongBits(score.value())).isEqualTo(Double.doubleToLongBits(model.score(row)));
        }
    }

    @Property(tries = 30)
    void batchesGiveTheBitsOfSingleRows(@ForAll long seed) {
        Random random = new Random(seed);
        int features = random.nextInt(12);
        int rows = 1 + random.nextInt(1200);
        List<Feature> list = new ArrayList<>();
        double[] slopes = new double[features];
        double[][] columns = new double[features][rows];
        for (int f = 0; f < features; f++) {
            list.add(Feature.numeric("x" + f, ""));
            slopes[f] = random.nextGaussian();
            for (int i = 0; i < rows; i++) {
                columns[f][i] = random.nextInt(40) == 0 ? Double.NaN : random.nextGaussian();
            }
        }
        FeatureSchema schema = FeatureSchema.of(list);
        List<ClientId> clients =
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("c" + i)).toList();
        LogisticModel model = LogisticModel.of(schema, random.nextGaussian(), slopes, new double[features]);
        BoundTable table = schema.bind(FeatureTable.of(schema, clients, columns));
        int from = random.nextInt(rows);
        double[] scores = new double[rows];

        model.score(table, from, rows, scores);

        double[] row = new double[features];
        for (int i = from; i < rows; i++) {
            table.copyRow(i, row);
            assertThat(Double.doubleToRawLongBits(scores[i])).isEqualTo(Double.doubleToRawLongBits(model.score(row)));
        }
    }
}
