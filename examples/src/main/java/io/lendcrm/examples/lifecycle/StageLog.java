package io.lendcrm.examples.lifecycle;

import io.lendcrm.core.ClientId;
import io.lendcrm.segmentation.lifecycle.LifecycleRules;
import io.lendcrm.segmentation.lifecycle.StageHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a log tells of each client up to a day: since when it is known, and when it was active. Not thread-safe; confine to one thread. */
final class StageLog {

    private final LocalDate asOf;
    private final Map<ClientId, Days> clients = new TreeMap<>();
    private final Map<String, Event> keyed = new HashMap<>();
    private long later;
    private long repeated;

    StageLog(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Something that happened; whether it is activity, or only makes the client known. */
    record Event(ClientId client, LocalDate day, boolean active) {}

    private static final class Days {
        private LocalDate known;
        private final List<LocalDate> active = new ArrayList<>();

        Days(LocalDate known) {
            this.known = known;
        }
    }

    void add(Event event) {
        if (event.day().isAfter(asOf)) {
            later++;
            return;
        }
        Days days = clients.computeIfAbsent(event.client(), client -> new Days(event.day()));
        if (event.day().isBefore(days.known)) {
            days.known = event.day();
        }
        if (event.active()) {
            days.active.add(event.day());
        }
    }

    /** Adds an event once by its key; tells the one that was there under the key if it is another. */
    Optional<Event> add(String key, Event event) {
        Event before = keyed.putIfAbsent(key, event);
        if (before == null) {
            add(event);
        } else if (before.equals(event)) {
            repeated++;
        } else {
            return Optional.of(before);
        }
        return Optional.empty();
    }

    long later() {
        return later;
    }

    long repeated() {
        return repeated;
    }

    /** The first day anybody was known. */
    Optional<LocalDate> first() {
        return clients.values().stream().map(days -> days.known).min(LocalDate::compareTo);
    }

    /** The stages of all clients, in the order of their keys. */
    List<StageHistory> histories(LifecycleRules rules) {
        List<StageHistory> histories = new ArrayList<>(clients.size());
        clients.forEach((client, days) -> histories.add(rules.history(client, days.known, days.active, asOf)));
        return histories;
    }
}
