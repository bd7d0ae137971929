package io.lendcrm.scoring.likelihood;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * The way up a log-likelihood of a few parameters by Newton's method with the exact Hessian, within bounds. Where the
 * surface isn't concave the step follows its axes upward nevertheless, and where a step would lead down it is halved. A
 * parameter at a bound whose gradient points outward is held there. Immutable; thread-safe if the function is.
 */
public final class NewtonAscent {

    /**
     * The top is reached where a step promises no more than this: then the point is within 2e-6 standard errors of it.
     */
    private static final double GAIN = 1e-12;

    /** Of the value: its digits allow no finer comparison, and after the last step no finer promise. */
    private static final double ROUNDING = 1e-13;

    private static final double LONGEST_STEP = 2;
    private static final int HALVINGS = 50;

    /** A function to climb: the log-likelihood of the data. */
    public interface LogLikelihood {
        /**
         * The value at a point.
         *
         * @param point the coordinates
         * @param gradient to be filled in
         * @param hessian to be filled in whole
         * @return the value
         */
        double at(double[] point, double[] gradient, double[][] hessian);
    }

    /**
     * Where an ascent ended. The arrays are the ascent's own and are not to be changed.
     *
     * @param point the point
     * @param value the function there
     * @param gradient the gradient there
     * @param hessian the Hessian there
     * @param held which coordinates are held at a bound
     * @param iterations how many steps were taken
     * @param converged whether it is a maximum
     */
    @SuppressWarnings("ArrayRecordComponent") // working data of a fit, compared nowhere
    public record Optimum(
            double[] point,
            double value,
            double[] gradient,
            double[][] hessian,
            boolean[] held,
            int iterations,
            boolean converged) {

        /** {@return whether no coordinate is held at a bound} */
        public boolean inside() {
            for (boolean h : held) {
                if (h) {
                    return false;
                }
            }
            return true;
        }

        /** {@return the coordinates' exponentials: the parameters, where the coordinates are their logarithms} */
        public double[] parameters() {
            return Arrays.stream(point).map(Math::exp).toArray();
        }

        /** {@return the largest slope along a coordinate that is free} */
        public double gradientNorm() {
            double norm = 0;
            for (int i = 0; i < point.length; i++) {
                norm = held[i] ? norm : Math.max(norm, Math.abs(gradient[i]));
            }
            return norm;
        }

        /** {@return how many coordinates are not held at a bound} */
        public int freeParameters() {
            int free = 0;
            for (boolean h : held) {
                free += h ? 0 : 1;
            }
            return free;
        }

        /** {@return the curvature there} */
        public Curvature curvature() {
            return Curvature.of(hessian, held);
        }
    }

    private final String model;
    private final LogLikelihood logLikelihood;
    private final double[] low;
    private final double[] high;
    private final int maxIterations;

    /**
     * An ascent within bounds.
     *
     * @param model the model's type, for messages
     * @param logLikelihood the function
     * @param low the lower bounds, each below its upper one
     * @param high the upper bounds
     * @param maxIterations after how many steps from one start to give up
     */
    public NewtonAscent(String model, LogLikelihood logLikelihood, double[] low, double[] high, int maxIterations) {
        this.model = model;
        this.logLikelihood = logLikelihood;
        this.low = low.clone();
        this.high = high.clone();
        this.maxIterations = maxIterations;
    }

    /**
     * The highest top reached from these starts, tried in turn until one leads to a top within the bounds.
     *
     * @param starts the points to start from
     * @param run asked whether to go on, and told of each start's end
     * @return the top
     * @throws FitException if none leads to a top
     */
    public Optimum fromAny(double[][] starts, Run run) {
        Optimum best = null;
        Optimum last = null;
        for (int i = 0; i < starts.length && (best == null || !best.inside()); i++) {
            last = from(starts[i], run);
            run.progress()
                    .accept(String.format(
                            Locale.ROOT,
                            "%s: start %d, %d iterations, log-likelihood %.6f",
                            model,
                            i + 1,
                            last.iterations(),
                            last.value()));
            if (last.converged() && (best == null || last.value() > best.value())) {
                best = last;
            }
        }
        if (best == null) {
            throw new FitException(
                    model,
                    "no top was reached from " + starts.length + " starts; the last of them ended after "
                            + (last == null ? 0 : last.iterations()) + " iterations with a gradient of norm "
                            + (last == null ? 0 : last.gradientNorm()),
                    "more iterations or restarts, or a look at the rows for impossible histories");
        }
        return best;
    }

    /**
     * The way up from one start.
     *
     * @param start the point; moved within the bounds
     * @param run asked whether to go on
     * @return where it ended, a top or not
     */
    public Optimum from(double[] start, Run run) {
        int size = start.length;
        double[] point = clamped(start);
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double value = logLikelihood.at(point, gradient, hessian);
        for (int iteration = 0; ; iteration++) {
            if (run.cancelled().getAsBoolean()) {
                throw new CancellationException("the fit was cancelled after " + iteration + " iterations");
            }
            boolean[] held = held(point, gradient);
            Curvature curvature = Curvature.of(hessian, held);
            double[] step = curvature.step(gradient);
            double gain = gain(gradient, step);
            boolean last = iteration == maxIterations;
            double enough = last ? Math.max(GAIN, ROUNDING * Math.abs(value)) : GAIN;
            boolean converged = gain <= enough && curvature.isTop();
            if (converged || last) {
                return new Optimum(point, value, gradient, hessian, held, iteration, converged);
            }
            double[] nextGradient = new double[size];
            double[][] nextHessian = new double[size][size];
            double scale = Math.min(1, LONGEST_STEP / longest(step));
            double rounding = ROUNDING * Math.abs(value);
            double[] next = clamped(moved(point, scale, step));
            double nextValue = logLikelihood.at(next, nextGradient, nextHessian);
            for (int i = 0; i < HALVINGS && !(nextValue - value >= 1e-4 * scale * gain - rounding); i++) {
                scale /= 2;
                next = clamped(moved(point, scale, step));
                nextValue = logLikelihood.at(next, nextGradient, nextHessian);
            }
            if (!(nextValue - value >= -rounding)) {
                return new Optimum(point, value, gradient, hessian, held, iteration, false);
            }
            point = next;
            value = nextValue;
            gradient = nextGradient;
            hessian = nextHessian;
        }
    }

    private boolean[] held(double[] point, double[] gradient) {
        boolean[] held = new boolean[point.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = point[i] <= low[i] && gradient[i] < 0 || point[i] >= high[i] && gradient[i] > 0;
        }
        return held;
    }

    private double[] clamped(double[] point) {
        double[] clamped = new double[point.length];
        for (int i = 0; i < clamped.length; i++) {
            clamped[i] = Math.max(low[i], Math.min(high[i], point[i]));
        }
        return clamped;
    }

    private static double[] moved(double[] point, double scale, double[] step) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += scale * step[i];
        }
        return moved;
    }

    private static double longest(double[] step) {
        double longest = 0;
        for (double s : step) {
            longest = Math.max(longest, Math.abs(s));
        }
        return longest;
    }

    /** What the quadratic model promises of a step. */
    private static double gain(double[] gradient, double[] step) {
        double gain = 0;
        for (int i = 0; i < step.length; i++) {
            gain += gradient[i] * step[i] / 2;
        }
        return gain;
    }
}
