package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers clients in order of first appearance, from 0. The keys stand one behind the other in one array of bytes, each
 * with its row before it, and a hash table with linear probing holds hashes and places: finding a client among millions
 * waits for memory twice, where objects would make it wait five times. A client takes 20 to 36 bytes and those of its
 * key, two bytes a character if one is beyond Latin-1. Not thread-safe; confine to one thread.
 */
final class ClientIndex {

    /** Before the characters: four bytes of the row, then the length and whether characters take two bytes. */
    private static final int HEAD = 6;

    private static final int WIDE = 0x80;

    /** The hash above, the place plus 1 below; 0 where free. Its length is a power of two, at least half of it free. */
    private long[] table = new long[64];

    private byte[] keys = new byte[1024];
    private int used;
    private int[] places = new int[16];
    private int size;

    int size() {
        return size;
    }

    /** The ids in order; a view that grows with the index and makes each id when it is asked for. */
    List<ClientId> ids() {
        return new AbstractList<>() {
            @Override
            public ClientId get(int row) {
                return ClientId.of(key(places[row]));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** A client's row, or -1. */
    int find(ClientId id) {
        String key = id.value();
        return row(table[slot(key, hash(key))]);
    }

    /** A client's row; the next free one if it is new. */
    int findOrAdd(ClientId id) {
        String key = id.value();
        int hash = hash(key);
        int slot = slot(key, hash);
        if (table[slot] == 0) {
            table[slot] = (long) hash << 32 | (append(key) + 1);
            if (size * 2 > table.length) {
                grow();
            }
            return size - 1;
        }
        return row(table[slot]);
    }

    private int slot(String key, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0 && !((int) (table[slot] >>> 32) == hash && isAt((int) table[slot] - 1, key))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        int mask = larger.length - 1;
        for (long entry : table) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (larger[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                larger[slot] = entry;
            }
        }
        table = larger;
    }

    private int append(String key) {
        boolean wide = !key.chars().allMatch(c -> c < 256);
        int place = used;
        int end = Math.addExact(place, HEAD + (wide ? 2 : 1) * key.length());
        if (end > keys.length) {
            keys = Arrays.copyOf(keys, (int) Math.min(Integer.MAX_VALUE - 8, end + (long) (end >> 1)));
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        for (int i = 0; i < 4; i++) {
            keys[place + i] = (byte) (size >>> (8 * i));
        }
        keys[place + 4] = (byte) key.length();
        keys[place + 5] = (byte) (key.length() >>> 8 | (wide ? WIDE : 0));
        for (int i = 0; i < key.length(); i++) {
            if (wide) {
                keys[place + HEAD + 2 * i] = (byte) (key.charAt(i) >>> 8);
                keys[place + HEAD + 2 * i + 1] = (byte) key.charAt(i);
            } else {
                keys[place + HEAD + i] = (byte) key.charAt(i);
            }
        }
        places[size] = place;
        size++;
        used = end;
        return place;
    }

    private boolean isAt(int place, String key) {
        if (length(place) != key.length()) {
            return false;
        }
        boolean wide = keys[place + 5] < 0;
        for (int i = 0; i < key.length(); i++) {
            char there = wide ? character(place, i) : (char) (keys[place + HEAD + i] & 0xff);
            if (there != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String key(int place) {
        char[] characters = new char[length(place)];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = character(place, i);
        }
        return new String(characters);
    }

    private int length(int place) {
        return (keys[place + 4] & 0xff) | (keys[place + 5] & ~WIDE & 0xff) << 8;
    }

    private char character(int place, int i) {
        if (keys[place + 5] < 0) {
            return (char) ((keys[place + HEAD + 2 * i] & 0xff) << 8 | (keys[place + HEAD + 2 * i + 1] & 0xff));
        }
        return (char) (keys[place + HEAD + i] & 0xff);
    }

    /** The row of an entry; -1 if it is free. */
    private int row(long entry) {
        if (entry == 0) {
            return -1;
        }
        int place = (int) entry - 1;
        return (keys[place] & 0xff)
                | (keys[place + 1] & 0xff) << 8
                | (keys[place + 2] & 0xff) << 16
                | (keys[place + 3] & 0xff) << 24;
    }

    private static int hash(String key) {
        int h = key.hashCode() * 0x9E3779B9;
        return h ^ (h >>> 16);
    }
}
