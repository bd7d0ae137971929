package io.lendcrm.scoring.risk.outcome;

import static io.lendcrm.scoring.risk.outcome.Borrower.at;
import static io.lendcrm.scoring.risk.outcome.Borrower.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.ClientSource;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.history.InMemoryClientSource;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.time.Period;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A small book whose outcomes are worked out by hand, observed in mid-2022 and at the end of 2022. */
class CohortBuilderTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AsOf DATA_UNTIL = at("2023-06-30");
    private static final AsOf SUMMER = at("2022-06-30");
    private static final OutcomeRule RULE =
            OutcomeRule.of(DefaultDefinition.of(Materiality.none(EUR))).withWindow(Period.ofMonths(12));

    private static FeatureReader reader(UseGate gate) {
        return FeatureReader.of(
                StandardFeatures.of(EUR, (from, to, at) -> Optional.empty()).of(EnumSet.of(Dimension.CREDIT_HISTORY)),
                Purpose.CREDIT_RISK,
                gate);
    }

    private static final CohortBuilder BUILDER = new CohortBuilder(reader(UseGate.allowAll()), RULE, DATA_UNTIL);

    private static Dossier good() {
        return Borrower.of("good", 24).paysOnTime(1, 24).dossier();
    }

    private static Dossier bad() {
        return Borrower.of("bad", 24).paysOnTime(1, 9).dossier();
    }

    private static Dossier late() {
        return Borrower.of("late", 24)
                .paysOnTime(1, 8)
                .pays("2022-11-05", "200.00")
                .paysOnTime(11, 24)
                .dossier();
    }

    private static List<Dossier> book() {
        return List.of(
                good(),
                bad(),
                late(),
                Borrower.of("defaulted", 24).paysOnTime(1, 1).dossier(),
                Borrower.of("idle", 0).dossier(),
                Borrower.of("silent", 24).dossier(),
                Borrower.of("repaid", 9).paysOnTime(1, 9).dossier(),
                Borrower.of("left-before", 4).paysOnTime(1, 4).dossier());
    }

    @Test
    void eachClientHasOneOutcomeWithItsReason() {
        Cohort cohort = BUILDER.build(InMemoryClientSource.of(book()), List.of(SUMMER));
        assertThat(cohort.members())
                .extracting(m -> m.outcome().reason().code().value())
                .containsExactly(
                        "outcome.no-default",
                        "outcome.past-due",
                        "outcome.late",
                        "outcome.in-default",
                        "outcome.not-at-risk",
                        "outcome.no-record",
                        "outcome.no-default",
                        "outcome.not-at-risk");
        assertThat(cohort.members().get(1).outcome().defaultDay())
                .as("October is due on the 31st, and the 91st day after it is 30 January")
                .contains(day("2023-01-30"));
        assertThat(cohort.counts())
                .containsExactly(new CohortCounts(
                        day("2022-06-30"),
                        8,
                        2,
                        1,
                        1,
                        Map.of(
                                ReasonCode.of("outcome.in-default"), 1L,
                                ReasonCode.of("outcome.not-at-risk"), 2L,
                                ReasonCode.of("outcome.no-record"), 1L)));
        assertThat(cohort.counts().get(0).badRate()).hasValue(1.0 / 3);
        assertThat(cohort.counts().get(0).allExcluded()).isEqualTo(4);
    }

    @Test
    void theLabelledTableHoldsTheGoodAndTheBadWithWhatWasKnown() {
        LabelledTable table =
                BUILDER.build(InMemoryClientSource.of(book()), List.of(SUMMER)).labelled();
        assertThat(table.bad()).containsExactly(false, true, false);
        assertThat(table.features().column("claims_24m"))
                .as("six claims by the end of June, whatever came later")
                .containsExactly(6, 6, 6);
        assertThat(table.features().column("days_past_due")).containsOnly(0);
    }

    @Test
    void aWindowThatTheDataDoNotCoverIsNeverGood() {
        Cohort cohort = BUILDER.build(InMemoryClientSource.of(book()), List.of(at("2022-12-31"), SUMMER));
        assertThat(cohort.counts()).hasSize(2);
        assertThat(cohort.counts().get(1).excluded()).isEqualTo(Map.of(ReasonCode.of("outcome.window-open"), 8L));
        assertThat(cohort.counts().get(1).badRate()).isEmpty();
        assertThat(cohort.labelled().rows()).isEqualTo(3);
        assertThat(cohort.member(1).observedOn()).isEqualTo(day("2022-06-30"));
        AsOf aDayEarlier = at("2023-06-29");
        assertThat(new CohortBuilder(BUILDER.reader(), RULE, aDayEarlier)
                        .build(InMemoryClientSource.of(book()), List.of(SUMMER))
                        .labelled()
                        .rows())
                .isZero();
    }

    @Test
    void aRefusedReadIsAReasonAndNoRow() {
        UseGate gate = (id, purpose, fields, asOf) ->
                id.equals(ClientId.of("bad")) ? Permission.denied("consent-withdrawn", fields) : Permission.granted();
        Cohort cohort = new CohortBuilder(reader(gate), RULE, DATA_UNTIL)
                .build(InMemoryClientSource.of(book()), List.of(SUMMER));
        assertThat(cohort.labelled().rows()).isEqualTo(2);
        assertThat(cohort.counts().get(0).excluded()).containsEntry(ReasonCode.of("outcome.read-refused"), 1L);
    }

    @Test
    void aSourceThatLeaksIsRefused() {
        ClientSource honest = InMemoryClientSource.of(List.of(bad()));
        ClientSource leaking = new ClientSource() {
            @Override
            public Optional<ClientHistory> find(ClientId id, AsOf asOf) {
                return honest.find(id, asOf);
            }

            @Override
            public void scan(Predicate<ClientId> which, AsOf asOf, Consumer<ClientHistory> visitor) {
                honest.scan(which, DATA_UNTIL, visitor);
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BUILDER.build(leaking, List.of(SUMMER)))
                .withMessageContaining("source must cut histories at the point in time asked for");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.outcome(bad().at(DATA_UNTIL).orElseThrow(), day("2022-05-31")))
                .withMessageContaining("the history must be cut at the window's last day 2023-05-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BUILDER.build(honest, List.of(SUMMER, SUMMER)))
                .withMessageContaining("different days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BUILDER.build(
                        honest,
                        List.of(new AsOf(day("2022-06-30"), DATA_UNTIL.knownBy().plusNanos(1)))))
                .withMessageContaining("know no more than dataUntil");
    }

    @Test
    void aDefaultOnTheObservationDayIsPastAndOneTheDayAfterIsBad() {
        Borrower insolvent = Borrower.of("x", 24).paysOnTime(1, 24).happens("insolvency", "2022-07-01");
        CohortBuilder builder = new CohortBuilder(
                BUILDER.reader(),
                new OutcomeRule(
                        RULE.definition().withUnlikelyToPay(UnlikelyToPay.event("insolvency", false)),
                        Period.ofMonths(6),
                        30),
                DATA_UNTIL);
        Cohort cohort = builder.build(
                InMemoryClientSource.of(List.of(insolvent.dossier())),
                List.of(SUMMER, at("2022-07-01"), at("2022-09-28"), at("2022-10-01")));
        assertThat(cohort.members())
                .extracting(m -> m.outcome().kind())
                .containsExactly(Outcome.Kind.BAD, Outcome.Kind.EXCLUDED, Outcome.Kind.EXCLUDED, Outcome.Kind.GOOD);
    }

    @Test
    void reasonsHaveTextsInBothLanguages() {
        Outcome outcome = BUILDER.build(InMemoryClientSource.of(List.of(late())), List.of(SUMMER))
                .members()
                .get(0)
                .outcome();
        assertThat(ReasonCatalogue.standard().text(outcome.reason(), Locale.ENGLISH))
                .isEqualTo("35 days past due, but not in default");
        assertThat(ReasonCatalogue.standard().text(outcome.reason(), Locale.CHINESE))
                .contains("35");
    }

    @Test
    void countsThatDoNotAddUpAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CohortCounts(day("2022-06-30"), 5, 2, 1, 1, Map.of()))
                .withMessage("clients must be good + bad + indeterminate + excluded = 4, found 5");
    }
}
