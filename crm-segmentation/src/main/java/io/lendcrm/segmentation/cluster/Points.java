package io.lendcrm.segmentation.cluster;

import java.util.SplittableRandom;

/** Scaled rows one behind the other: coordinate j of row i stands at i * d + j. */
final class Points {

    final int n;
    final int d;
    final double[] x;

    Points(int n, int d, double[] x) {
        this.n = n;
        this.d = d;
        this.x = x;
    }

    static Points ofColumns(int rows, double[][] columns) {
        int d = columns.length;
        double[] x = new double[Math.multiplyExact(rows, d)];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < rows; i++) {
                x[i * d + j] = columns[j][i];
            }
        }
        return new Points(rows, d, x);
    }

    /** So many rows at random, none twice, in their order (selection sampling, Knuth, TAOCP 3.4.2 S). */
    Points sample(int size, SplittableRandom random) {
        double[] chosen = new double[size * d];
        int taken = 0;
        for (int i = 0; taken < size; i++) {
            if (random.nextDouble() * (n - i) < size - taken) {
                System.arraycopy(x, i * d, chosen, taken * d, d);
                taken++;
            }
        }
        return new Points(size, d, chosen);
    }

    /** Squared Euclidean distance of a row to a centre that begins at a place. */
    double squaredDistance(int row, double[] centres, int at) {
        double sum = 0;
        int from = row * d;
        for (int j = 0; j < d; j++) {
            double difference = x[from + j] - centres[at + j];
            sum += difference * difference;
        }
        return sum;
    }
}
