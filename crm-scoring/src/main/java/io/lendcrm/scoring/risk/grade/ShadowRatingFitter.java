package io.lendcrm.scoring.risk.grade;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Learns an agency's rating where own defaults are too few: least squares of the log-odds of the PD that each grade
 * stands for on the features (ratios or weights of evidence), {@code ln(pd / (1 - pd)) = a + b·x + e}. The answer is a
 * logistic model; {@link MasterScale#gradeOf} of its probability is the shadow rating. Its diagnostics are
 * {@code rSquared} and {@code residualDeviation}, the standard deviation of e: with it the mean PD of clients with equal
 * features is above the probability of the mean log-odds, hence calibrate on the own book. Immutable and thread-safe.
 *
 * <p>Source: Erlenmaier, The Shadow Rating Approach, in The Basel II Risk Parameters, Springer 2006.
 */
public record ShadowRatingFitter() implements Fitter<RatedTable, LogisticModel> {

    /**
     * Fits the model.
     *
     * @throws FitException if there are fewer rows than coefficients and one more, a value is missing, or columns explain
     *     each other
     */
    @Override
    public LogisticModel fit(RatedTable data, Run run) {
        FeatureTable table = data.features();
        int columns = table.schema().size();
        double[][] rows = new double[table.rows()][columns];
        double[] logOdds = new double[rows.length];
        double[] means = new double[columns];
        for (int row = 0; row < rows.length; row++) {
            logOdds[row] = data.logOdds(row);
            for (int c = 0; c < columns; c++) {
                rows[row][c] = table.value(row, c);
                means[c] += rows[row][c] / rows.length;
                if (!Double.isFinite(rows[row][c])) {
                    throw fault(table.schema().feature(c).name() + " is missing in row " + row, "filled-in values");
                }
            }
        }
        if (rows.length < columns + 2) {
            throw fault("there are " + rows.length + " rows for " + (columns + 1) + " coefficients", "more rows");
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(1e-10);
        double[] estimates;
        double[][] covariance;
        double variance;
        double rSquared;
        try {
            regression.newSampleData(logOdds, rows);
            estimates = regression.estimateRegressionParameters();
            variance = regression.estimateErrorVariance();
            covariance = regression.estimateRegressionParametersVariance();
            rSquared = regression.calculateRSquared();
        } catch (MathIllegalArgumentException e) {
            throw fault("columns explain each other", "leaving a column out");
        }
        if (!Double.isFinite(rSquared)) {
            throw fault("all rows have the same grade", "rows of several grades");
        }
        for (double[] line : covariance) {
            for (int i = 0; i < line.length; i++) {
                line[i] *= variance;
            }
        }
        List<String> names = new ArrayList<>(List.of(LogisticModel.CONSTANT));
        names.addAll(table.schema().names());
        ModelInfo info = ModelInfo.of(
                        LogisticModel.TYPE,
                        run,
                        rows.length,
                        Fingerprint.empty()
                                .add(table.fingerprint())
                                .add(logOdds)
                                .hex())
                .withSchema(table.schema())
                .withOptions(
                        Map.of("method", "shadow-rating", "scale", data.scale().name()))
                .withDiagnostics(Map.of("rSquared", rSquared, "residualDeviation", Math.sqrt(variance)));
        return LogisticModel.from(info, Coefficients.of(names, estimates, covariance), means);
    }

    private static FitException fault(String seen, String remedy) {
        return new FitException(LogisticModel.TYPE, seen, remedy);
    }
}
