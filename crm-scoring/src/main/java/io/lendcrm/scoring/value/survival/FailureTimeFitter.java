package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Cholesky;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits a {@link FailureTimeModel} by maximum likelihood, Newton's method with the exact Hessian, as R's
 * {@code survreg}. Censored rows and late entries are taken in. Without features it fits the law alone. Immutable and
 * thread-safe.
 *
 * <p>Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2002.
 *
 * @param law the form of durations
 * @param maxIterations after how many steps to give up, at least 1
 */
public record FailureTimeFitter(FailureLaw law, int maxIterations) implements Fitter<SurvivalData, FailureTimeModel> {

    /** Of the logarithm of the scale: beyond it durations don't scatter, or tell nothing. */
    private static final double WIDEST = 15;

    public FailureTimeFitter {
        requireNonNull(law, "law");
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /**
     * A fitter that gives up after 200 steps.
     *
     * @param law the form of durations
     * @return the fitter
     */
    public static FailureTimeFitter of(FailureLaw law) {
        return new FailureTimeFitter(law, 200);
    }

    /**
     * Fits a model.
     *
     * @throws FitException if nobody ended, all ended at the same time, a column is constant or a combination of
     *     others, or the ascent doesn't end
     */
    @Override
    public FailureTimeModel fit(SurvivalData data, Run run) {
        require(data.events() > 0, "no row of " + data.rows() + " ended: all are censored", "a longer window");
        Centred columns = Centred.of(data, FailureTimeModel.TYPE);
        FailureLikelihood likelihood = new FailureLikelihood(data, columns, law, run);
        int size = likelihood.size();
        double[] low = new double[size];
        double[] high = new double[size];
        double[] start = new double[size];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        if (law != FailureLaw.EXPONENTIAL) {
            low[size - 1] = -WIDEST;
            high[size - 1] = WIDEST;
        }
        double exposure = 0;
        for (int i = 0; i < data.rows(); i++) {
            exposure += data.time(i) - data.entry(i);
        }
        start[0] = Math.log(exposure / data.events());
        NewtonAscent.Optimum top =
                new NewtonAscent(FailureTimeModel.TYPE, likelihood, low, high, maxIterations).from(start, run);
        require(
                top.converged() && top.inside(),
                "the ascent ended after " + top.iterations() + " iterations with a gradient of norm "
                        + top.gradientNorm() + (top.inside() ? "" : ", the scale at its limit"),
                "another law, or fewer features");
        top = Polish.of(likelihood, top);
        Cholesky root = Cholesky.of(Polish.information(top.hessian()), 1e-12);
        for (int j = 0; j < columns.size(); j++) {
            require(
                    !root.dependent(1 + j),
                    "column " + data.schema().feature(j).name()
                            + " is a linear combination of the columns before it, or has no finite effect",
                    "leaving it out");
        }
        return model(data, columns, top, root.inverse(), run);
    }

    private FailureTimeModel model(
            SurvivalData data, Centred columns, NewtonAscent.Optimum top, double[][] covariance, Run run) {
        int fitted = top.point().length;
        int size = columns.size() + 2;
        double[][] map = new double[size][fitted];
        map[0][0] = 1;
        for (int j = 0; j < columns.size(); j++) {
            map[1 + j][1 + j] = 1 / columns.spread(j);
            map[0][1 + j] = -columns.means()[j] / columns.spread(j);
        }
        if (law != FailureLaw.EXPONENTIAL) {
            map[size - 1][fitted - 1] = 1;
        }
        double[] estimates = new double[size];
        double[][] mapped = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < fitted; k++) {
                estimates[i] += map[i][k] * top.point()[k];
            }
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < fitted; k++) {
                    for (int l = 0; l < fitted; l++) {
                        mapped[i][j] += map[i][k] * covariance[k][l] * map[j][l];
                    }
                }
                mapped[j][i] = mapped[i][j];
            }
        }
        Map<String, Double> diagnostics = new TreeMap<>();
        diagnostics.put("logLikelihood", top.value());
        diagnostics.put("aic", 2.0 * fitted - 2 * top.value());
        diagnostics.put("iterations", (double) top.iterations());
        diagnostics.put("gradientNorm", top.gradientNorm());
        ModelInfo info = ModelInfo.of(FailureTimeModel.TYPE, run, data.rows(), data.fingerprint())
                .withSchema(data.schema())
                .withOptions(Map.of("law", law.name(), "maxIterations", Integer.toString(maxIterations)))
                .withDiagnostics(diagnostics);
        Coefficients coefficients = Coefficients.of(FailureTimeModel.names(data.schema()), estimates, mapped);
        return new FailureTimeModel(info, data.unit(), law, coefficients, columns.means(), top.value());
    }

    private static void require(boolean holds, String seen, String advice) {
        if (!holds) {
            throw new FitException(FailureTimeModel.TYPE, seen, advice);
        }
    }
}
