package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Numbers clients in order of first appearance, from 0: a hash table with linear probing, some 12 bytes a client beside
 * the id itself. Not thread-safe; confine to one thread.
 */
final class ClientIndex {

    private final List<ClientId> ids = new ArrayList<>();
    /** Rows plus 1; 0 where free. Its length is a power of two, at least half of it free. */
    private int[] table = new int[64];

    int size() {
        return ids.size();
    }

    /** The ids in order; a view that grows with the index. */
    List<ClientId> ids() {
        return Collections.unmodifiableList(ids);
    }

    /** A client's row, or -1. */
    int find(ClientId id) {
        return table[slot(id)] - 1;
    }

    /** A client's row; the next free one if it is new. */
    int findOrAdd(ClientId id) {
        int slot = slot(id);
        if (table[slot] == 0) {
            ids.add(id);
            table[slot] = ids.size();
            if (ids.size() * 2 > table.length) {
                grow();
            }
            return ids.size() - 1;
        }
        return table[slot] - 1;
    }

    private int slot(ClientId id) {
        int mask = table.length - 1;
        int slot = start(id, mask);
        while (table[slot] != 0 && !ids.get(table[slot] - 1).equals(id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int row = 0; row < ids.size(); row++) {
            int slot = start(ids.get(row), mask);
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = row + 1;
        }
        table = larger;
    }

    private static int start(ClientId id, int mask) {
        int h = id.hashCode() * 0x9E3779B9;
        return (h ^ (h >>> 16)) & mask;
    }
}
