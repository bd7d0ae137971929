package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummary;
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
import java.util.SplittableRandom;

/**
 * The NBD model, in which nobody ever leaves: a client purchases at random at its own rate {@code λ ~ Gamma(r, alpha)}. It
 * is the yardstick that a model with leaving has to beat, and the limit of {@link BgNbdModel} where a goes to 0. After x
 * repeat purchases in a time T the rate is judged to be {@code (r + x) / (alpha + T)}.
 *
 * <p>The log-likelihood is that of the purchases' times, as for the other models of this package, so that they can be
 * compared. Immutable and thread-safe.
 *
 * <p>Source: Ehrenberg, The pattern of consumer purchases, Applied Statistics 8(1), 1959.
 *
 * @param info provenance, with the diagnostics that {@link BgNbdModel} has
 * @param unit the unit of a client's times
 * @param r shape of the purchase rates, above 0; large where clients are alike
 * @param alpha rate parameter of the purchase rates, in units of time, above 0; the mean rate is {@code r / alpha}
 * @param covariance the covariance of the logarithms of r, alpha
 */
public record NbdModel(ModelInfo info, CalendarUnit unit, double r, double alpha, ParameterCovariance covariance)
        implements PurchaseModel, PurchaseSimulator {

    static final String TYPE = "nbd";
    static final List<String> PARAMETERS = List.of("r", "alpha");

    public NbdModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        covariance.requireOf(PARAMETERS, r, alpha);
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param unit the unit of a client's times
     * @param r shape of the purchase rates
     * @param alpha rate parameter of the purchase rates
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static NbdModel of(CalendarUnit unit, double r, double alpha) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new NbdModel(info, unit, r, alpha, ParameterCovariance.none(PARAMETERS));
    }

    @Override
    public Map<String, Double> parameters() {
        return covariance.named(r, alpha);
    }

    @Override
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(r, alpha);
    }

    @Override
    public double logLikelihood(PurchaseSummary client) {
        int x = client.frequency();
        double rates = LogGamma.ratio(r, x) - r * Math.log1p(client.age() / alpha);
        return x == 0 ? rates : rates - x * Math.log(alpha + client.age());
    }

    /** {@return 0: nobody leaves} */
    @Override
    public double logProbabilityAlive(PurchaseSummary client) {
        requireNonNull(client, "client");
        return 0;
    }

    /** {@return 0: nobody leaves} */
    @Override
    public double logProbabilityAlive(PurchaseSummary client, Horizon ahead) {
        requireNonNull(client, "client");
        requireNonNull(ahead, "ahead");
        return 0;
    }

    /** {@inheritDoc} It grows in proportion to the horizon, and ends at the greatest double. */
    @Override
    public double expectedPurchases(PurchaseSummary client, Horizon ahead) {
        return Math.min(Double.MAX_VALUE, rate(client) * ahead.in(unit));
    }

    @Override
    public double purchaseProbability(PurchaseSummary client, int purchases, Horizon ahead) {
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must be at least 0, found " + purchases);
        }
        return NegativeBinomial.probability(r + client.frequency(), ahead.in(unit) / (alpha + client.age()), purchases);
    }

    /** {@inheritDoc} Here it is {@code (r + x) / (alpha + T) / δ}. */
    @Override
    public double discountedPurchases(PurchaseSummary client, DiscountRate rate) {
        return Math.min(Double.MAX_VALUE, rate(client) / Discounting.positiveForce(rate, unit));
    }

    @Override
    public List<Contrast<PurchaseModel>> contrasts() {
        return covariance.contrasts(new double[] {r, alpha}, p -> new NbdModel(info, unit, p[0], p[1], covariance));
    }

    @Override
    public PurchaseSummary simulate(double age, SplittableRandom random) {
        return new Chance(random).client(r, alpha, age);
    }

    private double rate(PurchaseSummary client) {
        return (r + client.frequency()) / (alpha + client.age());
    }
}
