package io.lendcrm.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure is there from the day it was published, and a revision from the day of the revision. */
class MacroSeriesTest {

    /** Months of 2023 to 2024, each published on the 15th of the next month: 100, 101, 102 … */
    private static List<MacroSeries.Figure> index() {
        List<MacroSeries.Figure> figures = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            YearMonth period = YearMonth.of(2023, 1).plusMonths(i);
            figures.add(figure(period, 100 + i, period.plusMonths(1).atDay(15)));
        }
        return figures;
    }

    private static MacroSeries.Figure figure(YearMonth period, double value, LocalDate published) {
        return new MacroSeries.Figure(
                period, value, published.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static AsOf asOf(String day) {
        return AsOf.endOf(LocalDate.parse(day), ZoneOffset.UTC);
    }

    @Test
    void aFigureIsUnknownUntilItIsPublished() {
        MacroFeature level = MacroFeature.level(MacroSeries.of("output", "index", index()));
        assertThat(level.value(asOf("2024-03-14")))
                .as("February comes on the 15th")
                .hasValue(112);
        assertThat(level.value(asOf("2024-03-15"))).hasValue(113);
        assertThat(level.value(asOf("2023-02-14"))).isEmpty();
        assertThat(level.laggedBy(3).value(asOf("2024-03-15")))
                .as("a period ended three months before")
                .hasValue(111);
    }

    @Test
    void aRevisionIsKnownFromItsOwnDay() {
        List<MacroSeries.Figure> figures = index();
        figures.add(figure(YearMonth.of(2024, 1), 90, LocalDate.parse("2024-06-15")));
        MacroSeries series = MacroSeries.of("output", "index", figures);
        assertThat(series.value(YearMonth.of(2024, 1), asOf("2024-06-14"))).hasValue(112);
        assertThat(series.value(YearMonth.of(2024, 1), asOf("2024-06-15"))).hasValue(90);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacroSeries.of("x", "", List.of(figures.get(0), figures.get(0))))
                .withMessageContaining("found two of 2023-01");
    }

    @Test
    void growthAndDifferencesCompareWhatWasKnown() {
        MacroSeries series = MacroSeries.of("output", "index", index());
        assertThat(MacroFeature.yearOnYear(series).value(asOf("2024-03-20")).orElseThrow())
                .isEqualTo(113.0 / 101 - 1, within(1e-15));
        assertThat(MacroFeature.difference(series, 3).value(asOf("2024-03-20"))).hasValue(3);
        assertThat(MacroFeature.yearOnYear(series).value(asOf("2023-12-20")))
                .as("no figure a year before")
                .isEmpty();
        assertThat(MacroFeature.yearOnYear(series).laggedBy(2).name()).isEqualTo("output_growth_12m_lag_2m");
    }

    @Test
    void anOldFigureIsMissingAndAForecastIsNoObservation() {
        MacroSeries series = MacroSeries.of("output", "index", index());
        assertThat(MacroFeature.level(series).value(asOf("2025-12-31"))).hasValue(123);
        assertThat(MacroFeature.level(series).value(asOf("2026-01-01"))).isEmpty();
        MacroSeries forecast =
                MacroSeries.of("gdp", "%", List.of(new MacroSeries.Figure(YearMonth.of(2030, 1), 2, Instant.EPOCH)));
        assertThat(MacroFeature.level(forecast).value(asOf("2026-01-01"))).isEmpty();
    }
}
