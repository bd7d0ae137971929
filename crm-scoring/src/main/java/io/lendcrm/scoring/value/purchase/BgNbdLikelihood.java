package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.special.RisingFactorials;
import java.util.Arrays;

/**
 * The log-likelihood of a book under BG/NBD with its exact gradient and Hessian, in the logarithms of r, alpha, a, b. Of a
 * client with x repeat purchases, the last at t_x, watched until T, it is
 *
 * <pre>ln Γ(r+x)/Γ(r) - x ln α - (r+x) ln(1+T/α) + ln B(a,b+x)/B(a,b) + ln(1 + exp u)
 * u = ln a/(b+x-1) + (r+x) ln (α+T)/(α+t_x),   the last term for x above 0 only,</pre>
 *
 * and u is the log-odds of having left. All but the last term depends on one column at a time and is summed over its
 * distinct values; the logarithms in u come from tables, so that a row costs one exponential and one logarithm.
 */
final class BgNbdLikelihood implements NewtonAscent.LogLikelihood {

    private final Run run;
    private final DistinctRows rows;
    private final int firstRepeat;
    private final double[] clientsByAge;
    private final double[] purchasesByAge;
    private final int[] counts;
    private final double[] clientsByCount;
    private final double[] logAge;
    private final double[] inverseAge;
    private final double[] logRecency;
    private final double[] inverseRecency;

    /** Of rows whose first column is the age and whose second the recency. */
    BgNbdLikelihood(DistinctRows rows, Run run) {
        this.rows = rows;
        this.run = run;
        this.logAge = new double[rows.firstValues().length];
        this.inverseAge = new double[logAge.length];
        this.logRecency = new double[rows.secondValues().length];
        this.inverseRecency = new double[logRecency.length];
        this.clientsByAge = new double[logAge.length];
        this.purchasesByAge = new double[logAge.length];
        this.counts = Arrays.stream(rows.count()).distinct().toArray();
        this.clientsByCount = new double[counts.length];
        int repeat = 0;
        for (int row = 0, at = 0; row < rows.size(); row++) {
            int x = rows.count()[row];
            double w = rows.weight()[row];
            at += counts[at] == x ? 0 : 1;
            clientsByCount[at] += w;
            clientsByAge[rows.first()[row]] += w;
            purchasesByAge[rows.first()[row]] += w * x;
            repeat += x == 0 ? 1 : 0;
        }
        this.firstRepeat = repeat;
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double[] s = Blocks.sum(rows.size() - firstRepeat, Cell.COUNT, run, tabulated(r, alpha, a, b));
        addAges(s, r, alpha);
        addCounts(s, r, a, b);
        double[] parameters = {r, alpha, a, b};
        for (int i = 0; i < 4; i++) {
            gradient[i] = s[1 + i] * parameters[i];
        }
        for (int i = 0, cell = Cell.RR; i < 4; i++) {
            for (int j = i; j < 4; j++, cell++) {
                hessian[i][j] = s[cell] * parameters[i] * parameters[j] + (i == j ? gradient[i] : 0);
                hessian[j][i] = hessian[i][j];
            }
        }
        return s[0];
    }

    /** Fills the tables and returns what adds up ln(1 + exp u). */
    private Blocks.Kernel tabulated(double r, double alpha, double a, double b) {
        tabulate(alpha);
        return (from, to, sums) -> {
            int end = firstRepeat + to;
            for (int row = firstRepeat + from; row < end; ) {
                int x = rows.count()[row];
                int next = row;
                while (next < end && rows.count()[next] == x) {
                    next++;
                }
                addRows(row, next, r + x, 1 / a, 1 / (b + (x - 1)), sums);
                row = next;
            }
        };
    }

    /** The logarithm of 1 + T/α is multiplied by r, which may be large: it needs all the digits of small values. */
    private void tabulate(double alpha) {
        double[] ages = rows.firstValues();
        for (int i = 0; i < ages.length; i++) {
            logAge[i] = Math.log1p(ages[i] / alpha);
            inverseAge[i] = 1 / (alpha + ages[i]);
        }
        double[] recencies = rows.secondValues();
        Blocks.sum(recencies.length, 0, run, (from, to, none) -> {
            for (int i = from; i < to; i++) {
                logRecency[i] = Math.log(1 + recencies[i] / alpha);
                inverseRecency[i] = 1 / (alpha + recencies[i]);
            }
        });
    }

