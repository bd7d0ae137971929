package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Cholesky;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits a {@link CoxModel} by Newton's method on the partial likelihood with its exact Hessian. Every end counts,
 * whatever its cause; {@link SurvivalData#only} makes data of one cause. Rows may enter late. Immutable and
 * thread-safe.
 *
 * <p>Source: Cox, Regression models and life-tables, JRSS B 34, 1972; Efron, JASA 72, 1977; Breslow, Biometrics 30,
 * 1974.
 *
 * @param ties how clients who end at the same moment are treated
 * @param maxIterations after how many steps to give up, at least 1
 */
public record CoxFitter(CoxTies ties, int maxIterations) implements Fitter<SurvivalData, CoxModel> {

    /** A standard error so many times that without effect: the likelihood is flat, the coefficient has no top. */
    private static final double FLAT = 1e3;

    public CoxFitter {
        requireNonNull(ties, "ties");
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /** {@return a fitter by Efron's rule for ties that gives up after 100 steps} */
    public static CoxFitter defaults() {
        return new CoxFitter(CoxTies.EFRON, 100);
    }

    /**
     * With another rule for ties.
     *
     * @param rule the rule
     * @return the changed fitter
     */
    public CoxFitter withTies(CoxTies rule) {
        return new CoxFitter(rule, maxIterations);
    }

    /**
     * Fits a model.
     *
     * @throws FitException if there is no feature or no end, a column is constant or a combination of others, or the
     *     likelihood rises for ever along a column
     */
    @Override
    public CoxModel fit(SurvivalData data, Run run) {
        int size = data.schema().size();
        int events = data.events();
        require(size > 0, "there is no feature", "Kaplan-Meier");
        require(events > 0, "no row of " + data.rows() + " ended: all are censored", "a longer window");
        Centred columns = Centred.of(data, CoxModel.TYPE);
        CoxLikelihood likelihood = new CoxLikelihood(data, columns, ties);
        double[] slope = new double[size];
        double[][] hessian = new double[size][size];
        double none = likelihood.at(new double[size], slope, hessian);
        Cholesky start = Cholesky.of(Polish.information(hessian), 1e-11);
        for (int j = 0; j < size; j++) {
            require(
                    !start.dependent(j),
                    "column " + data.schema().feature(j).name()
                            + " is the same for all at risk, or a linear combination of the columns before it",
                    "leaving it out");
        }
        NewtonAscent.Optimum top = top(likelihood, size, run);
        double[][] covariance =
                Cholesky.of(Polish.information(top.hessian()), 0).inverse();
        requireTop(data, covariance, start.inverse());
        double score = 0;
        double[] solved = start.solve(slope);
        for (int j = 0; j < size; j++) {
            score += slope[j] * solved[j];
        }
        Concordance concordance = Concordance.of(data, likelihood.logRisks(top.point()));
        CoxFit fit = new CoxFit(events, size, top.value(), none, Math.max(0, score), concordance);
        Coefficients coefficients = columns.coefficients(data.schema().names(), top.point(), covariance);
        List<double[]> hazard = likelihood.baseline(top.point());
        return new CoxModel(
                info(data, top, fit, run),
                data.unit(),
                ties,
                coefficients,
                columns.means(),
                hazard.stream().mapToDouble(h -> h[0]).toArray(),
                hazard.stream().mapToDouble(h -> h[1]).toArray(),
                data.lastTime(),
                fit);
    }

    private NewtonAscent.Optimum top(CoxLikelihood likelihood, int size, Run run) {
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        NewtonAscent.Optimum top =
                new NewtonAscent(CoxModel.TYPE, likelihood, low, high, maxIterations).from(new double[size], run);
        require(
                top.converged(),
                "the ascent did not end within " + top.iterations() + " iterations; its gradient has norm "
                        + top.gradientNorm(),
                "more iterations");
        return Polish.of(likelihood, top);
    }

    /** A likelihood that rises for ever is flat where the ascent gave up. */
    private static void requireTop(SurvivalData data, double[][] covariance, double[][] atStart) {
        List<String> flat = new ArrayList<>();
        for (int j = 0; j < covariance.length; j++) {
            double variance = covariance[j][j];
            if (!(variance > 0) || variance > FLAT * FLAT * atStart[j][j]) {
                flat.add(data.schema().feature(j).name());
            }
        }
        require(
                flat.isEmpty(),
                "the likelihood rises for ever along columns " + flat + ": they tell without exception who ends first",
                "leaving one out or merging groups in which nobody ends");
    }

    private ModelInfo info(SurvivalData data, NewtonAscent.Optimum top, CoxFit fit, Run run) {
        Map<String, Double> diagnostics = new TreeMap<>();
        diagnostics.put("logLikelihood", fit.logLikelihood());
        diagnostics.put("aic", fit.aic());
        diagnostics.put("events", (double) fit.events());
        diagnostics.put("concordance", fit.concordance().index());
        diagnostics.put("iterations", (double) top.iterations());
        diagnostics.put("gradientNorm", top.gradientNorm());
        return ModelInfo.of(CoxModel.TYPE, run, data.rows(), data.fingerprint())
                .withSchema(data.schema())
                .withOptions(Map.of("ties", ties.name(), "maxIterations", Integer.toString(maxIterations)))
                .withDiagnostics(diagnostics);
    }

    private static void require(boolean holds, String seen, String advice) {
        if (!holds) {
            throw new FitException(CoxModel.TYPE, seen, advice);
        }
    }
}
