package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.likelihood.Cholesky;
import io.lendcrm.scoring.likelihood.Coefficients;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variance inflation factors: by how much the variance of a coefficient is greater than it would be if its column had
 * nothing in common with the others. 1 is none; above 5 or 10 is usually called too much. Stateless and thread-safe.
 */
public final class VarianceInflation {

    private VarianceInflation() {}

    /**
     * The factors of a fitted model: the diagonal of the inverse correlation matrix of its coefficients, the constant
     * left out (Fox and Monette 1992), as R's {@code car::vif} computes them.
     *
     * @param model fitted; coefficients held at a bound are left out
     * @return a factor of at least 1 for each column that was estimated
     */
    public static Map<String, Double> of(LogisticModel model) {
        Coefficients all = model.coefficients();
        List<String> names = all.names().stream()
                .filter(name -> !name.equals(LogisticModel.CONSTANT) && all.covariance(name, name) > 0)
                .toList();
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = all.covariance(names.get(i), names.get(j));
            }
        }
        return factors(names, matrix);
    }

    /**
     * The factors of columns before any model: {@code 1 / (1 - R²)} of each column regressed on the others.
     *
     * @param data the columns, none constant; the target takes no part
     * @return a factor of at least 1 for each column
     * @throws FitException if a column is constant or a combination of those before it
     */
    public static Map<String, Double> of(LogisticData data) {
        return factors(data.schema().names(), Correlations.of(data));
    }

    private static Map<String, Double> factors(List<String> names, double[][] matrix) {
        Cholesky root = Cholesky.of(matrix, 1e-12);
        double[][] inverse = root.inverse();
        Map<String, Double> factors = new LinkedHashMap<>();
        for (int i = 0; i < matrix.length; i++) {
            if (root.dependent(i)) {
                throw new FitException(
                        "variance inflation",
                        "column " + names.get(i) + " is a linear combination of those before it",
                        "leaving it out");
            }
            factors.put(names.get(i), Math.max(1, matrix[i][i] * inverse[i][i]));
        }
        return Collections.unmodifiableMap(factors);
    }
}
