package io.lendcrm.scoring.likelihood;

/**
 * How a log-likelihood bends at a point, along the axes of its Hessian; the coordinates that are held take no part. The
 * negative Hessian at a top is the information the data hold about the parameters. Immutable and thread-safe.
 */
public final class Curvature {

    /** Of the largest bend: below it a bend is rounding, and its axis flat. */
    private static final double ROUNDING = 1e-13;

    private final double[][] axes;
    private final double[] bends;
    private final double largest;

    private Curvature(double[][] axes, double[] bends) {
        this.axes = axes;
        this.bends = bends;
        double most = 0;
        for (double bend : bends) {
            most = Math.max(most, Math.abs(bend));
        }
        this.largest = most;
    }

    /**
     * The curvature of a Hessian.
     *
     * @param hessian symmetric and finite
     * @param held which coordinates take no part
     * @return the curvature
     */
    public static Curvature of(double[][] hessian, boolean[] held) {
        int size = held.length;
        int[] free = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            free[count] = i;
            count += held[i] ? 0 : 1;
        }
        double[][] information = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                information[i][j] = -hessian[free[i]][free[j]];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(information);
        double[][] axes = new double[count][size];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                axes[k][free[i]] = eigen.vector(k, i);
            }
        }
        return new Curvature(axes, eigen.values());
    }

    /** {@return whether it bends down along every axis, as at a top, or is flat} */
    public boolean isTop() {
        for (double bend : bends) {
            if (bend < -ROUNDING * largest) {
                return false;
            }
        }
        return true;
    }

    /**
     * Newton's step up; along an axis that bends upward, as long as if it bent down as much.
     *
     * @param gradient the gradient at the point
     * @return the step; 0 along a coordinate that is held
     */
    public double[] step(double[] gradient) {
        double[] step = new double[gradient.length];
        for (int k = 0; k < axes.length; k++) {
            double along = dot(axes[k], gradient) / Math.max(Math.abs(bends[k]), ROUNDING * largest);
            for (int i = 0; i < step.length && along != 0; i++) {
                step[i] += along * axes[k][i];
            }
        }
        return step;
    }

    /**
     * The inverse of the information: the covariance of the coordinates.
     *
     * @param size how many coordinates there are
     * @return the inverse; zero along a flat axis and for a coordinate that is held
     */
    public double[][] inverse(int size) {
        double[][] inverse = new double[size][size];
        for (int k = 0; k < axes.length; k++) {
            if (bends[k] > ROUNDING * largest) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        inverse[i][j] += axes[k][i] * axes[k][j] / bends[k];
                    }
                }
            }
        }
        return inverse;
    }

    /** {@return the largest bend over the least, 1 where there is none} */
    public double condition() {
        double least = largest;
        for (double bend : bends) {
            least = Math.min(least, Math.max(Math.abs(bend), ROUNDING * largest));
        }
        return largest == 0 ? 1 : largest / least;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
