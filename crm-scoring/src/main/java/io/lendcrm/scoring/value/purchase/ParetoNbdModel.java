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
import io.lendcrm.scoring.special.ExponentialIntegral;
import io.lendcrm.scoring.special.LogGamma;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The Pareto/NBD model: an active client purchases at random at its own rate {@code λ ~ Gamma(r, alpha)} and leaves for
 * good at random at its own rate {@code μ ~ Gamma(s, beta)}, at any time and unseen. Unlike under BG/NBD a client that
 * never came back may have left.
 *
 * <p>No history makes a result overflow or turn into {@code NaN}: the likelihood is the sum of two positive terms (see
 * {@link #logLikelihood}) in logarithms of ratios. Against 60-digit values the relative error is below 1e-12 on histories of
 * up to 20,000 purchases. A horizon of more than 1e280 of the model's units counts as so much. Immutable and thread-safe.
 *
 * <p>Source: Schmittlein, Morrison and Colombo, Counting Your Customers, Management Science 33(1), 1987; Fader and Hardie, A
 * Note on Deriving the Pareto/NBD Model and Related Expressions, 2005; discounted purchases as in Fader, Hardie and Lee, RFM
 * and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing Research 42(4), 2005.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood} of the data as given, {@code aic}, {@code bic},
 *     {@code iterations}, {@code gradientNorm} and {@code hessianCondition} in the logarithms of the parameters
 * @param unit the unit of a client's times
 * @param r shape of the purchase rates, above 0; large where clients are alike
 * @param alpha rate parameter of the purchase rates, in units of time, above 0; the mean rate is {@code r / alpha}
 * @param s shape of the rates to leave, above 0; large where clients are alike
 * @param beta rate parameter of the rates to leave, in units of time, above 0; their mean is {@code s / beta}
 * @param covariance the covariance of the logarithms of r, alpha, s, beta
 */
public record ParetoNbdModel(
        ModelInfo info,
        CalendarUnit unit,
        double r,
        double alpha,
        double s,
        double beta,
        ParameterCovariance covariance)
        implements PurchaseModel, PurchaseSimulator {

    static final String TYPE = "pareto-nbd";
    static final List<String> PARAMETERS = List.of("r", "alpha", "s", "beta");

    private static final double FOR_EVER = 1e280;

    public ParetoNbdModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        covariance.requireOf(PARAMETERS, r, alpha, s, beta);
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param unit the unit of a client's times
     * @param r shape of the purchase rates
     * @param alpha rate parameter of the purchase rates
     * @param s shape of the rates to leave
     * @param beta rate parameter of the rates to leave
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static ParetoNbdModel of(CalendarUnit unit, double r, double alpha, double s, double beta) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new ParetoNbdModel(info, unit, r, alpha, s, beta, ParameterCovariance.none(PARAMETERS));
    }

    @Override
    public Map<String, Double> parameters() {
        return covariance.named(r, alpha, s, beta);
    }

    @Override
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(r, alpha, s, beta);
    }

    /**
     * The log-likelihood of one client's history,
     *
     * <pre>ln Γ(r+x)/Γ(r) - r ln(1+T/α) - x ln(α+T) - s ln(1+T/β) + ln(1 - h(T) + h(t_x) R)
     * R = ((α+T)/(α+t_x))^(r+x) ((β+T)/(β+t_x))^s</pre>
     *
     * with {@code h(y)} the probability that a client active at y, with x purchases so far, leaves before it purchases
     * again: {@code s/(r+s+x) 2F1(1, r+x; r+s+x+1; (α-β)/(α+y))}.
     *
     * @param client the history
     * @return the logarithm of its density
     */
    @Override
    public double logLikelihood(PurchaseSummary client) {
        int x = client.frequency();
        double age = client.age();
        return LogGamma.ratio(r, x)
                - r * Math.log1p(age / alpha)
                - x * Math.log(alpha + age)
                - s * Math.log1p(age / beta)
                - logProbabilityAlive(client);
    }

    /** {@inheritDoc} It is {@code -ln(1 - h(T) + h(t_x) R)}, see {@link #logLikelihood}. */
    @Override
    public double logProbabilityAlive(PurchaseSummary client) {
        double recency = client.recency();
        double age = client.age();
        double silence = age - recency;
        if (silence == 0) {
            return 0;
        }
        double p = r + client.frequency();
        double leavesAtLast = Race.first(s, beta, p, alpha, recency);
        double leavesNow = Race.first(s, beta, p, alpha, age);
        double log = p * Math.log1p(silence / (alpha + recency)) + s * Math.log1p(silence / (beta + recency));
        double perAlive = log < 1
                ? Math.log1p(Math.max(0, leavesAtLast * Math.expm1(log) + (leavesAtLast - leavesNow)))
                : log + Math.log(leavesAtLast + (1 - leavesNow) * Math.exp(-log));
        return 0 - Math.max(0, perAlive);
    }

    /**
     * {@inheritDoc} An active client stays so with the probability {@code ((β+T)/(β+T+t))^s}.
     */
    @Override
    public double logProbabilityAlive(PurchaseSummary client, Horizon ahead) {
        return logProbabilityAlive(client) - s * lifetimes(client, ahead);
    }

    /**
     * {@inheritDoc} It is {@code P(alive) (r+x)/(α+T) (β+T)/(s-1) (1 - ((β+T)/(β+T+t))^(s-1))}, without a pole at s = 1.
     */
    @Override
    public double expectedPurchases(PurchaseSummary client, Horizon ahead) {
        double k = s - 1;
        double log = lifetimes(client, ahead);
        return rate(client) * (beta + client.age()) * (k == 0 ? log : -Math.expm1(-k * log) / k);
    }

    /**
     * {@inheritDoc} Given that a client is active its rates are gamma variables still, with {@code r+x}, {@code alpha+T},
     * {@code s} and {@code beta+T}; the probability to purchase n times and then leave is integrated over the moment of
     * leaving.
     */
    @Override
    public double purchaseProbability(PurchaseSummary client, int purchases, Horizon ahead) {
        if (purchases < 0) {
            throw new IllegalArgumentException("purchases must be at least 0, found " + purchases);
        }
        double alive = probabilityAlive(client);
        double ifAlive = ParetoPurchases.probability(
                r + client.frequency(), alpha + client.age(), s, beta + client.age(), purchases, time(ahead));
        return purchases == 0 ? (1 - alive) + alive * ifAlive : alive * ifAlive;
    }

    /**
     * {@inheritDoc} It is {@code P(alive) (r+x)/(α+T) (β+T)^s δ^(s-1) U(s, s, δ(β+T))} with Tricomi's function U.
     */
    @Override
    public double discountedPurchases(PurchaseSummary client, DiscountRate rate) {
        double force = Discounting.positiveForce(rate, unit);
        double scale = beta + client.age();
        double discounted = rate(client) * scale * ExponentialIntegral.scaled(s, force * scale);
        if (!Double.isFinite(discounted)) {
            throw new ArithmeticException("purchases for ever at a force of interest of " + force + " exceed a double");
        }
        return discounted;
    }

    @Override
    public List<Contrast<PurchaseModel>> contrasts() {
        return covariance.contrasts(
                new double[] {r, alpha, s, beta},
                p -> new ParetoNbdModel(info, unit, p[0], p[1], p[2], p[3], covariance));
    }

    @Override
    public PurchaseSummary simulate(double age, SplittableRandom random) {
        Chance chance = new Chance(random);
        double life = chance.wait(chance.gamma(s) / beta, 1);
        PurchaseSummary seen = chance.client(r, alpha, Math.min(life, age));
        return new PurchaseSummary(seen.frequency(), seen.recency(), age);
    }

    /** Purchases a unit of time expected of the client now. */
    private double rate(PurchaseSummary client) {
        return probabilityAlive(client) * ((r + client.frequency()) / (alpha + client.age()));
    }

    /** ln (1 + t/(β+T)). */
    private double lifetimes(PurchaseSummary client, Horizon ahead) {
        return Math.log1p(time(ahead) / (beta + client.age()));
    }

    private double time(Horizon ahead) {
        return Math.min(FOR_EVER, ahead.in(unit));
    }
}
