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
import io.lendcrm.scoring.value.contract.BdwModel;
import java.util.List;
import java.util.Map;

/**
 * The beta-geometric/beta-Bernoulli model of clients who can buy once in each period and no oftener, such as gifts once a
 * year or a fair once a quarter: at each opportunity a client still there buys with its own probability
 * {@code p ~ Beta(alpha, beta)}, and before each it leaves for good with its own probability {@code θ ~ Beta(gamma, delta)},
 * so that it stays as under {@link BdwModel#shiftedBetaGeometric}.
 *
 * <p>Times are counted in opportunities and whole: the age is how many there have been since the first purchase, the recency
 * which of them was the last used. A client is active at the end of its observation if it will be there at the next
 * opportunity (the literature's P(alive at n+1)); a horizon holds the opportunities whose periods end within it, each at
 * the end of its period. No history makes a result overflow. Immutable and thread-safe.
 *
 * <p>Source: Fader, Hardie and Shang, Customer-base analysis in a discrete-time noncontractual setting, Marketing Science
 * 29(6), 2010.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood} of the data as given, {@code aic}, {@code bic},
 *     {@code iterations}, {@code gradientNorm} and {@code hessianCondition} in the logarithms of the parameters
 * @param unit the time from one opportunity to the next
 * @param alpha first parameter of the probability to buy, above 0
 * @param beta second parameter of the probability to buy, above 0; its mean is {@code alpha / (alpha + beta)}
 * @param gamma first parameter of the probability to leave, above 0
 * @param delta second parameter of the probability to leave, above 0; its mean is {@code gamma / (gamma + delta)}
 * @param covariance the covariance of the logarithms of alpha, beta, gamma, delta
 */
public record BgBbModel(
        ModelInfo info,
        CalendarUnit unit,
        double alpha,
        double beta,
        double gamma,
        double delta,
        ParameterCovariance covariance)
        implements PurchaseModel {

    static final String TYPE = "bg-bb";
    static final List<String> PARAMETERS = List.of("alpha", "beta", "gamma", "delta");

    public BgBbModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        covariance.requireOf(PARAMETERS, alpha, beta, gamma, delta);
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param unit the time from one opportunity to the next
     * @param alpha first parameter of the probability to buy
     * @param beta second parameter of the probability to buy
     * @param gamma first parameter of the probability to leave
     * @param delta second parameter of the probability to leave
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static BgBbModel of(CalendarUnit unit, double alpha, double beta, double gamma, double delta) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new BgBbModel(info, unit, alpha, beta, gamma, delta, ParameterCovariance.none(PARAMETERS));
    }

    @Override
    public Map<String, Double> parameters() {
        return covariance.named(alpha, beta, gamma, delta);
    }

    @Override
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(alpha, beta, gamma, delta);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if its times are not whole opportunities, or it bought more than once at one
     */
    @Override
    public double logLikelihood(PurchaseSummary client) {
        return history(client).logLikelihood(alpha, beta, gamma, delta);
    }

    /** {@inheritDoc} That is the probability to be there at the next opportunity. */
    @Override
    public double logProbabilityAlive(PurchaseSummary client) {
        return logThere(history(client), 1);
    }

    /** {@inheritDoc} That is the probability to be there at the first opportunity after the horizon. */
    @Override
    public double logProbabilityAlive(PurchaseSummary client, Horizon ahead) {
        return logThere(history(client), 1 + opportunities(ahead));
    }

    @Override
    public double expectedPurchases(PurchaseSummary client, Horizon ahead) {
        return discountedPurchases(client, ahead, DiscountRate.perYear(0));
    }

    /** {@inheritDoc} Here it is the sum over the opportunities, {@code Σ P(buys at the i-th) / (1+d)^i}. */
    @Override
    public double discountedPurchases(PurchaseSummary client, Horizon ahead, DiscountRate rate) {
        BgBbHistory history = history(client);
        double periods = opportunities(ahead);
        double first = 1 / (1 + rate.effectivePer(unit)); // the first is a period ahead
        return buys(history) * first * stays().residualLifetime(history.n(), new Horizon(periods, unit), rate);
    }

    /** {@inheritDoc} Here it is the sum over all opportunities to come, in closed form. */
    @Override
    public double discountedPurchases(PurchaseSummary client, DiscountRate rate) {
        if (!(rate.effectivePerYear() > 0)) {
            throw new IllegalArgumentException(
                    "discount rate must be above 0 for a value without end, found " + rate.effectivePerYear());
        }
        BgBbHistory history = history(client);
        double first = 1 / (1 + rate.effectivePer(unit));
        return buys(history) * first * stays().residualLifetime(history.n(), rate);
    }

    @Override
    public double purchaseProbability(PurchaseSummary client, int purchases, Horizon ahead) {
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must be at least 0, found " + purchases);
        }
        BgBbHistory history = history(client);
        int periods = (int) Math.min(Integer.MAX_VALUE, opportunities(ahead));
        double there = Math.exp(history.logThere());
        double gone = purchases == 0 ? -Math.expm1(history.logThere()) : 0;
        if (purchases > periods) {
            return 0;
        }
        double a = alpha + history.x();
        double b = beta + (history.n() - history.x());
        double d = delta + history.n();
        // ln of the chance of so many purchases among the first i opportunities, and then of being there at the i-th
        double log = LogGamma.ratio(a, purchases) - LogGamma.ratio(a + b, purchases);
        double stay = LogGamma.betaRatio(gamma, d, purchases);
        double sum = 0;
        for (int i = purchases; i < periods; i++) {
            sum += Math.exp(log + stay) * (gamma / (gamma + d + i));
            log += Math.log((i + 1.0) / (i + 1.0 - purchases) * ((b + (i - purchases)) / (a + b + i)));
            stay += Math.log((d + i) / (gamma + d + i));
        }
        return there * (sum + Math.exp(log + stay)) + gone;
    }

    @Override
    public List<Contrast<PurchaseModel>> contrasts() {
        return covariance.contrasts(
                new double[] {alpha, beta, gamma, delta},
                p -> new BgBbModel(info, unit, p[0], p[1], p[2], p[3], covariance));
    }

    /** The chance that a client there at the last opportunity was, times that of buying at each further one. */
    private double buys(BgBbHistory history) {
        return Math.exp(history.logThere()) * ((alpha + history.x()) / (alpha + beta + history.n()));
    }

    private double logThere(BgBbHistory history, double later) {
        return history.logThere() + LogGamma.betaRatio(gamma, delta + history.n(), later);
    }

    private BdwModel stays() {
        return BdwModel.shiftedBetaGeometric(unit, gamma, delta);
    }

    private BgBbHistory history(PurchaseSummary client) {
        return BgBbHistory.of(client, alpha, beta, gamma, delta);
    }

    /** A hair more, as a year is not exactly 12 months once it is counted in days. */
    private double opportunities(Horizon ahead) {
        return Math.floor(ahead.in(unit) * (1 + 1e-12));
    }
}
