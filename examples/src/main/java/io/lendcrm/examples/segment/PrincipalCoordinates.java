package io.lendcrm.examples.segment;

import io.lendcrm.segmentation.distance.RowDistances;
import java.util.SplittableRandom;

/**
 * Places in a plane whose distances are as like those of clients as a plane allows (Gower 1966); of Euclidean distances the
 * first two principal components.
 * Immutable and thread-safe.
 */
final class PrincipalCoordinates {

    private static final int ROUNDS = 300;

    private final double[] x;
    private final double[] y;
    private final double share;

    private PrincipalCoordinates(double[] x, double[] y, double share) {
        this.x = x;
        this.y = y;
        this.share = share;
    }

    /** Of at most some hundred rows, as the memory is their square. */
    static PrincipalCoordinates of(RowDistances rows) {
        int n = rows.rows();
        double[][] gram = new double[n][n];
        double[] mean = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double distance = rows.between(i, j);
                gram[i][j] = -distance * distance / 2;
                mean[i] += gram[i][j] / n;
            }
            all += mean[i] / n;
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gram[i][j] += all - mean[i] - mean[j];
            }
            trace += gram[i][i];
        }
        SplittableRandom random = new SplittableRandom(1);
        double[] first = axis(gram, new double[n], random);
        double[] second = axis(gram, first, random);
        double one = squares(first);
        double two = squares(second);
        return new PrincipalCoordinates(first, second, trace > 0 ? Math.min(1, (one + two) / trace) : 1);
    }

    /** The place of a row along the first axis. */
    double x(int row) {
        return x[row];
    }

    /** The place of a row along the second axis. */
    double y(int row) {
        return y[row];
    }

    /** The part of all squared distances that the plane shows, from 0 to 1. */
    double share() {
        return share;
    }

    /** The eigenvector of the greatest eigenvalue at right angles to another one, as long as the eigenvalue's root. */
    private static double[] axis(double[][] gram, double[] other, SplittableRandom random) {
        int n = gram.length;
        double[] axis = new double[n];
        for (int i = 0; i < n; i++) {
            axis[i] = random.nextDouble() - 0.5;
        }
        double value = 0;
        for (int round = 0; round < ROUNDS; round++) {
            removed(axis, other);
            double length = Math.sqrt(squares(axis));
            if (length < 1e-150) {
                return new double[n];
            }
            double[] next = new double[n];
            value = 0;
            for (int i = 0; i < n; i++) {
                axis[i] /= length;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] += gram[i][j] * axis[j];
                }
                value += next[i] * axis[i];
            }
            if (round == ROUNDS - 1) {
                break;
            }
            axis = next;
        }
        double root = Math.sqrt(Math.max(0, value));
        for (int i = 0; i < n; i++) {
            axis[i] *= root;
        }
        return axis;
    }

    private static void removed(double[] axis, double[] other) {
        double length = squares(other);
        double product = 0;
        for (int i = 0; i < axis.length; i++) {
            product += axis[i] * other[i];
        }
        for (int i = 0; i < axis.length && length > 0; i++) {
            axis[i] -= product / length * other[i];
        }
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
