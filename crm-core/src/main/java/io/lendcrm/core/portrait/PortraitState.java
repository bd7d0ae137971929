package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.extraction.BehaviourState;
import io.lendcrm.core.extraction.Touchpoint;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Claim;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a portrait needs to know of a client's events, kept up to date one by one. Events may come in any order: a late or
 * back-dated one needs no rebuild, and the portrait is that of the history of the same events (weights of preferences
 * to a part in 10¹²). It can't look back behind an event it has taken in (see {@link #covers}). Taking in the same event
 * twice counts it twice: feed it from a log, which is idempotent. It isn't stored; rebuild it from the log. Not
 * thread-safe; confine to one thread.
 */
public final class PortraitState {

    private static final int[] PARTS_OF_DAY = {6, 12, 18};
    private static final String[] PART_NAMES = {"night", "morning", "afternoon", "evening"};

    private final BehaviourState behaviour;
    private final Map<Preference.Topic, PreferenceTally> choices = new EnumMap<>(Preference.Topic.class);
    private final Map<String, Facility> facilities = new HashMap<>();
    private final List<Repayment> repayments = new ArrayList<>();
    private final Timeline timeline;
    private LocalDate latest = LocalDate.MIN;
    private Instant recorded = Instant.MIN;

    PortraitState(ClientId client, PortraitOptions options) {
        this.behaviour = BehaviourState.of(client);
        this.timeline = new Timeline(options.timelineLength());
        for (Preference.Topic topic : Preference.Topic.values()) {
            choices.put(topic, new PreferenceTally(options.halfLifeDays()));
        }
    }

    /** {@return whose state} */
    public ClientId client() {
        return behaviour.client();
    }

    /**
     * Whether it can answer for a point in time: nothing it has taken in happened or was recorded later.
     *
     * @param asOf the point in time
     * @return false if the portrait must be painted from the history instead
     */
    public boolean covers(AsOf asOf) {
        return !latest.isAfter(asOf.date()) && asOf.knows(recorded) && behaviour.covers(asOf);
    }

    /**
     * Takes in an event.
     *
     * @param interaction the event
     * @throws IllegalArgumentException if it belongs to another client
     */
    public void add(Interaction interaction) {
        requireOwner(interaction.client());
        see(interaction.occurredOn(), interaction.recordedAt());
        behaviour.add(interaction);
        timeline.add(interaction);
        if (interaction instanceof Repayment repayment) {
            repayments.add(repayment);
        }
        long day = interaction.occurredOn().toEpochDay();
        String product = product(interaction);
        if (product != null) {
            tally(Preference.Topic.PRODUCT).add(product, day);
        }
        if (Touchpoint.isActivity(interaction) && !interaction.channel().equals(Channel.SYSTEM)) {
            tally(Preference.Topic.CHANNEL).add(interaction.channel().code(), day);
            interaction
                    .header()
                    .time()
                    .ifPresent(time -> tally(Preference.Topic.CONTACT_TIME).add(partOfDay(time.getHour()), day));
        }
    }

    /**
     * Takes in a credit contract, or its changed terms: of two with the same key the one recorded last holds.
     *
     * @param facility the contract
     * @throws IllegalArgumentException if it belongs to another client
     */
    public void add(Facility facility) {
        requireOwner(facility.borrower());
        see(facility.signedOn(), facility.recordedAt());
        facilities.merge(facility.id(), facility, (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
    }

    BehaviourState behaviour() {
        return behaviour;
    }

    Timeline timeline() {
        return timeline;
    }

    Optional<LocalDate> overdueSince(LocalDate today) {
        return RepaymentTrack.byLoan(facilities.values(), repayments).stream()
                .flatMap(track -> track.claims().stream())
                .filter(claim -> claim.isOverdue(today))
                .map(Claim::dueOn)
                .min(LocalDate::compareTo);
    }

    Preference preference(Preference.Topic topic, LocalDate today, PortraitOptions options) {
        PreferenceTally tally = topic == Preference.Topic.TENOR ? tenors(options) : tally(topic);
        return tally.at(today.toEpochDay(), topic, options.minimumEvidence());
    }

    private PreferenceTally tenors(PortraitOptions options) {
        PreferenceTally tally = new PreferenceTally(options.halfLifeDays());
        facilities.values().stream()
                .sorted(Comparator.comparing(Facility::signedOn).thenComparing(Facility::id))
                .forEach(f -> tally.add(tenor(f), f.signedOn().toEpochDay()));
        return tally;
    }

    private PreferenceTally tally(Preference.Topic topic) {
        return requireNonNull(choices.get(topic));
    }

    private void see(LocalDate day, Instant recordedAt) {
        latest = day.isAfter(latest) ? day : latest;
        recorded = recordedAt.isAfter(recorded) ? recordedAt : recorded;
    }

    private void requireOwner(ClientId found) {
        if (!client().equals(found)) {
            throw new IllegalArgumentException("the event must belong to " + client() + ", found " + found);
        }
    }

    private static @Nullable String product(Interaction interaction) {
        return switch (interaction.kind()) {
            case TRANSACTION -> ((Transaction) interaction).product();
            case APPLICATION -> ((LoanApplication) interaction).product();
            case INQUIRY -> ((Inquiry) interaction).product();
            case CONTACT ->
                ((Contact) interaction).response() == ContactResponse.ACCEPTED
                        ? ((Contact) interaction).product()
                        : null;
            default -> null;
        };
    }

    private static String tenor(Facility facility) {
        LocalDate end = facility.maturity();
        LocalDate start = facility.signedOn();
        return !end.isAfter(start.plusYears(1))
                ? "up-to-1-year"
                : !end.isAfter(start.plusYears(3))
                        ? "1-to-3-years"
                        : !end.isAfter(start.plusYears(5)) ? "3-to-5-years" : "over-5-years";
    }

    private static String partOfDay(int hour) {
        int part = 0;
        while (part < PARTS_OF_DAY.length && hour >= PARTS_OF_DAY[part]) {
            part++;
        }
        return PART_NAMES[part];
    }
}
