package io.lendcrm.scoring.value.spend;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.List;
import java.util.Map;

/**
 * The normal-normal model of net margins, which may be losses: the amount of a purchase varies about the client's own mean as
 * {@code N(m, sigma²)}, and the clients differ as {@code m ~ N(mu, tau²)}. A client's expected amount is a mean of its own
 * and everybody's, and its own counts the more the more purchases it rests on. With a tau of 0 clients don't differ. The
 * model takes for granted that how much doesn't depend on how often; the diagnostic {@code correlation} tells.
 *
 * <p>Amounts of a heavy tail pull its means; where all are above 0 {@link GammaGammaModel} suits them better. Immutable and
 * thread-safe.
 *
 * <p>Source: Efron and Morris, Data analysis using Stein's estimator, Journal of the American Statistical Association 70,
 * 1975; Schmittlein and Peterson, Customer base analysis: an industrial purchase process application, Marketing Science
 * 13(1), 1994.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic}, {@code iterations},
 *     {@code gradientNorm}, {@code hessianCondition} and {@code correlation}
 * @param mu the mean over all clients, in units of money
 * @param tau the standard deviation of the clients' means, in units of money, at least 0
 * @param sigma the standard deviation of the amounts of one client, in units of money, above 0
 * @param covariance the covariance of {@code mu / √(tau² + sigma²)}, that root held fixed, and of the logarithms of tau and
 *     sigma
 */
public record NormalSpendModel(ModelInfo info, double mu, double tau, double sigma, ParameterCovariance covariance)
        implements SpendModel {

    static final String TYPE = "normal-spend";
    static final List<String> PARAMETERS = List.of("mu", "tau", "sigma");

    public NormalSpendModel {
        requireNonNull(info, "info");
        if (!Double.isFinite(mu)) {
            throw new IllegalArgumentException("mu must be finite, found " + mu);
        }
        if (!(tau >= 0) || tau == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("tau must be finite and at least 0, found " + tau);
        }
        covariance.requireOf(PARAMETERS, 1, 1, sigma);
        if (tau == 0 && covariance.ofLogs("tau", "tau") > 0) {
            throw new IllegalArgumentException("covariance must have no variance of tau where tau is 0");
        }
    }

    /**
     * A model with parameters set by an expert.
     *
     * @param mu the mean over all clients
     * @param tau the standard deviation of the clients' means
     * @param sigma the standard deviation of the amounts of one client
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if mu is not finite, tau not at least 0 or sigma not above 0
     */
    public static NormalSpendModel of(double mu, double tau, double sigma) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new NormalSpendModel(info, mu, tau, sigma, ParameterCovariance.none(PARAMETERS));
    }

    /** {@return the standard errors by parameter; none for one that was set or is at its limit} */
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(Math.hypot(tau, sigma), tau, sigma);
    }

    /**
     * {@inheritDoc} It is {@code (sigma² mu + x tau² z) / (sigma² + x tau²)} for x purchases of mean z.
     *
     * @return the expected amount; it may be 0 or below
     * @throws IllegalArgumentException if the frequency is negative, or a mean is asked for that is not finite
     */
    @Override
    public double expectedSpend(int frequency, double meanSpend) {
        if (frequency < 0) {
            throw new IllegalArgumentException("frequency must be at least 0, found " + frequency);
        }
        return frequency == 0 ? mu : mu + weight(frequency) * (requireFinite(meanSpend) - mu);
    }

    /**
     * The standard deviation that a client's true mean still has, given its history: how far the client itself may be from
     * its {@link #expectedSpend}.
     *
     * @param frequency how many repeat purchases its mean is taken of, at least 0
     * @return the posterior standard deviation, {@code tau} for a client without any
     */
    public double uncertainty(int frequency) {
        if (frequency < 0) {
            throw new IllegalArgumentException("frequency must be at least 0, found " + frequency);
        }
        return tau * Math.sqrt(1 - weight(frequency));
    }

    /**
     * The log-likelihood of one client's mean amount, which is normal with variance {@code tau² + sigma² / x}.
     *
     * @param frequency how many repeat purchases, at least 1
     * @param meanSpend their mean amount, finite
     * @return the logarithm of its density
     */
    public double logLikelihood(int frequency, double meanSpend) {
        if (frequency < 1) {
            throw new IllegalArgumentException("frequency must be at least 1, found " + frequency);
        }
        double deviation = Math.hypot(tau, sigma / Math.sqrt(frequency));
        double score = (requireFinite(meanSpend) - mu) / deviation;
        return -0.5 * (Math.log(2 * Math.PI) + score * score) - Math.log(deviation);
    }

    @Override
    public boolean allowsLosses() {
        return true;
    }

    @Override
    public List<Contrast<SpendModel>> contrasts() {
        double scale = Math.hypot(tau, sigma);
        return covariance.contrasts(
                new double[] {1, tau, sigma},
                p -> new NormalSpendModel(info, mu + scale * Math.log(p[0]), p[1], p[2], covariance));
    }

    /** How much a client's own mean counts. */
    private double weight(int frequency) {
        double ratio = tau / sigma;
        double odds = frequency * ratio * ratio;
        return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    }

    private static double requireFinite(double meanSpend) {
        if (!Double.isFinite(meanSpend)) {
            throw new IllegalArgumentException("meanSpend must be finite, found " + meanSpend);
        }
        return meanSpend;
    }
}
