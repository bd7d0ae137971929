package io.lendcrm.scoring.value.propensity;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits a {@link RateSensitivityModel} by maximum likelihood: Newton's method with the exact Hessian, on spreads less their
 * mean in units of their standard deviation, which changes nothing but the rounding. Immutable and thread-safe.
 *
 * @param maxIterations after how many steps to give up, at least 1
 */
public record RateSensitivityFitter(int maxIterations) implements Fitter<QuoteOutcomes, RateSensitivityModel> {

    private static final double LIMIT = 100;

    public RateSensitivityFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /** {@return a fitter that gives up after 100 steps} */
    public static RateSensitivityFitter defaults() {
        return new RateSensitivityFitter(100);
    }

    /**
     * Fits a model to quotes.
     *
     * @throws FitException if all quotes were accepted or all declined, all have the same spread, or a spread parts those
     *     accepted from those declined, so that no slope is steep enough
     */
    @Override
    public RateSensitivityModel fit(QuoteOutcomes quotes, Run run) {
        requireInformation(quotes);
        double mean = quotes.meanSpread();
        double unit = quotes.deviation();
        double share = (double) quotes.acceptances() / quotes.size();
        double[] start = {Math.log(share / (1 - share)), 0};
        NewtonAscent.LogLikelihood likelihood =
                (point, gradient, hessian) -> logLikelihood(quotes, mean, unit, point, gradient, hessian, run);
        NewtonAscent.Optimum peak = new NewtonAscent(
                        RateSensitivityModel.TYPE,
                        likelihood,
                        new double[] {-LIMIT, -LIMIT},
                        new double[] {LIMIT, LIMIT},
                        maxIterations)
                .fromAny(new double[][] {start}, run);
        if (!peak.inside()) {
            throw separated(quotes);
        }
        double[][] covariance = peak.curvature().inverse(2);
        FitSummary summary = new FitSummary(peak, quotes.size(), quotes.size());
        Map<String, Double> diagnostics = summary.diagnostics();
        diagnostics.put("accepted", (double) quotes.acceptances());
        ModelInfo info = ModelInfo.of(RateSensitivityModel.TYPE, run, quotes.size(), fingerprint(quotes))
                .withOptions(Map.of("maxIterations", "" + maxIterations))
                .withDiagnostics(diagnostics)
                .withWarnings(warnings(peak.point()[1], summary));
        return new RateSensitivityModel(
                info,
                mean,
                peak.point()[0],
                peak.point()[1] / unit,
                covariance[0][0],
                covariance[0][1] / unit,
                covariance[1][1] / unit / unit);
    }

    private static void requireInformation(QuoteOutcomes quotes) {
        if (quotes.size() == 0) {
            throw new FitException(RateSensitivityModel.TYPE, "there are no quotes", "a longer observation");
        }
        int accepted = quotes.acceptances();
        if (accepted == 0 || accepted == quotes.size()) {
            throw new FitException(
                    RateSensitivityModel.TYPE,
                    accepted + " of " + quotes.size() + " quotes were accepted",
                    "a longer observation with quotes of both outcomes");
        }
        if (!(quotes.deviation() > 0)) {
            throw new FitException(
                    RateSensitivityModel.TYPE,
                    "all " + quotes.size() + " quotes have the spread " + quotes.spread(0),
                    "quotes of different spreads");
        }
        if (quotes.isSeparated()) {
            throw separated(quotes);
        }
    }

    private static FitException separated(QuoteOutcomes quotes) {
        return new FitException(
                RateSensitivityModel.TYPE,
                "a spread parts the " + quotes.acceptances() + " accepted of " + quotes.size()
                        + " quotes from those declined, so that no slope is steep enough",
                "more quotes");
    }

    private static double logLikelihood(
            QuoteOutcomes quotes,
            double mean,
            double unit,
            double[] point,
            double[] gradient,
            double[][] hessian,
            Run run) {
        double[] s = Blocks.sum(quotes.size(), 6, run, (from, to, sums) -> {
            for (int row = from; row < to; row++) {
                double z = (quotes.spread(row) - mean) / unit;
                double odds = point[0] + point[1] * z;
                double p = LogOdds.probability(odds);
                double off = quotes.accepted(row) ? LogOdds.probability(-odds) : -p;
                double signed = quotes.accepted(row) ? odds : -odds;
                sums[0] += signed > 0 ? -Math.log1p(Math.exp(-signed)) : signed - Math.log1p(Math.exp(signed));
                sums[1] += off;
                sums[2] += off * z;
                double weight = p * LogOdds.probability(-odds);
                sums[3] -= weight;
                sums[4] -= weight * z;
                sums[5] -= weight * z * z;
            }
        });
        gradient[0] = s[1];
        gradient[1] = s[2];
        hessian[0][0] = s[3];
        hessian[0][1] = s[4];
        hessian[1][0] = s[4];
        hessian[1][1] = s[5];
        return s[0];
    }

    private static String fingerprint(QuoteOutcomes quotes) {
        double[] spreads = new double[quotes.size()];
        int[] accepted = new int[quotes.size()];
        for (int row = 0; row < spreads.length; row++) {
            spreads[row] = quotes.spread(row);
            accepted[row] = quotes.accepted(row) ? 1 : 0;
        }
        return Fingerprint.empty()
                .add("spread")
                .add(spreads)
                .add("accepted")
                .add(accepted)
                .hex();
    }

    private static List<String> warnings(double slope, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        if (slope >= 0) {
            warnings.add(
                    "the slope is at least 0: clients seem to welcome a dearer quote, so that something else than the"
                            + " spread must differ between the quotes");
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
