package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.AsOf;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where histories come from. Implementations are thread-safe and give the same history for the same question. */
public interface ClientSource {

    /**
     * One client's history.
     *
     * @param id whose
     * @param asOf the point in time
     * @return the history, or empty if the client wasn't known then
     */
    Optional<ClientHistory> find(ClientId id, AsOf asOf);

    /**
     * Streams the histories of the clients that were known, one at a time, in the source's stable order.
     *
     * @param which which clients
     * @param asOf the point in time
     * @param visitor takes each history
     */
    void scan(Predicate<ClientId> which, AsOf asOf, Consumer<ClientHistory> visitor);
}
