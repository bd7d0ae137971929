package io.lendcrm.scoring.value.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetentionProperties {

    private static final String[] GROUPS = {"north", "south", "free"};

    @Property(tries = 500)
    void anAllocationIsThatOfTryingAllSubsets(
            @ForAll Random random,
            @ForAll @IntRange(max = 11) int size,
            @ForAll @IntRange(min = 1, max = 6) int greatestUse) {
        List<AllocationOption> options = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double gain = random.nextInt(20) - 2 + (random.nextBoolean() ? 0.25 : 0);
            long use = 1 + random.nextInt(greatestUse);
            options.add(new AllocationOption(ClientId.of("C" + i), GROUPS[random.nextInt(3)], gain, use));
        }
        long capacity = random.nextInt(25);
        Map<String, Long> caps = Map.of("north", (long) random.nextInt(10), "south", (long) random.nextInt(10));
        Allocation found = Allocator.of(capacity).withGroupCaps(caps).allocate(options);
        assertThat(found.optimal()).isTrue();
        assertThat(found.gain()).isCloseTo(bruteForce(options, capacity, caps), within(1e-9));
        assertThat(found.used()).isLessThanOrEqualTo(capacity);
        assertThat(fits(found.chosen(), capacity, caps)).isTrue();
    }

    /** One unit each: the ranking itself is the best, and found in one way down, however many options. */
    @Property(tries = 20)
    void optionsOfOneUnitAreRankedAtOnce(@ForAll Random random) {
        List<AllocationOption> options = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            options.add(new AllocationOption(ClientId.of("C" + i), GROUPS[i % 3], random.nextDouble(), 1));
        }
        Allocator allocator = Allocator.of(5_000).withGroupCaps(Map.of("north", 1_000L));
        Allocation found = allocator.withMaxSteps(1).allocate(options);
        assertThat(found.optimal()).isTrue();
        assertThat(found.chosen()).hasSize(5_000);
    }

    @Property
    void gainGrowsWithProbabilityAndValueAndItsReasonsAddUp(
            @ForAll @DoubleRange(max = 0.9) double probability,
            @ForAll @DoubleRange(min = 50, max = 1e6) double value,
            @ForAll @DoubleRange(max = 1) double rescued,
            @ForAll @DoubleRange(max = 1) double takeUp) {
        RetentionOffer offer = new RetentionOffer("offer", rescued, takeUp, 50, 3);
        ClientId client = ClientId.of("C-1");
        RetentionAdvice advice = offer.advise(client, probability, value);
        assertThat(advice.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(advice.expectedGain(), within(1e-9));
        assertThat(offer.advise(client, probability + 0.1, value).expectedGain())
                .isGreaterThanOrEqualTo(advice.expectedGain() - 1e-9);
        assertThat(offer.advise(client, probability, value + 1).expectedGain())
                .isGreaterThanOrEqualTo(advice.expectedGain());
        offer.breakEven(value)
                .ifPresent(even -> assertThat(advice.isWorthwhile() ? probability - even : even - probability)
                        .isGreaterThan(-1e-9));
    }

    private static double bruteForce(List<AllocationOption> options, long capacity, Map<String, Long> caps) {
        double best = 0;
        for (int subset = 0; subset < 1 << options.size(); subset++) {
            List<AllocationOption> chosen = new ArrayList<>();
            for (int i = 0; i < options.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    chosen.add(options.get(i));
                }
            }
            if (fits(chosen, capacity, caps)) {
                best = Math.max(
                        best,
                        chosen.stream().mapToDouble(AllocationOption::gain).sum());
            }
        }
        return best;
    }

    private static boolean fits(List<AllocationOption> chosen, long capacity, Map<String, Long> caps) {
        long all = chosen.stream().mapToLong(AllocationOption::use).sum();
        return all <= capacity
                && caps.entrySet().stream()
                        .allMatch(cap -> chosen.stream()
                                        .filter(o -> o.group().equals(cap.getKey()))
                                        .mapToLong(AllocationOption::use)
                                        .sum()
                                <= cap.getValue());
    }
}
