package io.lendcrm.scoring.likelihood;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, Matrix Computations,
 * 8.5), which find small eigenvalues of a scaled matrix more exactly than a tridiagonal form does.
 */
final class SymmetricEigen {

    private static final int SWEEPS = 60;

    private final double[][] matrix;
    private final double[][] vectors;

    private SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        this.vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /** Of a finite symmetric matrix, which is overwritten. */
    static SymmetricEigen of(double[][] matrix) {
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        boolean done = false;
        for (int sweep = 0; sweep < SWEEPS && !done; sweep++) {
            done = eigen.sweep();
        }
        return eigen;
    }

    double[] values() {
        double[] values = new double[matrix.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix[i][i];
        }
        return values;
    }

    /** The component of an eigenvector. */
    double vector(int which, int component) {
        return vectors[which][component];
    }

    /** Rotates every pair of axes once; true if nothing was left to rotate. */
    private boolean sweep() {
        boolean done = true;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                double off = Math.abs(matrix[p][q]);
                if (off > 1e-18 * Math.sqrt(Math.abs(matrix[p][p])) * Math.sqrt(Math.abs(matrix[q][q]))
                        && off > 1e-300) {
                    rotate(p, q);
                    done = false;
                }
            }
        }
        return done;
    }

    private void rotate(int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        double change = t * matrix[p][q];
        matrix[p][p] -= change;
        matrix[q][q] += change;
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        for (int k = 0; k < matrix.length; k++) {
            if (k != p && k != q) {
                double kp = c * matrix[k][p] - s * matrix[k][q];
                double kq = s * matrix[k][p] + c * matrix[k][q];
                matrix[k][p] = kp;
                matrix[p][k] = kp;
                matrix[k][q] = kq;
                matrix[q][k] = kq;
            }
            double vp = c * vectors[p][k] - s * vectors[q][k];
            vectors[q][k] = s * vectors[p][k] + c * vectors[q][k];
            vectors[p][k] = vp;
        }
    }
}
