package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurvivalTest {

    /** With p evenly distributed the average is elementary: (1 - (1+y)^(1-s)) / (y (s-1)). */
    @Test
    void isElementaryWhereLeavingIsEvenlyDistributed() {
        for (double s : new double[] {1e-6, 0.3, 2, 57, 4000}) {
            for (double y : new double[] {1e-9, 1e-3, 1, 40, 1e7, 1e100}) {
                double expected = -Math.expm1((1 - s) * Math.log1p(y)) / (y * (s - 1));
                assertThat(Math.exp(Survival.log(s, 1, 1, y)))
                        .as("s %s, y %s", s, y)
                        .isCloseTo(expected, within(2e-13 * expected));
            }
        }
    }

    /** A client purchases at the rate λ while it is active, so that dN/dy = E[λ; active] = s S(s+1). */
    @Test
    void isTheSlopeOfThePurchasesToCome() {
        for (double s : new double[] {0.2, 3, 80}) {
            for (double a : new double[] {0.05, 1, 6, 90}) {
                for (double b : new double[] {0.2, 2, 50}) {
                    for (double y : new double[] {0.01, 1, 9}) {
                        double h = 1e-4 * y;
                        double slope = (ResidualPurchases.of(s, a, b, y - 2 * h)
                                        - 8 * ResidualPurchases.of(s, a, b, y - h)
                                        + 8 * ResidualPurchases.of(s, a, b, y + h)
                                        - ResidualPurchases.of(s, a, b, y + 2 * h))
                                / (12 * h);
                        assertThat(s * Math.exp(Survival.log(s + 1, a, b, y)))
                                .as("s %s, a %s, b %s, y %s", s, a, b, y)
                                .isCloseTo(slope, within(1e-8 * slope + 1e-10 * ResidualPurchases.of(s, a, b, y) / y));
                    }
                }
            }
        }
    }

    @Test
    void keepsTheLogarithmWhereTheProbabilityIsTooSmallForADouble() {
        // nearly all leave at once: p is 1 but for a millionth, S = (1+y)^-s nearly
        assertThat(Survival.log(500, 1e6, 1, 100)).isCloseTo(-500 * Math.log1p(100), within(1e-3));
    }
}
