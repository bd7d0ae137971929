package io.lendcrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.InteractionLog;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes in interactions and tells the stages. The same interactions give the same stages, however often, in whatever order
 * and in whatever batches they come: each counts once by its key, and of two with the same key the one recorded first
 * counts. Days are gone through one by one, so a stage begins on the day its rule first holds. Not thread-safe; confine to
 * one thread.
 *
 * <p>Activity is a transaction, a repayment or a disbursement unless said otherwise; any other interaction only makes the
 * client known. The stage of the client's business (its age, its growth) is another matter and has no part in it.
 */
public final class LifecycleReplay {

    private static final Comparator<Event> FIRST_RECORDED = Comparator.comparing(Event::recordedAt)
            .thenComparing(Event::day)
            .thenComparing(Event::client)
            .thenComparing(Event::activity);

    private final LifecycleRules rules;
    private final Set<Interaction.Kind> activity;
    private final Map<InteractionId, Event> events = new HashMap<>();

    private record Event(Instant recordedAt, LocalDate day, ClientId client, boolean activity) {}

    private LifecycleReplay(LifecycleRules rules, Set<Interaction.Kind> activity) {
        this.rules = rules;
        this.activity = activity;
    }

    /**
     * A replay in which money that moves is activity.
     *
     * @param rules when stages begin and end
     * @return an empty replay
     */
    public static LifecycleReplay of(LifecycleRules rules) {
        return of(rules, LifecycleCard.MONEY_MOVES);
    }

    /**
     * A replay.
     *
     * @param rules when stages begin and end
     * @param activity which kinds of interaction are activity, at least one
     * @return an empty replay
     */
    public static LifecycleReplay of(LifecycleRules rules, Set<Interaction.Kind> activity) {
        if (activity.isEmpty()) {
            throw new IllegalArgumentException("activity must be at least one kind of interaction, found none");
        }
        return new LifecycleReplay(requireNonNull(rules, "rules"), Set.copyOf(activity));
    }

    /**
     * Takes in interactions, of any clients, in any order; those that are there already do nothing.
     *
     * @param batch the interactions
     * @return this
     */
    public LifecycleReplay add(Collection<? extends Interaction> batch) {
        for (Interaction one : batch) {
            events.merge(
                    one.id(),
                    new Event(one.recordedAt(), one.occurredOn(), one.client(), activity.contains(one.kind())),
                    (there, more) -> FIRST_RECORDED.compare(there, more) <= 0 ? there : more);
        }
        return this;
    }

    /**
     * Takes in a log from its beginning.
     *
     * @param log the log
     * @return this
     */
    public LifecycleReplay add(InteractionLog log) {
        InteractionLog.Page page = log.read(0, 10_000);
        while (!page.interactions().isEmpty()) {
            add(page.interactions());
            page = log.read(page.next(), 10_000);
        }
        return this;
    }

    /**
     * The stages of all clients of whom something happened up to a day.
     *
     * @param until the last day to look at; what happened later doesn't count
     * @return a history for each, in the order of their keys
     */
    public List<StageHistory> histories(LocalDate until) {
        Map<ClientId, List<Event>> byClient = new TreeMap<>();
        for (Event event : events.values()) {
            if (!event.day().isAfter(until)) {
                byClient.computeIfAbsent(event.client(), client -> new ArrayList<>())
                        .add(event);
            }
        }
        List<StageHistory> histories = new ArrayList<>();
        byClient.forEach((client, own) -> {
            LocalDate known =
                    own.stream().map(Event::day).min(Comparator.naturalOrder()).orElseThrow();
            List<LocalDate> active =
                    own.stream().filter(Event::activity).map(Event::day).toList();
            histories.add(rules.history(client, known, active, until));
        });
        return histories;
    }
}
