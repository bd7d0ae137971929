package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.AsOf;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Histories cut from dossiers held in memory, in the order in which those were given. Immutable and thread-safe. */
public final class InMemoryClientSource implements ClientSource {

    private final Map<ClientId, Dossier> dossiers;

    private InMemoryClientSource(Map<ClientId, Dossier> dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * A source of these dossiers.
     *
     * @param dossiers the dossiers, one for each client
     * @return the source
     * @throws IllegalArgumentException if a client has two dossiers
     */
    public static InMemoryClientSource of(Collection<Dossier> dossiers) {
        Map<ClientId, Dossier> byId = new LinkedHashMap<>();
        for (Dossier dossier : dossiers) {
            if (byId.putIfAbsent(dossier.id(), dossier) != null) {
                throw new IllegalArgumentException("each client must have one dossier, found two of " + dossier.id());
            }
        }
        return new InMemoryClientSource(Collections.unmodifiableMap(byId));
    }

    /** {@return how many dossiers there are} */
    public int size() {
        return dossiers.size();
    }

    @Override
    public Optional<ClientHistory> find(ClientId id, AsOf asOf) {
        requireNonNull(id, "id");
        requireNonNull(asOf, "asOf");
        return Optional.ofNullable(dossiers.get(id)).flatMap(dossier -> dossier.at(asOf));
    }

    @Override
    public void scan(Predicate<ClientId> which, AsOf asOf, Consumer<ClientHistory> visitor) {
        requireNonNull(which, "which");
        requireNonNull(asOf, "asOf");
        requireNonNull(visitor, "visitor");
        dossiers.values().stream()
                .filter(dossier -> which.test(dossier.id()))
                .forEachOrdered(dossier -> dossier.at(asOf).ifPresent(visitor));
    }
}
