package io.lendcrm.scoring.value.spend;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.special.LogGamma;
import java.util.List;
import java.util.Map;

/**
 * The Gamma-Gamma model of spend: the amount of a purchase varies about the client's own mean as {@code Gamma(p, ν)}, and
 * the clients differ as {@code ν ~ Gamma(q, v)}. A client's expected amount is a mean of its own and everybody's, and its
 * own counts the more the more purchases it rests on. The model takes for granted that how much doesn't depend on how
 * often; the diagnostic {@code correlation} tells.
 *
 * <p>With q of at most 1 the mean over all clients is infinite, and so is {@link #expectedSpend} of a client with few
 * purchases: where {@code p x + q} is at most 1. Such a fit bears a warning. Immutable and thread-safe.
 *
 * <p>Source: Fader and Hardie, The gamma-gamma model of monetary value, 2013; Colombo and Jiang, 1999.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic}, {@code iterations},
 *     {@code gradientNorm}, {@code hessianCondition} and {@code correlation}
 * @param p shape of the amounts of one client, above 0
 * @param q shape of the differences between clients, above 0; the mean of all is finite above 1
 * @param v scale of the differences between clients, in units of money, above 0
 * @param covariance the covariance of the logarithms of p, q, v
 */
public record GammaGammaModel(ModelInfo info, double p, double q, double v, ParameterCovariance covariance)
        implements SpendModel {

    static final String TYPE = "gamma-gamma";
    static final List<String> PARAMETERS = List.of("p", "q", "v");

    public GammaGammaModel {
        requireNonNull(info, "info");
        covariance.requireOf(PARAMETERS, p, q, v);
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param p shape of the amounts of one client
     * @param q shape of the differences between clients
     * @param v scale of the differences between clients
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static GammaGammaModel of(double p, double q, double v) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new GammaGammaModel(info, p, q, v, ParameterCovariance.none(PARAMETERS));
    }

    /** {@return the standard errors by parameter; none for one that was set or held at a limit} */
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(p, q, v);
    }

    /**
     * {@inheritDoc} It is {@code p (v + x z) / (p x + q - 1)} for x purchases of mean z.
     *
     * @return the expected amount, above 0; infinite where {@code p x + q} is at most 1
     * @throws IllegalArgumentException if the frequency is negative, or a mean is asked for that is not above 0
     */
    @Override
    public double expectedSpend(int frequency, double meanSpend) {
        double total = frequency == 0 ? 0 : frequency * requireSpend(frequency, meanSpend);
        double shapes = p * frequency + (q - 1);
        return shapes > 0 ? p * (v + total) / shapes : Double.POSITIVE_INFINITY;
    }

    /**
     * The log-likelihood of one client's mean spend.
     *
     * @param frequency how many repeat purchases, at least 1
     * @param meanSpend their mean amount, above 0
     * @return the logarithm of its density
     */
    public double logLikelihood(int frequency, double meanSpend) {
        if (frequency == 0) {
            throw new IllegalArgumentException("frequency must be at least 1, found 0");
        }
        double total = frequency * requireSpend(frequency, meanSpend);
        double shape = p * frequency;
        return LogGamma.perBeta(shape, q)
                - Math.log(meanSpend)
                - shape * Math.log1p(v / total)
                - q * Math.log1p(total / v);
    }

    @Override
    public List<Contrast<SpendModel>> contrasts() {
        return covariance.contrasts(
                new double[] {p, q, v}, at -> new GammaGammaModel(info, at[0], at[1], at[2], covariance));
    }

    private static double requireSpend(int frequency, double meanSpend) {
        if (frequency < 0) {
            throw new IllegalArgumentException("frequency must be at least 0, found " + frequency);
        }
        requirePositive("meanSpend", meanSpend);
        return meanSpend;
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and above 0, found " + value);
        }
    }
}
