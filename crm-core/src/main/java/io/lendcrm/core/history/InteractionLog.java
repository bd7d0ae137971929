package io.lendcrm.core.history;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import java.util.List;

/**
 * An append-only log of interactions, idempotent by id. Implementations are thread-safe.
 */
public interface InteractionLog {

    /**
     * What became of a batch. {@code appended + repeated.size() + conflicting.size()} is the batch's size.
     *
     * @param appended how many were new and are in the log now
     * @param repeated the ids of those that were there already, equal in every part
     * @param conflicting the ids of those that were there already with other values; the log keeps the first
     */
    record AppendResult(int appended, List<InteractionId> repeated, List<InteractionId> conflicting) {
        public AppendResult {
            repeated = List.copyOf(repeated);
            conflicting = List.copyOf(conflicting);
        }
    }

    /**
     * Part of the log.
     *
     * @param interactions the interactions in order of appending
     * @param next the position to read on from
     */
    record Page(List<Interaction> interactions, long next) {
        public Page {
            interactions = List.copyOf(interactions);
        }
    }

    /**
     * Appends what is new.
     *
     * @param batch the interactions
     * @return how many were new, repeated or in conflict
     * @throws NullPointerException if the batch or one of it is null; nothing is appended then
     */
    AppendResult append(List<Interaction> batch);

    /**
     * Reads on.
     *
     * @param position where to begin: 0 for the first, then {@link Page#next()}
     * @param max how many at most, at least 1
     * @return the next part; empty at the end
     * @throws IllegalArgumentException if {@code max} is below 1, or the position below 0 or beyond the end
     */
    Page read(long position, int max);
}
