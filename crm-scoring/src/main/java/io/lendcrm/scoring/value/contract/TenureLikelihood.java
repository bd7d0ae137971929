package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;

/**
 * The log-likelihood of tenures under a survival curve, with its exact gradient and Hessian in the logarithms of the
 * parameters: {@code ln S(t)} of a client still there, {@code ln (S(t) - S(t'))} of one that left in between,
 * {@code ln f(t)} of one whose end is known to the moment, less {@code ln S(e)} for one seen only from e on. Where only
 * two coordinates are asked for, the third parameter is 1.
 */
final class TenureLikelihood implements NewtonAscent.LogLikelihood {

    /** Makes a curve of three parameters. */
    @FunctionalInterface
    interface Family {
        SurvivalCurve curve(double first, double second, double shape);
    }

    private final DistinctRows rows;
    private final Run run;
    private final Family family;
    private final double scale;

    /** Of rows as {@link Tenures#rows} makes them, their times divided by a scale. */
    TenureLikelihood(DistinctRows rows, double scale, Family family, Run run) {
        this.rows = rows;
        this.scale = scale;
        this.family = family;
        this.run = run;
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        int size = logs.length;
        double shape = size == 3 ? Math.exp(logs[2]) : 1;
        SurvivalCurve curve = family.curve(Math.exp(logs[0]), Math.exp(logs[1]), shape);
        double[] sums = Blocks.sum(rows.size(), SurvivalCurve.JET, run, (from, to, total) -> {
            double[] jet = new double[SurvivalCurve.JET];
            double[] later = new double[SurvivalCurve.JET];
            for (int row = from; row < to; row++) {
                double sign = jetOf(curve, row, jet, later);
                for (int i = 0; i < total.length; i++) {
                    total[i] += sign * rows.weight()[row] * jet[i];
                }
            }
        });
        for (int i = 0, cell = 4; i < 3; i++) {
            for (int j = i; j < 3; j++, cell++) {
                if (j < size) {
                    hessian[i][j] = sums[cell];
                    hessian[j][i] = sums[cell];
                }
            }
        }
        System.arraycopy(sums, 1, gradient, 0, size);
        return sums[0];
    }

    /** Sets the jet to a row's part and returns whether it is added or taken off. */
    private double jetOf(SurvivalCurve curve, int row, double[] jet, double[] later) {
        double from = rows.first(row) / scale;
        int kind = rows.count()[row];
        if (kind == Tenures.ENDED) {
            curve.logDensity(from, jet);
            jet[0] -= Math.log(scale); // a density of the times as given
            return 1;
        }
        curve.logSurvival(from, jet);
        if (kind == Tenures.LEFT) {
            double until = rows.second(row) / scale;
            curve.logSurvival(until, later);
            leave(jet, later, curve.logRatio(from, until));
        }
        return kind == Tenures.ENTERED ? -1 : 1;
    }

    /** Turns ln S(t) into ln (S(t) - S(t')) = ln S(t) + ln (1 - exp D), D = ln S(t')/S(t). */
    private static void leave(double[] jet, double[] later, double ratio) {
        double odds = -1 / Math.expm1(-ratio); // of ln (1 - exp D) by D
        double bend = odds * (1 - odds);
        double d0 = later[1] - jet[1];
        double d1 = later[2] - jet[2];
        double d2 = later[3] - jet[3];
        double[] squares = {d0 * d0, d0 * d1, d0 * d2, d1 * d1, d1 * d2, d2 * d2};
        for (int i = 1; i < jet.length; i++) {
            jet[i] += odds * (later[i] - jet[i]) + (i < 4 ? 0 : bend * squares[i - 4]);
        }
        jet[0] += ratio > -0.6931471805599453 ? Math.log(-Math.expm1(ratio)) : Math.log1p(-Math.exp(ratio));
    }
}
