package io.lendcrm.scoring.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void aProbabilityOfSetParametersHasAnIntervalOfNextToNoWidth() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextDouble();
            Interval interval = Interval.ofProbability("set", List.of(), model -> value, 0.95);

            assertThat(interval.value()).isEqualTo(value);
            assertThat(interval.upper() - interval.lower()).isLessThan(1e-15);
        }
    }

    /** The logarithm of the quantity has a standard deviation of 1, whatever the quantity's size. */
    @Test
    void aTinyQuantityIsAsUncertainAsALargeOne() {
        for (double size : new double[] {1e-300, 1e-200, 1, 1e200}) {
            List<Contrast<Double>> contrasts =
                    List.of(new Contrast<>(size * Math.exp(1e-3), size * Math.exp(-1e-3), 1e-3));

            Interval amount = Interval.ofPositive(size, contrasts, model -> model, 0.95);
            assertThat(amount.upper() / size).isCloseTo(Math.exp(1.959963984540054), withinPercentage(1e-4));
            assertThat(size / amount.lower()).isCloseTo(Math.exp(1.959963984540054), withinPercentage(1e-4));
            if (size < 1) {
                Interval probability = Interval.ofProbability(size, contrasts, model -> model, 0.95);
                assertThat(probability.upper()).isCloseTo(amount.upper(), withinPercentage(1e-10));
            }
        }
    }
}
