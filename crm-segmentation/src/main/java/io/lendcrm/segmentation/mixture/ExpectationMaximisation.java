package io.lendcrm.segmentation.mixture;

import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Maximum likelihood by expectation maximisation (Dempster, Laird and Rubin 1977), both steps in one pass over blocks of
 * rows: the sums are taken around the last means, so that nothing cancels, and added block by block in order, so that any
 * number of threads gives the same bits.
 */
final class ExpectationMaximisation {

    private static final int BLOCK = 1024;

    private final double[] x;
    private final int n;
    private final int d;
    private final Covariance family;
    private final double[] ridge;

    /**
     * @param x the rows one after the other
     * @param ridge what is added to each feature's variance in every component
     */
    ExpectationMaximisation(double[] x, int d, Covariance family, double[] ridge) {
        this.x = x;
        this.n = x.length / d;
        this.d = d;
        this.family = family;
        this.ridge = ridge;
    }

    /** Components after some iterations. */
    record Fit(Components components, double logLikelihood, int iterations, boolean converged) {

        boolean collapsed() {
            return logLikelihood == Double.NEGATIVE_INFINITY;
        }
    }

    /** Iterates until the mean log-likelihood gains at most {@code tolerance}; its log-likelihood is -∞ if it collapsed. */
    Fit iterate(Components start, int most, double tolerance, Run run) {
        Components now = start;
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; ; iteration++) {
            if (run.cancelled().getAsBoolean()) {
                throw new CancellationException("the fit was cancelled");
            }
            double[] sums = now.sound() ? pass(now, run) : new double[0];
            double logLikelihood = sums.length == 0 ? Double.NaN : sums[sums.length - 1];
            if (Double.isNaN(logLikelihood) || collapsed(now, sums)) {
                return new Fit(now, Double.NEGATIVE_INFINITY, iteration, false);
            }
            boolean converged = logLikelihood - before <= tolerance * n;
            if (converged || iteration == most) {
                return new Fit(now, logLikelihood, iteration, converged);
            }
            before = logLikelihood;
            now = maximise(now, sums);
        }
    }

    private boolean collapsed(Components now, double[] sums) {
        int width = width();
        for (int c = 0; c < now.k; c++) {
            if (!(sums[c * width] >= family.leastRows(d) - 1e-9)) {
                return true;
            }
        }
        return false;
    }

    /** The components that hold given parts of rows: {@code responsibility} of row i and component c at i·k + c. */
    Components from(double[] responsibility, int k) {
        double[] mean = new double[k * d];
        for (int c = 0; c < k; c++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double r = responsibility[i * k + c];
                sum += r;
                for (int j = 0; j < d; j++) {
                    mean[c * d + j] += r * x[i * d + j];
                }
            }
            for (int j = 0; j < d; j++) {
                mean[c * d + j] /= sum;
            }
        }
        double[] sums = new double[k * width() + 1];
        double[] difference = new double[d];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    difference[j] = x[i * d + j] - mean[c * d + j];
                }
                add(responsibility[i * k + c], difference, sums, c * width());
            }
        }
        return maximise(k, mean, sums);
    }

    /** Per component Σr, Σr(x − μ) and the lower triangle of Σr(x − μ)(x − μ)ᵀ; last the log-likelihood. */
    private double[] pass(Components now, Run run) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        double[][] parts = new double[blocks][];
        run.each(blocks, b -> parts[b] = block(now, b * BLOCK, Math.min(n, (b + 1) * BLOCK)));
        double[] sums = new double[now.k * width() + 1];
        for (double[] part : parts) {
            for (int s = 0; s < sums.length; s++) {
                sums[s] += part[s];
            }
        }
        return sums;
    }

    private double[] block(Components now, int from, int to) {
        int k = now.k;
        int width = width();
        double[] sums = new double[k * width + 1];
        double[] difference = new double[d];
        double[] log = new double[k];
        DensityTile tile = new DensityTile(now);
        double logLikelihood = 0;
        for (int i = from; i < to; i++) {
            int row = (i - from) % DensityTile.ROWS;
            if (row == 0) {
                tile.take(x, i, Math.min(DensityTile.ROWS, to - i));
            }
            double most = tile.logDensities(row, log);
            double sum = 0;
            for (int c = 0; c < k; c++) {
                log[c] = Math.exp(log[c] - most);
                sum += log[c];
            }
            logLikelihood += most + Math.log(sum);
            for (int c = 0; c < k; c++) {
                if (log[c] > 0) {
                    now.difference(c, x, i * d, difference);
                    add(log[c] / sum, difference, sums, c * width);
                }
            }
        }
        sums[k * width] = logLikelihood;
        return sums;
    }

    private int width() {
        return 1 + d + (family.alongAxes() ? d : Components.triangle(d));
    }

    private void add(double r, double[] difference, double[] sums, int at) {
        sums[at] += r;
        int first = at + 1;
        int second = first + d;
        if (family.alongAxes()) {
            for (int j = 0; j < d; j++) {
                double rd = r * difference[j];
                sums[first + j] += rd;
                sums[second + j] += rd * difference[j];
            }
            return;
        }
        for (int i = 0; i < d; i++) {
            double rd = r * difference[i];
            sums[first + i] += rd;
            for (int j = 0; j <= i; j++) {
                sums[second + j] += rd * difference[j];
            }
            second += i + 1;
        }
    }

    private Components maximise(Components now, double[] sums) {
        return maximise(now.k, now.mean, sums);
    }

    private Components maximise(int k, double[] around, double[] sums) {
        int width = width();
        int size = Components.triangle(d);
        double[] weight = new double[k];
        double[] mean = new double[k * d];
        double[] covariance = new double[k * size];
        for (int c = 0; c < k; c++) {
            int at = c * width;
            double rows = sums[at];
            weight[c] = rows / n;
            int second = at + 1 + d;
            for (int i = 0; i < d; i++) {
                double shift = sums[at + 1 + i] / rows;
                mean[c * d + i] = around[c * d + i] + shift;
                int row = c * size + Components.triangle(i);
                if (family.alongAxes()) {
                    covariance[row + i] = sums[second + i] / rows - shift * shift;
                } else {
                    for (int j = 0; j <= i; j++) {
                        covariance[row + j] = sums[second + j] / rows - shift * sums[at + 1 + j] / rows;
                    }
                    second += i + 1;
                }
            }
        }
        restrict(covariance, weight);
        for (int c = 0; c < k; c++) {
            for (int i = 0; i < d; i++) {
                covariance[c * size + Components.triangle(i) + i] +=
                        family == Covariance.SPHERICAL || family == Covariance.EQUAL_SPHERICAL
                                ? Arrays.stream(ridge).sum() / d
                                : ridge[i];
            }
        }
        return new Components(weight, mean, covariance, family.alongAxes());
    }

    /** Makes the covariances members of their family: one for all, or one variance for all features. */
    private void restrict(double[] covariance, double[] weight) {
        int k = weight.length;
        int size = Components.triangle(d);
        if (family == Covariance.SPHERICAL || family == Covariance.EQUAL_SPHERICAL) {
            for (int c = 0; c < k; c++) {
                double sum = 0;
                for (int i = 0; i < d; i++) {
                    sum += covariance[c * size + Components.triangle(i) + i];
                }
                for (int i = 0; i < d; i++) {
                    covariance[c * size + Components.triangle(i) + i] = sum / d;
                }
            }
        }
        if (family == Covariance.TIED || family == Covariance.EQUAL_SPHERICAL) {
            for (int s = 0; s < size; s++) {
                double pooled = 0;
                for (int c = 0; c < k; c++) {
                    pooled += weight[c] * covariance[c * size + s];
                }
                for (int c = 0; c < k; c++) {
                    covariance[c * size + s] = pooled;
                }
            }
        }
    }
}
