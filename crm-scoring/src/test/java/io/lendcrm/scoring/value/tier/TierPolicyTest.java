package io.lendcrm.scoring.value.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.tier.ValueTier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TierPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final TierPolicy POLICY =
            TierPolicy.of(30, 60, 80).withMargin(5).withDwell(30);

    @Test
    void aClientMovesWhenItPassesACutByTheMarginForTheDwell() {
        TierState state = POLICY.first(DAY, 62);
        assertThat(state.tier()).isEqualTo(ValueTier.HIGH);
        state = step(state, 10, 57, ValueTier.HIGH, "tier.within-margin");
        state = step(state, 20, 54, ValueTier.HIGH, "tier.waiting");
        assertThat(state.next()).isEqualTo(ValueTier.MEDIUM);
        state = step(state, 49, 20, ValueTier.HIGH, "tier.waiting");
        state = step(state, 50, 20, ValueTier.MEDIUM, "tier.moved");
        assertThat(state.since()).isEqualTo(DAY.plusDays(50));
        assertThat(state.moved()).isTrue();
        assertThat(ReasonCatalogue.standard().text(state.reason(), Locale.ENGLISH))
                .isEqualTo("from HIGH to MEDIUM at 20: past the cut 60 by 5 or more for 30 days");
        state = step(state, 60, 90, ValueTier.MEDIUM, "tier.waiting");
        state = step(state, 70, 61, ValueTier.MEDIUM, "tier.within-margin");
        assertThat(state.next()).isNull();
        step(state, 71, 45, ValueTier.MEDIUM, "tier.stayed");
    }

    private static TierState step(TierState before, int day, double score, ValueTier tier, String code) {
        TierState after = POLICY.next(before, DAY.plusDays(day), score);
        assertThat(after.tier()).isEqualTo(tier);
        assertThat(after.reason().code().value()).isEqualTo(code);
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            assertThat(ReasonCatalogue.standard().text(after.reason(), language))
                    .doesNotContain("{");
        }
        return after;
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> TierPolicy.of(30, 30, 80))
                .hasMessage("cuts must be finite and rise, found 30.0, 30.0 and 80.0");
        assertThatThrownBy(() -> POLICY.withMargin(-1)).hasMessage("margin must be finite and at least 0, found -1.0");
        assertThatThrownBy(() -> POLICY.withDwell(-1)).hasMessage("dwellDays must be at least 0, found -1");
        assertThatThrownBy(() -> POLICY.first(DAY, Double.NaN)).hasMessage("score must be finite, found NaN");
        TierState state = POLICY.first(DAY, 50);
        assertThatThrownBy(() -> POLICY.next(state, DAY.minusDays(1), 50))
                .hasMessage("day must not be before 2026-01-01, found 2025-12-31");
    }

    @Property(tries = 200)
    void withoutMarginAndDwellTheTierIsTheScores(@ForAll long seed) {
        TierPolicy plain = TierPolicy.of(30, 60, 80);
        Random random = new Random(seed);
        TierState state = plain.first(DAY, 50);
        for (int i = 1; i < 50; i++) {
            double score = 100 * random.nextDouble();
            state = plain.next(state, DAY.plusDays(i), score);
            assertThat(state.tier()).isEqualTo(plain.tier(score));
        }
    }

    /** Told another way: a client moves when all scores since at least the dwell were past the margin. */
    @Property(tries = 300)
    void replayGivesTheSameTiersAndTheRuleHolds(@ForAll long seed, @ForAll @IntRange(max = 12) int dwell) {
        Random random = new Random(seed);
        TierPolicy policy = POLICY.withDwell(dwell);
        List<LocalDate> days = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        TierState state = policy.first(DAY, 50);
        LocalDate day = DAY;
        int from = 0;
        for (int i = 0; i < 60; i++) {
            day = day.plusDays(random.nextInt(6));
            double score = 50 + 12 * random.nextGaussian() + 30 * Math.sin(i / 9.0);
            days.add(day);
            scores.add(score);
            TierState next = policy.next(state, day, score);
            ValueTier expected = naive(policy, state.tier(), days.subList(from, i + 1), scores.subList(from, i + 1));
            assertThat(next.tier()).isEqualTo(expected);
            assertThat(next.moved()).isEqualTo(next.tier() != state.tier());
            from = next.moved() ? i + 1 : from;
            state = next;
        }
        TierState replay = policy.first(DAY, 50);
        for (int i = 0; i < days.size(); i++) {
            replay = policy.next(replay, days.get(i), scores.get(i));
        }
        assertThat(replay).isEqualTo(state);
    }

    private static ValueTier naive(TierPolicy policy, ValueTier now, List<LocalDate> days, List<Double> scores) {
        for (int side : new int[] {1, -1}) {
            ValueTier least = null;
            int first = days.size();
            for (int i = days.size() - 1; i >= 0; i--) {
                ValueTier reached = policy.tier(scores.get(i) - side * policy.margin());
                if (side * reached.compareTo(now) <= 0) {
                    break;
                }
                least = least == null || side * reached.compareTo(least) < 0 ? reached : least;
                first = i;
            }
            if (least != null
                    && days.get(days.size() - 1).toEpochDay() - days.get(first).toEpochDay() >= policy.dwellDays()) {
                return least;
            }
        }
        return now;
    }
}