    /** Rows of one x, so that what is common to them is multiplied in once. */
    private void addRows(int from, int to, double s, double perA, double perB, double[] sums) {
        double logOdds = Math.log(perB / perA);
        double value = 0;
        double left = 0; // Σ w π, with π the probability of having left
        double leftD = 0; // times the derivatives of u: D by r, -sE by alpha, sF by alpha twice
        double leftE = 0;
        double leftF = 0;
        double doubt = 0; // Σ w π (1-π)
        double doubtD = 0;
        double doubtE = 0;
        double doubtDd = 0;
        double doubtDe = 0;
        double doubtEe = 0;
        for (int row = from; row < to; row++) {
            int age = rows.first()[row];
            int recency = rows.second()[row];
            double w = rows.weight()[row];
            double d = logAge[age] - logRecency[recency];
            double e = inverseRecency[recency] - inverseAge[age];
            double u = logOdds + s * d;
            double small = Math.exp(-Math.abs(u));
            double share = w / (1 + small);
            value += w * (Math.max(u, 0) + Math.log(1 + small));
            double p = u >= 0 ? share : share * small;
            double q = share * small / (1 + small);
            left += p;
            leftD += p * d;
            leftE += p * e;
            leftF += p * e * (inverseRecency[recency] + inverseAge[age]);
            doubt += q;
            doubtD += q * d;
            doubtE += q * e;
            doubtDd += q * d * d;
            doubtDe += q * d * e;
            doubtEe += q * e * e;
        }
        sums[Cell.VALUE] += value;
        sums[Cell.R] += leftD;
        sums[Cell.ALPHA] -= s * leftE;
        sums[Cell.A] += perA * left;
        sums[Cell.B] -= perB * left;
        sums[Cell.RR] += doubtDd;
        sums[Cell.R_ALPHA] -= leftE + s * doubtDe;
        sums[Cell.RA] += perA * doubtD;
        sums[Cell.RB] -= perB * doubtD;
        sums[Cell.ALPHA_ALPHA] += s * (leftF + s * doubtEe);
        sums[Cell.ALPHA_A] -= s * perA * doubtE;
        sums[Cell.ALPHA_B] += s * perB * doubtE;
        sums[Cell.AA] += perA * perA * (doubt - left);
        sums[Cell.AB] -= perA * perB * doubt;
        sums[Cell.BB] += perB * perB * (doubt + left);
    }

    /** -x ln α - (r+x) ln(1+T/α). */
    private void addAges(double[] sums, double r, double alpha) {
        double[] ages = rows.firstValues();
        double logAlpha = Math.log(alpha);
        double[] s = Blocks.sum(ages.length, 6, run, (from, to, out) -> {
            for (int i = from; i < to; i++) {
                double clients = clientsByAge[i];
                double purchases = purchasesByAge[i];
                double per = inverseAge[i];
                double gap = ages[i] * per / alpha; // 1/α - 1/(α+T)
                out[0] += clients * logAge[i];
                out[1] += purchases * (logAlpha + logAge[i]);
                out[2] += clients * gap;
                out[3] += purchases * per;
                out[4] += clients * gap * (1 / alpha + per);
                out[5] += purchases * per * per;
            }
        });
        sums[Cell.VALUE] -= r * s[0] + s[1];
        sums[Cell.R] -= s[0];
        sums[Cell.ALPHA] += r * s[2] - s[3];
        sums[Cell.R_ALPHA] += s[2];
        sums[Cell.ALPHA_ALPHA] += s[5] - r * s[4];
    }

    /** ln Γ(r+x)/Γ(r) + ln Γ(b+x)/Γ(b) - ln Γ(a+b+x)/Γ(a+b). */
    private void addCounts(double[] sums, double r, double a, double b) {
        RisingFactorials purchases = new RisingFactorials(r, counts);
        RisingFactorials stays = new RisingFactorials(b, counts);
        RisingFactorials chances = new RisingFactorials(a + b, counts);
        for (int i = 0; i < counts.length; i++) {
            double w = clientsByCount[i];
            sums[Cell.VALUE] += w * (purchases.log(i) + stays.log(i) - chances.log(i));
            sums[Cell.R] += w * purchases.slope(i);
            sums[Cell.A] -= w * chances.slope(i);
            sums[Cell.B] += w * (stays.slope(i) - chances.slope(i));
            sums[Cell.RR] += w * purchases.curvature(i);
            sums[Cell.AA] -= w * chances.curvature(i);
            sums[Cell.AB] -= w * chances.curvature(i);
            sums[Cell.BB] += w * (stays.curvature(i) - chances.curvature(i));
        }
    }

    /** Where the value, the gradient and the upper half of the Hessian stand among the sums. */
    private static final class Cell {
        static final int VALUE = 0;
        static final int R = 1;
        static final int ALPHA = 2;
        static final int A = 3;
        static final int B = 4;
        static final int RR = 5;
        static final int R_ALPHA = 6;
        static final int RA = 7;
        static final int RB = 8;
        static final int ALPHA_ALPHA = 9;
        static final int ALPHA_A = 10;
        static final int ALPHA_B = 11;
        static final int AA = 12;
        static final int AB = 13;
        static final int BB = 14;
        static final int COUNT = 15;

        private Cell() {}
    }
}
