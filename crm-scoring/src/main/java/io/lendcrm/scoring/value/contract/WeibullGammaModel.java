package io.lendcrm.scoring.value.contract;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.special.LogGamma;
import java.util.List;
import java.util.Map;

/**
 * The Weibull-gamma model of tenure in continuous time, and with c = 1 the exponential-gamma (Pareto of the second kind): a
 * client stays for a time t with probability {@code exp(-λ t^c)}, and the clients differ as {@code λ ~ Gamma(r, alpha)}, so
 * that
 *
 * <pre>S(t) = (alpha / (alpha + t^c))^r</pre>
 *
 * With c above 1 a client grows readier to leave the longer it stays, with c below 1 less ready; with c = 1 it stays as it
 * is. Integrals are taken to a relative error of some 1e-13. Immutable and thread-safe.
 *
 * <p>Source: Hardie, Fader and Wisniewski, An empirical comparison of new product trial forecasting models, Journal of
 * Forecasting 17, 1998; Johnson, Kotz and Balakrishnan, Continuous univariate distributions 1, 1994, chapter 20.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic}, {@code iterations},
 *     {@code gradientNorm} and {@code hessianCondition} in the logarithms of the parameters
 * @param unit the unit of tenures
 * @param r shape of the rates to leave, above 0; large where clients are alike
 * @param alpha rate parameter of the rates to leave, in units of time to the power c, above 0
 * @param c how the readiness to leave grows with tenure, within (0, 30]
 * @param covariance the covariance of the logarithms of r, alpha, c; none of c where that was held at 1
 */
public record WeibullGammaModel(
        ModelInfo info, CalendarUnit unit, double r, double alpha, double c, ParameterCovariance covariance)
        implements RetentionModel {

    static final String TYPE = "weibull-gamma";
    static final List<String> PARAMETERS = List.of("r", "alpha", "c");

    /** Steeper curves are steps, and steps are not what the integrals are made for. */
    private static final double LARGEST_SHAPE = 30;

    public WeibullGammaModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        covariance.requireOf(PARAMETERS, r, alpha, c);
        if (c > LARGEST_SHAPE) {
            throw new IllegalArgumentException("c must be within (0, " + LARGEST_SHAPE + "], found " + c);
        }
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param unit the unit of tenures
     * @param r shape of the rates to leave
     * @param alpha rate parameter of the rates to leave
     * @param c how the readiness to leave grows with tenure; 1 for the exponential-gamma
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0, or c above 30
     */
    public static WeibullGammaModel of(CalendarUnit unit, double r, double alpha, double c) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new WeibullGammaModel(info, unit, r, alpha, c, ParameterCovariance.none(PARAMETERS));
    }

    /**
     * The exponential-gamma model with parameters set by an expert or taken from a publication.
     *
     * @param unit the unit of tenures
     * @param r shape of the rates to leave
     * @param alpha rate parameter of the rates to leave
     * @return the model with c = 1, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static WeibullGammaModel exponentialGamma(CalendarUnit unit, double r, double alpha) {
        return of(unit, r, alpha, 1);
    }

    @Override
    public Map<String, Double> parameters() {
        return covariance.named(r, alpha, c);
    }

    @Override
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(r, alpha, c);
    }

    @Override
    public double retention(double tenure, double ahead) {
        double from = time("tenure", tenure);
        return Math.exp(curve().logRatio(from, from + time("ahead", ahead)));
    }

    /** {@inheritDoc} It is {@code alpha^(1/c) Γ(1+1/c) Γ(r-1/c) / Γ(r)} where {@code r c} is above 1. */
    @Override
    public double expectedLifetime() {
        double shape = r - 1 / c;
        return shape > 0
                ? Math.exp(Math.log(alpha) / c + LogGamma.of(1 + 1 / c) - LogGamma.ratio(shape, 1 / c))
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public double discountedLifetime(DiscountRate rate) {
        return residualLifetime(0, rate);
    }

    @Override
    public double residualLifetime(double tenure, DiscountRate rate) {
        double force = ResidualLifetime.endlessForce(rate, unit);
        return residual(time("tenure", tenure), force, Double.POSITIVE_INFINITY);
    }

    @Override
    public double residualLifetime(double tenure, Horizon ahead, DiscountRate rate) {
        return residual(time("tenure", tenure), ResidualLifetime.force(rate, unit), ahead.in(unit));
    }

    @Override
    public List<Contrast<RetentionModel>> contrasts() {
        return covariance.contrasts(
                new double[] {r, alpha, c}, p -> new WeibullGammaModel(info, unit, p[0], p[1], p[2], covariance));
    }

    private double residual(double tenure, double force, double horizon) {
        return new ResidualLifetime(curve(), tenure, force, c, c * r).integral(horizon);
    }

    private SurvivalCurve curve() {
        return new WeibullGammaCurve(r, alpha, c);
    }

    private static double time(String name, double time) {
        if (!(time >= 0) || time > 1e300) {
            throw new IllegalArgumentException(name + " must be within [0, 1e300], found " + time);
        }
        return time;
    }
}
