package io.lendcrm.scoring.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.money.Money;
import io.lendcrm.scoring.risk.loss.DrawdownSampling.Approach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Conversion factors calculated by hand. */
class CcfFitterTest {

    private static final LocalDate DEFAULTED = LocalDate.of(2023, 8, 15);

    private static Drawdown drawdown(double limit, double drawn, double exposure) {
        return new Drawdown("cards", DEFAULTED.minusYears(1), DEFAULTED, limit, drawn, exposure);
    }

    @Test
    void theFactorIsWhatWasDrawnOfWhatWasLeft() {
        assertThat(drawdown(100, 40, 85).conversionFactor()).hasValue(0.75);
        assertThat(drawdown(100, 40, 30).conversionFactor().orElseThrow())
                .as("paid back on the way")
                .isEqualTo(-1.0 / 6, within(1e-15));
        assertThat(drawdown(100, 40, 112).conversionFactor())
                .as("beyond the limit")
                .hasValue(1.2);
        assertThat(drawdown(100, 100, 100).conversionFactor()).isEmpty();
        assertThat(drawdown(100, 120, 150).conversionFactor()).isEmpty();
    }

    @Test
    void linesWithNothingLeftAreCountedApart() {
        CcfModel model = CcfFitter.defaults()
                .fit(List.of(drawdown(100, 40, 85), drawdown(100, 50, 75), drawdown(100, 100, 130)));
        SegmentConversion cards = model.segment("cards");
        assertThat(cards.counted()).isEqualTo(2);
        assertThat(cards.undefined()).isEqualTo(1);
        assertThat(cards.mean().value()).isEqualTo(0.625, within(1e-15));
        assertThat(model.exposureAtDefault("cards", 20, 100)).isEqualTo(70, within(1e-12));
        assertThat(model.exposureAtDefault("cards", 130, 100))
                .as("over the limit")
                .isEqualTo(130);
        assertThatThrownBy(() -> CcfFitter.defaults().fit(List.of(drawdown(100, 100, 130), drawdown(100, 1, 2))))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("segment cards has 1 drawdowns with something left to draw");
    }

    @Property(tries = 200)
    void theExposureIsNeverBelowWhatIsDrawn(
            @ForAll @DoubleRange(min = 0, max = 1e6) double drawn,
            @ForAll @DoubleRange(min = 0, max = 1e6) double limit,
            @ForAll @DoubleRange(min = 0, max = 200) double exposure) {
        CcfModel model = CcfFitter.defaults().fit(List.of(drawdown(100, 40, exposure), drawdown(100, 50, exposure)));
        assertThat(model.exposureAtDefault("cards", drawn, limit)).isGreaterThanOrEqualTo(drawn);
    }

    @Test
    void referenceDaysFollowTheApproach() {
        assertThat(DrawdownSampling.yearly(Approach.FIXED_HORIZON).referenceDays(DEFAULTED))
                .containsExactly(LocalDate.of(2022, 8, 15));
        assertThat(DrawdownSampling.yearly(Approach.COHORT).referenceDays(DEFAULTED))
                .containsExactly(LocalDate.of(2022, 12, 31));
        assertThat(new DrawdownSampling(Approach.COHORT, 3).referenceDays(DEFAULTED))
                .containsExactly(LocalDate.of(2023, 6, 30));
        assertThat(DrawdownSampling.yearly(Approach.VARIABLE_TIME).referenceDays(DEFAULTED))
                .hasSize(12)
                .startsWith(LocalDate.of(2023, 7, 15))
                .endsWith(LocalDate.of(2022, 8, 15));
        assertThatIllegalArgumentException().isThrownBy(() -> new DrawdownSampling(Approach.COHORT, 5));
    }

    @Test
    void drawdownsAreReadFromALinesBalances() {
        List<BalanceReading> readings = new ArrayList<>();
        for (int month = 1; month <= 7; month++) { // drawn 10, 20, … 70 of 100
            readings.add(reading(LocalDate.of(2023, month, 28), 10 * month));
        }
        Money owed = euros(95);
        assertThat(DrawdownSampling.yearly(Approach.FIXED_HORIZON).drawdowns("cards", readings, DEFAULTED, owed))
                .as("nothing was read a year before")
                .isEmpty();
        List<Drawdown> monthly =
                DrawdownSampling.yearly(Approach.VARIABLE_TIME).drawdowns("cards", readings, DEFAULTED, owed);
        assertThat(monthly).hasSize(6);
        assertThat(monthly.get(0).drawn()).as("of 28 June").isEqualTo(60);
        assertThat(monthly.get(0).conversionFactor()).hasValue(35.0 / 40);
        readings.add(6, BalanceReading.of(header(LocalDate.of(2023, 7, 10)), "line", euros(1)));
        assertThat(DrawdownSampling.yearly(Approach.VARIABLE_TIME).drawdowns("cards", readings, DEFAULTED, owed))
                .as("a reading without a limit is passed over")
                .isEqualTo(monthly);
    }

    private static BalanceReading reading(LocalDate day, long drawn) {
        return BalanceReading.of(header(day), "line", euros(drawn), euros(100));
    }

    private static Header header(LocalDate day) {
        return Header.of(InteractionId.of(day.toString()), ClientId.of("ann"), day, Instant.EPOCH, Channel.SYSTEM);
    }

    private static Money euros(long amount) {
        return Money.parse(Long.toString(amount), "EUR");
    }
}
