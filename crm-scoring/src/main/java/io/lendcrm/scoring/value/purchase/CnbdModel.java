package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The BG/CNBD-k and MBG/CNBD-k models of clients that purchase with some regularity: of the events that come at random at
 * a client's rate {@code λ ~ Gamma(r, alpha)} every k-th one is a purchase, so that the times between its purchases are
 * Erlang-k and vary the less about their mean {@code k / λ} the larger k is. After a purchase the client leaves with its
 * probability {@code p ~ Beta(a, b)}, as its {@link #dropout} says. For k = 1 these are {@link BgNbdModel} and
 * {@link MbgNbdModel}. A regular client that is silent is noticed sooner.
 *
 * <p>A history tells x, t_x and T; the log-likelihood is that of these, the times between averaged out, divided by what a
 * random order of x purchases in t_x has ({@code Γ(x) / t_x^(x-1)}), so that it can be compared among all k and with the
 * other models here. It is minus infinity where k is above 1 and repeat purchases fall on the moment of the first.
 *
 * <p>Expected purchases and the probability to stay are sums over the number of events ahead, exact to about 1e-12; where
 * more than a million events are expected ahead, purchases are taken to come at random with the same mean, which changes
 * less than one purchase of a client that stays. Immutable and thread-safe.
 *
 * <p>Sources: Chatfield and Goodhardt, A consumer purchasing model with Erlang inter-purchase times, JASA 68, 1973;
 * Reutterer, Platzer and Schröder, Leveraging purchase regularity for predicting customer behavior the easy way,
 * International Journal of Research in Marketing 38(1), 2021.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood} of the data as given, {@code aic}, {@code bic},
 *     {@code iterations}, {@code gradientNorm} and {@code hessianCondition} in the logarithms of the parameters
 * @param unit the unit of a client's times
 * @param dropout after which purchases a client may leave
 * @param regularity k, of how many events each is a purchase, from 1 to 20
 * @param r shape of the rates of events, above 0; large where clients are alike
 * @param alpha rate parameter of the rates of events, in units of time, above 0; their mean is {@code r / alpha}
 * @param a first parameter of the probability to leave, above 0
 * @param b second parameter of the probability to leave, above 0; its mean is {@code a / (a + b)}
 * @param covariance the covariance of the logarithms of r, alpha, a, b
 */
public record CnbdModel(
        ModelInfo info,
        CalendarUnit unit,
        Dropout dropout,
        int regularity,
        double r,
        double alpha,
        double a,
        double b,
        ParameterCovariance covariance)
        implements PurchaseModel, PurchaseSimulator {

    static final String TYPE = "cnbd";
    static final int MOST_REGULAR = 20;
    static final List<String> PARAMETERS = BetaGeometricFit.PARAMETERS;

    public CnbdModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        requireNonNull(dropout, "dropout");
        requireRegularity(regularity);
        covariance.requireOf(PARAMETERS, r, alpha, a, b);
    }

    /**
     * A model with parameters set by an expert or taken from a publication.
     *
     * @param unit the unit of a client's times
     * @param dropout after which purchases a client may leave
     * @param regularity k, of how many events each is a purchase
     * @param r shape of the rates of events
     * @param alpha rate parameter of the rates of events
     * @param a first parameter of the probability to leave
     * @param b second parameter of the probability to leave
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if the regularity is not within [1, 20], or a parameter is not finite and above 0
     */
    public static CnbdModel of(
            CalendarUnit unit, Dropout dropout, int regularity, double r, double alpha, double a, double b) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new CnbdModel(info, unit, dropout, regularity, r, alpha, a, b, ParameterCovariance.none(PARAMETERS));
    }

    @Override
    public Map<String, Double> parameters() {
        return covariance.named(r, alpha, a, b);
    }

    @Override
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(r, alpha, a, b);
    }

    @Override
    public double logLikelihood(PurchaseSummary client) {
        return law().logLikelihood(client);
    }

    @Override
    public double logProbabilityAlive(PurchaseSummary client) {
        return law().logAlive(client);
    }

    @Override
    public double logProbabilityAlive(PurchaseSummary client, Horizon ahead) {
        return law().logAlive(client, ahead.in(unit));
    }

    @Override
    public double expectedPurchases(PurchaseSummary client, Horizon ahead) {
        return law().expectedPurchases(client, ahead.in(unit));
    }

    @Override
    public double purchaseProbability(PurchaseSummary client, int purchases, Horizon ahead) {
        return law().purchaseProbability(client, purchases, ahead.in(unit));
    }

    @Override
    public List<Contrast<PurchaseModel>> contrasts() {
        return covariance.contrasts(
                new double[] {r, alpha, a, b},
                p -> new CnbdModel(info, unit, dropout, regularity, p[0], p[1], p[2], p[3], covariance));
    }

    @Override
    public PurchaseSummary simulate(double age, SplittableRandom random) {
        return new Chance(random).client(r, alpha, a, b, dropout.first(), regularity, age);
    }

    static void requireRegularity(int regularity) {
        if (regularity < 1 || regularity > MOST_REGULAR) {
            throw new IllegalArgumentException(
                    "regularity must be within [1, " + MOST_REGULAR + "], found " + regularity);
        }
    }

    private RegularGeometric law() {
        return new RegularGeometric(r, alpha, a, b, dropout.first(), regularity);
    }
}
