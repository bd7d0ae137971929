package io.lendcrm.scoring.proof.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeSplitTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<LocalDate> OBSERVED = List.of(
            LocalDate.of(2024, 1, 15),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 6, 30),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 1, 2),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2025, 12, 31));

    @Test
    void fitsOnlyOnOutcomesKnownAtTheCut() {
        TimeSplit split = TimeSplit.of(OBSERVED, LocalDate.of(2025, 1, 1), Period.ofMonths(10));

        assertThat(split.development()).containsExactly(0, 1);
        assertThat(split.outOfTime()).containsExactly(3, 4, 5, 6);
        assertThat(split.leftOut()).isEqualTo(1);
        assertThat(split).hasToString("TimeSplit[2025-01-01, 2 for development, 4 out of time, 1 left out]");
    }

    @Test
    void rollsFromCutToCut() {
        List<TimeSplit> splits =
                TimeSplit.rolling(OBSERVED, LocalDate.of(2025, 1, 1), Period.ofMonths(6), 2, Period.ofMonths(6));

        assertThat(splits.get(0).development()).containsExactly(0, 1, 2);
        assertThat(splits.get(0).outOfTime()).containsExactly(3, 4);
        assertThat(splits.get(1).development()).containsExactly(0, 1, 2, 3);
        assertThat(splits.get(1).outOfTime()).containsExactly(5, 6);
    }

    @Test
    void clientsSeenBeforeAreNoProofForNewOnes() {
        List<ClientId> clients = List.of("A", "B", "C", "A", "D", "B", "E").stream()
                .map(ClientId::of)
                .toList();
        TimeSplit split = TimeSplit.of(OBSERVED, LocalDate.of(2025, 1, 1), Period.ofMonths(6));

        assertThat(split.ofNewClients(clients).outOfTime()).containsExactly(4, 6);
    }

    @Test
    void scoresTheOutOfTimeRowsByWhatTheOtherSideTaught() {
        boolean[] bad = {true, false, false, true, false, false, true};
        ScoredOutcomes scored = TimeSplit.of(OBSERVED, LocalDate.of(2025, 1, 1), Period.ofMonths(6))
                .validate(bad, (fitOn, held) -> {
                    assertThat(fitOn).containsExactly(0, 1, 2);
                    return new double[] {0.4, 0.3, 0.2, 0.1};
                });

        assertThat(scored)
                .isEqualTo(ScoredOutcomes.ofRisk(
                        new double[] {0.4, 0.3, 0.2, 0.1}, new boolean[] {true, false, false, true}));
    }

    @Test
    void namesTheRule() {
        assertThatThrownBy(() -> TimeSplit.of(OBSERVED, LocalDate.of(2023, 1, 1), Period.ZERO))
                .hasMessage("both sides of 2023-01-01 must have rows, found 0 for development and 7 out of time");
        assertThatThrownBy(() -> TimeSplit.of(OBSERVED, START, Period.ofMonths(-1)))
                .hasMessage("window must not be negative, found P-1M");
        assertThatThrownBy(() -> TimeSplit.rolling(OBSERVED, START, Period.ZERO, 2, Period.ZERO))
                .hasMessage("step must be above 0, found P0D");
    }

    @Property(tries = 200)
    void noRowIsOnBothSidesAndNoOutcomeOfDevelopmentLiesBehindTheCut(
            @ForAll @Size(min = 3, max = 40) List<@IntRange(max = 1000) Integer> days,
            @ForAll @IntRange(max = 400) int window) {
        List<LocalDate> observed = days.stream().map(START::plusDays).toList();
        LocalDate cut = START.plusDays(500);
        boolean before = days.stream().anyMatch(d -> d < 500 && d + window <= 500);
        boolean after = days.stream().anyMatch(d -> d >= 500);
        if (!before || !after) {
            return;
        }
        TimeSplit split = TimeSplit.of(observed, cut, Period.ofDays(window));

        for (int row : split.development()) {
            assertThat(observed.get(row).plusDays(window)).isBeforeOrEqualTo(cut);
            assertThat(split.outOfTime()).doesNotContain(row);
        }
        assertThat(split.leftOut()).isEqualTo((int)
                days.stream().filter(d -> d < 500 && d + window > 500).count());
    }

    @Property(tries = 100)
    void rowsOfAClientShareAFold(
            @ForAll @Size(min = 30, max = 60) List<@IntRange(max = 15) Integer> owners, @ForAll long seed) {
        List<ClientId> clients = owners.stream().map(o -> ClientId.of("C" + o)).toList();
        boolean[] bad = new boolean[owners.size()];
        int badClients =
                (int) owners.stream().filter(o -> o % 3 == 0).distinct().count();
        for (int row = 0; row < bad.length; row++) {
            bad[row] = owners.get(row) % 3 == 0 && (row % 2 == 0 || owners.indexOf(owners.get(row)) == row);
        }
        if (badClients < 2 || new java.util.HashSet<>(owners).size() - badClients < 2) {
            return;
        }
        Folds folds = Folds.ofClients(clients, bad, 2, seed);

        for (int held : folds.heldOut(1)) {
            for (int other : folds.heldOut(2)) {
                assertThat(clients.get(held)).isNotEqualTo(clients.get(other));
            }
        }
    }
}
