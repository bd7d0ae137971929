package io.lendcrm.segmentation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageFlowTest {

    private static final LocalDate END = LocalDate.of(2021, 12, 31);

    private static StageHistory history(String client, LocalDate first, int days) {
        return LifecycleRules.defaults()
                .history(
                        ClientId.of(client),
                        first,
                        IntStream.iterate(0, day -> day < days, day -> day + 10)
                                .mapToObj(first::plusDays)
                                .toList(),
                        END);
    }

    @Test
    void quartersOfTheYearEndWithTheirMonths() {
        assertThat(StageFlow.days(LocalDate.of(2021, 1, 1), END, Period.ofMonths(3)))
                .containsExactly(LocalDate.of(2021, 3, 31), LocalDate.of(2021, 6, 30), LocalDate.of(2021, 9, 30), END);
        assertThat(StageFlow.days(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30), Period.ofMonths(1)))
                .containsExactly(
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2024, 4, 30));
        assertThat(StageFlow.days(LocalDate.of(2021, 12, 1), END, Period.ofDays(20)))
                .containsExactly(LocalDate.of(2021, 12, 11), END);
        assertThat(StageFlow.days(END.plusDays(1), END, Period.ofYears(1))).containsExactly(END);
    }

    @Test
    void countsWhoWentFromWhichStageToWhich() {
        List<StageHistory> histories = List.of(
                history("stays", LocalDate.of(2020, 1, 1), 800),
                history("leaves", LocalDate.of(2020, 1, 1), 200),
                history("comes", LocalDate.of(2021, 11, 1), 60));
        StageFlow flow = StageFlow.of(histories, List.of(LocalDate.of(2020, 12, 31), END));

        assertThat(flow.count(0, LifecycleStage.ACTIVE)).isEqualTo(1);
        assertThat(flow.count(0, LifecycleStage.DECLINING)).isEqualTo(1);
        assertThat(flow.moved(1, LifecycleStage.ACTIVE, LifecycleStage.ACTIVE)).isEqualTo(1);
        assertThat(flow.moved(1, LifecycleStage.DECLINING, LifecycleStage.LOST)).isEqualTo(1);
        assertThat(flow.entered(1, LifecycleStage.NEW)).isEqualTo(1);
        assertThat(flow.share(LifecycleStage.DECLINING, LifecycleStage.LOST)).hasValue(1);
        assertThat(flow.share(LifecycleStage.MATURE, LifecycleStage.LOST)).isEmpty();
    }

    @Test
    void refusesDaysItCannotTell() {
        List<StageHistory> one = List.of(history("a", LocalDate.of(2020, 1, 1), 30));
        assertThatThrownBy(() -> StageFlow.of(one, List.of())).hasMessage("days must be at least one, found none");
        assertThatThrownBy(() -> StageFlow.of(one, List.of(END, END)))
                .hasMessage("days must each be after the one before, found 2021-12-31 after 2021-12-31");
        assertThatThrownBy(() -> StageFlow.of(one, List.of(END.plusDays(1))))
                .hasMessageContaining("day must be within");
        assertThatThrownBy(() -> StageFlow.days(END, END, Period.ofDays(-1)))
                .hasMessage("step must be above 0, found P-1D");
    }
}
