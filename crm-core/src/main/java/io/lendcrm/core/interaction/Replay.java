package io.lendcrm.core.interaction;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of one thing that moves from state to state, replayed: those that were legal moves or stayed in the same
 * state, and those that were refused. Events count in order of their days; within a day by time if all events of that
 * day tell it, else by the order of the states, so that a day's steps without times are never refused for their order.
 */
record Replay<S extends Enum<S>, E extends Interaction>(List<E> steps, List<RefusedMove<S>> refused) {

    /** {@code canMove} gets null for the state before the first event. */
    static <S extends Enum<S>, E extends Interaction> Replay<S, E> of(
            List<E> events, Function<E, S> state, BiPredicate<@Nullable S, S> canMove) {
        List<E> steps = new ArrayList<>(events.size());
        List<RefusedMove<S>> refused = new ArrayList<>();
        S current = null;
        for (E event : inOrder(events, state)) {
            S next = state.apply(event);
            if (next == current || canMove.test(current, next)) {
                steps.add(event);
                current = next;
            } else {
                refused.add(new RefusedMove<>(event.id(), current, next));
            }
        }
        return new Replay<>(List.copyOf(steps), List.copyOf(refused));
    }

    /** Groups events by a key, in order of first appearance. */
    static <E> Map<String, List<E>> grouped(List<E> events, Function<E, String> key) {
        Map<String, List<E>> groups = new LinkedHashMap<>();
        for (E event : events) {
            groups.computeIfAbsent(key.apply(event), k -> new ArrayList<>()).add(event);
        }
        return groups;
    }

    private static <S extends Enum<S>, E extends Interaction> List<E> inOrder(List<E> events, Function<E, S> state) {
        Set<LocalDate> timeless = new HashSet<>();
        for (E event : events) {
            if (event.header().occurredAt() == null) {
                timeless.add(event.occurredOn());
            }
        }
        List<E> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.<E, LocalDate>comparing(Interaction::occurredOn)
                .thenComparing(e -> timeless.contains(e.occurredOn())
                        ? LocalTime.MIN
                        : e.header().time().orElse(LocalTime.MIN))
                .thenComparing(state)
                .thenComparing(Interaction::id));
        return sorted;
    }
}
