package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Derivatives;
import io.lendcrm.scoring.likelihood.DistinctRows;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BgBbProperties {

    private static final DiscountRate RATE = DiscountRate.perYear(0.07);

    @Property(tries = 200)
    void theProbabilitiesOfAllHistoriesAddUpToOne(
            @ForAll("models") BgBbModel model, @ForAll @IntRange(min = 1, max = 12) int n) {
        double sum = Math.exp(model.logLikelihood(new PurchaseSummary(0, 0, n)));
        for (int last = 1; last <= n; last++) {
            double ways = 1; // to place x - 1 purchases before the last
            for (int x = 1; x <= last; x++) {
                sum += ways * Math.exp(model.logLikelihood(new PurchaseSummary(x, last, n)));
                ways *= (last - x) / (double) x;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 200)
    void theNumbersOfPurchasesHaveTheExpectedMean(
            @ForAll("models") BgBbModel model,
            @ForAll("clients") PurchaseSummary client,
            @ForAll @IntRange(max = 40) int ahead) {
        double total = 0;
        double mean = 0;
        for (int k = 0; k <= ahead; k++) {
            double probability = model.purchaseProbability(client, k, Horizon.years(ahead));
            assertThat(probability).isBetween(0.0, 1 + 1e-12);
            total += probability;
            mean += k * probability;
        }
        assertThat(total).isCloseTo(1, within(1e-11));
        assertThat(mean).isCloseTo(model.expectedPurchases(client, Horizon.years(ahead)), within(1e-11 * (1 + ahead)));
        assertThat(model.purchaseProbability(client, ahead + 1, Horizon.years(ahead)))
                .isZero();
    }

    @Property
    void aHistoryIsJudgedByBayesRule(@ForAll("models") BgBbModel model, @ForAll("clients") PurchaseSummary client) {
        // the chance to buy at the next opportunity is the ratio of the likelihoods of the histories with it and
        // without
        double n = client.age();
        PurchaseSummary bought = new PurchaseSummary(client.frequency() + 1, n + 1, n + 1);
        double ratio = Math.exp(model.logLikelihood(bought) - model.logLikelihood(client));
        double expected = model.expectedPurchases(client, Horizon.years(1));

        assertThat(expected).isCloseTo(ratio, within(1e-11));
        assertThat(model.purchaseProbability(client, 1, Horizon.years(1))).isCloseTo(ratio, within(1e-11));
    }

    @Property
    void discountingLessensAndTheFutureAddsUp(
            @ForAll("models") BgBbModel model,
            @ForAll("clients") PurchaseSummary client,
            @ForAll @IntRange(max = 300) int ahead) {
        double discounted = model.discountedPurchases(client, Horizon.years(ahead), RATE);
        double sum = 0;
        double before = 0;
        for (int i = 1; i <= Math.min(ahead, 60); i++) {
            double now = model.expectedPurchases(client, Horizon.years(i));
            sum += (now - before) * Math.pow(1.07, -i);
            before = now;
        }
        if (ahead <= 60) {
            assertThat(discounted).isCloseTo(sum, within(1e-10 * (1 + sum)));
        }
        assertThat(discounted).isLessThanOrEqualTo(model.expectedPurchases(client, Horizon.years(ahead)) * (1 + 1e-12));
        assertThat(discounted).isLessThanOrEqualTo(model.discountedPurchases(client, RATE) * (1 + 1e-11));
        assertThat(model.probabilityAlive(client, Horizon.years(ahead))).isBetween(0.0, model.probabilityAlive(client));
    }

    @Property(tries = 200)
    void theLikelihoodIsTheSumOverTheClientsAndItsDerivativesThoseOfDifferences(
            @ForAll("models") BgBbModel model,
            @ForAll("clients") PurchaseSummary first,
            @ForAll("clients") PurchaseSummary second,
            @ForAll @DoubleRange(min = 0.5, max = 20) double weight) {
        DistinctRows rows = DistinctRows.of(
                new int[] {first.frequency(), second.frequency()},
                new double[] {first.age(), second.age()},
                new double[] {first.recency(), second.recency()},
                new double[] {weight, 1});
        BgBbLikelihood likelihood = new BgBbLikelihood(rows, Run.sequential());
        double[] logs = {
            Math.log(model.alpha()), Math.log(model.beta()), Math.log(model.gamma()), Math.log(model.delta())
        };
        double sum = weight * model.logLikelihood(first) + model.logLikelihood(second);

        assertThat(likelihood.at(logs, new double[4], new double[4][4]))
                .isCloseTo(sum, within(1e-11 * (1 + Math.abs(sum))));
        Derivatives.check(likelihood, logs);
    }

    @Provide
    Arbitrary<PurchaseSummary> clients() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40))
                .as((n, last, x) -> {
                    int purchases = Math.min(x, Math.min(last, n));
                    return new PurchaseSummary(purchases, purchases == 0 ? 0 : Math.min(last, n), n);
                });
    }

    @Provide
    Arbitrary<BgBbModel> models() {
        Arbitrary<Double> parameter =
                Arbitraries.doubles().between(-1.3, 1.7).ofScale(9).map(power -> Math.pow(10, power));
        return Combinators.combine(parameter, parameter, parameter, parameter)
                .as((a, b, c, d) -> BgBbModel.of(CalendarUnit.YEAR, a, b, c, d));
    }
}
