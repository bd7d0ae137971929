package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link WeibullGammaModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian, over equal rows merged into one. Durations that have not ended are censored, those seen only from
 * some time on truncated, and cohorts or renewals count by the period in which a client left. Times are taken in units of
 * their mean, so that days and years give the same model. Standard errors come from the same Hessian. With c held at 1 it
 * is the exponential-gamma model, a special case that a likelihood-ratio test with one degree of freedom can hold against
 * the other.
 *
 * <p>Where clients don't differ in their rates to leave, the likelihood rises for ever towards a model in which all have
 * the same; such a fit ends at a limit and the model's warnings say which. The logarithm of c is looked for within ± ln 10.
 * Covariates are not taken. Immutable and thread-safe.
 *
 * @param shapeFitted whether c is fitted; else it is 1
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record WeibullGammaFitter(boolean shapeFitted, int maxIterations, int restarts)
        implements Fitter<Tenures, WeibullGammaModel> {

    /** Of r, and c. */
    private static final double[][] STARTS = {{2, 1}, {10, 1.5}, {0.5, 0.7}, {40, 1}};

    public WeibullGammaFitter {
        RetentionFit.requireOptions(maxIterations, restarts, STARTS.length);
    }

    /** {@return a fitter of all three parameters that gives up after 200 steps and restarts up to 3 times} */
    public static WeibullGammaFitter defaults() {
        return new WeibullGammaFitter(true, 200, STARTS.length - 1);
    }

    /** {@return a fitter of the exponential-gamma model, which gives up after 200 steps and restarts up to 3 times} */
    public static WeibullGammaFitter exponentialGamma() {
        return new WeibullGammaFitter(false, 200, STARTS.length - 1);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public WeibullGammaFitter withMaxIterations(int steps) {
        return new WeibullGammaFitter(shapeFitted, steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public WeibullGammaFitter withRestarts(int starts) {
        return new WeibullGammaFitter(shapeFitted, maxIterations, starts);
    }

    /**
     * Fits a model to tenures.
     *
     * @throws FitException if there are no clients, none left or all share one row, or no start leads to a top
     */
    @Override
    public WeibullGammaModel fit(Tenures tenures, Run run) {
        double scale = 1 / RetentionFit.hazard(WeibullGammaModel.TYPE, tenures);
        double[][] starts = new double[restarts + 1][];
        for (int i = 0; i <= restarts; i++) {
            double r = Math.log(STARTS[i][0]);
            double[] start = {r, r, Math.log(STARTS[i][1])};
            starts[i] = shapeFitted ? start : Arrays.copyOf(start, 2);
        }
        RetentionFit fit = RetentionFit.of(
                WeibullGammaModel.TYPE, tenures, scale, WeibullGammaCurve::new, starts, maxIterations, run);
        double[] p = fit.peak().parameters();
        double c = shapeFitted ? p[2] : 1;
        double alpha = p[1] * Math.pow(scale, c);
        return new WeibullGammaModel(
                fit.info(maxIterations, restarts, shapeFitted, limits(fit.peak(), p, alpha), run),
                tenures.unit(),
                p[0],
                alpha,
                c,
                unscaled(fit.covariance(), c * Math.log(scale)));
    }

    /** Of ln alpha in the unit of the data, which is that of the fit and c ln scale. */
    private static ParameterCovariance unscaled(double[][] v, double slope) {
        double[][] covariance = {v[0].clone(), v[1].clone(), v[2].clone()};
        covariance[0][1] += slope * v[0][2];
        covariance[1][1] += 2 * slope * v[1][2] + slope * slope * v[2][2];
        covariance[1][2] += slope * v[2][2];
        covariance[1][0] = covariance[0][1];
        covariance[2][1] = covariance[1][2];
        return ParameterCovariance.of(WeibullGammaModel.PARAMETERS, covariance);
    }

    private static List<String> limits(NewtonAscent.Optimum peak, double[] p, double alpha) {
        List<String> warnings = new ArrayList<>();
        boolean[] held = peak.held();
        if ((held[0] || held[1]) && p[0] > 1) {
            warnings.add("r and alpha are at their limit: clients don't differ in their rate to leave, which is "
                    + p[0] / alpha);
        } else if (held[0] || held[1]) {
            warnings.add((held[0] ? "r" : "alpha") + " is at its limit: clients leave at once or nearly never");
        }
        return warnings;
    }
}
