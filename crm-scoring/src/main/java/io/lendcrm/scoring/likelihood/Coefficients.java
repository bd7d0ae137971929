package io.lendcrm.scoring.likelihood;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coefficients of a regression with their covariance. A coefficient without variance was set, or is held at a
 * bound. Immutable and thread-safe.
 */
public final class Coefficients {

    private final List<String> names;
    private final double[] estimates;
    private final double[][] covariance;

    private Coefficients(List<String> names, double[] estimates, double[][] covariance) {
        this.names = names;
        this.estimates = estimates;
        this.covariance = covariance;
    }

    /**
     * Coefficients with their covariance.
     *
     * @param names what they belong to, in order
     * @param estimates their values
     * @param covariance a row and a column for each, finite and symmetric, no negative variance
     * @return the coefficients
     * @throws IllegalArgumentException if a size or a number doesn't fit
     */
    public static Coefficients of(List<String> names, double[] estimates, double[][] covariance) {
        int size = names.size();
        require(estimates.length == size, "estimates must be " + size + ", found " + estimates.length);
        require(covariance.length == size, "covariance must have " + size + " rows, found " + covariance.length);
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            require(
                    Double.isFinite(estimates[i]),
                    "estimate of " + names.get(i) + " must be finite, found " + estimates[i]);
            require(
                    covariance[i].length == size,
                    "covariance must have " + size + " columns, found " + covariance[i].length);
            copy[i] = covariance[i].clone();
            require(copy[i][i] >= 0, "variance of " + names.get(i) + " must be at least 0, found " + copy[i][i]);
            for (int j = 0; j <= i; j++) {
                require(
                        Double.isFinite(copy[i][j]) && copy[i][j] == copy[j][i],
                        "covariance must be finite and symmetric, found " + copy[i][j] + " and " + copy[j][i]);
            }
        }
        return new Coefficients(List.copyOf(names), estimates.clone(), copy);
    }

    /**
     * Coefficients that were set and not estimated.
     *
     * @param names what they belong to, in order
     * @param values their values
     * @return the coefficients, without uncertainty
     */
    public static Coefficients set(List<String> names, double... values) {
        return of(names, values, new double[names.size()][names.size()]);
    }

    /** {@return what they belong to, in order} */
    public List<String> names() {
        return names;
    }

    /** {@return their values in order} */
    public double[] estimates() {
        return estimates.clone();
    }

    /**
     * One coefficient.
     *
     * @param name what it belongs to
     * @return the coefficient
     * @throws IllegalArgumentException if there is none of that name
     */
    public Coefficient of(String name) {
        int at = index(name);
        return new Coefficient(name, estimates[at], Math.sqrt(covariance[at][at]));
    }

    /** {@return all of them in order} */
    public List<Coefficient> all() {
        return names.stream().map(this::of).toList();
    }

    /**
     * The covariance of two coefficients.
     *
     * @param first one
     * @param second another, or the same for its variance
     * @return the covariance
     * @throws IllegalArgumentException if there is none of that name
     */
    public double covariance(String first, String second) {
        return covariance[index(first)][index(second)];
    }

    /**
     * The variance of a weighted sum of the coefficients.
     *
     * @param weights a weight for each, in order
     * @return the variance, at least 0
     * @throws IllegalArgumentException if there are more or fewer weights than coefficients
     */
    public double variance(double... weights) {
        require(weights.length == names.size(), "weights must be " + names.size() + ", found " + weights.length);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum += weights[i] * covariance[i][j] * weights[j];
            }
        }
        return Math.max(0, sum);
    }

    /**
     * Wald's test that several coefficients are all 0: {@code b' V⁻¹ b}. Those without uncertainty are left out,
     * and so is with its degree of freedom one whose estimate the others' determine.
     *
     * @param tested which
     * @return the test
     * @throws IllegalArgumentException if none of them has uncertainty
     */
    public ChiSquareTest wald(List<String> tested) {
        int[] at = tested.stream()
                .mapToInt(this::index)
                .filter(i -> covariance[i][i] > 0)
                .toArray();
        require(at.length > 0, "some of " + tested + " must have been estimated");
        double[][] part = new double[at.length][at.length];
        double[] b = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            b[i] = estimates[at[i]];
            for (int j = 0; j < at.length; j++) {
                part[i][j] = covariance[at[i]][at[j]];
            }
        }
        Cholesky root = Cholesky.of(part, 1e-14);
        double[] x = root.solve(b);
        double statistic = 0;
        int degrees = 0;
        for (int i = 0; i < b.length; i++) {
            statistic += b[i] * x[i];
            degrees += root.dependent(i) ? 0 : 1;
        }
        return ChiSquareTest.of(Math.max(0, statistic), degrees);
    }

    /** {@return the lower triangle of the covariance row by row, as it is stored} */
    public double[] lowerTriangle() {
        int size = names.size();
        double[] triangle = new double[size * (size + 1) / 2];
        for (int i = 0, at = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                triangle[at++] = covariance[i][j];
            }
        }
        return triangle;
    }

    /**
     * Coefficients as they were stored.
     *
     * @param names what they belong to, in order
     * @param estimates their values
     * @param triangle the lower triangle of the covariance row by row
     * @return the coefficients
     * @throws IllegalArgumentException if a size or a number doesn't fit
     */
    public static Coefficients ofLowerTriangle(List<String> names, double[] estimates, double[] triangle) {
        int size = names.size();
        int cells = size * (size + 1) / 2;
        require(triangle.length == cells, "covariance must have " + cells + " cells, found " + triangle.length);
        double[][] covariance = new double[size][size];
        for (int i = 0, at = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = triangle[at];
                covariance[j][i] = triangle[at++];
            }
        }
        return of(names, estimates, covariance);
    }

    /** Equal are coefficients of the same names with the same numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Coefficients that
                && names.equals(that.names)
                && Arrays.equals(estimates, that.estimates)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(estimates);
    }

    /** {@return the coefficients with their standard errors} */
    @Override
    public String toString() {
        return "Coefficients" + all();
    }

    private int index(String name) {
        int at = names.indexOf(name);
        require(at >= 0, "coefficient must be one of " + names + ", found \"" + name + "\"");
        return at;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
