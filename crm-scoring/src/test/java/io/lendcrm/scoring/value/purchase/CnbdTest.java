package io.lendcrm.scoring.value.purchase;

import static io.lendcrm.scoring.value.purchase.References.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CnbdTest {

    private static final Horizon AHEAD = Horizon.weeks(39);
    private static final List<PurchaseSummary> CLIENTS = List.of(
            new PurchaseSummary(0, 0, 38.86),
            new PurchaseSummary(1, 3, 20),
            new PurchaseSummary(2, 30.43, 38.86),
            new PurchaseSummary(7, 20, 39),
            new PurchaseSummary(60, 30, 39));

    @Test
    void isBgNbdAndMbgNbdWithoutRegularity() {
        compare(model(Dropout.AFTER_REPEAT_PURCHASES, 1), BgNbdModel.of(CalendarUnit.WEEK, 1.2, 3, 0.7, 1.9));
        compare(model(Dropout.AFTER_EVERY_PURCHASE, 1), MbgNbdModel.of(CalendarUnit.WEEK, 1.2, 3, 0.7, 1.9));
    }

    @Test
    void isItsIndividualLevelAveraged() {
        for (Dropout dropout : Dropout.values()) {
            for (int k : new int[] {2, 3}) {
                CnbdModel model = model(dropout, k);
                IndividualLevel individual = new IndividualLevel(1.2, 3, 0.7, 1.9, dropout.first(), k);
                for (PurchaseSummary client : CLIENTS.subList(0, 3)) {
                    double constant = Regularity.logOfUnknownIntervals(client.frequency(), client.recency(), k);
                    assertRelative(
                            Math.exp(model.logLikelihood(client) - constant), individual.likelihood(client), 1e-9);
                    assertRelative(model.probabilityAlive(client), individual.alive(client), 1e-9);
                }
            }
        }
    }

    /** The mean over all histories to a moment is what was expected at first (20,000 clients, within 4 errors). */
    @Test
    void whatIsExpectedOfANewClientIsTheMeanOverAllItMayBecome() {
        CnbdModel model = model(Dropout.AFTER_EVERY_PURCHASE, 3);
        PurchaseSummary[] clients = drawn(model, 20_000);

        assertMean(clients, model::probabilityAlive, model.probabilityAlive(NewClient.SUMMARY, Horizon.weeks(20)));
        assertMean(clients, PurchaseSummary::frequency, model.expectedPurchases(Horizon.weeks(20)));
        assertMean(
                clients,
                c -> c.frequency() + model.expectedPurchases(c, Horizon.weeks(30)),
                model.expectedPurchases(Horizon.weeks(50)));
        assertMean(clients, c -> c.frequency() == 2 ? 1 : 0, model.purchaseProbability(2, Horizon.weeks(20)));
    }

    /** f(x, t_x) = L t_x^(x-1) / Γ(x); over t_x within T it adds up to P(X(T) = x). */
    @Test
    void theLikelihoodOfTwoPurchasesAddsUpToTheirProbability() {
        CnbdModel model = model(Dropout.AFTER_REPEAT_PURCHASES, 2);
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double last = 20 * (i + 0.5) / steps;
            sum += Math.exp(model.logLikelihood(new PurchaseSummary(2, last, 20))) * last * 20 / steps;
        }

        assertThat(sum).isCloseTo(model.purchaseProbability(2, Horizon.weeks(20)), within(1e-8));
    }

    /** valuation.json, tool_fits, CLVTools_BTYD_BTYDplus: k = 1 is chosen, log-likelihood as BG/NBD's and MBG/NBD's. */
    @Test
    void findsNoRegularityInTheSample() {
        PurchaseSummaries book = Books.cdnowSample(CalendarUnit.WEEK);
        CnbdModel bg = CnbdFitter.of(Dropout.AFTER_REPEAT_PURCHASES).fit(book);
        CnbdModel mbg = CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE).fit(book);

        assertThat(bg.regularity()).isEqualTo(1);
        assertThat(References.diagnostic(bg, "logLikelihood")).isGreaterThan(-9582.4292067873 - 1e-5);
        assertThat(mbg.regularity()).isEqualTo(1);
        assertThat(References.diagnostic(mbg, "logLikelihood")).isGreaterThan(-9582.13571558839 - 1e-5);
        assertThat(References.diagnostic(mbg, "logLikelihood.k=2")).isLessThan(-9590);
    }

    @Test
    void findsTheRegularityOfABookByTheTimesBetweenPurchases() {
        CnbdModel truth = model(Dropout.AFTER_EVERY_PURCHASE, 3);
        PurchaseSummaries book = regularBook(3000);
        CnbdModel model = CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE).fit(book);

        assertThat(model.regularity()).isEqualTo(3);
        assertThat(References.diagnostic(model, "logLikelihood.k=2"))
                .isLessThan(References.diagnostic(model, "logLikelihood") - 100);
        model.standardErrors()
                .forEach((name, error) -> assertThat(Math.abs(model.parameters().getOrDefault(name, 0.0)
                                - truth.parameters().getOrDefault(name, 0.0)))
                        .as(name)
                        .isLessThan(3 * error));
        assertThat(CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE)
                        .refit(book, model, Run.sequential())
                        .r())
                .isCloseTo(model.r(), within(1e-7));
    }

    @Test
    void theLogLikelihoodIsThatOfTheBookAsGiven() {
        PurchaseSummaries book = book(drawn(model(Dropout.AFTER_EVERY_PURCHASE, 3), 500));
        CnbdModel model =
                CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE).withRegularity(3).fit(book);

        assertThat(model.logLikelihood(book, Run.sequential()))
                .isCloseTo(References.diagnostic(model, "logLikelihood"), within(1e-7));
        // the same optimum with the times between, another constant
        PurchaseSummaries known = regularBook(500);
        CnbdModel with =
                CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE).withRegularity(3).fit(known);
        double constant = 0;
        for (int row = 0; row < known.size(); row++) {
            constant += 2 * known.logIntervals(row)
                    - known.frequency(row) * Math.log(2)
                    - Regularity.logOfUnknownIntervals(known.frequency(row), known.recency(row), 3);
        }
        assertThat(References.diagnostic(with, "logLikelihood"))
                .isCloseTo(with.logLikelihood(known, Run.sequential()) + constant, within(1e-7));
    }

    @Test
    void noticesTheSilenceOfARegularClientSooner() {
        PurchaseSummary monthly = new PurchaseSummary(8, 32, 40);

        assertThat(CnbdModel.of(CalendarUnit.WEEK, Dropout.AFTER_EVERY_PURCHASE, 4, 4, 4, 0.7, 1.9)
                        .probabilityAlive(monthly))
                .isLessThan(MbgNbdModel.of(CalendarUnit.WEEK, 1, 4, 0.7, 1.9).probabilityAlive(monthly));
    }

    @Test
    void refusesWhatRegularPurchasesCannotBe() {
        PurchaseSummaries book = PurchaseSummaries.of(
                CalendarUnit.WEEK, new int[] {0, 2, 3}, new double[] {0, 0, 9}, new double[] {10, 10, 10});

        assertThatThrownBy(() -> CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE)
                        .withRegularity(2)
                        .fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("row 2: x=2 repeat purchases at the moment of the first");
        assertThat(CnbdFitter.of(Dropout.AFTER_EVERY_PURCHASE).fit(book).regularity())
                .isEqualTo(1);
        assertThatThrownBy(() -> model(Dropout.AFTER_EVERY_PURCHASE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regularity must be within [1, 20], found 0");
    }

    private static void compare(CnbdModel regular, PurchaseModel plain) {
        for (PurchaseSummary client : CLIENTS) {
            assertRelative(regular.logLikelihood(client), plain.logLikelihood(client), 1e-12);
            assertRelative(regular.probabilityAlive(client), plain.probabilityAlive(client), 1e-12);
            assertRelative(regular.expectedPurchases(client, AHEAD), plain.expectedPurchases(client, AHEAD), 1e-11);
            assertRelative(regular.probabilityAlive(client, AHEAD), plain.probabilityAlive(client, AHEAD), 1e-11);
            assertRelative(
                    regular.purchaseProbability(client, 3, AHEAD), plain.purchaseProbability(client, 3, AHEAD), 1e-11);
        }
    }

    private static void assertMean(PurchaseSummary[] clients, ToDoubleFunction<PurchaseSummary> of, double expected) {
        double[] values = Arrays.stream(clients).mapToDouble(of).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / values.length)));
    }

    private static CnbdModel model(Dropout dropout, int k) {
        return CnbdModel.of(CalendarUnit.WEEK, dropout, k, 1.2, 3, 0.7, 1.9);
    }

    private static PurchaseSummary[] drawn(PurchaseSimulator truth, int clients) {
        SplittableRandom random = new SplittableRandom(99);
        return IntStream.range(0, clients)
                .mapToObj(i -> truth.simulate(20, random))
                .toArray(PurchaseSummary[]::new);
    }

    /** Drawn here once more, apart from the library's own way, with the times between purchases. */
    private static PurchaseSummaries regularBook(int clients) {
        SplittableRandom random = new SplittableRandom(4);
        Chance chance = new Chance(random);
        int[] x = new int[clients];
        double[] last = new double[clients];
        double[] age = new double[clients];
        double[] logs = new double[clients];
        for (int i = 0; i < clients; i++) {
            age[i] = 20;
            double rate = chance.gamma(1.2) / 3;
            double u = chance.gamma(0.7);
            double leaves = u / (u + chance.gamma(1.9));
            while (random.nextDouble() >= leaves) {
                double wait = chance.gamma(3) / rate;
                if (last[i] + wait > 20) {
                    break;
                }
                x[i]++;
                last[i] += wait;
                logs[i] += Math.log(wait);
            }
        }
        return PurchaseSummaries.of(CalendarUnit.WEEK, x, last, age).withLogIntervals(logs);
    }

    private static PurchaseSummaries book(PurchaseSummary[] clients) {
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                Arrays.stream(clients).mapToInt(PurchaseSummary::frequency).toArray(),
                Arrays.stream(clients).mapToDouble(PurchaseSummary::recency).toArray(),
                Arrays.stream(clients).mapToDouble(PurchaseSummary::age).toArray());
    }
}
