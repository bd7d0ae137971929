package io.lendcrm.scoring.risk.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.history.InMemoryClientSource;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No leakage: what happens after the observation moves no feature, what happens after the window moves no outcome. */
class CohortProperties {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate OBSERVED = LocalDate.of(2022, 9, 15);
    private static final OutcomeRule RULE =
            OutcomeRule.of(DefaultDefinition.of(Materiality.none(EUR))).withWindow(Period.ofMonths(9));
    private static final CohortBuilder BUILDER = new CohortBuilder(
            FeatureReader.of(
                    StandardFeatures.of(EUR, (from, to, at) -> Optional.empty()).all(),
                    Purpose.CREDIT_RISK,
                    UseGate.allowAll()),
            RULE,
            AsOf.endOf(LocalDate.of(2024, 12, 31), ZoneOffset.UTC));

    @Property(tries = 100)
    void theFutureMovesNothingThatItMayNotMove(
            @ForAll @Size(8) List<@IntRange(min = 100, max = 200) Integer> paid,
            @ForAll @Size(5) List<@IntRange(max = 120) Integer> afterObservation,
            @ForAll @Size(5) List<@IntRange(max = 120) Integer> afterWindow) {
        Cohort without = cohort(paid, List.of(), List.of());
        Cohort with = cohort(paid, afterObservation, afterWindow);
        Cohort inWindow = cohort(paid, afterObservation, List.of());
        assertThat(with.members()).as("outcomes").isEqualTo(inWindow.members());
        if (with.labelled().rows() == 1 && without.labelled().rows() == 1) {
            assertThat(with.labelled().features().row(0))
                    .as("features")
                    .isEqualTo(without.labelled().features().row(0));
        }
        assertThat(with.counts()).allMatch(c -> c.clients() == 1);
    }

    private static Cohort cohort(List<Integer> paid, List<Integer> afterObservation, List<Integer> afterWindow) {
        Borrower borrower = Borrower.of("ann", 24);
        pay(borrower, LocalDate.of(2022, 1, 31), paid);
        pay(borrower, OBSERVED.plusDays(1), afterObservation);
        pay(borrower, RULE.windowEnd(OBSERVED).plusDays(1), afterWindow);
        return BUILDER.build(
                InMemoryClientSource.of(List.of(borrower.dossier())), List.of(AsOf.endOf(OBSERVED, ZoneOffset.UTC)));
    }

    /** Pays on the first day and every 28 days after it. */
    private static void pay(Borrower borrower, LocalDate first, List<Integer> amounts) {
        List<Integer> all = new ArrayList<>(amounts);
        for (int i = 0; i < all.size(); i++) {
            borrower.pays(first.plusDays(28L * i), all.get(i) + ".00");
        }
    }
}
