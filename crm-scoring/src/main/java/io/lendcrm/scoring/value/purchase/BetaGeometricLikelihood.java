package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.special.RisingFactorials;
import java.util.Arrays;

/**
 * The log-likelihood of a book under the beta-geometric models with its exact gradient and Hessian, in the logarithms of r,
 * alpha, a, b. Of a client with x repeat purchases, the last at t_x, watched until T, it is
 *
 * <pre>ln Γ(s)/Γ(r) - kx ln α - s ln(1+T/α) + ln B(a,b+x+f)/B(a,b) + ln(A + exp c),   s = r + kx
 * c = ln a/(b+x+f-1) + s ln (α+T)/(α+t_x),   the last term for x + f above 0 only.</pre>
 *
 * Here f is 1 where a client may leave after its first purchase (MBG) and 0 where not (BG), k the regularity of the
 * purchases, and A, which is 1 for k = 1, that of {@link Phases}; c - ln A is the log-odds of having left. All but the last
 * term depends on one column at a time and is summed over its distinct values; the logarithms in c come from tables, so
 * that for k = 1 a row costs one exponential and one logarithm.
 */
final class BetaGeometricLikelihood implements NewtonAscent.LogLikelihood {

    private final Run run;
    private final DistinctRows rows;
    private final int first;
    private final int regularity;
    private final double constant;
    private final int firstToLeave;
    private final GammaRates rates;
    private final int[] chances;
    private final double[] clientsByCount;
    private final double[] logRecency;
    private final double[] inverseRecency;

    /** Of rows whose first column is the age and whose second the recency. */
    BetaGeometricLikelihood(DistinctRows rows, int first, int regularity, double constant, Run run) {
        this.rows = rows;
        this.run = run;
        this.first = first;
        this.regularity = regularity;
        this.constant = constant;
        this.rates = new GammaRates(rows, regularity, run);
        this.logRecency = new double[rows.secondValues().length];
        this.inverseRecency = new double[logRecency.length];
        this.chances =
                Arrays.stream(rates.counts()).map(x -> Math.addExact(x, first)).toArray();
        this.clientsByCount = rates.clientsByCount();
        int never = 0;
        while (never < rows.size() && first == 0 && rows.count()[never] == 0) {
            never++;
        }
        this.firstToLeave = never;
    }

    @Override
    public double at(double[] logs, double[] gradient, double[][] hessian) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double[] s = Blocks.sum(rows.size() - firstToLeave, Cell.COUNT, run, tabulated(r, alpha, a, b));
        double[] purchases = rates.sums(r, alpha);
        for (int i = 0; i < GammaRates.COUNT; i++) {
            s[RATES[i]] += purchases[i];
        }
        s[Cell.VALUE] += constant;
        addChances(s, a, b);
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
            int end = firstToLeave + to;
            for (int row = firstToLeave + from; row < end; ) {
                int x = rows.count()[row];
                int next = row;
                while (next < end && rows.count()[next] == x) {
                    next++;
                }
                double perB = 1 / (b + (x - 1 + first));
                if (regularity == 1) {
                    addRows(row, next, r + x, 1 / a, perB, sums);
                } else {
                    addPhased(row, next, r + (double) regularity * x, 1 / a, perB, sums);
                }
                row = next;
            }
        };
    }

    private void tabulate(double alpha) {
        rates.tabulate(alpha);
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
        double[] logAge = rates.logAge();
        double[] inverseAge = rates.inverseAge();
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

    /**
     * As {@link #addRows} where A isn't 1: with π the probability of having left, the gradient is (1-π)∇lnA + π∇c and the
     * Hessian (1-π)H(lnA) + πH(c) + π(1-π) times the square of ∇c - ∇lnA.
     */
    private void addPhased(int from, int to, double s, double perA, double perB, double[] sums) {
        double[] logAge = rates.logAge();
        double[] inverseAge = rates.inverseAge();
        double logOdds = Math.log(perB / perA);
        Phases phases = new Phases(s, regularity);
        double[] apart = new double[4];
        for (int row = from; row < to; row++) {
            int age = rows.first()[row];
            int recency = rows.second()[row];
            double w = rows.weight()[row];
            double d = logAge[age] - logRecency[recency];
            double e = inverseRecency[recency] - inverseAge[age];
            phases.at((rows.first(row) - rows.second(row)) * inverseAge[age], inverseAge[age]);
            double c = logOdds + s * d;
            double u = c - phases.log();
            double small = Math.exp(-Math.abs(u));
            double left = w * (u >= 0 ? 1 : small) / (1 + small);
            double here = w * (u >= 0 ? small : 1) / (1 + small);
            double doubt = left * here / w;
            sums[Cell.VALUE] += w * (Math.max(c, phases.log()) + Math.log1p(small));
            sums[Cell.R] += left * d + here * phases.slopeR();
            sums[Cell.ALPHA] += here * phases.slopeAlpha() - left * s * e;
            sums[Cell.A] += left * perA;
            sums[Cell.B] -= left * perB;
            apart[0] = d - phases.slopeR();
            apart[1] = -s * e - phases.slopeAlpha();
            apart[2] = perA;
            apart[3] = -perB;
            for (int i = 0, cell = Cell.RR; i < 4; i++) {
                for (int j = i; j < 4; j++, cell++) {
                    sums[cell] += doubt * apart[i] * apart[j];
                }
            }
            sums[Cell.RR] += here * phases.bendR();
            sums[Cell.R_ALPHA] += here * phases.bendRAlpha() - left * e;
            sums[Cell.ALPHA_ALPHA] +=
                    here * phases.bendAlpha() + left * s * e * (inverseRecency[recency] + inverseAge[age]);
            sums[Cell.AA] -= left * perA * perA;
            sums[Cell.BB] += left * perB * perB;
        }
    }

    /** ln Γ(b+n)/Γ(b) - ln Γ(a+b+n)/Γ(a+b) of the n = x + f chances to leave. */
    private void addChances(double[] sums, double a, double b) {
        RisingFactorials stays = new RisingFactorials(b, chances);
        RisingFactorials all = new RisingFactorials(a + b, chances);
        for (int i = 0; i < chances.length; i++) {
            double w = clientsByCount[i];
            sums[Cell.VALUE] += w * (stays.log(i) - all.log(i));
            sums[Cell.A] -= w * all.slope(i);
            sums[Cell.B] += w * (stays.slope(i) - all.slope(i));
            sums[Cell.AA] -= w * all.curvature(i);
            sums[Cell.AB] -= w * all.curvature(i);
            sums[Cell.BB] += w * (stays.curvature(i) - all.curvature(i));
        }
    }

    /** Where the sums of {@link GammaRates} belong. */
    private static final int[] RATES = {Cell.VALUE, Cell.R, Cell.ALPHA, Cell.RR, Cell.R_ALPHA, Cell.ALPHA_ALPHA};

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
