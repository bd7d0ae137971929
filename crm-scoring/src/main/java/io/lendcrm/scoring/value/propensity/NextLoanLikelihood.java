package io.lendcrm.scoring.value.propensity;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.List;

/**
 * The log-likelihood of a book's spans with its exact gradient and Hessian, in the logarithms of r, scale and shape. Of a
 * client with spans t₁ … tₙ and e since its last loan it is, with u = ln(t/scale), c = shape and V the sum of e^(c u) over
 * all its spans, the unfinished one too,
 *
 * <pre>Σ ln(r + j) + n ln c + Σ (c u − ln t) − (r + n) ln(1 + V)</pre>
 */
final class NextLoanLikelihood implements NewtonAscent.LogLikelihood {

    private final Run run;
    private final int[] ends;
    private final double[] logGaps;
    private final double[] logElapsed;
    private final double loans;

    NextLoanLikelihood(List<BorrowingHistory> book, Run run) {
        this.run = run;
        this.ends = new int[book.size()];
        this.logElapsed = new double[book.size()];
        int size = book.stream().mapToInt(client -> client.loans() - 1).reduce(0, Math::addExact);
        this.logGaps = new double[size];
        this.loans = size + (double) book.size();
        for (int i = 0, at = 0; i < ends.length; i++) {
            for (double gap : book.get(i).gaps()) {
                logGaps[at++] = Math.log(gap);
            }
            ends[i] = at;
            logElapsed[i] = Math.log(book.get(i).elapsed());
        }
    }

    double loans() {
        return loans;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] hessian) {
        double r = Math.exp(point[0]);
        double c = Math.exp(point[2]);
        double[] s = Blocks.sum(ends.length, Cell.COUNT, run, (from, to, sums) -> {
            for (int i = from; i < to; i++) {
                add(i, r, point[1], c, sums);
            }
        });
        gradient[0] = r * s[Cell.R];
        gradient[1] = s[Cell.B];
        gradient[2] = c * s[Cell.C];
        hessian[0][0] = r * r * s[Cell.RR] + gradient[0];
        hessian[0][1] = r * s[Cell.RB];
        hessian[0][2] = r * c * s[Cell.RC];
        hessian[1][1] = s[Cell.BB];
        hessian[1][2] = c * s[Cell.BC];
        hessian[2][2] = c * c * s[Cell.CC] + gradient[2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        return s[Cell.VALUE];
    }

    private void add(int client, double r, double b, double c, double[] sums) {
        int from = client == 0 ? 0 : ends[client - 1];
        int n = ends[client] - from;
        double v = 0;
        double v1 = 0;
        double v2 = 0;
        double logs = 0;
        double logTimes = 0;
        for (int i = from; i <= ends[client]; i++) {
            double log = i < ends[client] ? logGaps[i] : logElapsed[client];
            double u = log - b;
            if (u == Double.NEGATIVE_INFINITY) { // the last loan is of today: the limit of u e^(cu) is 0
                continue;
            }
            double power = Math.exp(c * u);
            v += power;
            v1 += u * power;
            v2 += u * u * power;
            logs += i < ends[client] ? u : 0;
            logTimes += i < ends[client] ? log : 0;
        }
        double per = 1 / (1 + v);
        double m = r + n;
        double log1p = Math.log1p(v);
        sums[Cell.VALUE] += n * Math.log(c) + c * logs - logTimes - m * log1p;
        for (int j = 0; j < n; j++) {
            sums[Cell.VALUE] += Math.log(r + j);
            sums[Cell.R] += 1 / (r + j);
            sums[Cell.RR] -= 1 / ((r + j) * (r + j));
        }
        sums[Cell.R] -= log1p;
        sums[Cell.B] += c * (m * v * per - n);
        sums[Cell.C] += n / c + logs - m * v1 * per;
        sums[Cell.RB] += c * v * per;
        sums[Cell.RC] -= v1 * per;
        sums[Cell.BB] -= m * c * c * v * per * per;
        sums[Cell.BC] += m * (v * per + c * v1 * per * per) - n;
        sums[Cell.CC] -= n / (c * c) + m * (v2 * per - v1 * per * v1 * per);
    }

    /** Where the value, the gradient and the upper half of the Hessian stand among the sums. */
    private static final class Cell {
        static final int VALUE = 0;
        static final int R = 1;
        static final int B = 2;
        static final int C = 3;
        static final int RR = 4;
        static final int RB = 5;
        static final int RC = 6;
        static final int BB = 7;
        static final int BC = 8;
        static final int CC = 9;
        static final int COUNT = 10;

        private Cell() {}
    }
}
