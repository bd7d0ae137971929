package io.lendcrm.scoring.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class GaussFractionTest {

    /** 2F1(1, 1; 2; -w) = ln(1+w)/w, over all lengths of the fraction and where the integral takes over. */
    @Test
    void isALogarithm() {
        for (double w : new double[] {1e-9, 0.01, 0.5, 3, 80, 900, 3e4, 1e7, 1e12}) {
            assertThat(GaussFraction.of(1, 2, w)).isCloseTo(Math.log1p(w) / w, withinPercentage(3e-12));
        }
    }

    /** 2F1(1, b; b+1; -w) with b = ½ is arctan √w/√w. */
    @Test
    void isAnArcTangent() {
        for (double w : new double[] {1e-6, 0.3, 12, 500, 1e6}) {
            double root = Math.sqrt(w);
            assertThat(GaussFraction.of(0.5, 1.5, w)).isCloseTo(Math.atan(root) / root, withinPercentage(3e-12));
        }
    }

    @Test
    void isOneAtTheEdges() {
        assertThat(GaussFraction.of(0, 3, 7)).isEqualTo(1);
        assertThat(GaussFraction.of(2, 3, 0)).isEqualTo(1);
    }

    @Test
    void itsDerivativesAreThoseOfDifferences() {
        double[][] points = {{0.6, 2.2, 0.1}, {20, 23, 4}, {3, 900, 50}, {400, 402, 0.3}, {1.5, 3, 5000}, {2, 3.5, 0}};
        for (double[] at : points) {
            double[] exact = new double[GaussFraction.SIZE];
            GaussFraction.derivatives(at[0], at[1], at[2], exact);
            assertThat(exact[0]).isCloseTo(Math.log(GaussFraction.of(at[0], at[1], at[2])), within(1e-13));
            int[] second = {4, 5, 6, 5, 7, 8, 6, 8, 9};
            for (int i = 0; i < 3; i++) {
                double step = 1e-5 * (i == 2 ? 1 + at[2] : at[i]);
                double[] up = at.clone();
                double[] down = at.clone();
                up[i] += step;
                down[i] = Math.max(0, at[i] - step);
                double width = up[i] - down[i];
                double[] above = new double[GaussFraction.SIZE];
                double[] below = new double[GaussFraction.SIZE];
                GaussFraction.derivatives(up[0], up[1], up[2], above);
                GaussFraction.derivatives(down[0], down[1], down[2], below);
                double oneSided = down[i] == at[i] ? 2e-5 : 1e-9; // at w = 0 there is no other side
                assertThat(exact[1 + i])
                        .isCloseTo((above[0] - below[0]) / width, within(oneSided + 1e-6 * Math.abs(exact[1 + i])));
                for (int j = 0; j < 3; j++) {
                    double expected = exact[second[3 * i + j]];
                    assertThat((above[1 + j] - below[1 + j]) / width)
                            .isCloseTo(expected, within(oneSided + 1e-5 * Math.abs(expected) + 1e-10));
                }
            }
        }
    }
}
