package io.lendcrm.scoring.value.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final ClientId CLIENT = ClientId.of("C-1");

    @Test
    void anOfferIsWorthWhileWhereItSavesMoreThanItCosts() {
        RetentionOffer call = RetentionOffer.of("call", 0.25, 40);
        assertThat(call.advise(CLIENT, 0.4, 1_000).expectedGain()).isCloseTo(0.4 * 0.25 * 1_000 - 40, within(1e-12));
        assertThat(call.advise(CLIENT, 0.4, 1_000).isWorthwhile()).isTrue();
        assertThat(call.advise(CLIENT, 0.1, 1_000).isWorthwhile()).isFalse();
        assertThat(call.breakEven(1_000)).hasValue(0.16);
        assertThat(call.breakEven(100)).isEmpty();
        assertThat(call.advise(CLIENT, 1, -500).isWorthwhile()).isFalse();
    }

    /** 100 clients, 30 of whom leave: 6 are kept and take the incentive, so do 35 of those who stay anyhow. */
    @Test
    void thoseWhoWouldStayTakeTheIncentiveToo() {
        RetentionOffer discount = new RetentionOffer("discount", 0.2, 0.5, 50, 5);
        RetentionAdvice advice = discount.advise(CLIENT, 0.3, 2_000);
        assertThat(100 * advice.expectedGain()).isCloseTo(6 * 2_000 - (6 + 35) * 50 - 500, within(1e-9));
        assertThat(advice.action()).isEqualTo("discount");
        assertThat(advice.reasons())
                .extracting(r -> r.code().value())
                .containsExactly("retention.saved", "retention.incentive", "retention.contact");
        double even = discount.breakEven(2_000).orElseThrow();
        assertThat(discount.advise(CLIENT, even, 2_000).expectedGain()).isCloseTo(0, within(1e-9));
    }

    @Test
    void everyReasonHasATextInBothLanguages() {
        for (Reason reason : new RetentionOffer("d", 0.2, 0.5, 50, 5)
                .advise(CLIENT, 0.3, 2_000)
                .reasons()) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                assertThat(ReasonCatalogue.standard().text(reason, language))
                        .doesNotContain("{")
                        .isNotEqualTo(reason.code().value());
            }
        }
    }

    @Test
    void capacityGoesWhereAUnitOfItGainsMost() {
        List<AllocationOption> options = List.of(
                option("A", "north", 90, 3),
                option("B", "north", 50, 1),
                option("C", "south", 70, 2),
                option("D", "south", 10, 1),
                option("E", "south", -5, 1));
        Allocation free = Allocator.of(4).allocate(options);
        assertThat(free.chosen()).extracting(o -> o.client().value()).containsExactly("B", "A");
        assertThat(free.gain()).isEqualTo(140);
        assertThat(free.optimal()).isTrue();
        Allocation capped = Allocator.of(4).withGroupCaps(Map.of("north", 1L)).allocate(options);
        assertThat(capped.chosen()).extracting(o -> o.client().value()).containsExactly("B", "C", "D");
        assertThat(Allocator.of(100).allocate(options).used()).isEqualTo(7);
        assertThat(Allocator.of(0).allocate(options).chosen()).isEmpty();
        assertThat(Allocator.of(5).allocate(List.of()).optimal()).isTrue();
    }

    @Test
    void aSearchCutShortSaysWhatCouldStillBeMissing() {
        List<AllocationOption> hard = new java.util.ArrayList<>();
        java.util.Random random = new java.util.Random(4);
        for (int i = 0; i < 60; i++) {
            long use = 1_000 + random.nextInt(1_000);
            hard.add(option("C" + i, "", use + 100 + random.nextInt(3), use));
        }
        Allocation cut = Allocator.of(30_000).withMaxSteps(1).allocate(hard);
        assertThat(cut.optimal()).isFalse();
        assertThat(cut.bound()).isGreaterThan(cut.gain());
        Allocation further = Allocator.of(30_000).withMaxSteps(1_000_000).allocate(hard);
        assertThat(further.gain()).isBetween(cut.gain(), cut.bound());
    }

    @Test
    void badInputIsRefusedByName() {
        refused(() -> RetentionOffer.of("o", 1.1, 1), "rescued must be within [0, 1], found 1.1");
        refused(() -> RetentionOffer.of("o", 0.1, -1), "contactCost must be finite and at least 0, found -1.0");
        refused(
                () -> RetentionOffer.of("o", 0.1, 1).advise(CLIENT, Double.NaN, 1),
                "churnProbability must be within [0, 1], found NaN");
        refused(
                () -> RetentionOffer.of("o", 0.1, 1).advise(CLIENT, 0.5, Double.POSITIVE_INFINITY),
                "valueAtStake must be finite, found Infinity");
        refused(() -> option("A", "", 1, 0), "use must be at least 1, found 0");
        refused(() -> Allocator.of(-1), "capacity must be at least 0, found -1");
        refused(
                () -> Allocator.of(1).withGroupCaps(Map.of("north", -1L)),
                "cap of group north must be at least 0, found -1");
    }

    private static AllocationOption option(String client, String group, double gain, long use) {
        return new AllocationOption(ClientId.of(client), group, gain, use);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
