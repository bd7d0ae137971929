package io.lendcrm.core.portrait;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.SINCE;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.eur;
import static io.lendcrm.core.extraction.Story.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.client.Label;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Note;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitsTest {

    private static final String CANARY = "CANARY";

    @Test
    void factsTellTheirFieldTheirSourceAndHowFreshTheyAre() {
        Fact employees = paint(UseGate.allowAll(), Screening.CLEAR)
                .fact("organisation.employees")
                .orElseThrow();

        assertThat(employees.value()).isEqualTo("60");
        assertThat(employees.source().value()).isEqualTo("client-record");
        assertThat(employees.validFrom()).isEqualTo(SINCE);
        assertThat(employees.recordedAt()).isEqualTo(AsOf.recordedOn(SINCE, ZoneOffset.UTC));
    }

    @Test
    void whatTheGateDeniesIsAbsentAndListed() {
        UseGate noAmounts = (client, purpose, fields, asOf) -> fields.names().contains("transaction.amount")
                ? Permission.denied("no-basis", fields)
                : fields.names().contains("organisation.legalName")
                        ? Permission.denied("masked", fields)
                        : Permission.granted();

        ClientPortrait portrait = paint(noAmounts, Screening.CLEAR, movement(TODAY, 1));

        assertThat(portrait.fact("organisation.legalName")).isEmpty();
        assertThat(portrait.fact("organisation.employees")).isPresent();
        assertThat(portrait.measures()).isEmpty();
        assertThat(portrait.timeline()).isEmpty();
        assertThat(portrait.denied())
                .containsEntry("organisation.legalName", "masked")
                .containsEntry("transaction.amount", "no-basis")
                .doesNotContainKey("organisation.employees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint.state",
                "contact.response",
                "covenantTest.passed",
                "guaranteeCall.amount",
                "loanApplication.state",
                "repayment.due",
                "repayment.dueOn",
                "transaction.direction",
                "useOfProceeds.actualPurpose"
            })
    void theTimelineShowsNothingOfAFieldThatTheGateDenies(String denied) {
        UseGate gate = (client, purpose, fields, asOf) ->
                fields.names().contains(denied) ? Permission.denied("no-basis", fields) : Permission.granted();

        ClientPortrait portrait = paint(gate, Screening.CLEAR, movement(TODAY, 1));

        assertThat(portrait.timeline()).isEmpty();
        assertThat(portrait.denied()).containsEntry(denied, "no-basis");
    }

    @Test
    void ofAClientWithAHitOnlyThatIsShown() {
        ClientPortrait portrait = paint(UseGate.allowAll(), Screening.HIT, movement(TODAY, 1));

        assertThat(portrait.flags()).containsExactly(new PortraitFlag(PortraitFlag.Kind.AML_HIT, null));
        assertThat(portrait.facts()).isEmpty();
        assertThat(portrait.measures()).isEmpty();
        assertThat(portrait.preferences()).isEmpty();
        assertThat(portrait.timeline()).isEmpty();
        assertThat(portrait.denied().values()).isNotEmpty().containsOnly("aml-stop");
    }

    @Test
    void flagsTellWhatIsDueOpenStaleAndProven() {
        ClientPortrait portrait = paint(
                UseGate.allowAll(),
                Screening.UNDER_REVIEW,
                Repayment.of(on(TODAY, Channel.SYSTEM, 1), "f", TODAY.minusDays(9), eur("10"), eur("4")),
                Repayment.of(on(TODAY, Channel.SYSTEM, 2), "g", TODAY.minusDays(30), eur("10"), eur("10")),
                Complaint.of(on(TODAY.minusDays(3), Channel.APP, 3), "c", ComplaintState.OPENED, "fees"),
                Complaint.of(on(TODAY.minusDays(8), Channel.APP, 4), "d", ComplaintState.OPENED, "fees"),
                Complaint.of(on(TODAY.minusDays(7), Channel.APP, 5), "d", ComplaintState.RESOLVED, "fees"));

        assertThat(portrait.flags())
                .containsExactly(
                        new PortraitFlag(PortraitFlag.Kind.AML_REVIEW, null),
                        new PortraitFlag(PortraitFlag.Kind.OVERDUE, TODAY.minusDays(9)),
                        new PortraitFlag(PortraitFlag.Kind.COMPLAINT_OPEN, TODAY.minusDays(3)),
                        new PortraitFlag(PortraitFlag.Kind.STALE_DATA, SINCE.plusDays(730)),
                        new PortraitFlag(PortraitFlag.Kind.GREEN, SINCE));
    }

    @Test
    void anExpiredLabelIsNoFlag() {
        assertThat(paint(UseGate.allowAll(), Screening.CLEAR).has(PortraitFlag.Kind.TECHNOLOGY))
                .isFalse();
    }

    @Test
    void scoresAndSegmentsAreAddedByWhoeverComputesThem() {
        ClientPortrait portrait = paint(UseGate.allowAll(), Screening.CLEAR)
                .with(List.of(
                        Measure.of("segment", "loyal", "k-means", TODAY)
                                .withReasons(List.of(Reason.of("cluster.nearest", 1))),
                        Measure.of("clv", 1234.5, "EUR", "bg-nbd", TODAY)));

        assertThat(portrait.measure("segment").orElseThrow().asWord()).hasValue("loyal");
        assertThat(portrait.measure("clv").orElseThrow().asNumber()).hasValue(1234.5);
        assertThatThrownBy(() -> portrait.with(List.of(Measure.of("clv", 1, "EUR", "other", TODAY))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMeasureThatIsNotDefinedIsUnknownAndNotZero() {
        Measure recency = paint(UseGate.allowAll(), Screening.CLEAR)
                .measure("recency_days")
                .orElseThrow();

        assertThat(recency.isUnknown()).isTrue();
        assertThat(recency.asNumber()).isEmpty();
    }

    @Test
    void theStageOfTheLifeCycleHasAReasonThatReadsInBothLanguages() {
        Measure stage = paint(UseGate.allowAll(), Screening.CLEAR, movement(TODAY.minusDays(400), 1))
                .measure("lifecycle_stage")
                .orElseThrow();

        assertThat(stage.asWord()).hasValue("lost");
        Reason reason = stage.reasons().get(0);
        assertThat(ReasonCatalogue.standard().text(reason, Locale.ENGLISH))
                .isEqualTo("No money has moved for 400 days.");
        assertThat(ReasonCatalogue.standard().text(reason, Locale.CHINESE)).contains("400 天");
    }

    @Test
    void theTimelineKeepsTheLatestEventsAndNothingThatSomebodyWrote() {
        Portraits portraits = Portraits.of(STANDARD, UseGate.allowAll())
                .with(PortraitOptions.defaults().withTimelineLength(3));

        ClientPortrait portrait = portraits.paint(dossier(
                        Screening.CLEAR,
                        movement(TODAY.minusDays(5), 1),
                        new Note(on(TODAY.minusDays(2), Channel.MANAGER, 2), CANARY, CANARY, DataClass.SENSITIVE),
                        Complaint.of(on(TODAY, Channel.APP, 3), CANARY, ComplaintState.OPENED, CANARY),
                        Repayment.of(on(TODAY, Channel.APP, 4), "f", TODAY.minusDays(9), eur("10"), eur("4")))
                .at(AS_OF)
                .orElseThrow());

        assertThat(portrait.timeline())
                .containsExactly(
                        new TimelineEntry(TODAY.minusDays(2), Interaction.Kind.NOTE, "", null),
                        new TimelineEntry(TODAY, Interaction.Kind.COMPLAINT, "opened", null),
                        new TimelineEntry(TODAY, Interaction.Kind.REPAYMENT, "partial-late", eur("4")));
    }

    @Test
    void printingAPortraitShowsNothingPersonal() {
        ClientPortrait portrait = paint(UseGate.allowAll(), Screening.CLEAR, movement(TODAY, 1));

        assertThat(portrait.fact("organisation.legalName").orElseThrow().value())
                .as("who may see it does see it")
                .contains(CANARY);
        assertThat(portrait + " " + portrait.facts() + " " + portrait.measures())
                .doesNotContain(CANARY);
    }

    @Test
    void aStateThatKnowsMoreThanThePointInTimeIsRefused() {
        Portraits portraits = Portraits.of(STANDARD, UseGate.allowAll());
        PortraitState state = portraits.start(ID);
        state.add(movement(TODAY.plusDays(1), 1));

        assertThat(state.covers(AS_OF)).isFalse();
        assertThatThrownBy(() -> portraits.paint(
                        dossier(Screening.CLEAR).at(AS_OF).orElseThrow().clientState(), state, AS_OF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ClientPortrait paint(UseGate gate, Screening screening, Interaction... events) {
        return Portraits.of(STANDARD, gate)
                .paint(dossier(screening, events).at(AS_OF).orElseThrow());
    }

    private static Dossier dossier(Screening screening, Interaction... events) {
        Organisation firm = Organisation.builder()
                .id(ID)
                .relationship(new Relationship(SINCE, screening, List.of()))
                .type(Organisation.Type.ENTERPRISE)
                .legalName(CANARY + " Ltd")
                .registrationId(CANARY)
                .employees(60)
                .labels(List.of(
                        new Label(Label.Kind.GREEN, CANARY, "x", SINCE, null),
                        new Label(Label.Kind.TECHNOLOGY, CANARY, "x", SINCE, TODAY.minusDays(1))))
                .build();
        return Dossier.of(ID, Versions.of(firm, SINCE, AsOf.recordedOn(SINCE, ZoneOffset.UTC)))
                .withInteractions(List.of(events));
    }

    private static Interaction movement(LocalDate day, int number) {
        return new Transaction(on(day, Channel.SYSTEM, number), Direction.OUT, eur("10"), null, null);
    }
}
