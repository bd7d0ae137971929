package io.lendcrm.scoring.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How uncertain estimated parameters are: the covariance of their logarithms, the inverse of the information the data hold
 * about them. Logarithms, because positive parameters are nearer to normal there. A parameter without variance was not
 * estimated: it was set, or held at a limit. Immutable and thread-safe.
 */
public final class ParameterCovariance {

    /** Of standard deviations: small enough for a slope, large enough for its digits. */
    private static final double STEP = 1e-3;

    private final List<String> names;
    private final double[][] covariance;

    private ParameterCovariance(List<String> names, double[][] covariance) {
        this.names = names;
        this.covariance = covariance;
    }

    /**
     * The covariance of the logarithms of named parameters.
     *
     * @param names the parameters in order
     * @param covariance a row and a column for each, finite and symmetric, no negative variance
     * @return the covariance
     * @throws IllegalArgumentException if the matrix has another size or can't be a covariance
     */
    public static ParameterCovariance of(List<String> names, double[][] covariance) {
        int size = names.size();
        double[][] copy = new double[size][];
        require(covariance.length == size, "must have " + size + " rows, found " + covariance.length);
        for (int i = 0; i < size; i++) {
            require(covariance[i].length == size, "must have " + size + " columns, found " + covariance[i].length);
            copy[i] = covariance[i].clone();
        }
        for (int i = 0; i < size; i++) {
            require(copy[i][i] >= 0, "must have no negative variance, found " + copy[i][i] + " of " + names.get(i));
            for (int j = 0; j < size; j++) {
                require(Double.isFinite(copy[i][j]), "must be finite, found " + copy[i][j]);
                require(copy[i][j] == copy[j][i], "must be symmetric, found " + copy[i][j] + " and " + copy[j][i]);
            }
        }
        return new ParameterCovariance(List.copyOf(names), copy);
    }

    /**
     * The covariance of parameters that were set and not estimated.
     *
     * @param names the parameters in order
     * @return zero throughout
     */
    public static ParameterCovariance none(List<String> names) {
        return new ParameterCovariance(List.copyOf(names), new double[names.size()][names.size()]);
    }

    /** {@return the parameters in order} */
    public List<String> names() {
        return names;
    }

    /**
     * The covariance of the logarithms of two parameters.
     *
     * @param first a parameter
     * @param second another, or the same for its variance
     * @return the covariance
     * @throws IllegalArgumentException if there is no such parameter
     */
    public double ofLogs(String first, String second) {
        return covariance[index(first)][index(second)];
    }

    /**
     * Checks that this is the covariance of such parameters, and that their values are possible.
     *
     * @param parameters the names expected
     * @param values their values
     * @throws IllegalArgumentException if the names differ or a value is not finite and above 0
     */
    public void requireOf(List<String> parameters, double... values) {
        if (!names.equals(parameters)) {
            throw new IllegalArgumentException("covariance must be of " + parameters + ", found " + names);
        }
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || values[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(names.get(i) + " must be finite and above 0, found " + values[i]);
            }
        }
    }

    /**
     * Values by the names of the parameters.
     *
     * @param values the parameters' values in order
     * @return the values by name in order
     */
    public Map<String, Double> named(double... values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }

    /**
     * The standard errors of the parameters by the delta method, {@code se(θ) = θ se(ln θ)}.
     *
     * @param values the parameters' values in order
     * @return the standard errors by name in order; none for a parameter that was not estimated
     */
    public Map<String, Double> standardErrors(double... values) {
        Map<String, Double> errors = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (covariance[i][i] > 0) {
                errors.put(names.get(i), values[i] * Math.sqrt(covariance[i][i]));
            }
        }
        return errors;
    }

    /**
     * Models a step away from these values along the columns of the covariance's Cholesky root.
     *
     * @param <M> the kind of model
     * @param values the parameters' values in order
     * @param model makes a model of parameters
     * @return a pair for each independent direction
     */
    public <M> List<Contrast<M>> contrasts(double[] values, Function<double[], M> model) {
        List<Contrast<M>> pairs = new ArrayList<>();
        for (double[] direction : directions()) {
            double[] above = new double[values.length];
            double[] below = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                above[i] = values[i] * Math.exp(STEP * direction[i]);
                below[i] = values[i] * Math.exp(-STEP * direction[i]);
            }
            pairs.add(new Contrast<>(model.apply(above), model.apply(below), STEP));
        }
        return pairs;
    }

    /** Independent directions whose squares add up to the covariance; a direction without variance is left out. */
    private List<double[]> directions() {
        int size = names.size();
        List<double[]> found = new ArrayList<>();
        double[][] rest = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < size; k++) {
            double pivot = rest[k][k];
            if (pivot > 1e-14 * covariance[k][k]) {
                double[] direction = new double[size];
                for (int i = k; i < size; i++) {
                    direction[i] = rest[i][k] / Math.sqrt(pivot);
                }
                for (int i = k; i < size; i++) {
                    for (int j = k; j < size; j++) {
                        rest[i][j] -= direction[i] * direction[j];
                    }
                }
                found.add(direction);
            }
        }
        return found;
    }

    /** {@return the lower triangle row by row, as it is stored} */
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
     * A covariance as it was stored.
     *
     * @param names the parameters in order
     * @param triangle the lower triangle row by row
     * @return the covariance
     * @throws IllegalArgumentException if there are more or fewer cells, or they can't be a covariance
     */
    public static ParameterCovariance ofLowerTriangle(List<String> names, double[] triangle) {
        int size = names.size();
        int cells = size * (size + 1) / 2;
        require(triangle.length == cells, "must have " + cells + " cells, found " + triangle.length);
        double[][] covariance = new double[size][size];
        for (int i = 0, at = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = triangle[at];
                covariance[j][i] = triangle[at++];
            }
        }
        return of(names, covariance);
    }

    /** Equal are covariances of the same parameters with the same numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParameterCovariance that
                && names.equals(that.names)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.deepHashCode(covariance);
    }

    /** {@return the names and the lower triangle} */
    @Override
    public String toString() {
        return "ParameterCovariance" + names + Arrays.toString(lowerTriangle());
    }

    private int index(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("parameter must be one of " + names + ", found \"" + name + "\"");
        }
        return at;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("covariance " + rule);
        }
    }
}
