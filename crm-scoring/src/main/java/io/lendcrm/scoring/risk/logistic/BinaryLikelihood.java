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
        int width = 1 + size + size * (size + 1) / 2;
        double[] sums = Blocks.sum(data.rows(), width, run, (from, to, block) -> {
            Tile tile = new Tile();
            for (int at = from; at < to; at += TILE) {
                tile.add(at, Math.min(to, at + TILE), point, block);
            }
        });
        double value = sums[0];
        int at = 1 + size;
        for (int i = 0; i < size; i++) {
            gradient[i] = sums[1 + i];
            for (int j = 0; j <= i; j++) {
                information[i][j] = sums[at];
                information[j][i] = sums[at++];
            }
        }
        for (int i = scale.first(); i < size && penalty > 0; i++) {
            value -= penalty * point[i] * point[i] / 2;
            gradient[i] -= penalty * point[i];
            information[i][i] += penalty;
        }
        return value;
    }

    /**
     * Some rows, column by column, as much as fits the nearest cache. Each sum is taken row after row, so that its bits are
     * those of rows added one by one.
     */
    private final class Tile {
        private final int size = size();
        private final double[][] columns = new double[size][TILE];
        private final int[] rows = new int[TILE];
        private final double[] predictor = new double[TILE];
        private final double[] slope = new double[TILE];
        private final double[] bend = new double[TILE];
        private final double[] bent = new double[TILE];

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
                double[] column = columns[j];
                scale.read(data, j, rows, count, column);
                double slopeOf = point[j];
                for (int r = 0; r < count; r++) {
                    predictor[r] += slopeOf * column[r];
                }
            }
            for (int r = 0; r < count; r++) {
                double weight = data.weight(rows[r]);
                boolean yes = data.yes(rows[r]);
                sums[0] += weight * link.logLikelihood(predictor[r], yes);
                slope[r] = weight * link.slope(predictor[r], yes);
                bend[r] = weight * link.information(predictor[r]);
            }
            addProducts(slope, size, count, sums, 1);
            int at = 1 + size;
            for (int j = 0; j < size; j++) {
                double[] column = columns[j];
                for (int r = 0; r < count; r++) {
                    bent[r] = bend[r] * column[r];
                }
                addProducts(bent, j + 1, count, sums, at);
                at += j + 1;
            }
        }

        /** Adds the products of a factor with the first columns, four columns at a time: none waits for another. */
        private void addProducts(double[] factor, int width, int count, double[] sums, int at) {
            int k = 0;
            for (; k + 3 < width; k += 4) {
                double[] c0 = columns[k];
                double[] c1 = columns[k + 1];
                double[] c2 = columns[k + 2];
                double[] c3 = columns[k + 3];
                double s0 = sums[at + k];
                double s1 = sums[at + k + 1];
                double s2 = sums[at + k + 2];
                double s3 = sums[at + k + 3];
                for (int r = 0; r < count; r++) {
                    double f = factor[r];
                    s0 += f * c0[r];
                    s1 += f * c1[r];
                    s2 += f * c2[r];
                    s3 += f * c3[r];
                }
                sums[at + k] = s0;
                sums[at + k + 1] = s1;
                sums[at + k + 2] = s2;
                sums[at + k + 3] = s3;
            }
            for (; k < width; k++) {
                double[] column = columns[k];
                double sum = sums[at + k];
                for (int r = 0; r < count; r++) {
                    sum += factor[r] * column[r];
                }
                sums[at + k] = sum;
            }
        }
    }
}
