package io.lendcrm.examples.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Made-up numbers of the pictures that hold models against what happened. */
final class SamplePictures {

    private static final int WEEKS = 60;

    private SamplePictures() {}

    static Purchases purchases() {
        Random random = new Random(3);
        List<Purchases.Week> weeks = new ArrayList<>();
        long actual = 0;
        double expected = 0;
        for (int week = 0; week < WEEKS; week++) {
            long now = 400 - 2 * week + random.nextInt(80);
            double foretold = 440 - 2.1 * week;
            actual += now;
            expected += foretold;
            LocalDate until = SampleReport.AS_OF.minusWeeks(WEEKS - 1L - week);
            weeks.add(new Purchases.Week(until, now, foretold, actual, expected));
        }
        LocalDate first = SampleReport.AS_OF.minusDays(390);
        List<Purchases.Alive> curve = IntStream.range(0, 40)
                .mapToObj(i -> new Purchases.Alive(first.plusDays(10L * i), Math.exp(-0.02 * (i % 20))))
                .toList();
        Purchases.AliveCurve alive =
                new Purchases.AliveCurve("C-0004711", Text.of("Enterprise", "企业"), List.of(first.plusDays(200)), curve);
        double[] amounts = DoubleStream.generate(() -> 50 + 400 * random.nextDouble() * random.nextDouble())
                .limit(2_000)
                .toArray();
        Distribution observed = Distribution.of(amounts, 16);
        Text firms = Text.of("firms", "企业");
        return new Purchases(
                new Purchases.Tracking(weeks.get(39).until(), 1_200, 40, weeks),
                alive,
                List.of(new Purchases.RecencyMap(
                        firms,
                        20,
                        List.of(0, 1, 2),
                        List.of(0.0, 20.0),
                        List.of(Arrays.asList(1.0, null, null), Arrays.asList(null, 0.9, 0.95)),
                        List.of(Arrays.asList(0.5, null, null), Arrays.asList(null, 1.5, 3.0)))),
                List.of(new Purchases.SpendFit(
                        firms,
                        observed,
                        Collections.nCopies(
                                observed.bins().size(),
                                2_000.0 / observed.bins().size()))));
    }

    static Lending lending() {
        List<Lending.Step> steps = List.of(
                new Lending.Step("interest-income", Text.of("Interest", "利息收入"), 1_640_000),
                new Lending.Step("funding-cost", Text.of("Funding", "资金成本"), -620_000),
                new Lending.Step("expected-loss", Text.of("Expected loss", "预期损失"), -310_000),
                new Lending.Step("capital-charge", Text.of("Capital charge", "资本占用成本"), -240_000));
        List<Lending.RetentionPoint> points = IntStream.rangeClosed(0, 36)
                .mapToObj(month -> {
                    double share = Math.exp(-month / 30.0);
                    return new Lending.RetentionPoint(
                            month / 12.0,
                            share,
                            0.9 * share,
                            Math.min(1, 1.1 * share),
                            share,
                            month % 12 == 0 ? share : null);
                })
                .toList();
        return new Lending(
                new Lending.Waterfall(Text.of("Funding at 2 %", "资金成本 2%"), 611, 7, 24_000_000, steps, 470_000),
                List.of(new Lending.Retention(Text.of("Organisation", "企业与机构"), 420, 210, points)));
    }
}
