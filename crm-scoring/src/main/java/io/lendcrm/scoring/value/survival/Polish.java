package io.lendcrm.scoring.value.survival;

import io.lendcrm.scoring.likelihood.Cholesky;
import io.lendcrm.scoring.likelihood.NewtonAscent;

/** One step more from a top, which doubles the digits of the point. */
final class Polish {

    private Polish() {}

    static NewtonAscent.Optimum of(NewtonAscent.LogLikelihood likelihood, NewtonAscent.Optimum top) {
        int size = top.point().length;
        double[] step = Cholesky.of(information(top.hessian()), 1e-14).solve(top.gradient());
        double[] point = top.point().clone();
        for (int i = 0; i < size; i++) {
            point[i] += step[i];
        }
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double value = likelihood.at(point, gradient, hessian);
        return value >= top.value() - 1e-12 * Math.abs(top.value())
                ? new NewtonAscent.Optimum(
                        point, value, gradient, hessian, top.held(), top.iterations() + 1, top.converged())
                : top;
    }

    static double[][] information(double[][] hessian) {
        double[][] information = new double[hessian.length][hessian.length];
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                information[i][j] = -hessian[i][j];
            }
        }
        return information;
    }
}
