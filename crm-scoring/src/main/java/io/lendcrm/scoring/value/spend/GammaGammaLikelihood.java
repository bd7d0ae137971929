package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.special.LogGamma;
import java.util.Arrays;

/**
 * The log-likelihood of a book's spend under Gamma-Gamma with its exact gradient and Hessian, in the logarithms of p, q,
 * v. Of a client with x repeat purchases of mean z it is
 *
 * <pre>-ln B(px, q) - ln z - px ln((v+xz)/xz) - q ln((v+xz)/v)</pre>
 */
final class GammaGammaLikelihood implements NewtonAscent.LogLikelihood {

    private final Run run;
    private final DistinctRows rows;
    private final int[] counts;
    private final double[] clientsByCount;
    private final double[] total;
    private final double logMeans;

    /** Of rows whose first column is the mean spend, above 0, with at least one purchase each. */
    GammaGammaLikelihood(DistinctRows rows, Run run) {
        this.rows = rows;
        this.run = run;
        this.counts = Arrays.stream(rows.count()).distinct().toArray();
        this.clientsByCount = new double[counts.length];
        this.total = new double[rows.size()];
        for (int row = 0, at = 0; row < rows.size(); row++) {
            at += counts[at] == rows.count()[row] ? 0 : 1;
            clientsByCount[at] += rows.weight()[row];
            total[row] = rows.count()[row] * rows.first(row);
        }
        this.logMeans = Blocks.sum(rows.size(), 1, run, (from, to, sums) -> {
            for (int row = from; row < to; row++) {
                sums[0] += rows.weight()[row] * Math.log(rows.first(row));
            }
        })[0];
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        double p = Math.exp(logs[0]);
        double q = Math.exp(logs[1]);
        double v = Math.exp(logs[2]);
        double[] s = Blocks.sum(rows.size(), Cell.COUNT, run, rows(p, q, v));
        s[Cell.VALUE] -= logMeans;
        for (int i = 0; i < counts.length; i++) {
            double w = clientsByCount[i];
            double x = counts[i];
            s[Cell.VALUE] += w * LogGamma.perBeta(p * x, q);
            s[Cell.P] += w * x * LogGamma.digammaDifference(p * x, q);
            s[Cell.Q] += w * LogGamma.digammaDifference(q, p * x);
            s[Cell.PP] += w * x * x * LogGamma.trigammaDifference(p * x, q);
            s[Cell.PQ] += w * x * LogGamma.trigamma(p * x + q);
            s[Cell.QQ] += w * LogGamma.trigammaDifference(q, p * x);
        }
        double[] parameters = {p, q, v};
        for (int i = 0; i < 3; i++) {
            gradient[i] = s[1 + i] * parameters[i];
        }
        for (int i = 0, cell = Cell.PP; i < 3; i++) {
            for (int j = i; j < 3; j++, cell++) {
                hessian[i][j] = s[cell] * parameters[i] * parameters[j] + (i == j ? gradient[i] : 0);
                hessian[j][i] = hessian[i][j];
            }
        }
        return s[Cell.VALUE];
    }

    /** All that holds v + xz. */
    private Blocks.Kernel rows(double p, double q, double v) {
        return (from, to, sums) -> {
            for (int row = from; row < to; row++) {
                double w = rows.weight()[row];
                double x = rows.count()[row];
                double own = w * x * Math.log1p(v / total[row]);
                double others = w * Math.log1p(total[row] / v);
                double per = 1 / (v + total[row]);
                double share = total[row] * per / v; // 1/v - 1/(v+xz)
                sums[Cell.VALUE] -= p * own + q * others;
                sums[Cell.P] -= own;
                sums[Cell.Q] -= others;
                sums[Cell.V] += w * (q * share - p * x * per);
                sums[Cell.PV] -= w * x * per;
                sums[Cell.QV] += w * share;
                sums[Cell.VV] += w * (p * x * per * per - q * share * (1 / v + per));
            }
        };
    }

    /** Where the value, the gradient and the upper half of the Hessian stand among the sums. */
    private static final class Cell {
        static final int VALUE = 0;
        static final int P = 1;
        static final int Q = 2;
        static final int V = 3;
        static final int PP = 4;
        static final int PQ = 5;
        static final int PV = 6;
        static final int QQ = 7;
        static final int QV = 8;
        static final int VV = 9;
        static final int COUNT = 10;

        private Cell() {}
    }
}
