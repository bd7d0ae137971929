package io.lendcrm.scoring.risk.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.history.InMemoryClientSource;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.reference.MacroFeature;
import io.lendcrm.core.reference.MacroFeatures;
import io.lendcrm.core.reference.MacroSeries;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.scoring.likelihood.Coefficient;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.logistic.LogisticData;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Clients whose monthly chance of insolvency follows unemployment as last published: {@code ln(p / (1 - p)) = -3 + 0.4
 * (rate - 6)} in the quarter after each observation. A logistic model on the cohorts finds the effect.
 */
class MacroCohortTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final double EFFECT = 0.4;
    private static final int QUARTERS = 10;

    /** Between 3 and 9 percent; a month's rate is published on the 10th of the next. */
    private static MacroSeries unemployment() {
        List<MacroSeries.Figure> figures = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            YearMonth period = YearMonth.of(2021, 1).plusMonths(i);
            double rate = 6 + 3 * Math.sin(i / 3.0);
            figures.add(new MacroSeries.Figure(
                    period,
                    rate,
                    period.plusMonths(1).atDay(10).atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        return MacroSeries.of("unemployment", "%", figures);
    }

    private static AsOf observation(int quarter) {
        return AsOf.endOf(LocalDate.of(2022, 1, 31).plusMonths(3L * quarter), ZoneOffset.UTC);
    }

    private static List<Dossier> book(MacroSeries series, int count) {
        Random random = new Random(5);
        List<Dossier> book = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Borrower borrower = Borrower.of("c" + i, 31).paysOnTime(1, 31);
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                AsOf at = observation(quarter);
                double rate = MacroFeature.level(series).value(at).orElseThrow();
                if (random.nextDouble() < 1 / (1 + Math.exp(3 - EFFECT * (rate - 6)))) {
                    borrower.happens("insolvency", at.date().plusDays(45).toString());
                    break;
                }
            }
            book.add(borrower.dossier());
        }
        return book;
    }

    @Test
    void aModelOnTheCohortsFindsTheEffectOfTheEconomy() {
        MacroSeries series = unemployment();
        FeatureExtractor features = FeatureExtractor.all(List.of(
                MacroFeatures.of(MacroFeature.level(series), MacroFeature.difference(series, 3)),
                StandardFeatures.of(EUR, (from, to, at) -> Optional.empty()).of(EnumSet.of(Dimension.CREDIT_HISTORY))));
        DefaultDefinition definition =
                DefaultDefinition.of(Materiality.none(EUR)).withUnlikelyToPay(UnlikelyToPay.event("insolvency", true));
        CohortBuilder builder = new CohortBuilder(
                FeatureReader.of(features, Purpose.CREDIT_RISK, UseGate.allowAll()),
                OutcomeRule.of(definition).withWindow(Period.ofMonths(3)),
                AsOf.endOf(LocalDate.of(2024, 12, 31), ZoneOffset.UTC));
        List<AsOf> observations = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            observations.add(observation(quarter));
        }
        Cohort cohort = builder.build(InMemoryClientSource.of(book(series, 700)), observations);
        LabelledTable table = cohort.labelled();
        for (int row = 0; row < table.rows(); row += 997) {
            AsOf at = AsOf.endOf(cohort.member(row).observedOn(), ZoneOffset.UTC);
            assertThat(table.features().column("unemployment")[row])
                    .as("the figure published by the day, that of the month before")
                    .isEqualTo(series.value(YearMonth.from(at.date()).minusMonths(1), at)
                            .orElseThrow());
        }
        FeatureTable macro = table.features().select(List.of("unemployment"));
        double[] target = new double[table.rows()];
        for (int row = 0; row < target.length; row++) {
            target[row] = table.isBad(row) ? 1 : 0;
        }
        LogisticModel model = LogisticFitter.defaults().fit(LogisticData.from(macro, target));
        Coefficient slope = model.coefficients().of("unemployment");
        assertThat(slope.estimate()).isEqualTo(EFFECT, within(0.1));
        assertThat(EFFECT).isBetween(slope.lower(0.999), slope.upper(0.999));
        assertThat(slope.probability()).as("no accident").isLessThan(1e-6);
    }
}
