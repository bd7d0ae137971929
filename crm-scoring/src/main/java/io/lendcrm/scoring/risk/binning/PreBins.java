package io.lendcrm.scoring.risk.binning;

import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The pre-bins of a variable, and what a bin of some of them in a row is like. A bin is named by its first pre-bin and the
 * one after its last.
 */
final class PreBins {

    private final double[] good;
    private final double[] bad;
    private final double totalGood;
    private final double totalBad;
    private final boolean[] fixedBefore;
    private final double[][] iv;
    private final double[][] rate;

    /** Whether there must be an edge before a pre-bin is told by {@code fixedBefore}, one entry a pre-bin. */
    PreBins(Cells pooled, boolean[] fixedBefore) {
        this.good = CartCuts.sums(pooled.good());
        this.bad = CartCuts.sums(pooled.bad());
        this.totalGood = pooled.totalGood();
        this.totalBad = pooled.totalBad();
        this.fixedBefore = fixedBefore;
        int n = fixedBefore.length;
        this.iv = new double[n][n + 1];
        this.rate = new double[n][n + 1];
        for (int from = 0; from < n; from++) {
            for (int to = from + 1; to <= n; to++) {
                double g = good(from, to);
                double b = bad(from, to);
                iv[from][to] = value(g, b);
                rate[from][to] = g + b == 0 ? 0 : b / (g + b);
            }
        }
    }

    private double value(double g, double b) {
        if (g + b == 0) {
            return 0;
        }
        double p = (b == 0 ? Binning.ZERO_CELL : b) / totalBad;
        double q = (g == 0 ? Binning.ZERO_CELL : g) / totalGood;
        return (p - q) * Math.log(p / q);
    }

    int size() {
        return fixedBefore.length;
    }

    boolean anyFixed() {
        for (boolean fixed : fixedBefore) {
            if (fixed) {
                return true;
            }
        }
        return false;
    }

    double good(int from, int to) {
        return good[to] - good[from];
    }

    double bad(int from, int to) {
        return bad[to] - bad[from];
    }

    double iv(int from, int to) {
        return iv[from][to];
    }

    double rate(int from, int to) {
        return rate[from][to];
    }

    /** What keeps a bin from being one, the trend and its neighbours aside. */
    Set<BinConstraint> broken(PartitionRules rules, int from, int to) {
        Set<BinConstraint> broken = EnumSet.noneOf(BinConstraint.class);
        double g = good(from, to);
        double b = bad(from, to);
        if (g <= 0 || b <= 0) {
            broken.add(BinConstraint.EMPTY_CELL);
        }
        if (g + b < rules.minRows()) {
            broken.add(BinConstraint.MIN_ROWS);
        }
        if (b < rules.minBad()) {
            broken.add(BinConstraint.MIN_BAD);
        }
        if (g < rules.minGood()) {
            broken.add(BinConstraint.MIN_GOOD);
        }
        for (int k = from + 1; k < to && rules.fixed(); k++) {
            if (fixedBefore[k]) {
                broken.add(BinConstraint.FIXED_EDGES);
            }
        }
        return broken;
    }

    /** Whether the bad rates of two neighbours differ at least as much as a p-value of the two-sided z test asks. */
    boolean differ(double leastSquare, int from, int middle, int to) {
        if (leastSquare <= 0) {
            return true;
        }
        double g1 = good(from, middle);
        double b1 = bad(from, middle);
        double g2 = good(middle, to);
        double b2 = bad(middle, to);
        double n1 = g1 + b1;
        double n2 = g2 + b2;
        double cross = b1 * g2 - b2 * g1;
        double square = (n1 + n2) * cross * cross / (n1 * n2 * (b1 + b2) * (g1 + g2));
        return square >= leastSquare;
    }

    /** The square of z (chi-square of one degree of freedom) that goes with a p-value. */
    static double leastSquare(double maxPValue) {
        if (maxPValue >= 1) {
            return 0;
        }
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(maxPValue / 2);
        return z * z;
    }
}
