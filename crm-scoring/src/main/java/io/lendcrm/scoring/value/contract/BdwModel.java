package io.lendcrm.scoring.value.contract;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.special.GaussFraction;
import java.util.List;
import java.util.Map;

/**
 * The beta discrete Weibull model of renewal, and with c = 1 the shifted beta geometric: at the end of each period a
 * client renews or leaves for good. Its probability to leave at its first renewal is {@code θ ~ Beta(alpha, beta)}, and
 * it stays for t periods with probability {@code (1-θ)^(t^c)}, so that with {@code u = t^c}
 *
 * <pre>S(t) = B(alpha, beta + u) / B(alpha, beta)</pre>
 *
 * With c above 1 a client grows readier to leave from one renewal to the next, with c below 1 less ready; with c = 1 it
 * stays as it is, and retention rises only because those who were ready have left.
 *
 * <p>The discounted residual lifetime with c = 1 is {@code r 2F1(1, beta+n+1; alpha+beta+n+1; 1/(1+d))}, r the
 * probability of the next renewal, taken by Pfaff's transformation to Gauss's fraction of positive terms; else a sum to
 * a relative error of some 1e-13. Immutable and thread-safe.
 *
 * <p>Source: Fader and Hardie, How to project customer retention, Journal of Interactive Marketing 21(1), 2007, and
 * Customer-base valuation in a contractual setting, Marketing Science 29(1), 2010; Fader, Hardie, Liu, Davin and
 * Steenburgh, "How to project customer retention" revisited, Journal of Interactive Marketing 43, 2018.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic}, {@code iterations},
 *     {@code gradientNorm} and {@code hessianCondition} in the logarithms of the parameters
 * @param unit the length of a period
 * @param alpha first parameter of the probability to leave, above 0
 * @param beta second parameter of the probability to leave, above 0; its mean is {@code alpha / (alpha + beta)}
 * @param c how the readiness to leave grows with tenure, within (0, 30]
 * @param covariance the covariance of the logarithms of alpha, beta, c; none of c where that was held at 1
 */
public record BdwModel(
        ModelInfo info, CalendarUnit unit, double alpha, double beta, double c, ParameterCovariance covariance)
        implements RetentionModel {

    static final String TYPE = "bdw";
    static final List<String> PARAMETERS = List.of("alpha", "beta", "c");

    /** So that 2^31 periods to this power don't overflow. */
    private static final double LARGEST_SHAPE = 30;

    public BdwModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        covariance.requireOf(PARAMETERS, alpha, beta, c);
        if (c > LARGEST_SHAPE) {
            throw new IllegalArgumentException("c must be within (0, " + LARGEST_SHAPE + "], found " + c);
        }
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param unit the length of a period
     * @param alpha first parameter of the probability to leave
     * @param beta second parameter of the probability to leave
     * @param c how the readiness to leave grows with tenure; 1 for the shifted beta geometric
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0, or c above 30
     */
    public static BdwModel of(CalendarUnit unit, double alpha, double beta, double c) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new BdwModel(info, unit, alpha, beta, c, ParameterCovariance.none(PARAMETERS));
    }

    /**
     * The shifted beta geometric model with parameters set by an expert or taken from a publication.
     *
     * @param unit the length of a period
     * @param alpha first parameter of the probability to leave
     * @param beta second parameter of the probability to leave
     * @return the model with c = 1, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static BdwModel shiftedBetaGeometric(CalendarUnit unit, double alpha, double beta) {
        return of(unit, alpha, beta, 1);
    }

    @Override
    public Map<String, Double> parameters() {
        return covariance.named(alpha, beta, c);
    }

    @Override
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(alpha, beta, c);
    }

    @Override
    public double retention(double tenure, double ahead) {
        double from = periods("tenure", tenure);
        return Math.exp(curve().logRatio(from, from + periods("ahead", ahead)));
    }

    @Override
    public double expectedLifetime() {
        return 1 + residual(0, 0, Double.POSITIVE_INFINITY);
    }

    @Override
    public double discountedLifetime(DiscountRate rate) {
        double force = ResidualLifetime.endlessForce(rate, unit);
        return 1 + Math.exp(-force) * residual(0, force, Double.POSITIVE_INFINITY);
    }

    @Override
    public double residualLifetime(double tenure, DiscountRate rate) {
        double force = ResidualLifetime.endlessForce(rate, unit);
        return residual(periods("tenure", tenure), force, Double.POSITIVE_INFINITY);
    }

    @Override
    public double residualLifetime(double tenure, Horizon ahead, DiscountRate rate) {
        double terms = Math.ceil(ahead.in(unit) * (1 - 1e-12)); // 12 months are a year, not a hair more
        return residual(periods("tenure", tenure), ResidualLifetime.force(rate, unit), terms);
    }

    @Override
    public List<Contrast<RetentionModel>> contrasts() {
        return covariance.contrasts(
                new double[] {alpha, beta, c}, p -> new BdwModel(info, unit, p[0], p[1], p[2], covariance));
    }

    private double residual(double n, double force, double terms) {
        if (c == 1 && terms == Double.POSITIVE_INFINITY) {
            double renewal = (beta + n) / (alpha + beta + n);
            if (force == 0) {
                return alpha > 1 ? (beta + n) / (alpha - 1) : Double.POSITIVE_INFINITY;
            }
            return renewal * GaussFraction.of(alpha, alpha + beta + n + 1, 1 / Math.expm1(force)) / -Math.expm1(-force);
        }
        return new ResidualLifetime(curve(), n, force, c, c * alpha).sum(terms);
    }

    private SurvivalCurve curve() {
        return new BdwCurve(alpha, beta, c);
    }

    private static double periods(String name, double time) {
        if (!(time >= 0 && time <= Integer.MAX_VALUE && time == Math.rint(time))) {
            throw new IllegalArgumentException(
                    name + " must be a whole number of periods within [0, 2147483647], found " + time);
        }
        return time;
    }
}
