package io.lendcrm.segmentation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.InMemoryInteractionLog;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LifecycleReplayTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private static Interaction payment(String client, int day) {
        return Transaction.of(
                Header.of(
                        InteractionId.of(client + "-" + day),
                        ClientId.of(client),
                        START.plusDays(day),
                        Instant.EPOCH,
                        Channel.APP),
                Direction.IN,
                Money.parse("10.00", "EUR"));
    }

    private static List<Interaction> monthly(String client, int from, int to, int step) {
        return IntStream.iterate(from, day -> day < to, day -> day + step)
                .mapToObj(day -> payment(client, day))
                .toList();
    }

    private static StageHistory history(List<Interaction> log, int until) {
        return LifecycleReplay.of(LifecycleRules.defaults())
                .add(log)
                .histories(START.plusDays(until))
                .get(0);
    }

    private static List<LifecycleStage> stages(StageHistory history) {
        return history.changes().stream().map(StageChange::stage).toList();
    }

    @Test
    void aSteadyClientIsNewThenActiveThenMature() {
        StageHistory history = history(monthly("a", 0, 1400, 15), 1400);
        assertThat(stages(history)).containsExactly(LifecycleStage.NEW, LifecycleStage.ACTIVE, LifecycleStage.MATURE);
        assertThat(history.changes().get(1).day()).isEqualTo(START.plusDays(180));
        assertThat(history.changes().get(2).day()).isEqualTo(START.plusDays(1095));
        assertThat(history.stage(START.plusDays(179))).isEqualTo(LifecycleStage.NEW);
    }

    @Test
    void aClientThatFallsSilentDeclinesIsLostAndComesBack() {
        List<Interaction> log = new ArrayList<>(monthly("a", 0, 600, 15));
        log.addAll(monthly("a", 1200, 1600, 15));
        StageHistory history = history(log, 1600);
        assertThat(stages(history))
                .containsExactly(
                        LifecycleStage.NEW,
                        LifecycleStage.ACTIVE,
                        LifecycleStage.DECLINING,
                        LifecycleStage.LOST,
                        LifecycleStage.REACTIVATED,
                        LifecycleStage.ACTIVE);
        assertThat(history.changes().get(3).day()).isEqualTo(START.plusDays(585 + 366));
        assertThat(history.changes().get(4).day()).isEqualTo(START.plusDays(1200));
        history.changes()
                .forEach(change -> assertThat(ReasonCatalogue.standard().text(change.reason(), Locale.ENGLISH))
                        .doesNotContain("{"));
    }

    @Test
    void theGapBetweenTheLimitsKeepsAClientFromGoingToAndFro() {
        LifecycleRules narrow = new LifecycleRules(180, 365, 1095, 180, 90, 0.6, 0.6, 0);
        LifecycleRules wide = new LifecycleRules(180, 365, 1095, 180, 90, 0.6, 0.95, 60);
        Random random = new Random(3);
        List<Interaction> log = IntStream.range(0, 1000)
                .filter(day -> random.nextInt(20) == 0)
                .mapToObj(day -> payment("a", day))
                .toList();
        int often = LifecycleReplay.of(narrow)
                .add(log)
                .histories(START.plusDays(1000))
                .get(0)
                .changes()
                .size();
        int seldom = LifecycleReplay.of(wide)
                .add(log)
                .histories(START.plusDays(1000))
                .get(0)
                .changes()
                .size();
        assertThat(seldom).isLessThan(often);
    }

    @Test
    void replayGivesTheSameStagesHoweverOftenAndInWhateverBatches() {
        List<Interaction> log = new ArrayList<>();
        Random random = new Random(5);
        for (int client = 0; client < 20; client++) {
            for (int day = 0; day < 2000; day++) {
                if (random.nextInt(40 + 10 * client) == 0 && (day / 400 + client) % 3 > 0) {
                    log.add(payment("c" + client, day));
                }
            }
        }
        InMemoryInteractionLog kept = new InMemoryInteractionLog();
        kept.append(log);
        LocalDate until = START.plusDays(2000);
        List<StageHistory> whole =
                LifecycleReplay.of(LifecycleRules.defaults()).add(kept).histories(until);
        assertThat(whole.stream().flatMap(history -> stages(history).stream()).distinct())
                .contains(LifecycleStage.LOST, LifecycleStage.REACTIVATED, LifecycleStage.DECLINING);
        for (int seed = 0; seed < 20; seed++) {
            Random order = new Random(seed);
            List<Interaction> mixed = new ArrayList<>(log);
            Collections.shuffle(mixed, order);
            LifecycleReplay replay = LifecycleReplay.of(LifecycleRules.defaults());
            for (int from = 0; from < mixed.size(); ) {
                int to = Math.min(mixed.size(), from + 1 + order.nextInt(200));
                replay.add(mixed.subList(from, to));
                replay.histories(until);
                from = order.nextInt(4) == 0 ? Math.max(from + 1, to - 20) : to;
            }
            assertThat(replay.histories(until)).isEqualTo(whole);
        }
    }

    @Test
    void whatComesLaterDoesNotChangeEarlierStages() {
        List<Interaction> log = monthly("a", 0, 1400, 20);
        StageHistory early = history(log, 700);
        StageHistory late = history(log, 1400);
        assertThat(late.changes()).startsWith(early.changes().toArray(StageChange[]::new));
    }

    @Test
    void aClientWhoWasThereOnceDeclinesOnceItIsNoLongerNew() {
        StageHistory history = history(monthly("a", 0, 1, 1), 300);

        assertThat(stages(history)).containsExactly(LifecycleStage.NEW, LifecycleStage.DECLINING);
        assertThat(history.changes().get(1).day()).isEqualTo(START.plusDays(180));
    }

    @Test
    void whoFallsSilentForAllWindowsDoesNotRecover() {
        LifecycleRules shortWindows = LifecycleRules.of(Map.of("windowDays", 30.0));
        StageHistory history = LifecycleReplay.of(shortWindows)
                .add(monthly("a", 0, 400, 5))
                .histories(START.plusDays(700))
                .get(0);

        assertThat(stages(history))
                .containsExactly(LifecycleStage.NEW, LifecycleStage.ACTIVE, LifecycleStage.DECLINING);
    }

    @Test
    void rulesAreToldByTheNamesOfTheirLimits() {
        LifecycleRules rules = LifecycleRules.of(Map.of("newDays", 30.0, "lostDays", 90.0));

        assertThat(rules).isEqualTo(new LifecycleRules(30, 90, 1095, 180, 90, 0.5, 0.8, 60));
        assertThat(LifecycleRules.of(rules.limits())).isEqualTo(rules);
        assertThatThrownBy(() -> LifecycleRules.of(Map.of("goneDays", 90.0)))
                .hasMessageStartingWith("a limit must be one of [newDays, lostDays, ")
                .hasMessageEndingWith("found \"goneDays\"");
        assertThatThrownBy(() -> LifecycleRules.of(Map.of("lostDays", 90.5)))
                .hasMessage("lostDays must be a whole number of days, found 90.5");
        assertThatThrownBy(() -> LifecycleRules.of(Map.of("lostDays", Double.NaN)))
                .hasMessage("lostDays must be a whole number of days, found NaN");
    }

    @Test
    void refusesDaysThatContradictThemselves() {
        LifecycleRules rules = LifecycleRules.defaults();
        ClientId client = ClientId.of("a");
        assertThatThrownBy(() -> rules.history(client, START, List.of(START.minusDays(1)), START))
                .hasMessage("activity must not be before known=2020-01-01, found 2019-12-31");
        assertThatThrownBy(() -> rules.history(client, START, List.of(), START.minusDays(1)))
                .hasMessage("until must not be before known=2020-01-01, found 2019-12-31");
    }

    @Test
    void refusesRulesThatContradictThemselves() {
        assertThatThrownBy(() -> new LifecycleRules(180, 365, 1095, 180, 90, 0.6, 0.5, 0))
                .hasMessage("recoverAbove must be at least declineBelow=0.6, found 0.5");
        assertThatThrownBy(() -> new LifecycleRules(180, 365, 100, 180, 90, 0.6, 0.7, 0))
                .hasMessage("matureDays must be above 180, found 100");
    }
}
