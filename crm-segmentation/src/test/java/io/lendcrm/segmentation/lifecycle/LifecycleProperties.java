package io.lendcrm.segmentation.lifecycle;

import static io.lendcrm.core.tier.LifecycleStage.ACTIVE;
import static io.lendcrm.core.tier.LifecycleStage.DECLINING;
import static io.lendcrm.core.tier.LifecycleStage.LOST;
import static io.lendcrm.core.tier.LifecycleStage.MATURE;
import static io.lendcrm.core.tier.LifecycleStage.NEW;
import static io.lendcrm.core.tier.LifecycleStage.POTENTIAL;
import static io.lendcrm.core.tier.LifecycleStage.REACTIVATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LifecycleProperties {

    private static final LocalDate START = LocalDate.of(2020, 1, 31);

    /** Short spans, so that much happens in few days; by the second rules nobody declines. */
    private static final List<LifecycleRules> RULES = List.of(
            LifecycleRules.of(Map.of(
                    "newDays",
                    20.0,
                    "lostDays",
                    30.0,
                    "matureDays",
                    90.0,
                    "reactivatedDays",
                    25.0,
                    "windowDays",
                    10.0,
                    "dwellDays",
                    8.0)),
            LifecycleRules.of(Map.of(
                    "newDays",
                    59.0,
                    "lostDays",
                    30.0,
                    "matureDays",
                    90.0,
                    "reactivatedDays",
                    59.0,
                    "declineBelow",
                    0.0,
                    "dwellDays",
                    8.0)));

    private static final Map<LifecycleStage, Set<LifecycleStage>> LEGAL = new EnumMap<>(Map.of(
            POTENTIAL, EnumSet.of(NEW),
            NEW, EnumSet.of(ACTIVE, DECLINING, LOST),
            ACTIVE, EnumSet.of(MATURE, DECLINING, LOST),
            MATURE, EnumSet.of(DECLINING, LOST),
            DECLINING, EnumSet.of(ACTIVE, MATURE, LOST),
            LOST, EnumSet.of(REACTIVATED),
            REACTIVATED, EnumSet.of(ACTIVE, DECLINING, LOST)));

    /** Spells of twenty days, each with a chance of its own that something happens on a day. */
    static StageHistory history(int seed) {
        Random random = new Random(seed);
        List<LocalDate> activity = new ArrayList<>();
        double often = 0;
        for (int day = 0; day < 300; day++) {
            if (day % 20 == 0) {
                often = Math.max(0, random.nextDouble() * 1.5 - 0.5);
            }
            if (random.nextDouble() < often) {
                activity.add(START.plusDays(random.nextInt(5) + day));
            }
        }
        Collections.shuffle(activity, random);
        LocalDate known = activity.stream().min(LocalDate::compareTo).orElse(START);
        return RULES.get(seed % 2)
                .history(ClientId.of("c" + seed), known.minusDays(random.nextInt(3)), activity, START.plusDays(310));
    }

    @Property(tries = 300)
    void noStageFollowsOneItMustNotFollow(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        StageHistory history = history(seed);
        List<StageChange> changes = history.changes();
        assertThat(changes.get(0).stage()).isIn(POTENTIAL, NEW);
        for (int i = 1; i < changes.size(); i++) {
            StageChange before = changes.get(i - 1);
            StageChange now = changes.get(i);
            assertThat(now.stage()).isIn(LEGAL.get(before.stage()));
            long stayed = now.day().toEpochDay() - before.day().toEpochDay();
            assertThat(stayed).isPositive();
            if (EnumSet.of(ACTIVE, MATURE, DECLINING).contains(before.stage()) && now.stage() != LOST) {
                assertThat(stayed).isGreaterThanOrEqualTo(8);
            }
        }
    }

    @Example
    void everyLegalMoveHappens() {
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 400).mapToObj(LifecycleProperties::history).forEach(history -> {
            for (int i = 1; i < history.changes().size(); i++) {
                seen.add(history.changes().get(i - 1).stage() + ">"
                        + history.changes().get(i).stage());
            }
        });
        Set<String> legal = new TreeSet<>();
        LEGAL.forEach((from, all) -> all.forEach(to -> legal.add(from + ">" + to)));
        assertThat(seen).isEqualTo(legal);
    }

    @Property(tries = 40)
    void clientsOfAFlowComeFromAStageOrWereNotKnown(
            @ForAll @IntRange(min = 1, max = 40) int clients, @ForAll @IntRange(min = 1, max = 90) int step) {
        List<StageHistory> histories = IntStream.range(0, clients)
                .mapToObj(LifecycleProperties::history)
                .toList();
        StageFlow flow =
                StageFlow.of(histories, StageFlow.days(START.minusDays(5), START.plusDays(310), Period.ofDays(step)));
        for (int day = 0; day < flow.days().size(); day++) {
            LocalDate at = flow.days().get(day);
            long all = 0;
            for (LifecycleStage stage : LifecycleStage.values()) {
                all += flow.count(day, stage);
                long in = flow.entered(day, stage);
                for (LifecycleStage from : LifecycleStage.values()) {
                    in += flow.moved(day, from, stage);
                }
                assertThat(in).isEqualTo(day == 0 ? 0 : flow.count(day, stage));
            }
            assertThat(all)
                    .isEqualTo(histories.stream()
                            .filter(history -> !history.changes().get(0).day().isAfter(at))
                            .count());
        }
        for (LifecycleStage from : LifecycleStage.values()) {
            double sum = 0;
            for (LifecycleStage to : LifecycleStage.values()) {
                sum += flow.share(from, to).orElse(0);
            }
            assertThat(sum == 0 || Math.abs(sum - 1) < 1e-12).isTrue();
        }
    }
}
