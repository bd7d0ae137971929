package io.lendcrm.scoring.likelihood;

/**
 * The lower triangular root of a symmetric matrix, which solves its equations. A column that the ones before it explain
 * has no pivot: it takes no part, and {@link #dependent} tells so. Immutable and thread-safe.
 */
public final class Cholesky {

    private final double[][] root;
    private final boolean[] dependent;

    private Cholesky(double[][] root, boolean[] dependent) {
        this.root = root;
        this.dependent = dependent;
    }

    /**
     * The root of a matrix.
     *
     * @param matrix symmetric, positive semi-definite, finite; its lower triangle is read
     * @param tolerance below this share of its diagonal cell a pivot counts as none, at least 0
     * @return the root
     */
    public static Cholesky of(double[][] matrix, double tolerance) {
        int size = matrix.length;
        double[][] root = new double[size][size];
        boolean[] dependent = new boolean[size];
        for (int j = 0; j < size; j++) {
            double pivot = matrix[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= root[j][k] * root[j][k];
            }
            dependent[j] = !(pivot > tolerance * matrix[j][j]);
            if (dependent[j]) {
                continue;
            }
            root[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < size; i++) {
                double cell = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    cell -= root[i][k] * root[j][k];
                }
                root[i][j] = cell / root[j][j];
            }
        }
        return new Cholesky(root, dependent);
    }

    /**
     * Whether a column is a combination of those before it.
     *
     * @param column the column, from 0
     * @return true if so
     */
    public boolean dependent(int column) {
        return dependent[column];
    }

    /**
     * The solution of the matrix's equations.
     *
     * @param right the right side
     * @return the solution, 0 for a dependent column
     */
    public double[] solve(double[] right) {
        int size = root.length;
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            if (!dependent[i]) {
                double sum = right[i];
                for (int k = 0; k < i; k++) {
                    sum -= root[i][k] * x[k];
                }
                x[i] = sum / root[i][i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            if (!dependent[i]) {
                double sum = x[i];
                for (int k = i + 1; k < size; k++) {
                    sum -= root[k][i] * x[k];
                }
                x[i] = sum / root[i][i];
            }
        }
        return x;
    }

    /** {@return the inverse, symmetric to the last bit; zero in the rows and columns of dependent columns} */
    public double[][] inverse() {
        int size = root.length;
        double[][] inverse = new double[size][size];
        for (int j = 0; j < size; j++) {
            if (!dependent[j]) {
                double[] unit = new double[size];
                unit[j] = 1;
                double[] column = solve(unit);
                for (int i = j; i < size; i++) {
                    inverse[i][j] = column[i];
                    inverse[j][i] = column[i];
                }
            }
        }
        return inverse;
    }
}
