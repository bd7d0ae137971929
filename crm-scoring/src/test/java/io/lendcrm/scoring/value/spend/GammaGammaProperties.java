package io.lendcrm.scoring.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Derivatives;
import io.lendcrm.scoring.likelihood.DistinctRows;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GammaGammaProperties {

    @Property(tries = 200)
    void theLikelihoodIsTheSumOverTheClientsAndItsDerivativesThoseOfDifferences(
            @ForAll("models") GammaGammaModel model,
            @ForAll("frequencies") int[] frequency,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
        double[] spend = new double[frequency.length];
        double sum = 0;
        double size = 0;
        for (int i = 0; i < spend.length; i++) {
            spend[i] = scale * (1 + i % 7);
            sum += model.logLikelihood(frequency[i], spend[i]);
            size += Math.abs(model.logLikelihood(frequency[i], spend[i]));
        }
        double[] ones = new double[frequency.length];
        Arrays.fill(ones, 1);
        DistinctRows rows = DistinctRows.of(frequency, spend, new double[spend.length], ones);
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(rows, Run.sequential());
        double[] logs = {Math.log(model.p()), Math.log(model.q()), Math.log(model.v())};

        assertThat(likelihood.at(logs, new double[3], new double[3][3])).isCloseTo(sum, within(1e-10 * (size + 1)));
        Derivatives.check(likelihood, logs);
    }

    @Property
    void theExpectedSpendLiesBetweenTheClientsOwnMeanAndThatOfAll(
            @ForAll("models") GammaGammaModel model,
            @ForAll @IntRange(min = 1, max = 10_000) int frequency,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double spend) {
        double expected = model.expectedSpend(frequency, spend);
        double all = model.expectedSpend(0, 0);

        if (Double.isFinite(all)) {
            assertThat(expected).isBetween(Math.min(spend, all) * (1 - 1e-12), Math.max(spend, all) * (1 + 1e-12));
        }
        assertThat(expected).isPositive();
        assertThat(model.logLikelihood(frequency, spend)).isFinite();
    }

    @Property
    void theCurrencyDoesNotMatter(
            @ForAll("models") GammaGammaModel model,
            @ForAll @IntRange(min = 1, max = 1000) int frequency,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double spend) {
        GammaGammaModel cents = GammaGammaModel.of(model.p(), model.q(), 100 * model.v());
        double expected = 100 * model.expectedSpend(frequency, spend);

        if (Double.isFinite(expected)) {
            assertThat(cents.expectedSpend(frequency, 100 * spend)).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Provide
    Arbitrary<int[]> frequencies() {
        return Arbitraries.integers()
                .between(1, 50)
                .array(int[].class)
                .ofMinSize(2)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<GammaGammaModel> models() {
        Arbitrary<Double> parameter = Arbitraries.doubles().between(-1.3, 1.7).map(power -> Math.pow(10, power));
        return Combinators.combine(parameter, parameter, parameter).as(GammaGammaModel::of);
    }
}
