package io.lendcrm.scoring.value.clv;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.value.purchase.PurchaseBootstrap;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import io.lendcrm.scoring.value.spend.SpendModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The lifetime value of a client within a horizon: {@code margin × expected spend × discounted expected purchases}, in
 * the currency and unit of the spend model.
 *
 * <p>The interval tells how well the value is known, as the parameters were estimated (delta method on the logarithm of
 * the value, so that it stays above 0); it doesn't tell how far a single client will scatter about its expected value,
 * which is farther. An upper end beyond the greatest double, as where the mean spend is hardly known, is given as that.
 * Where the spend model allows losses, the value may be 0 or below and the interval is symmetric on the scale of money.
 * With {@link #withBootstrap} it comes from books drawn from the purchase model and fitted anew instead; the amount is
 * drawn as normal then, on the same scale.
 *
 * <p>The reasons start from the value of a new client, one that makes its first purchase now. Three ratios lead from
 * there to this client's value: that it is active, how often it will then come back, and how much it brings. Each
 * contributes in proportion to its logarithm (the logarithmic mean Divisia index; Ang, Energy Policy 32, 2004), which
 * adds up exactly and favours no order. Where losses are possible amounts have no logarithm: there the change of the
 * amount counts at the mean of both numbers of purchases, the change of the number at the mean of both amounts, and the
 * latter is divided between the first two ratios by their logarithms; that adds up exactly too. Immutable and
 * thread-safe.
 */
public final class ClvModel {

    private final PurchaseModel purchases;
    private final SpendModel spend;
    private final Horizon ahead;
    private final DiscountRate rate;
    private final double margin;
    private final double level;
    private final double quantile;
    private final List<Contrast<PurchaseModel>> purchaseContrasts;
    private final List<Contrast<SpendModel>> spendContrasts;
    private final @Nullable PurchaseBootstrap bootstrap;
    private final double newClientPurchases;
    private final double newClientSpend;

    private ClvModel(
            PurchaseModel purchases,
            SpendModel spend,
            Horizon ahead,
            DiscountRate rate,
            double margin,
            double level,
            @Nullable PurchaseBootstrap bootstrap) {
        this.purchases = requireNonNull(purchases, "purchases");
        this.spend = requireNonNull(spend, "spend");
        this.ahead = requireNonNull(ahead, "ahead");
        this.rate = requireNonNull(rate, "rate");
        this.margin = margin;
        this.level = level;
        this.bootstrap = bootstrap;
        if (!(ahead.length() > 0)) {
            throw new IllegalArgumentException("horizon must be above 0, found " + ahead.length());
        }
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be within (0, 1], found " + margin);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        this.quantile = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        this.purchaseContrasts = purchases.contrasts();
        this.spendContrasts = spend.contrasts();
        this.newClientPurchases = purchases.discountedPurchases(ahead, rate);
        this.newClientSpend = spend.expectedSpend(0, 0);
        if (newClientSpend == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "the spend model's mean over all clients must be finite, found infinite");
        }
    }

    /**
     * A value of all that is expected within a horizon, the whole spend taken for gain, with an interval of 95 %.
     *
     * @param purchases whether and how often a client comes back
     * @param spend how much it brings each time
     * @param ahead the horizon, above 0
     * @param rate the rate at which later amounts count less
     * @return the model
     * @throws IllegalArgumentException if the horizon is 0 or the spend model's mean over all clients infinite
     */
    public static ClvModel of(PurchaseModel purchases, SpendModel spend, Horizon ahead, DiscountRate rate) {
        return new ClvModel(purchases, spend, ahead, rate, 1, 0.95, null);
    }

    /**
     * With a margin.
     *
     * @param fraction how much of the spend is gain, within (0, 1]
     * @return the changed model
     */
    public ClvModel withMargin(double fraction) {
        return new ClvModel(purchases, spend, ahead, rate, fraction, level, bootstrap);
    }

    /**
     * With intervals of another level.
     *
     * @param probability with which an interval is to cover the expected value, within (0, 1)
     * @return the changed model
     */
    public ClvModel withLevel(double probability) {
        return new ClvModel(purchases, spend, ahead, rate, margin, probability, bootstrap);
    }

    /**
     * With intervals by the percentiles of a bootstrap, widened where need be to hold the value itself. Each replicate
     * values the client once, so that a value takes as many times longer as there are replicates.
     *
     * @param replicates the bootstrap of the purchase model
     * @return the changed model
     * @throws IllegalArgumentException if the bootstrap is of models of another unit
     */
    public ClvModel withBootstrap(PurchaseBootstrap replicates) {
        if (replicates.models().get(0).unit() != purchases.unit()) {
            throw new IllegalArgumentException("the bootstrap must be in the purchase model's unit " + purchases.unit()
                    + ", found " + replicates.models().get(0).unit());
        }
        return new ClvModel(purchases, spend, ahead, rate, margin, level, replicates);
    }

    /** {@return the value of a client that makes its first purchase now, that purchase not counted} */
    public double valueOfNewClient() {
        return margin * newClientSpend * newClientPurchases;
    }

    /**
     * The value of a client.
     *
     * @param client its history, times in the purchase model's unit
     * @param meanSpend the mean amount of its repeat purchases; not read where there were none
     * @return the value with interval and reasons
     * @throws IllegalArgumentException if the spend model can't read the mean amount
     */
    public Estimate value(PurchaseSummary client, double meanSpend) {
        int x = client.frequency();
        double amount = margin * spend.expectedSpend(x, meanSpend);
        double number = purchases.discountedPurchases(client, ahead, rate);
        double value = amount * number;
        double alive = purchases.probabilityAlive(client);
        List<Reason> reasons = reasons(value, alive, number, amount / margin);
        if (number == 0) {
            return new Estimate(0, 0, 0, level, valueOfNewClient(), reasons);
        }
        PurchaseBootstrap.Interval interval = bootstrap == null
                ? byDelta(client, meanSpend, number, amount)
                : byBootstrap(bootstrap, client, meanSpend, amount);
        return new Estimate(
                value,
                Math.min(value, interval.lower()),
                Math.min(Math.max(value, interval.upper()), Double.MAX_VALUE),
                level,
                valueOfNewClient(),
                reasons);
    }

    private PurchaseBootstrap.Interval byDelta(PurchaseSummary client, double meanSpend, double number, double amount) {
        double ofNumber = 0; // relative to the number, whose square may be no double
        for (Contrast<PurchaseModel> contrast : purchaseContrasts) {
            ofNumber += contrast.variance(m -> m.discountedPurchases(client, ahead, rate) / number);
        }
        double ofAmount = varianceOfAmount(client, meanSpend);
        double value = amount * number;
        if (spend.allowsLosses()) {
            double reach = quantile * number * Math.sqrt(amount * amount * ofNumber + ofAmount);
            return new PurchaseBootstrap.Interval(value - reach, value + reach, level);
        }
        double factor = Math.exp(quantile * Math.sqrt(ofNumber + ofAmount / (amount * amount)));
        return new PurchaseBootstrap.Interval(value / factor, value * factor, level);
    }

    private PurchaseBootstrap.Interval byBootstrap(
            PurchaseBootstrap replicates, PurchaseSummary client, double meanSpend, double amount) {
        double error = Math.sqrt(varianceOfAmount(client, meanSpend));
        SplittableRandom random = new SplittableRandom(replicates.seed()); // the same draws for every client
        return PurchaseBootstrap.percentiles(
                replicates.models().stream().mapToDouble(m -> {
                    double off = error * random.nextGaussian();
                    double drawn = spend.allowsLosses() ? amount + off : amount * Math.exp(off / amount);
                    return drawn * m.discountedPurchases(client, ahead, rate);
                }),
                level);
    }

    private double varianceOfAmount(PurchaseSummary client, double meanSpend) {
        double variance = 0;
        for (Contrast<SpendModel> contrast : spendContrasts) {
            variance += contrast.variance(m -> margin * m.expectedSpend(client.frequency(), meanSpend));
        }
        return variance;
    }

    private List<Reason> reasons(double value, double alive, double number, double amount) {
        double base = valueOfNewClient();
        double ifActive = alive > 0 ? number / alive : 0;
        double[] parts = spend.allowsLosses()
                ? contributions(value, base, alive, number, amount)
                : contributions(
                        value, base, new double[] {alive, ifActive / newClientPurchases, amount / newClientSpend});
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("clv.probability-alive", parts[0], Map.of("probability", text(alive))));
        reasons.add(Reason.of(
                "clv.purchases-if-active",
                parts[1],
                Map.of("purchases", text(ifActive), "newClient", text(newClientPurchases))));
        reasons.add(Reason.of(
                "clv.mean-spend", parts[2], Map.of("spend", text(amount), "newClient", text(newClientSpend))));
        reasons.sort(Comparator.comparingDouble(r -> -Math.abs(r.contribution())));
        return reasons;
    }

    /** Divides value - base among the ratios whose product is value / base, in proportion to their logarithms. */
    private static double[] contributions(double value, double base, double[] ratios) {
        double[] parts = new double[ratios.length];
        if (value == 0 || base == 0) {
            parts[0] = value - base; // that it has left says all; the other ratios say nothing then
            return parts;
        }
        double sum = 0;
        double mean = logarithmicMean(value, base);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = mean * Math.log(ratios[i]);
            sum += parts[i];
        }
        parts[0] += value - base - sum; // rounding
        return parts;
    }

    /** The same for amounts of either sign. */
    private double[] contributions(double value, double base, double alive, double number, double amount) {
        if (number == 0) {
            return new double[] {value - base, 0, 0};
        }
        double[] ratios = {alive, number / alive / newClientPurchases};
        double[] ofNumber = contributions(number, newClientPurchases, ratios);
        double meanAmount = margin * (amount + newClientSpend) / 2;
        double ofAlive = meanAmount * ofNumber[0];
        double ofIfActive = meanAmount * ofNumber[1];
        return new double[] {ofAlive, ofIfActive, value - base - ofAlive - ofIfActive};
    }

    /** (v - w) / ln(v / w), and v where they are equal. */
    private static double logarithmicMean(double v, double w) {
        double d = (v - w) / w;
        return Math.abs(d) < 1e-8 ? w * (1 + d / 2) : (v - w) / Math.log1p(d);
    }

    private static String text(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
