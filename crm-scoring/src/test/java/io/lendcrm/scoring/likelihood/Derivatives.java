package io.lendcrm.scoring.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds the gradient and the Hessian that a log-likelihood states to differences of its values and gradients. */
public final class Derivatives {

    private Derivatives() {}

    public static void check(NewtonAscent.LogLikelihood slope, double[] at) {
        int size = at.length;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double value = slope.at(at, gradient, hessian);
        double step = 1e-5;
        for (int i = 0; i < size; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            double[] above = new double[size];
            double[] below = new double[size];
            double rise = slope.at(up, above, new double[size][size]) - slope.at(down, below, new double[size][size]);
            assertThat(gradient[i])
                    .isCloseTo(rise / (2 * step), within(1e-5 * (1 + Math.abs(value) + Math.abs(gradient[i]))));
            for (int j = 0; j < size; j++) {
                assertThat(hessian[i][j])
                        .isCloseTo(
                                (above[j] - below[j]) / (2 * step),
                                within(1e-5 * (1 + Math.abs(hessian[i][j]) + Math.abs(gradient[j]))));
            }
        }
    }
}
