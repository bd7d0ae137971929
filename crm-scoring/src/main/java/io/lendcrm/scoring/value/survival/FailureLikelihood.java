package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.NewtonAscent;

/**
 * The log-likelihood of durations whose logarithm is {@code constant + Σ b x + scale · error}, in the constant, the
 * coefficients of standardised columns and, unless the scale is 1, its logarithm.
 */
final class FailureLikelihood implements NewtonAscent.LogLikelihood {

    private final SurvivalData data;
    private final Centred columns;
    private final FailureLaw law;
    private final Run run;

    FailureLikelihood(SurvivalData data, Centred columns, FailureLaw law, Run run) {
        this.data = data;
        this.columns = columns;
        this.law = law;
        this.run = run;
    }

    /** How many coordinates. */
    int size() {
        return 1 + columns.size() + (law == FailureLaw.EXPONENTIAL ? 0 : 1);
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        int size = size();
        double[] sums = Blocks.sum(data.rows(), 1 + size + size * (size + 1) / 2, run, (from, to, block) -> {
            double[] z = new double[size];
            for (int i = from; i < to; i++) {
                row(i, point, z, block);
            }
        });
        int at = 1 + size;
        for (int j = 0; j < size; j++) {
            gradient[j] = sums[1 + j];
            for (int k = 0; k <= j; k++) {
                hessian[j][k] = sums[at];
                hessian[k][j] = sums[at++];
            }
        }
        return sums[0];
    }

    private void row(int i, double[] point, double[] z, double[] block) {
        double logScale = logScale(point);
        double[] row = columns.row(i);
        double expected = point[0];
        for (int j = 0; j < row.length; j++) {
            expected += point[1 + j] * row[j];
        }
        double logTime = Math.log(data.time(i));
        double error = (logTime - expected) * Math.exp(-logScale);
        if (data.ended(i)) {
            block[0] -= logScale + logTime;
            if (law != FailureLaw.EXPONENTIAL) {
                block[1 + z.length - 1] -= 1;
            }
            add(law.density(error), error, 1, row, logScale, z, block);
        } else {
            add(law.survival(error), error, 1, row, logScale, z, block);
        }
        if (data.entry(i) > 0) {
            double entered = (Math.log(data.entry(i)) - expected) * Math.exp(-logScale);
            add(law.survival(entered), entered, -1, row, logScale, z, block);
        }
    }

    /** Adds a function of the error, given with its derivatives; the slopes of the error are -x/scale and -error. */
    private void add(double[] f, double error, int sign, double[] row, double logScale, double[] z, double[] block) {
        int size = z.length;
        double inverse = Math.exp(-logScale);
        z[0] = -inverse;
        for (int j = 0; j < row.length; j++) {
            z[1 + j] = -row[j] * inverse;
        }
        boolean scaled = law != FailureLaw.EXPONENTIAL;
        if (scaled) {
            z[size - 1] = -error;
        }
        block[0] += sign * f[0];
        int at = 1 + size;
        for (int j = 0; j < size; j++) {
            block[1 + j] += sign * f[1] * z[j];
            for (int k = 0; k <= j; k++) {
                // The second derivative of the error is -z by the logarithm of the scale, 0 by the others alone.
                double bent = scaled && j == size - 1 ? -z[k] : 0;
                block[at++] += sign * (f[2] * z[j] * z[k] + f[1] * bent);
            }
        }
    }

    double logScale(double[] point) {
        return law == FailureLaw.EXPONENTIAL ? 0 : point[point.length - 1];
    }
}
