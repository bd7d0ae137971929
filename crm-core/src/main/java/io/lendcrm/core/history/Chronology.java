package io.lendcrm.core.history;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interactions in order of day, time of the day (an unknown one first) and key. */
final class Chronology {

    private Chronology() {}

    /** The interactions in order, copied only where needed. */
    static List<Interaction> inOrder(List<Interaction> interactions) {
        List<Interaction> copy = List.copyOf(interactions);
        for (int i = 1; i < copy.size(); i++) {
            if (compare(copy.get(i - 1), copy.get(i)) > 0) {
                List<Interaction> sorted = new ArrayList<>(copy);
                sorted.sort(Chronology::compare);
                return List.copyOf(sorted);
            }
        }
        return copy;
    }

    /** Those that can be seen; a view of the list where all that had happened was known, which is the common case. */
    static List<Interaction> seen(List<Interaction> inOrder, AsOf asOf) {
        int happened = firstAfter(inOrder, asOf.date());
        for (int i = 0; i < happened; i++) {
            if (!asOf.knows(inOrder.get(i).recordedAt())) {
                return knownOnly(inOrder, happened, i, asOf);
            }
        }
        return happened == inOrder.size() ? inOrder : inOrder.subList(0, happened);
    }

    private static List<Interaction> knownOnly(List<Interaction> inOrder, int happened, int firstUnknown, AsOf asOf) {
        List<Interaction> known = new ArrayList<>(happened - 1);
        known.addAll(inOrder.subList(0, firstUnknown));
        for (int i = firstUnknown + 1; i < happened; i++) {
            Interaction interaction = inOrder.get(i);
            if (asOf.knows(interaction.recordedAt())) {
                known.add(interaction);
            }
        }
        return Collections.unmodifiableList(known);
    }

    private static int firstAfter(List<Interaction> inOrder, LocalDate date) {
        int from = 0;
        int to = inOrder.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (inOrder.get(middle).occurredOn().isAfter(date)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static int compare(Interaction a, Interaction b) {
        int byDay = a.occurredOn().compareTo(b.occurredOn());
        if (byDay != 0) {
            return byDay;
        }
        int byTime = Long.compare(
                nanoOfDay(a.header().occurredAt()), nanoOfDay(b.header().occurredAt()));
        return byTime != 0 ? byTime : a.id().compareTo(b.id());
    }

    private static long nanoOfDay(@Nullable LocalTime time) {
        return time == null ? -1 : time.toNanoOfDay();
    }
}
