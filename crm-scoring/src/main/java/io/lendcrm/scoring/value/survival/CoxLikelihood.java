package io.lendcrm.scoring.value.survival;

import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.ArrayList;
import java.util.List;

/** Cox's partial log-likelihood in the coefficients of standardised columns, with gradient and Hessian. */
final class CoxLikelihood implements NewtonAscent.LogLikelihood {

    private final SurvivalData data;
    private final Centred columns;
    private final CoxTies ties;

    CoxLikelihood(SurvivalData data, Centred columns, CoxTies ties) {
        this.data = data;
        this.columns = columns;
        this.ties = ties;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        int size = point.length;
        double[] value = new double[1];
        java.util.Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            java.util.Arrays.fill(row, 0);
        }
        double[] logRisks = logRisks(point);
        double shift = greatest(logRisks);
        CoxMoment.all(data, columns, ties, logRisks, shift, moment -> {
            value[0] += moment.logRisk - moment.deaths * shift;
            for (int j = 0; j < size; j++) {
                gradient[j] += moment.sum[j];
            }
            for (int gone = 0; gone < moment.deaths; gone++) {
                value[0] -= Math.log(moment.left(gone));
                for (int j = 0; j < size; j++) {
                    gradient[j] -= moment.mean[j];
                    for (int k = 0; k <= j; k++) {
                        hessian[j][k] -= moment.spread[j][k];
                    }
                }
            }
        });
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                hessian[k][j] = hessian[j][k];
            }
        }
        return value[0];
    }

    /** The hazard of a client at the mean of the columns: its moments, earliest first, and its sum up to each. */
    List<double[]> baseline(double[] point) {
        double[] logRisks = logRisks(point);
        double shift = greatest(logRisks);
        List<double[]> jumps = new ArrayList<>();
        CoxMoment.all(data, columns, ties, logRisks, shift, moment -> {
            double jump = 0;
            for (int gone = 0; gone < moment.deaths; gone++) {
                jump += 1 / moment.left(gone);
            }
            jumps.add(new double[] {moment.time, jump * Math.exp(-shift)});
        });
        java.util.Collections.reverse(jumps);
        for (int k = 1; k < jumps.size(); k++) {
            jumps.get(k)[1] += jumps.get(k - 1)[1];
        }
        return jumps;
    }

    double[] logRisks(double[] point) {
        double[] logRisks = new double[data.rows()];
        for (int i = 0; i < logRisks.length; i++) {
            double[] row = columns.row(i);
            for (int j = 0; j < point.length; j++) {
                logRisks[i] += point[j] * row[j];
            }
        }
        return logRisks;
    }

    static double greatest(double[] values) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
