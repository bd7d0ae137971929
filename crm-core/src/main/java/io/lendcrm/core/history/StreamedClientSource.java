package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.AsOf;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Histories cut from dossiers that are read anew for each question, one at a time, so that a book of any size takes the
 * memory of one client: from a file sorted by client, a database cursor, a generator. Finding one client reads up to it.
 * Thread-safe if the supplier is.
 */
public final class StreamedClientSource implements ClientSource {

    private final Supplier<? extends Stream<Dossier>> dossiers;

    private StreamedClientSource(Supplier<? extends Stream<Dossier>> dossiers) {
        this.dossiers = dossiers;
    }

    /**
     * A source of what a supplier gives.
     *
     * @param dossiers opens a stream with one dossier for each client, the same in the same order each time; this source
     *     closes it
     * @return the source
     */
    public static StreamedClientSource of(Supplier<? extends Stream<Dossier>> dossiers) {
        return new StreamedClientSource(requireNonNull(dossiers, "dossiers"));
    }

    @Override
    public Optional<ClientHistory> find(ClientId id, AsOf asOf) {
        requireNonNull(id, "id");
        requireNonNull(asOf, "asOf");
        try (Stream<Dossier> opened = dossiers.get()) {
            return opened.sequential()
                    .filter(dossier -> dossier.id().equals(id))
                    .findFirst()
                    .flatMap(dossier -> dossier.at(asOf));
        }
    }

    @Override
    public void scan(Predicate<ClientId> which, AsOf asOf, Consumer<ClientHistory> visitor) {
        requireNonNull(which, "which");
        requireNonNull(asOf, "asOf");
        requireNonNull(visitor, "visitor");
        try (Stream<Dossier> opened = dossiers.get()) {
            opened.sequential()
                    .filter(dossier -> which.test(dossier.id()))
                    .forEachOrdered(dossier -> dossier.at(asOf).ifPresent(visitor));
        }
    }
}
