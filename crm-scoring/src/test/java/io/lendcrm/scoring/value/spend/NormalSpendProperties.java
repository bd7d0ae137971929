package io.lendcrm.scoring.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Derivatives;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class NormalSpendProperties {

    @Property(tries = 200)
    void theLikelihoodIsTheSumOverTheClientsAndItsDerivativesThoseOfDifferences(
            @ForAll("models") NormalSpendModel model, @ForAll("frequencies") int[] frequency) {
        double[] spend = new double[frequency.length];
        double[] squares = new double[frequency.length];
        double[] ones = new double[frequency.length];
        double sum = 0;
        double size = 0;
        for (int i = 0; i < spend.length; i++) {
            spend[i] = i % 7 - 3;
            squares[i] = frequency[i] > 1 ? 1 + i % 3 : 0;
            ones[i] = 1;
            double logL = model.logLikelihood(frequency[i], spend[i]);
            sum += logL;
            size += Math.abs(logL);
        }
        double[] point = {model.mu(), model.tau() * model.tau(), model.sigma() * model.sigma()};
        NormalSpendLikelihood means =
                new NormalSpendLikelihood(frequency, spend, new double[0], ones, 1, Run.sequential());

        assertThat(means.at(point, new double[3], new double[3][3])).isCloseTo(sum, within(1e-10 * (1 + size)));
        Derivatives.check(means, point);
        Derivatives.check(new NormalSpendLikelihood(frequency, spend, squares, ones, 1, Run.sequential()), point);
    }

    @Property
    void theExpectedSpendLiesBetweenTheClientsOwnMeanAndThatOfAll(
            @ForAll("models") NormalSpendModel model,
            @ForAll @IntRange(min = 1, max = 10_000) int frequency,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double spend) {
        double expected = model.expectedSpend(frequency, spend);
        double slack = 1e-12 * (Math.abs(spend) + Math.abs(model.mu()));

        assertThat(expected).isBetween(Math.min(spend, model.mu()) - slack, Math.max(spend, model.mu()) + slack);
        assertThat(model.uncertainty(frequency)).isBetween(0.0, model.tau());
        assertThat(model.logLikelihood(frequency, spend)).isFinite();
    }

    @Provide
    Arbitrary<int[]> frequencies() {
        return Arbitraries.integers()
                .between(1, 50)
                .array(int[].class)
                .ofMinSize(2)
                .ofMaxSize(30)
                .map(array -> Arrays.copyOf(array, array.length));
    }

    @Provide
    Arbitrary<NormalSpendModel> models() {
        Arbitrary<Double> deviation =
                Arbitraries.doubles().between(-0.7, 0.7).ofScale(9).map(power -> Math.pow(10, power));
        return Combinators.combine(Arbitraries.doubles().between(-5, 5).ofScale(6), deviation, deviation)
                .as(NormalSpendModel::of);
    }
}
