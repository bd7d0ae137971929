package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class ResidualPurchasesTest {

    @Test
    void theSeriesAndTheAverageAgree() {
        for (double a : new double[] {0.01, 0.31, 0.793, 1, 1.0000001, 1.85, 7, 19}) {
            for (double b : new double[] {0.01, 0.5, 2.4, 42, 400, 20_000}) {
                for (double s : new double[] {0.11, 1.5, 26, 500, 20_000}) {
                    for (double y : new double[] {1e-6, 0.01, 0.9, 7, 98}) {
                        double expected = ResidualPurchases.average(s, a, b, y);
                        assertThat(ResidualPurchases.of(s, a, b, y))
                                .as("s=%s a=%s b=%s y=%s", s, a, b, y)
                                .isCloseTo(expected, within(2e-12 * expected));
                    }
                }
            }
        }
    }

    /** By Gauss and Legendre over ln p and over ln(1-p), apart from the library's rules. */
    @Test
    void isTheMeanOverTheProbabilityToLeave() {
        for (double a : new double[] {0.31, 0.793, 1, 1.85, 60}) {
            for (double b : new double[] {0.5, 2.426, 42}) {
                for (double y : new double[] {0.9, 98, 5000, 1e6}) {
                    double expected = integrated(2.243, a, b, y);
                    assertThat(ResidualPurchases.of(2.243, a, b, y)).isCloseTo(expected, withinPercentage(1e-8));
                }
            }
        }
    }

    @Test
    void tendsToPurchasesOfAClientThatNeverLeaves() {
        // E[λ] y for a probability to leave near 0
        assertThat(ResidualPurchases.of(3, 1e-6, 1e6, 2)).isCloseTo(6, within(1e-5));
    }

    @Test
    void allClientsMayHaveTheSameProbabilityToLeave() {
        double p = 0.25;
        double expected = (1 - Math.pow(1 + p * 0.9, -3)) / p;
        assertThat(ResidualPurchases.of(3, 1e6 * p, 1e6 * (1 - p), 0.9)).isCloseTo(expected, withinPercentage(1e-3));
    }

    @Test
    void staysFiniteForEverAndEver() {
        assertThat(ResidualPurchases.of(0.243, 0.793, 2.426, Double.MAX_VALUE))
                .isFinite()
                .isPositive();
        assertThat(ResidualPurchases.of(0.243, 1.5, 2.426, Double.MAX_VALUE))
                .isCloseTo(2.926 / 0.5, withinPercentage(1e-6)); // E[1/p]
    }

    private static double integrated(double s, double a, double b, double y) {
        GaussIntegrator panel = new GaussIntegratorFactory().legendre(20, 0, 1);
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            double from = i / 8.0;
            sum += panel.integrate(u -> {
                        double p = Math.exp(-Math.log(2) - from - u / 8);
                        return Math.pow(p, a) * Math.pow(1 - p, b - 1) * purchases(s, y, p);
                    })
                    / 8;
            sum += panel.integrate(u -> {
                        double q = Math.exp(-Math.log(2) - from - u / 8);
                        return Math.pow(q, b) * Math.pow(1 - q, a - 1) * purchases(s, y, 1 - q);
                    })
                    / 8;
        }
        return sum / Math.exp(Beta.logBeta(a, b));
    }

    private static double purchases(double s, double y, double p) {
        return -Math.expm1(-s * Math.log1p(p * y)) / p;
    }
}
