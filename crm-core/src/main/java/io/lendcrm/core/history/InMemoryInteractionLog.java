package io.lendcrm.core.history;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log held in memory. Thread-safe: each batch is appended as a whole, and each page is read as a whole. */
public final class InMemoryInteractionLog implements InteractionLog {

    private final List<Interaction> log = new ArrayList<>();
    private final Map<InteractionId, Interaction> byId = new HashMap<>();

    /** An empty log. */
    public InMemoryInteractionLog() {}

    @Override
    public AppendResult append(List<Interaction> batch) {
        List<Interaction> given = List.copyOf(batch);
        List<InteractionId> repeated = new ArrayList<>();
        List<InteractionId> conflicting = new ArrayList<>();
        synchronized (log) {
            for (Interaction interaction : given) {
                Interaction before = byId.putIfAbsent(interaction.id(), interaction);
                if (before == null) {
                    log.add(interaction);
                } else if (before.equals(interaction)) {
                    repeated.add(interaction.id());
                } else {
                    conflicting.add(interaction.id());
                }
            }
        }
        return new AppendResult(given.size() - repeated.size() - conflicting.size(), repeated, conflicting);
    }

    @Override
    public Page read(long position, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be at least 1, found " + max);
        }
        synchronized (log) {
            if (position < 0 || position > log.size()) {
                throw new IllegalArgumentException(
                        "position must be within [0, " + log.size() + "], found " + position);
            }
            int from = (int) position;
            int to = (int) Math.min(log.size(), position + max);
            return new Page(log.subList(from, to), to);
        }
    }
}
