package io.lendcrm.core.interaction;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How many applications got how far. Immutable and thread-safe.
 *
 * @param reached for every state how many applications were ever in it
 */
public record ApplicationFunnel(
        @Classified(DataClass.ORDINARY) Map<ApplicationState, Integer> reached) {

    public ApplicationFunnel {
        Map<ApplicationState, Integer> all = new EnumMap<>(ApplicationState.class);
        for (ApplicationState state : ApplicationState.values()) {
            int count = reached.getOrDefault(state, 0);
            if (count < 0) {
                throw new IllegalArgumentException("reached must be at least 0, found " + count + " for " + state);
            }
            all.put(state, count);
        }
        reached = Collections.unmodifiableMap(all);
    }

    /**
     * Counts applications.
     *
     * @param tracks the applications
     * @return how many reached each state
     */
    public static ApplicationFunnel of(List<ApplicationTrack> tracks) {
        Map<ApplicationState, Integer> reached = new EnumMap<>(ApplicationState.class);
        for (ApplicationTrack track : tracks) {
            track.steps().stream()
                    .map(LoanApplication::state)
                    .distinct()
                    .forEach(state -> reached.merge(state, 1, Integer::sum));
        }
        return new ApplicationFunnel(reached);
    }

    /**
     * How many of those in one state got to another.
     *
     * @param from the earlier state
     * @param to the later state
     * @return the share, or empty if none was in the earlier state
     */
    public OptionalDouble conversion(ApplicationState from, ApplicationState to) {
        int all = reached.getOrDefault(from, 0);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) reached.getOrDefault(to, 0) / all);
    }
}
