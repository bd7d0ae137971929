package io.lendcrm.scoring.risk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What rounding changes is counted pair by pair, and no client's score or probability is off by more than is told. */
class RoundingProperties {

    @Property(tries = 200)
    void the_change_of_order_is_that_of_all_pairs(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(60);
        double step = random.nextBoolean() ? 1 : 0.25;
        double[] before = new double[n];
        double[] after = new double[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            before[i] = Math.rint(random.nextGaussian() * 8) * step;
            after[i] = random.nextInt(3) == 0 ? before[i] : Math.rint(before[i] + random.nextGaussian());
            bad[i] = i > 0 && (i == 1 || random.nextInt(3) == 0);
        }
        double taken = 0;
        double given = 0;
        double pairs = 0;
        for (int g = 0; g < n; g++) {
            for (int b = 0; b < n; b++) {
                if (!bad[g] && bad[b]) {
                    double change = (Math.signum(after[g] - after[b]) - Math.signum(before[g] - before[b])) / 2;
                    taken += Math.max(0, -change);
                    given += Math.max(0, change);
                    pairs++;
                }
            }
        }

        OrderChange found = OrderChange.between(before, after, bad);
        assertThat(found.taken()).isEqualTo(taken / pairs);
        assertThat(found.given()).isEqualTo(given / pairs);
        double areas = ScoredOutcomes.ofGoodness(after, bad).area()
                - ScoredOutcomes.ofGoodness(before, bad).area();
        assertThat(found.given() - found.taken()).isCloseTo(areas, within(1e-12));
        assertThat(Math.abs(areas)).isLessThanOrEqualTo(Math.max(found.taken(), found.given()) + 1e-12);
    }

    @Property(tries = 100)
    void no_client_is_off_by_more_than_is_told(@ForAll long seed) {
        Random random = new Random(seed);
        PointsScale scale = new PointsScale(600, Math.exp(random.nextGaussian() * 3), 20);
        Scorecard exact = Cards.random(random, false, false).withScale(scale);
        List<Characteristic> lines = new ArrayList<>();
        for (Characteristic line : exact.characteristics()) {
            double[] points = line.points();
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = Math.rint(points[bin]);
            }
            lines.add(Characteristic.of(line.bins(), points));
        }
        Scorecard rounded = Scorecard.of(Math.rint(exact.base()), lines).withScale(scale);
        RoundingLoss loss = RoundingLoss.between(exact, rounded);
        double probability = loss.probability(exact);
        double points = 0;
        for (int i = 0; i < 300; i++) {
            double[] row = Cards.row(exact, random);
            double from = exact.score(row);
            double to = rounded.score(row);
            if (!Double.isNaN(from)) {
                points = Math.max(points, Math.abs(to - from));
                assertThat(to - from).isBetween(-loss.down() - 1e-9, loss.up() + 1e-9);
                assertThat(Math.abs(rounded.probability(to) - exact.probability(from)))
                        .isLessThanOrEqualTo(probability + 1e-12);
            }
        }
        assertThat(points).isLessThanOrEqualTo(loss.points() + 1e-9);
        assertThat(loss.points()).isLessThanOrEqualTo(0.5 * (1 + lines.size()));
        assertThat(probability).isLessThanOrEqualTo(Math.tanh(loss.points() / scale.factor() / 4) + 1e-12);
    }
}
