package io.lendcrm.scoring.value.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.scoring.value.kpi.KpiCard;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LoyaltyIndexProperties {

    private static final double[] GREATEST = {6_000, 8, 1.3, 1, 6, 8};
    private final KpiCard index = LoyaltyIndex.standard();

    @Property
    void aBetterComponentNeverLowersTheIndex(@ForAll Random random, @ForAll @IntRange(max = 5) int component) {
        double[] client = new double[6];
        for (int i = 0; i < 6; i++) {
            client[i] = random.nextDouble() * GREATEST[i];
        }
        double[] better = client.clone();
        boolean complaints = component == LoyaltyComponent.COMPLAINTS.ordinal();
        better[component] =
                complaints ? client[component] * random.nextDouble() : client[component] * (1 + random.nextDouble());
        assertThat(index.score(better))
                .isGreaterThanOrEqualTo(index.score(client) - 1e-12)
                .isBetween(0.0, 100.0);
    }
}
