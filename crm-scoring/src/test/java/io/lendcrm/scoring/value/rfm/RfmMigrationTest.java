package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RfmMigrationTest {

    private static final LocalDate THEN = LocalDate.of(2025, 3, 1);
    private static final LocalDate NOW = LocalDate.of(2026, 3, 1);
    private static final RfmModel MODEL = RfmFitter.fixed(
                    RfmCuts.of(new long[] {100, 30, 20, 5}, new long[] {2, 4, 6, 8}, new long[] {0, 1000, 5000, 9000}))
            .fit(RfmTest.frequencies(1));

    @Test
    void clientsMoveJoinAndLeave() {
        RfmScores before = scores(THEN, List.of("a", "b", "c"), new int[] {1, 1, 200}, new long[] {1, 9, 1});
        RfmScores after = scores(NOW, List.of("d", "b", "a"), new int[] {1, 200, 1}, new long[] {1, 9, 1});
        RfmMigration migration = RfmMigration.ofSegments(before, after);

        assertThat(migration.count("new", "new")).isEqualTo(1);
        assertThat(migration.count("loyal", "cannot-lose")).isEqualTo(1);
        assertThat(migration.share("loyal", "cannot-lose")).isEqualTo(1);
        assertThat(migration.left("lost")).isEqualTo(1);
        assertThat(migration.joined("new")).isEqualTo(1);
        assertThat(migration.after("new")).isEqualTo(2);
        assertThat(migration.moves())
                .containsExactly(
                        new RfmMove(ClientId.of("a"), "new", "new"),
                        new RfmMove(ClientId.of("b"), "loyal", "cannot-lose"),
                        new RfmMove(ClientId.of("c"), "lost", null),
                        new RfmMove(ClientId.of("d"), null, "new"));
        assertThat(migration.moves().stream().map(RfmMove::kind))
                .containsExactly(RfmMove.Kind.STAYED, RfmMove.Kind.MOVED, RfmMove.Kind.LEFT, RfmMove.Kind.JOINED);
        RfmMigration recency = RfmMigration.ofScores(before, after, RfmAxis.RECENCY);
        assertThat(recency.count("5", "1")).isEqualTo(1);
        assertThat(recency.states()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void badInputIsNamed() {
        RfmScores before = scores(THEN, List.of("a"), new int[] {1}, new long[] {1});
        RfmScores twice = scores(NOW, List.of("a", "a"), new int[] {1, 1}, new long[] {1, 1});
        assertThatThrownBy(() -> RfmMigration.ofSegments(before, before))
                .hasMessageContaining("a day after 2025-03-01");
        assertThatThrownBy(() -> RfmMigration.ofSegments(before, twice))
                .hasMessage("row 2 as of 2026-03-01: clients must be distinct");
        RfmScores after = scores(NOW, List.of("a"), new int[] {1}, new long[] {1});
        assertThatThrownBy(() -> RfmMigration.ofSegments(before, after).count("new", "rich"))
                .hasMessageContaining("found rich");
    }

    @Property(tries = 100)
    void compositionIsPreserved(@ForAll long seed) {
        Random random = new Random(seed);
        RfmScores before = random(random, THEN);
        RfmScores after = random(random, NOW);
        RfmMigration migration = RfmMigration.ofSegments(before, after);
        before.sizes()
                .forEach((segment, size) ->
                        assertThat(migration.before(segment.value())).isEqualTo(size));
        after.sizes()
                .forEach((segment, size) ->
                        assertThat(migration.after(segment.value())).isEqualTo(size));
        int joined = migration.states().stream().mapToInt(migration::joined).sum();
        int left = migration.states().stream().mapToInt(migration::left).sum();
        assertThat(after.rows() - before.rows()).isEqualTo(joined - left);
        assertThat(migration.moves()).hasSize(before.rows() + joined);
        for (String state : migration.states()) {
            double shares = migration.states().stream()
                    .mapToDouble(to -> migration.share(state, to))
                    .sum();
            int all = migration.before(state);
            double gone = all == 0 ? 1 : (double) migration.left(state) / all;
            assertThat(shares + gone).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    private static RfmScores random(Random random, LocalDate day) {
        RfmAccumulator events = RfmAccumulator.of(day, Currency.getInstance("EUR"));
        for (int i = random.nextInt(120); i > 0; i--) {
            events.add(ClientId.of("c" + random.nextInt(30)), day.toEpochDay() - random.nextInt(150), 700);
        }
        return MODEL.score(events.table());
    }

    private static RfmScores scores(LocalDate day, List<String> clients, int[] recency, long[] frequency) {
        return MODEL.score(RfmTable.of(
                day,
                Currency.getInstance("EUR"),
                clients.stream().map(ClientId::of).toList(),
                recency,
                frequency,
                new long[clients.size()]));
    }
}
