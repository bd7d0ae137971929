package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Cholesky;
import java.util.concurrent.CancellationException;

/**
 * The way up a binary likelihood by Fisher's scoring (iteratively reweighted least squares) within bounds: coordinates
 * at a bound that push outward are held (Bertsekas 1982), the others take the scored step, projected on the bounds and
 * halved where it would lead down. At the end the conditions of Karush, Kuhn and Tucker hold: no slope along a free
 * coordinate, outward slope along a held one.
 */
final class FisherScoring {

    /** In squared standard errors: what is left of the way, far below what the data can tell. */
    private static final double GAIN = 1e-20;

    private static final double GOOD_ENOUGH = 1e-11;
    private static final double ROUNDING = 1e-14;
    private static final int HALVINGS = 40;

    /** Where it ended. */
    @SuppressWarnings("ArrayRecordComponent") // working data of a fit, compared nowhere
    record Top(
            double[] point,
            double value,
            double[] gradient,
            double[][] information,
            boolean[] held,
            int iterations,
            boolean converged) {

        /** The largest slope along a free coordinate. */
        double gradientNorm() {
            double norm = 0;
            for (int i = 0; i < point.length; i++) {
                norm = held[i] ? norm : Math.max(norm, Math.abs(gradient[i]));
            }
            return norm;
        }

        int freeParameters() {
            int free = 0;
            for (boolean h : held) {
                free += h ? 0 : 1;
            }
            return free;
        }

        /** Zero for what is held. */
        double[][] covariance() {
            return Cholesky.of(within(information, held), ROUNDING).inverse();
        }
    }

    /** Looks on, and ends by an exception a way that has no end. */
    interface Watch {
        default void start(double[][] information) {}

        default void step(int iteration, double[] step) {}
    }

    private final BinaryLikelihood likelihood;
    private final double[] low;
    private final double[] high;
    private final int maxIterations;

    FisherScoring(BinaryLikelihood likelihood, double[] low, double[] high, int maxIterations) {
        this.likelihood = likelihood;
        this.low = low;
        this.high = high;
        this.maxIterations = maxIterations;
    }

    Top climb(Run run, Watch watch) {
        int size = likelihood.size();
        double[] point = projected(new double[size]);
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        double value = likelihood.at(point, gradient, information);
        watch.start(information);
        for (int iteration = 0; ; iteration++) {
            if (run.cancelled().getAsBoolean()) {
                throw new CancellationException("the fit was cancelled after " + iteration + " iterations");
            }
            boolean[] held = held(point, gradient, information);
            double[] step = Cholesky.of(within(information, held), ROUNDING).solve(without(gradient, held));
            double gain = dot(gradient, step, held);
            if (gain <= GAIN && atBounds(point, held) || iteration == maxIterations) {
                return new Top(point, value, gradient, information, held, iteration, gain <= GOOD_ENOUGH);
            }
            watch.step(iteration, step);
            double scale = 1;
            double[] nextGradient = new double[size];
            double[][] nextInformation = new double[size][size];
            double[] next = moved(point, scale, step, held, gradient);
            double nextValue = likelihood.at(next, nextGradient, nextInformation);
            double rounding = ROUNDING * Math.abs(value);
            for (int i = 0;
                    i < HALVINGS && !(nextValue - value >= 1e-4 * rise(gradient, point, next) - rounding);
                    i++) {
                scale /= 2;
                next = moved(point, scale, step, held, gradient);
                nextValue = likelihood.at(next, nextGradient, nextInformation);
            }
            if (!(nextValue - value >= -rounding)) {
                return new Top(point, value, gradient, information, held, iteration, gain <= GOOD_ENOUGH);
            }
            point = next;
            value = nextValue;
            gradient = nextGradient;
            information = nextInformation;
        }
    }

    /** At a bound, or within a whisker of it by the scale of its own curvature, and pushing outward. */
    private boolean[] held(double[] point, double[] gradient, double[][] information) {
        boolean[] held = new boolean[point.length];
        for (int i = 0; i < held.length; i++) {
            double near = Math.min(1e-6, Math.abs(gradient[i]) / Math.max(information[i][i], Double.MIN_NORMAL));
            held[i] = low[i] == high[i]
                    || point[i] <= low[i] + near && gradient[i] < 0
                    || point[i] >= high[i] - near && gradient[i] > 0;
        }
        return held;
    }

    private boolean atBounds(double[] point, boolean[] held) {
        for (int i = 0; i < held.length; i++) {
            if (held[i] && point[i] != low[i] && point[i] != high[i]) {
                return false;
            }
        }
        return true;
    }

    private double[] moved(double[] point, double scale, double[] step, boolean[] held, double[] gradient) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            if (held[i]) {
                moved[i] = gradient[i] < 0 ? low[i] : high[i];
            } else {
                moved[i] += scale * step[i];
            }
        }
        return projected(moved);
    }

    private double[] projected(double[] point) {
        double[] projected = new double[point.length];
        for (int i = 0; i < projected.length; i++) {
            projected[i] = Math.max(low[i], Math.min(high[i], point[i]));
        }
        return projected;
    }

    private static double rise(double[] gradient, double[] from, double[] to) {
        double rise = 0;
        for (int i = 0; i < from.length; i++) {
            rise += gradient[i] * (to[i] - from[i]);
        }
        return Math.max(0, rise);
    }

    private static double dot(double[] gradient, double[] step, boolean[] held) {
        double sum = 0;
        for (int i = 0; i < step.length; i++) {
            sum += held[i] ? 0 : gradient[i] * step[i];
        }
        return sum;
    }

    private static double[] without(double[] gradient, boolean[] held) {
        double[] free = gradient.clone();
        for (int i = 0; i < free.length; i++) {
            free[i] = held[i] ? 0 : free[i];
        }
        return free;
    }

    /** The information with the rows and columns of what is held at zero, which the root leaves out. */
    private static double[][] within(double[][] information, boolean[] held) {
        double[][] free = new double[held.length][held.length];
        for (int i = 0; i < held.length; i++) {
            for (int j = 0; j < held.length; j++) {
                free[i][j] = held[i] || held[j] ? 0 : information[i][j];
            }
        }
        return free;
    }
}
