package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.special.RisingFactorials;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The log-likelihood of a book under BG/BB with its exact gradient and Hessian, in the logarithms of alpha, beta, gamma,
 * delta. A client's likelihood is a sum over the opportunities after which it may have left; each term is a product of
 * rising factorials, which are tabulated, so that no gamma function is called for a row. The derivatives of the logarithm
 * of a sum are means of those of its terms, weighted by the terms.
 */
final class BgBbLikelihood implements NewtonAscent.LogLikelihood {

    private static final int SIZE = 4;
    private static final int SUMS = 1 + SIZE + SIZE * SIZE;

    private final DistinctRows rows;
    private final Run run;
    private final int[] steps;

    /** Of rows whose first column is the age and whose second the recency, in whole opportunities. */
    BgBbLikelihood(DistinctRows rows, Run run) {
        this.rows = rows;
        this.run = run;
        double[] ages = rows.firstValues();
        this.steps = IntStream.rangeClosed(0, 1 + (int) ages[ages.length - 1]).toArray();
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        double[] p = Arrays.stream(logs).map(Math::exp).toArray();
        Tables tables = new Tables(
                p[2],
                new RisingFactorials(p[0], steps),
                new RisingFactorials(p[1], steps),
                new RisingFactorials(p[0] + p[1], steps),
                new RisingFactorials(p[3], steps),
                new RisingFactorials(p[2] + p[3], steps));
        double[] s = Blocks.sum(rows.size(), SUMS, run, (from, to, sums) -> {
            double[] mean = new double[SUMS];
            for (int row = from; row < to; row++) {
                addRow(row, tables, mean, sums);
            }
        });
        for (int i = 0; i < SIZE; i++) {
            gradient[i] = s[1 + i] * p[i];
        }
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                hessian[i][j] = s[1 + SIZE + SIZE * i + j] * p[i] * p[j] + (i == j ? gradient[i] : 0);
            }
        }
        return s[0];
    }

    private void addRow(int row, Tables tables, double[] mean, double[] sums) {
        int x = rows.count()[row];
        int n = (int) rows.first(row);
        double w = rows.weight()[row];
        Arrays.fill(mean, 0);
        double greatest = Double.NEGATIVE_INFINITY;
        for (int m = (int) rows.second(row); m <= n; m++) {
            greatest = Math.max(greatest, tables.log(x, m, m < n));
        }
        for (int m = (int) rows.second(row); m <= n; m++) {
            tables.add(x, m, m < n, greatest, mean);
        }
        double total = mean[0];
        sums[0] += w * (greatest + Math.log(total));
        for (int i = 0; i < SIZE; i++) {
            sums[1 + i] += w * (mean[1 + i] / total);
            for (int j = 0; j < SIZE; j++) {
                int cell = 1 + SIZE + SIZE * i + j;
                sums[cell] += w * (mean[cell] / total - mean[1 + i] / total * (mean[1 + j] / total));
            }
        }
    }

    /** The terms at given parameters. */
    private record Tables(
            double gamma,
            RisingFactorials alpha,
            RisingFactorials beta,
            RisingFactorials both,
            RisingFactorials delta,
            RisingFactorials leaves) {

        /** ln of a term: x purchases among m opportunities, there at the m-th and, if it left then, not after it. */
        double log(int x, int m, boolean left) {
            double buys = alpha.log(x) + beta.log(m - x) - both.log(m);
            return buys + delta.log(m) - leaves.log(left ? m + 1 : m) + (left ? Math.log(gamma) : 0);
        }

        /** Adds the term, its slopes and its curvatures with the products of its slopes. */
        void add(int x, int m, boolean left, double greatest, double[] sums) {
            int k = left ? m + 1 : m;
            double term = Math.exp(log(x, m, left) - greatest);
            double[] slope = {
                alpha.slope(x) - both.slope(m),
                beta.slope(m - x) - both.slope(m),
                (left ? 1 / gamma : 0) - leaves.slope(k),
                delta.slope(m) - leaves.slope(k)
            };
            double leave = left ? 1 / (gamma * gamma) : 0;
            double[][] bend = {
                {alpha.curvature(x) - both.curvature(m), -both.curvature(m), 0, 0},
                {-both.curvature(m), beta.curvature(m - x) - both.curvature(m), 0, 0},
                {0, 0, -leaves.curvature(k) - leave, -leaves.curvature(k)},
                {0, 0, -leaves.curvature(k), delta.curvature(m) - leaves.curvature(k)}
            };
            sums[0] += term;
            for (int i = 0; i < SIZE; i++) {
                sums[1 + i] += term * slope[i];
                for (int j = 0; j < SIZE; j++) {
                    sums[1 + SIZE + SIZE * i + j] += term * (bend[i][j] + slope[i] * slope[j]);
                }
            }
        }
    }
}
