package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.special.GaussFraction;
import io.lendcrm.scoring.special.RisingFactorials;
import java.util.Arrays;

/**
 * The log-likelihood of a book under Pareto/NBD with its exact gradient and Hessian, in the logarithms of r, alpha, s, beta.
 * With {@code A(y) = (1+y/α)^-r (α+y)^-x (1+y/β)^-s} and the {@link Race} of leaving against the next purchase, a client
 * with x repeat purchases, the last at t_x, watched until T, has the density
 *
 * <pre>Γ(r+x)/Γ(r) (A(t_x) P(leaves first at t_x) + A(T) P(purchases first at T))</pre>
 *
 * a sum of two positive terms, each of a pair of columns only. The second is tabulated over the distinct pairs (x, T); the
 * first is computed once for all rows of a pair (x, t_x), which stand together. What is left to a row is one exponential,
 * one logarithm and the sums.
 */
final class ParetoNbdLikelihood implements NewtonAscent.LogLikelihood {

    private final Run run;
    private final DistinctRows rows;
    private final int[] counts;
    private final double[] clientsByCount;
    /** Of each row, its pair (x, T). */
    private final int[] agePair;
    /** Of each pair, a row that has it. */
    private final int[] pairRow;

    private final double[] atAge;

    /** Of rows whose first column is the recency and whose second the age. */
    ParetoNbdLikelihood(DistinctRows rows, Run run) {
        this.rows = rows;
        this.run = run;
        this.counts = Arrays.stream(rows.count()).distinct().toArray();
        this.clientsByCount = new double[counts.length];
        this.agePair = new int[rows.size()];
        int[] found = new int[rows.size()];
        int[] known = new int[rows.secondValues().length];
        Arrays.fill(known, -1);
        int pairs = 0;
        int firstOfCount = 0;
        for (int row = 0, at = 0; row < rows.size(); row++) {
            int x = rows.count()[row];
            if (counts[at] != x) {
                at++;
                firstOfCount = pairs;
            }
            clientsByCount[at] += rows.weight()[row];
            int age = rows.second()[row];
            if (known[age] < firstOfCount) {
                known[age] = pairs;
                found[pairs++] = row;
            }
            agePair[row] = known[age];
        }
        this.pairRow = Arrays.copyOf(found, pairs);
        this.atAge = new double[pairs * Race.SIZE];
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double s = Math.exp(logs[2]);
        double beta = Math.exp(logs[3]);
        Blocks.sum(pairRow.length, 0, run, (from, to, none) -> {
            double[] work = new double[GaussFraction.SIZE];
            for (int pair = from; pair < to; pair++) {
                int row = pairRow[pair];
                int x = rows.count()[row];
                double age = rows.second(row);
                int cell = pair * Race.SIZE;
                Race.logFirst(r + x, alpha, s, beta, age, atAge, cell, work);
                addActive(x, r, alpha, s, beta, age, atAge, cell);
            }
        });
        double[] sums = Blocks.sum(rows.size(), Race.SIZE, run, (from, to, out) -> {
            double[] work = new double[GaussFraction.SIZE];
            double[] left = new double[Race.SIZE];
            double[] swapped = new double[Race.SIZE];
            for (int row = from; row < to; ) {
                int x = rows.count()[row];
                int recency = rows.first()[row];
                int next = row + 1;
                while (next < to && rows.first()[next] == recency && rows.count()[next] == x) {
                    next++;
                }
                Race.logFirst(s, beta, r + x, alpha, rows.first(row), swapped, 0, work);
                swap(swapped, left);
                addActive(x, r, alpha, s, beta, rows.first(row), left, 0);
                addRows(row, next, left, out);
                row = next;
            }
        });
        addCounts(sums, r);
        double[] parameters = {r, alpha, s, beta};
        for (int i = 0; i < 4; i++) {
            gradient[i] = sums[1 + i] * parameters[i];
        }
        for (int i = 0, cell = 5; i < 4; i++) {
            for (int j = i; j < 4; j++, cell++) {
                hessian[i][j] = sums[cell] * parameters[i] * parameters[j] + (i == j ? gradient[i] : 0);
                hessian[j][i] = hessian[i][j];
            }
        }
        return sums[0];
    }

