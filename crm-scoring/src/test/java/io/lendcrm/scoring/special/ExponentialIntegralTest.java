package io.lendcrm.scoring.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class ExponentialIntegralTest {

    /** E_1(0.1) and E_1(1), Abramowitz and Stegun, table 5.1; E_2(z) = e^-z - z E_1(z). */
    @Test
    void agreesWithTheTables() {
        assertThat(Math.exp(-0.1) * ExponentialIntegral.scaled(1, 0.1))
                .isCloseTo(1.8229239584193906, withinPercentage(1e-12));
        assertThat(Math.exp(-1) * ExponentialIntegral.scaled(1, 1))
                .isCloseTo(0.21938393439552027, withinPercentage(1e-12));
        assertThat(Math.exp(-0.1) * ExponentialIntegral.scaled(2, 0.1))
                .isCloseTo(Math.exp(-0.1) - 0.18229239584193906, withinPercentage(1e-12));
    }

    /** p E_(p+1) = e^-z - z E_p, across the borders between the ways of computing it. */
    @Test
    void obeysItsRecurrence() {
        for (double p : new double[] {0.01, 0.3, 0.499, 0.5, 0.606, 1 - 1e-9, 1, 1.4999, 1.5, 2, 7.3, 39.5, 60, 1e4}) {
            for (double z : new double[] {1e-7, 1e-3, 0.14, 0.999, 1.001, 5, 200}) {
                double lower = ExponentialIntegral.scaled(p, z);
                double upper = ExponentialIntegral.scaled(p + 1, z);
                assertThat(p * upper + z * lower).isCloseTo(1, withinPercentage(1e-11));
            }
        }
    }

    @Test
    void neitherOverflowsNorVanishes() {
        assertThat(ExponentialIntegral.scaled(1e8, 1e-12)).isCloseTo(1e-8, withinPercentage(1e-5));
        assertThat(ExponentialIntegral.scaled(1e-8, 1e12)).isCloseTo(1e-12, withinPercentage(1e-9));
        assertThat(ExponentialIntegral.scaled(0.001, 1e-200)).isFinite().isPositive();
    }
}
