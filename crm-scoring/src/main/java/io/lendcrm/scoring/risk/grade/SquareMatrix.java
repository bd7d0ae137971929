package io.lendcrm.scoring.risk.grade;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/** Square matrices as rows of numbers; none of the methods changes what it is given. */
final class SquareMatrix {

    private static final int SERIES_TERMS = 60;
    private static final int MAX_ROOTS = 40;
    private static final int MAX_STEPS = 60;

    private SquareMatrix() {}

    static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
        }
        return one;
    }

    static double[][] times(double[][] a, double[][] b) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double left = a[i][k];
                if (left != 0) {
                    for (int j = 0; j < n; j++) {
                        product[i][j] += left * b[k][j];
                    }
                }
            }
        }
        return product;
    }

    /** a · x + b · y, element by element. */
    static double[][] combine(double x, double[][] a, double y, double[][] b) {
        int n = a.length;
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum[i][j] = x * a[i][j] + y * b[i][j];
            }
        }
        return sum;
    }

    static double[][] power(double[][] a, int exponent) {
        double[][] result = identity(a.length);
        double[][] base = a;
        for (int left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = times(result, base);
            }
            if (left > 1) {
                base = times(base, base);
            }
        }
        return result;
    }

    /** The greatest sum of absolute values in a row. */
    static double norm(double[][] a) {
        double greatest = 0;
        for (double[] row : a) {
            double sum = 0;
            for (double x : row) {
                sum += Math.abs(x);
            }
            greatest = Math.max(greatest, sum);
        }
        return greatest;
    }

    static double determinant(double[][] a) {
        return new LUDecomposition(new Array2DRowRealMatrix(a, true)).getDeterminant();
    }

    static double[][] inverse(double[][] a) {
        return new LUDecomposition(new Array2DRowRealMatrix(a, true), 0)
                .getSolver()
                .getInverse()
                .getData();
    }

    /**
     * e^(q t) of a generator: with m the fastest exit, e^(-m s) Σ (m s)^k / k! (I + Q / m)^k for s = t / 2^j with m s at
     * most 1, then squared j times. Nothing is subtracted, so that each element keeps its digits.
     */
    static double[][] exponential(double[][] q, double t) {
        int n = q.length;
        double fastest = 0;
        for (int i = 0; i < n; i++) {
            fastest = Math.max(fastest, -q[i][i]);
        }
        double left = fastest * t;
        if (left == 0) {
            return identity(n);
        }
        int halvings = Math.max(0, Math.getExponent(left) + 1);
        double scaled = Math.scalb(left, -halvings);
        double[][] jump = combine(1, identity(n), 1 / fastest, q);
        double[][] term = identity(n);
        double[][] sum = identity(n);
        for (int k = 1; k <= SERIES_TERMS; k++) {
            term = combine(scaled / k, times(term, jump), 0, jump);
            sum = combine(1, sum, 1, term);
            if (norm(term) < 1e-20) {
                break;
            }
        }
        double factor = Math.exp(-scaled);
        double[][] result = combine(factor, sum, 0, sum);
        for (int j = 0; j < halvings; j++) {
            result = stochastic(times(result, result)); // else the rounding of a row's sum would double each time
        }
        for (int i = 0; i < n; i++) {
            if (q[i][i] == 0) {
                result[i] = identity(n)[i];
            }
        }
        return result;
    }

    private static double[][] stochastic(double[][] a) {
        for (double[] row : a) {
            double sum = 0;
            for (double p : row) {
                sum += p;
            }
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
        }
        return a;
    }

    /**
     * The principal logarithm by square roots (the product form of Denman and Beavers) until the matrix is near the
     * identity, then 2 Σ z^(2k+1) / (2k+1) with z = (a − I)(a + I)⁻¹; N. J. Higham, "Functions of Matrices" (2008), ch. 11.
     */
    static double[][] logarithm(double[][] a) {
        int n = a.length;
        double[][] root = copy(a);
        int roots = 0;
        while (norm(combine(1, root, -1, identity(n))) > 0.25) {
            if (++roots > MAX_ROOTS) {
                throw noLogarithm();
            }
            root = squareRoot(root);
        }
        double[][] one = identity(n);
        double[][] z = times(combine(1, root, -1, one), inverse(combine(1, root, 1, one)));
        double[][] square = times(z, z);
        double[][] power = z;
        double[][] sum = copy(z);
        for (int k = 1; k < SERIES_TERMS; k++) {
            power = times(power, square);
            sum = combine(1, sum, 1.0 / (2 * k + 1), power);
        }
        double scale = Math.scalb(2.0, roots);
        return combine(scale, sum, 0, sum);
    }

    private static double[][] squareRoot(double[][] a) {
        int n = a.length;
        double[][] one = identity(n);
        double[][] m = a;
        double[][] root = a;
        for (int step = 0; step < MAX_STEPS; step++) {
            double off = norm(combine(1, m, -1, one));
            if (off < 1e-15 * n) {
                return root;
            }
            double[][] inverse;
            try {
                inverse = inverse(m);
            } catch (SingularMatrixException e) {
                throw noLogarithm();
            }
            root = times(root, combine(0.5, combine(1, one, 1, inverse), 0, one));
            m = combine(0.5, combine(1, one, 0.5, combine(1, m, 1, inverse)), 0, one);
            double now = norm(combine(1, m, -1, one));
            if (!(now < 1e16)) {
                throw noLogarithm();
            }
            if (now < 1e-13 && now >= off) {
                return root;
            }
        }
        throw noLogarithm();
    }

    private static IllegalArgumentException noLogarithm() {
        return new IllegalArgumentException(
                "the matrix must have a principal logarithm: no eigenvalue may be 0 or a negative number");
    }
}
