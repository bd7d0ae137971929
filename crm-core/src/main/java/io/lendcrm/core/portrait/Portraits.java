package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Label;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.Reading;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Paints portraits through the use gate, for {@link Purpose#SERVICING}: what it denies is absent and listed. Of a client
 * with a hit in the screening against money laundering a portrait shows that flag and nothing else. Thread-safe if the
 * gate and the exchange rates are.
 */
public final class Portraits {

    private static final FieldSet PREFERENCES = FieldSet.of(
            "header.occurredOn",
            "header.occurredAt",
            "header.channel",
            "transaction.product",
            "loanApplication.product",
            "inquiry.product",
            "contact.product",
            "contact.response",
            "facility.signedOn",
            "facility.maturity");
    private static final FieldSet TIMELINE = FieldSet.of(
            "header.occurredOn",
            "header.occurredAt",
            "transaction.direction",
            "transaction.amount",
            "repayment.dueOn",
            "repayment.due",
            "repayment.paid",
            "disbursement.amount",
            "loanApplication.state",
            "loanApplication.amount",
            "balanceReading.balance",
            "guaranteeCall.amount",
            "useOfProceeds.amount",
            "useOfProceeds.declaredPurpose",
            "useOfProceeds.actualPurpose",
            "covenantTest.passed",
            "complaint.state",
            "contact.response");
    private static final FieldSet OVERDUE = FieldSet.of("repayment.dueOn", "repayment.due", "repayment.paid");
    private static final FieldSet COMPLAINT = FieldSet.of("complaint.state");
    private static final FieldSet LABELS = FieldSet.of("organisation.labels");

    private final StandardFeatures standard;
    private final UseGate gate;
    private final PortraitOptions options;
    private final FeatureReader behaviour;

    private Portraits(StandardFeatures standard, UseGate gate, PortraitOptions options) {
        this.standard = requireNonNull(standard, "standard");
        this.gate = requireNonNull(gate, "gate");
        this.options = requireNonNull(options, "options");
        this.behaviour = FeatureReader.of(standard.of(Set.of(Dimension.BEHAVIOUR)), Purpose.SERVICING, gate);
    }

    /**
     * Portraits with the default options.
     *
     * @param standard gives the derived measures: those of behaviour
     * @param gate decides what may be shown
     * @return the painter of portraits
     */
    public static Portraits of(StandardFeatures standard, UseGate gate) {
        return new Portraits(standard, gate, PortraitOptions.defaults());
    }

    /**
     * The same with other options.
     *
     * @param newOptions the options
     * @return the painter of portraits
     */
    public Portraits with(PortraitOptions newOptions) {
        return new Portraits(standard, gate, newOptions);
    }

    /**
     * Begins a state to be kept up to date event by event.
     *
     * @param client whose state
     * @return the empty state
     */
    public PortraitState start(ClientId client) {
        return new PortraitState(client, options);
    }

    /**
     * Paints a client from its history.
     *
     * @param history what may be seen of the client
     * @return the portrait
     */
    public ClientPortrait paint(ClientHistory history) {
        PortraitState state = start(history.id());
        history.interactions().forEach(state::add);
        history.facilities().forEach(state::add);
        return paint(history.clientState(), state, history.asOf());
    }

    /**
     * Paints a client from a state that is kept up to date: the same portrait as from the history of the same events.
     *
     * @param client the client's state at the point in time
     * @param state what its events told
     * @param asOf the point in time
     * @return the portrait
     * @throws IllegalArgumentException if the state belongs to another client or holds anything later
     */
    public ClientPortrait paint(Version<Client> client, PortraitState state, AsOf asOf) {
        if (!state.client().equals(client.value().id())) {
            throw new IllegalArgumentException(
                    "state must belong to " + client.value().id() + ", found " + state.client());
        }
        if (!state.covers(asOf)) {
            throw new IllegalArgumentException("the state must hold nothing later than " + asOf.date()
                    + " or recorded later than " + asOf.knownBy() + "; paint from the history instead");
        }
        GateVisit visit = new GateVisit(client.value(), gate, asOf);
        List<Fact> facts = RecordFacts.of(client, asOf.date(), visit);
        List<Measure> measures = measures(client.value(), state, asOf, visit);
        List<Preference> preferences = new ArrayList<>();
        if (visit.grants(PREFERENCES)) {
            for (Preference.Topic topic : Preference.Topic.values()) {
                preferences.add(state.preference(topic, asOf.date(), options));
            }
        }
        List<TimelineEntry> timeline = visit.grants(TIMELINE) ? state.timeline().entries() : List.of();
        List<PortraitFlag> flags = flags(client, state, asOf, visit);
        return new ClientPortrait(state.client(), asOf, facts, measures, preferences, flags, timeline, visit.denied());
    }

    private List<Measure> measures(Client client, PortraitState state, AsOf asOf, GateVisit visit) {
        Reading reading = behaviour.read(client, standard.running(state.behaviour()), asOf);
        if (reading instanceof Reading.Refused refused) {
            visit.note(refused.denial());
            return List.of();
        }
        FeatureRow row = ((Reading.Read) reading).row();
        List<Measure> measures = new ArrayList<>();
        for (Feature feature : row.schema().features()) {
            double value = row.value(feature.name());
            measures.add(
                    Double.isNaN(value)
                            ? Measure.unknown(feature.name(), feature.unit(), "features", asOf.date())
                            : Measure.of(feature.name(), value, feature.unit(), "features", asOf.date()));
        }
        if (visit.grants(FieldSet.of("relationship.since"))) {
            measures.add(Lifecycle.of(row, client.relationship().since(), asOf.date()));
        }
        return measures;
    }

    private List<PortraitFlag> flags(Version<Client> client, PortraitState state, AsOf asOf, GateVisit visit) {
        LocalDate today = asOf.date();
        List<PortraitFlag> flags = new ArrayList<>();
        Screening screening = client.value().screening();
        if (screening == Screening.HIT) {
            flags.add(new PortraitFlag(PortraitFlag.Kind.AML_HIT, null));
        } else if (screening == Screening.UNDER_REVIEW) {
            flags.add(new PortraitFlag(PortraitFlag.Kind.AML_REVIEW, null));
        }
        if (visit.grants(OVERDUE)) {
            add(flags, PortraitFlag.Kind.OVERDUE, state.overdueSince(today));
        }
        if (visit.grants(COMPLAINT)) {
            add(flags, PortraitFlag.Kind.COMPLAINT_OPEN, state.behaviour().complaintOpenSince());
        }
        LocalDate stale =
                LocalDate.ofInstant(client.recordedAt(), ZoneOffset.UTC).plusDays(options.staleAfterDays());
        if (!screening.stops(Purpose.SERVICING) && stale.isBefore(today)) {
            flags.add(new PortraitFlag(PortraitFlag.Kind.STALE_DATA, stale));
        }
        if (client.value() instanceof Organisation firm && !firm.labels().isEmpty() && visit.grants(LABELS)) {
            for (Label.Kind kind : Label.Kind.values()) {
                add(
                        flags,
                        flag(kind),
                        firm.labels().stream()
                                .filter(label -> label.kind() == kind && label.holdsOn(today))
                                .map(Label::validFrom)
                                .min(LocalDate::compareTo));
            }
        }
        return flags;
    }

    private static void add(List<PortraitFlag> flags, PortraitFlag.Kind kind, Optional<LocalDate> since) {
        since.ifPresent(day -> flags.add(new PortraitFlag(kind, day)));
    }

    private static PortraitFlag.Kind flag(Label.Kind kind) {
        return switch (kind) {
            case TECHNOLOGY -> PortraitFlag.Kind.TECHNOLOGY;
            case GREEN -> PortraitFlag.Kind.GREEN;
            case INCLUSIVE -> PortraitFlag.Kind.INCLUSIVE;
        };
    }
}
