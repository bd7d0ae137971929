package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;

/**
 * The log-likelihood of binary data in the coefficients of standardised columns, with its gradient and Fisher's
 * expected information. The constant, if there is one, is the first coordinate. Less half the ridge penalty times the
 * squares of the other coordinates.
 */
final class BinaryLikelihood {

    private static final int TILE = 128;

    private final LogisticData data;
    private final BinaryLink link;
    private final Standardisation scale;
    private final double penalty;
    private final Run run;

    BinaryLikelihood(LogisticData data, BinaryLink link, Standardisation scale, double penalty, Run run) {
        this.data = data;
        this.link = link;
        this.scale = scale;
        this.penalty = penalty;
        this.run = run;
    }

    int size() {
        return scale.size();
    }

    double at(double[] point, double[] gradient, double[][] information) {
        int size = size();
        int stride = stride();
        double[] sums = Blocks.sum(data.rows(), 1 + (size + 2) * stride, run, (from, to, block) -> {
            Tile tile = new Tile();
            for (int at = from; at < to; at += TILE) {
                tile.add(at, Math.min(to, at + TILE), point, block);
            }
        });
        double value = sums[0];
        for (int i = 0; i < size; i++) {
            gradient[i] = sums[1 + size * stride + i];
            for (int j = 0; j <= i; j++) {
                information[i][j] = sums[1 + i * stride + j];
                information[j][i] = information[i][j];
            }
        }
        for (int i = scale.first(); i < size && penalty > 0; i++) {
            value -= penalty * point[i] * point[i] / 2;
            gradient[i] -= penalty * point[i];
            information[i][i] += penalty;
        }
        return value;
    }

    /** Columns are taken four at a time; those that fill up are zero. */
    private int stride() {
        return (size() + 3) / 4 * 4;
    }

    /**
     * Some rows, column by column, as much as fits the nearest cache. The sums are the value and a matrix: a row for each
     * column's products with those up to itself, weighted by the information; one for the slope's products with all columns; one
     * to spare. Each sum is taken row after row, so that its bits are those of rows added one by one.
     */
    private final class Tile {
        private final int size = size();
        private final int stride = stride();
        private final double[][] columns = new double[stride][TILE];
        private final int[] rows = new int[TILE];
        private final double[] predictor = new double[TILE];
        private final double[] slope = new double[TILE];
        private final double[] bend = new double[TILE];
        private final double[] first = new double[TILE];
        private final double[] second = new double[TILE];

        void add(int from, int to, double[] point, double[] sums) {
            int count = 0;
            for (int i = from; i < to; i++) {
                rows[count] = i;
                count += data.weight(i) == 0 ? 0 : 1;
            }
            for (int r = 0; r < count; r++) {
                predictor[r] = data.offset(rows[r]);
            }
            for (int j = 0; j < size; j++) {
                scale.read(data, j, rows, count, columns[j]);
                addTo(predictor, point[j], columns[j], count);
            }
            for (int r = 0; r < count; r++) {
                double weight = data.weight(rows[r]);
                boolean yes = data.yes(rows[r]);
                sums[0] += weight * link.logLikelihood(predictor[r], yes);
                slope[r] = weight * link.slope(predictor[r], yes);
                bend[r] = weight * link.information(predictor[r]);
            }
            for (int j = 0; j <= size; j += 2) {
                addProducts(factor(j, count, first), factor(j + 1, count, second), j, count, sums);
            }
        }

        private double[] factor(int at, int count, double[] product) {
            if (at >= size) {
                return slope;
            }
            double[] column = columns[at];
            for (int r = 0; r < count; r++) {
                product[r] = bend[r] * column[r];
            }
            return product;
        }

        /** Two rows of the sums, four columns at a time: of eight sums none waits for another. */
        private void addProducts(double[] f, double[] g, int row, int count, double[] sums) {
            int width = Math.min(size, row + 2);
            int atF = 1 + row * stride;
            int atG = atF + stride;
            for (int k = 0; k < width; k += 4) {
                double[] c0 = columns[k];
                double[] c1 = columns[k + 1];
                double[] c2 = columns[k + 2];
                double[] c3 = columns[k + 3];
                double f0 = sums[atF + k];
                double f1 = sums[atF + k + 1];
                double f2 = sums[atF + k + 2];
                double f3 = sums[atF + k + 3];
                double g0 = sums[atG + k];
                double g1 = sums[atG + k + 1];
                double g2 = sums[atG + k + 2];
                double g3 = sums[atG + k + 3];
                for (int r = 0; r < count; r++) {
                    double a = f[r];
                    double b = g[r];
                    double x0 = c0[r];
                    double x1 = c1[r];
                    double x2 = c2[r];
                    double x3 = c3[r];
                    f0 += a * x0;
                    f1 += a * x1;
                    f2 += a * x2;
                    f3 += a * x3;
                    g0 += b * x0;
                    g1 += b * x1;
                    g2 += b * x2;
                    g3 += b * x3;
                }
                sums[atF + k] = f0;
                sums[atF + k + 1] = f1;
                sums[atF + k + 2] = f2;
                sums[atF + k + 3] = f3;
                sums[atG + k] = g0;
                sums[atG + k + 1] = g1;
                sums[atG + k + 2] = g2;
                sums[atG + k + 3] = g3;
            }
        }
    }

    private static void addTo(double[] sum, double factor, double[] column, int count) {
        for (int r = 0; r < count; r++) {
            sum[r] += factor * column[r];
        }
    }
}
