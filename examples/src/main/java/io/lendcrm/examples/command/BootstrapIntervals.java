package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.value.purchase.PurchaseBootstrap;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import io.lendcrm.scoring.value.spend.SpendModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Intervals of clients' values between two quantiles of what the models of a bootstrap say. Amounts aren't drawn anew: each
 * replicate has its own normal deviate, by which the expected amount moves as far as its model's parameters are uncertain.
 */
final class BootstrapIntervals {

    private final List<PurchaseModel> purchases;
    private final SpendModel spend;
    private final Horizon ahead;
    private final DiscountRate rate;
    private final double[] deviates;

    BootstrapIntervals(PurchaseBootstrap bootstrap, SpendModel spend, Horizon ahead, DiscountRate rate) {
        this.purchases = bootstrap.models();
        this.spend = spend;
        this.ahead = ahead;
        this.rate = rate;
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        this.deviates = DoubleStream.generate(random::nextGaussian)
                .limit(purchases.size())
                .toArray();
    }

    /** The interval of a client's value, all of the amounts taken for gain. */
    PurchaseBootstrap.Interval of(PurchaseSummary client, double meanSpend, double level) {
        int x = client.frequency();
        double amount = spend.expectedSpend(x, meanSpend);
        double variance = 0;
        for (Contrast<SpendModel> contrast : spend.contrasts()) {
            variance += contrast.variance(m -> m.expectedSpend(x, meanSpend));
        }
        double deviation = Math.sqrt(variance);
        return PurchaseBootstrap.percentiles(
                IntStream.range(0, deviates.length)
                        .mapToDouble(i -> amount(amount, deviation * deviates[i])
                                * purchases.get(i).discountedPurchases(client, ahead, rate)),
                level);
    }

    /** Where there are no losses the amount moves on the scale of its logarithm. */
    private double amount(double amount, double deviation) {
        return spend.allowsLosses() ? amount + deviation : amount * Math.exp(deviation / amount);
    }
}
