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
 * Fits a {@link BdwModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact gradient
 * and Hessian, over equal rows merged into one, so that a cohort of a million costs what one of ten does. Standard errors
 * come from the same Hessian. With c held at 1 it is the shifted beta geometric model, a special case that a
 * likelihood-ratio test with one degree of freedom can hold against the other.
 *
 * <p>Where clients don't differ in their readiness to leave, the likelihood rises for ever towards a model in which all
 * have the same; such a fit ends at a limit and the model's warnings say which. The logarithm of c is looked for within
 * ± ln 10. Covariates are not taken. Immutable and thread-safe.
 *
 * @param shapeFitted whether c is fitted; else it is 1
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record BdwFitter(boolean shapeFitted, int maxIterations, int restarts) implements Fitter<Tenures, BdwModel> {

    /** Of the sum of alpha and beta, and c. */
    private static final double[][] STARTS = {{2, 1}, {10, 1.5}, {0.5, 0.7}, {40, 1}};

    public BdwFitter {
        RetentionFit.requireOptions(maxIterations, restarts, STARTS.length);
    }

    /** {@return a fitter of all three parameters that gives up after 200 steps and restarts up to 3 times} */
    public static BdwFitter defaults() {
        return new BdwFitter(true, 200, STARTS.length - 1);
    }

    /** {@return a fitter of the shifted beta geometric model, which gives up after 200 steps and restarts up to 3 times} */
    public static BdwFitter shiftedBetaGeometric() {
        return new BdwFitter(false, 200, STARTS.length - 1);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public BdwFitter withMaxIterations(int steps) {
        return new BdwFitter(shapeFitted, steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public BdwFitter withRestarts(int starts) {
        return new BdwFitter(shapeFitted, maxIterations, starts);
    }

    /**
     * Fits a model to tenures in whole periods.
     *
     * @throws FitException if tenures are not in whole periods, there are no clients, none left or all share one row, or no
     *     start leads to a top
     */
    @Override
    public BdwModel fit(Tenures tenures, Run run) {
        if (!tenures.isInPeriods()) {
            throw new FitException(
                    BdwModel.TYPE,
                    "tenures are not in whole periods",
                    "cohorts or renewals, or WeibullGammaFitter for durations");
        }
        double leave = Math.min(0.9, RetentionFit.hazard(BdwModel.TYPE, tenures));
        double[][] starts = new double[restarts + 1][];
        for (int i = 0; i <= restarts; i++) {
            double sum = STARTS[i][0];
            double[] start = {Math.log(sum * leave), Math.log(sum * (1 - leave)), Math.log(STARTS[i][1])};
            starts[i] = shapeFitted ? start : Arrays.copyOf(start, 2);
        }
        RetentionFit fit = RetentionFit.of(BdwModel.TYPE, tenures, 1, BdwCurve::new, starts, maxIterations, run);
        double[] p = fit.peak().parameters();
        return new BdwModel(
                fit.info(maxIterations, restarts, shapeFitted, limits(fit.peak(), p), run),
                tenures.unit(),
                p[0],
                p[1],
                shapeFitted ? p[2] : 1,
                ParameterCovariance.of(BdwModel.PARAMETERS, fit.covariance()));
    }

    private static List<String> limits(NewtonAscent.Optimum peak, double[] p) {
        List<String> warnings = new ArrayList<>();
        boolean[] held = peak.held();
        if (held[0] && p[0] < 1 || held[1] && p[1] < 1) {
            warnings.add((held[0] && p[0] < 1 ? "alpha" : "beta")
                    + " is at its limit: clients leave in their first period or never");
        } else if (held[0] || held[1]) {
            warnings.add(
                    "alpha and beta are at their limit: clients don't differ in their readiness to leave, which at the"
                            + " first renewal is " + p[0] / (p[0] + p[1]));
        }
        return warnings;
    }
}
