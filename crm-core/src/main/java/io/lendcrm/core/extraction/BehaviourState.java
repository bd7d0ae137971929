package io.lendcrm.core.extraction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the behaviour features of one client need to know, kept up to date event by event: taking in an event costs the
 * same however long the history is. Read it by {@link StandardFeatures#running}.
 *
 * <p>It holds whole numbers only, by day, for twelve months back from the latest event, so the order in which events come
 * never shows: a late or back-dated event needs no rebuild. It can't look back behind an event it has taken in; for an
 * earlier point in time read the history (see {@link #covers}). Taking in the same event twice counts it twice: feed it
 * from a log, which is idempotent. Not thread-safe; confine to one thread.
 */
public final class BehaviourState {

    private static final long VERSION = 1;
    private static final int MONTHS = 12;

    private final ClientId client;
    private final List<Currency> currencies = new ArrayList<>();
    private final DayTally movements = new DayTally();
    private final DayTally channels = new DayTally();
    private final DayTally ratings = new DayTally();
    private final Map<String, ComplaintDays> complaints = new TreeMap<>();
    private final Map<String, Span> contacts = new TreeMap<>();
    private final Map<String, Span> answers = new TreeMap<>();
    private Span movementDays = new Span();
    private Span activityDays = new Span();
    private Span seen = new Span();
    private Instant recorded = Instant.MIN;

    /** The last day that no window ending on or after the latest event reaches back to. */
    private long oldest = Long.MIN_VALUE / 2;

    private BehaviourState(ClientId client) {
        this.client = requireNonNull(client, "client");
    }

    /**
     * A client of whom nothing happened yet.
     *
     * @param client whose state
     * @return the empty state
     */
    public static BehaviourState of(ClientId client) {
        return new BehaviourState(client);
    }

    /** {@return whose state} */
    public ClientId client() {
        return client;
    }

    /**
     * Whether it can answer for a point in time: no event it has taken in happened or was recorded later.
     *
     * @param asOf the point in time
     * @return false if the client's history must be read instead
     */
    public boolean covers(AsOf asOf) {
        return seen.isEmpty() || (seen.last() <= asOf.date().toEpochDay() && asOf.knows(recorded));
    }

    /**
     * Since when a complaint has been waiting to be settled.
     *
     * @return the day on which the oldest open complaint was opened, or empty if none is open
     */
    public Optional<LocalDate> complaintOpenSince() {
        return complaints.values().stream()
                .filter(ComplaintDays::isOpen)
                .map(days -> LocalDate.ofEpochDay(days.openedOn()))
                .min(LocalDate::compareTo);
    }

    /**
     * Takes in an event.
     *
     * @param interaction the event; kinds that tell nothing of behaviour change nothing
     * @throws IllegalArgumentException if it belongs to another client
     * @throws ArithmeticException if a day's sum doesn't fit into 64 bits
     */
    public void add(Interaction interaction) {
        requireOwner(interaction.client());
        boolean contact = interaction.kind() == Interaction.Kind.CONTACT;
        if (!contact && !Touchpoint.isActivity(interaction)) {
            return;
        }
        long day = interaction.occurredOn().toEpochDay();
        see(day, interaction.recordedAt());
        if (contact) {
            addContact((Contact) interaction, day);
        }
        if (Touchpoint.isActivity(interaction)) {
            addActivity(interaction, day);
        }
        Touchpoint.movement(interaction).ifPresent(amount -> addMovement(amount, day));
        if (interaction instanceof Complaint complaint) {
            complaints
                    .computeIfAbsent(complaint.complaint(), key -> new ComplaintDays())
                    .add(complaint);
        }
        if (interaction instanceof Feedback feedback && isKept(day)) {
            ratings.add(day, feedback.highest() - feedback.lowest(), 1, feedback.rating() - feedback.lowest());
        }
    }

    /**
     * Takes in the events of another state of the same client; none may be in both.
     *
     * @param other the other state, unchanged
     * @throws IllegalArgumentException if it belongs to another client
     */
    public void merge(BehaviourState other) {
        requireOwner(other.client);
        if (other.seen.isEmpty()) {
            return;
        }
        seen.add(other.seen);
        see(other.seen.last(), other.recorded);
        movementDays.add(other.movementDays);
        activityDays.add(other.activityDays);
        other.movements.visit(
                oldest,
                Long.MAX_VALUE,
                (day, slot, count, sum) -> movements.add(day, slot(other.currencies.get(slot)), count, sum));
        other.channels.visit(oldest, Long.MAX_VALUE, channels::add);
        other.ratings.visit(oldest, Long.MAX_VALUE, ratings::add);
        other.complaints.forEach((key, days) ->
                complaints.computeIfAbsent(key, k -> new ComplaintDays()).add(days));
        other.contacts.forEach(
                (key, days) -> contacts.computeIfAbsent(key, k -> new Span()).add(days));
        other.answers.forEach(
                (key, days) -> answers.computeIfAbsent(key, k -> new Span()).add(days));
        dropOldCampaigns();
    }

    /** {@return the state as a document, to be read back by {@link #read}} */
    public Document.Tree write() {
        return Document.tree()
                .put("version", VERSION)
                .put("client", client.value())
                .put("recorded", recorded.toString())
                .put("seen", seen.write())
                .put("movementDays", movementDays.write())
                .put("activityDays", activityDays.write())
                .put(
                        "currencies",
                        currencies.stream().map(Currency::getCurrencyCode).toList())
                .put("movements", new Document.Items(movements.write()))
                .put("channels", new Document.Items(channels.write()))
                .put("ratings", new Document.Items(ratings.write()))
                .put(
                        "complaints",
                        new Document.Items(complaints.entrySet().stream()
                                .map(e -> (Document) e.getValue().write(e.getKey()))
                                .toList()))
                .put("contacts", campaigns(contacts))
                .put("answers", campaigns(answers))
                .build();
    }

    /**
     * Reads a state back.
     *
     * @param document what {@link #write} made
     * @return a state that answers as the one written and goes on from there
     * @throws ModelFormatException if a part is missing, unknown or out of range, or the version is another
     */
    public static BehaviourState read(Document.Tree document) {
        DocumentReader stored = DocumentReader.of(document, "$");
        if (stored.whole("version") != VERSION) {
            throw new ModelFormatException("$.version", "must be " + VERSION + ", found " + stored.whole("version"));
        }
        BehaviourState state = stored.build(() -> new BehaviourState(ClientId.of(stored.text("client"))));
        state.recorded = stored.build(() -> Instant.parse(stored.text("recorded")));
        state.seen = Span.read(stored.tree("seen"));
        state.movementDays = Span.read(stored.tree("movementDays"));
        state.activityDays = Span.read(stored.tree("activityDays"));
        stored.build(() -> stored.texts("currencies").stream()
                        .map(Currency::getInstance)
                        .toList())
                .forEach(state.currencies::add);
        state.movements.read(stored, "movements", 0, state.currencies.size());
        state.channels.read(stored, "channels", 0, Touchpoint.CHANNELS.size());
        state.ratings.read(stored, "ratings", 1, Integer.MAX_VALUE);
        stored.trees("complaints", r -> once(r, "complaint", state.complaints, ComplaintDays.read(r)));
        stored.trees("contacts", r -> once(r, "campaign", state.contacts, Span.read(r.tree("days"))));
        stored.trees("answers", r -> once(r, "campaign", state.answers, Span.read(r.tree("days"))));
        stored.end();
        if (!state.seen.isEmpty()) {
            state.forgetBefore(LocalDate.ofEpochDay(state.seen.last()));
        }
        return state;
    }

    /** {@return the client's fingerprint and the latest day} */
    @Override
    public String toString() {
        return "BehaviourState[" + client + (seen.isEmpty() ? "" : ", to " + LocalDate.ofEpochDay(seen.last())) + "]";
    }

    Span movementDays() {
        return movementDays;
    }

    Span activityDays() {
        return activityDays;
    }

    Iterable<ComplaintDays> complaints() {
        return complaints.values();
    }

    Map<String, Span> contacts() {
        return contacts;
    }

    Map<String, Span> answers() {
        return answers;
    }

    DayTally movements() {
        return movements;
    }

    int currencies() {
        return currencies.size();
    }

    Currency currency(int slot) {
        return currencies.get(slot);
    }

    DayTally channels() {
        return channels;
    }

    DayTally ratings() {
        return ratings;
    }

    /** Keeps nothing that a window ending on a day or later doesn't reach back to. */
    void forgetBefore(LocalDate day) {
        long end = day.minusMonths(MONTHS).toEpochDay();
        if (end > oldest) {
            oldest = end;
            movements.dropThrough(oldest);
            channels.dropThrough(oldest);
            ratings.dropThrough(oldest);
        }
    }

    private static <T> T once(DocumentReader stored, String name, Map<String, T> all, T value) {
        if (all.putIfAbsent(stored.text(name), value) != null) {
            throw stored.fault(name, "must not come twice");
        }
        return value;
    }

    private void see(long day, Instant recordedAt) {
        boolean later = seen.isEmpty() || day > seen.last();
        seen.add(day);
        recorded = recordedAt.isAfter(recorded) ? recordedAt : recorded;
        // a year is more than 365 days, so that most later days need no calendar
        if (later && day - oldest > 365) {
            forgetBefore(LocalDate.ofEpochDay(day));
        }
    }

    private void addContact(Contact contact, long day) {
        contacts.computeIfAbsent(contact.campaign(), key -> new Span()).add(day);
        if (Touchpoint.isAnswer(contact)) {
            answers.computeIfAbsent(contact.campaign(), key -> new Span()).add(day);
        }
        dropOldCampaigns();
    }

    private void dropOldCampaigns() {
        contacts.values().removeIf(days -> days.last() <= oldest);
        answers.values().removeIf(days -> days.last() <= oldest);
    }

    private void addActivity(Interaction interaction, long day) {
        activityDays.add(day);
        int slot = Touchpoint.slot(interaction.channel());
        if (slot >= 0 && isKept(day)) {
            channels.add(day, slot, 1, 0);
        }
    }

    private void addMovement(Money amount, long day) {
        movementDays.add(day);
        if (isKept(day)) {
            movements.add(day, slot(amount.currency()), 1, Math.absExact(amount.minorUnits()));
        }
    }

    private int slot(Currency currency) {
        int at = currencies.indexOf(currency);
        if (at >= 0) {
            return at;
        }
        currencies.add(currency);
        return currencies.size() - 1;
    }

    private boolean isKept(long day) {
        return day > oldest;
    }

    private void requireOwner(ClientId found) {
        if (!client.equals(found)) {
            throw new IllegalArgumentException("interaction must belong to " + client + ", found " + found);
        }
    }

    private static Document.Items campaigns(Map<String, Span> days) {
        return new Document.Items(days.entrySet().stream()
                .map(e -> (Document) Document.tree()
                        .put("campaign", e.getKey())
                        .put("days", e.getValue().write())
                        .build())
                .toList());
    }
}