    /** From derivatives by s, beta, r, alpha to those by r, alpha, s, beta. */
    private static void swap(double[] from, double[] to) {
        to[0] = from[0];
        to[1] = from[3];
        to[2] = from[4];
        to[3] = from[1];
        to[4] = from[2];
        to[5] = from[12];
        to[6] = from[13];
        to[7] = from[7];
        to[8] = from[10];
        to[9] = from[14];
        to[10] = from[8];
        to[11] = from[11];
        to[12] = from[5];
        to[13] = from[6];
        to[14] = from[9];
    }

    /** Adds ln A(y) and its derivatives. */
    private static void addActive(
            int x, double r, double alpha, double s, double beta, double y, double[] out, int at) {
        double perAlpha = 1 / (alpha + y);
        double perBeta = 1 / (beta + y);
        double logAlpha = Math.log1p(y / alpha);
        double logBeta = Math.log1p(y / beta);
        double gapAlpha = y * perAlpha / alpha; // 1/α - 1/(α+y)
        double gapBeta = y * perBeta / beta;
        out[at] -= r * logAlpha + x * Math.log(alpha + y) + s * logBeta;
        out[at + 1] -= logAlpha;
        out[at + 2] += r * gapAlpha - x * perAlpha;
        out[at + 3] -= logBeta;
        out[at + 4] += s * gapBeta;
        out[at + 6] += gapAlpha;
        out[at + 9] += x * perAlpha * perAlpha - r * gapAlpha * (1 / alpha + perAlpha);
        out[at + 13] += gapBeta;
        out[at + 14] -= s * gapBeta * (1 / beta + perBeta);
    }

    /** Rows of one x and t_x, whose term of having left they share. */
    private void addRows(int from, int to, double[] left, double[] sums) {
        double shareLeft = 0;
        for (int row = from; row < to; row++) {
            int cell = agePair[row] * Race.SIZE;
            double w = rows.weight()[row];
            double logOdds = left[0] - atAge[cell];
            double small = Math.exp(-Math.abs(logOdds));
            double share = w / (1 + small);
            double gone = logOdds >= 0 ? share : share * small;
            double active = logOdds >= 0 ? share * small : share;
            double doubt = share * small / (1 + small);
            shareLeft += gone;
            sums[0] += w * (Math.max(left[0], atAge[cell]) + Math.log1p(small));
            for (int k = 1; k < Race.SIZE; k++) {
                sums[k] += active * atAge[cell + k];
            }
            double byR = left[1] - atAge[cell + 1];
            double byAlpha = left[2] - atAge[cell + 2];
            double byS = left[3] - atAge[cell + 3];
            double byBeta = left[4] - atAge[cell + 4];
            sums[5] += doubt * byR * byR;
            sums[6] += doubt * byR * byAlpha;
            sums[7] += doubt * byR * byS;
            sums[8] += doubt * byR * byBeta;
            sums[9] += doubt * byAlpha * byAlpha;
            sums[10] += doubt * byAlpha * byS;
            sums[11] += doubt * byAlpha * byBeta;
            sums[12] += doubt * byS * byS;
            sums[13] += doubt * byS * byBeta;
            sums[14] += doubt * byBeta * byBeta;
        }
        for (int k = 1; k < Race.SIZE; k++) {
            sums[k] += shareLeft * left[k];
        }
    }

    /** ln Γ(r+x)/Γ(r). */
    private void addCounts(double[] sums, double r) {
        RisingFactorials purchases = new RisingFactorials(r, counts);
        for (int i = 0; i < counts.length; i++) {
            sums[0] += clientsByCount[i] * purchases.log(i);
            sums[1] += clientsByCount[i] * purchases.slope(i);
            sums[5] += clientsByCount[i] * purchases.curvature(i);
        }
    }
}
