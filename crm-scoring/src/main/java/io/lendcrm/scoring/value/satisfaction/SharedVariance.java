package io.lendcrm.scoring.value.satisfaction;

/**
 * How the variance of the last of some variables, as far as a regression on the others explains it, is shared among these:
 * the mean gain of R² over all orders of joining the regression. R² of each of the 2ᵖ subsets comes from that of the subset
 * without its last member by one step of elimination.
 */
final class SharedVariance {

    /** Of a variable's own variance: what is left beside the others is below this only by rounding. */
    private static final double COLLINEAR = 1e-10;

    private final int size;
    private final double[] variances;
    private final double[] rSquared;

    private SharedVariance(double[][] covariance) {
        this.size = covariance.length - 1;
        this.variances = new double[size + 1];
        for (int i = 0; i <= size; i++) {
            variances[i] = covariance[i][i];
        }
        this.rSquared = new double[1 << size];
    }

    /** The shares, of which each is at least 0; all 0 where the last variable has no variance. */
    static double[] of(double[][] covariance) {
        SharedVariance shared = new SharedVariance(covariance);
        if (shared.variances[shared.size] > 0) {
            shared.join(covariance, 0, 0);
        }
        return shared.shares();
    }

    /** Takes each variable from {@code first} on into the subset whose residual covariance is given. */
    private void join(double[][] residual, int subset, int first) {
        for (int j = first; j < size; j++) {
            int joined = subset | 1 << j;
            rSquared[joined] = rSquared[subset];
            double[][] rest = residual;
            if (residual[j][j] > COLLINEAR * variances[j]) {
                rest = eliminated(residual, j);
                rSquared[joined] += residual[j][size] * residual[j][size] / residual[j][j] / variances[size];
            }
            join(rest, joined, j + 1);
        }
    }

    private static double[][] eliminated(double[][] covariance, int j) {
        double[][] rest = new double[covariance.length][covariance.length];
        for (int a = j + 1; a < rest.length; a++) {
            for (int b = j + 1; b <= a; b++) {
                rest[a][b] = covariance[a][b] - covariance[a][j] * covariance[b][j] / covariance[j][j];
                rest[b][a] = rest[a][b];
            }
        }
        return rest;
    }

    private double[] shares() {
        double[] chance = chances();
        double[] shares = new double[size];
        for (int subset = 0; subset < rSquared.length; subset++) {
            for (int j = 0; j < size; j++) {
                if ((subset & 1 << j) == 0) {
                    double gain = rSquared[subset | 1 << j] - rSquared[subset];
                    shares[j] += chance[Integer.bitCount(subset)] * Math.max(0, gain);
                }
            }
        }
        return shares;
    }

    /** By size of a subset: the probability that just its members come before a given variable in a random order. */
    private double[] chances() {
        double[] chance = new double[size];
        double subsets = 1;
        for (int k = 0; k < size; k++) {
            chance[k] = 1 / (subsets * size);
            subsets = subsets * (size - 1 - k) / (k + 1);
        }
        return chance;
    }
}
