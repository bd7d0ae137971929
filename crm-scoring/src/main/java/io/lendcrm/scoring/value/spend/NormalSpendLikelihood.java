package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.NewtonAscent;

/**
 * The log-likelihood of clients' mean amounts under the normal-normal model with its exact gradient and Hessian, in mu, tau²
 * and sigma² themselves, so that a tau of 0 is a place at the edge and not at minus infinity. A mean z of x amounts is
 * normal with variance {@code V = tau² + sigma²/x}; where the sum of squares Q about z is known too, what it says of sigma
 * is added, {@code -(x-1)/2 ln 2π sigma² - Q/(2 sigma²) - ln(x)/2}. Amounts are taken relative to a centre and a scale.
 */
final class NormalSpendLikelihood implements NewtonAscent.LogLikelihood {

    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final int[] count;
    private final double[] mean;
    private final double[] squares;
    private final double[] weight;
    private final double scale;
    private final Run run;

    /** Of amounts already divided by the scale; no squares if they are unknown. */
    NormalSpendLikelihood(int[] count, double[] mean, double[] squares, double[] weight, double scale, Run run) {
        this.count = count;
        this.mean = mean;
        this.squares = squares;
        this.weight = weight;
        this.scale = scale;
        this.run = run;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        double[] s = Blocks.sum(count.length, Cell.COUNT, run, (from, to, sums) -> {
            for (int row = from; row < to; row++) {
                addMean(row, point, sums);
                if (squares.length > 0) {
                    addSquares(row, point[2], sums);
                }
            }
        });
        System.arraycopy(s, Cell.MU, gradient, 0, 3);
        for (int i = 0, cell = Cell.MU_MU; i < 3; i++) {
            for (int j = i; j < 3; j++, cell++) {
                hessian[i][j] = s[cell];
                hessian[j][i] = s[cell];
            }
        }
        return s[Cell.VALUE];
    }

    private void addMean(int row, double[] point, double[] sums) {
        double w = weight[row];
        double share = 1.0 / count[row];
        double per = 1 / (point[1] + point[2] * share);
        double d = mean[row] - point[0];
        double byV = w * per * (d * d * per - 1) / 2;
        double byVv = w * per * per * (0.5 - d * d * per);
        sums[Cell.VALUE] += w * ((Math.log(per) - LOG_2_PI - d * d * per) / 2 - Math.log(scale));
        sums[Cell.MU] += w * d * per;
        sums[Cell.TAU] += byV;
        sums[Cell.SIGMA] += byV * share;
        sums[Cell.MU_MU] -= w * per;
        sums[Cell.MU_TAU] -= w * d * per * per;
        sums[Cell.MU_SIGMA] -= w * d * per * per * share;
        sums[Cell.TAU_TAU] += byVv;
        sums[Cell.TAU_SIGMA] += byVv * share;
        sums[Cell.SIGMA_SIGMA] += byVv * share * share;
    }

    private void addSquares(int row, double variance, double[] sums) {
        double w = weight[row];
        double degrees = count[row] - 1;
        double per = 1 / variance;
        double q = squares[row] * per;
        sums[Cell.VALUE] += w
                * (-0.5 * (degrees * (LOG_2_PI + Math.log(variance)) + q + Math.log(count[row]))
                        - degrees * Math.log(scale));
        sums[Cell.SIGMA] += w * per * (q - degrees) / 2;
        sums[Cell.SIGMA_SIGMA] += w * per * per * (degrees / 2 - q);
    }

    /** Where the value, the gradient and the upper half of the Hessian stand among the sums. */
    private static final class Cell {
        static final int VALUE = 0;
        static final int MU = 1;
        static final int TAU = 2;
        static final int SIGMA = 3;
        static final int MU_MU = 4;
        static final int MU_TAU = 5;
        static final int MU_SIGMA = 6;
        static final int TAU_TAU = 7;
        static final int TAU_SIGMA = 8;
        static final int SIGMA_SIGMA = 9;
        static final int COUNT = 10;

        private Cell() {}
    }
}
