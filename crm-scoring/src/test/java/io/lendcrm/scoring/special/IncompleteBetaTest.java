package io.lendcrm.scoring.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

class IncompleteBetaTest {

    @Test
    void agreesWithAnotherImplementation() {
        for (double a : new double[] {0.01, 0.5, 3, 70, 1500}) {
            for (double b : new double[] {0.02, 1, 12, 400}) {
                for (double z : new double[] {1e-9, 0.03, 0.5, 0.8, 1 - 1e-9}) {
                    double expected = Beta.regularizedBeta(z, a, b);
                    assertThat(IncompleteBeta.regularized(z, 1 - z, a, b))
                            .as("I_%s(%s, %s)", z, a, b)
                            .isCloseTo(expected, within(3e-11 * Math.abs(expected) + 1e-15));
                }
            }
        }
    }

    /** I_z(a, 1) = z^a and I_z(1, b) = 1 - (1-z)^b. */
    @Test
    void isAPowerWhereOneParameterIsOne() {
        for (double z : new double[] {1e-12, 0.2, 0.7}) {
            assertThat(IncompleteBeta.regularized(z, 1 - z, 5.5, 1))
                    .isCloseTo(Math.pow(z, 5.5), within(1e-13 * Math.pow(z, 5.5)));
            double expected = -Math.expm1(4.2 * Math.log1p(-z));
            assertThat(IncompleteBeta.regularized(z, 1 - z, 1, 4.2)).isCloseTo(expected, within(1e-13 * expected));
        }
    }

    @Test
    void hasItsEnds() {
        assertThat(IncompleteBeta.regularized(0, 1, 2, 3)).isZero();
        assertThat(IncompleteBeta.regularized(1, 0, 2, 3)).isEqualTo(1);
    }
}
