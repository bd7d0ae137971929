package io.lendcrm.examples.command;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.ingest.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a file with one row a client: those of a column, each once, or the rows' numbers. Not thread-safe; confine to
 * one thread.
 */
final class ClientKeys {

    private final @Nullable String column;
    private final List<ClientId> keys = new ArrayList<>();
    private final Set<ClientId> seen = new HashSet<>();
    private long read;

    private ClientKeys(@Nullable String column) {
        this.column = column;
    }

    static ClientKeys in(Optional<String> column) {
        return new ClientKeys(column.orElse(null));
    }

    /** Refuses a row without a key or with that of an earlier row. */
    void check(Row row) {
        read++;
        if (column != null && seen.contains(row.client(column))) {
            throw row.refuse(column, "a key that no earlier row has");
        }
    }

    /** Takes the key of a row that is good in all else, too. */
    void add(Row row) {
        if (column == null) {
            keys.add(ClientId.of(String.valueOf(read)));
            return;
        }
        ClientId key = row.client(column);
        seen.add(key);
        keys.add(key);
    }

    ClientId get(int row) {
        return keys.get(row);
    }

    List<ClientId> all() {
        return List.copyOf(keys);
    }
}
