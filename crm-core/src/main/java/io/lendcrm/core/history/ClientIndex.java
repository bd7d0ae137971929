package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Numbers clients in order of first appearance, from 0. The keys stand one behind the other in one array of bytes, and a
 * hash table with linear probing holds hashes and rows: finding a client among millions waits for memory once before the
 * row is guessed and its key is compared, where objects would make it wait five times. A client takes 22 to 40 bytes and
 * those of its key, two bytes a character if one is beyond Latin-1. Not thread-safe; confine to one thread.
 */
public final class ClientIndex {

    /** Before the characters: the length and whether characters take two bytes. */
    private static final int HEAD = 2;

    private static final int WIDE = 0x80;

    /** The hash above, the row plus 1 below; 0 where free. Its length is a power of two, at least half of it free. */
    private long[] table = new long[64];

    private byte[] keys = new byte[1024];
    private int used;
    private int[] places = new int[16];
    private int size;

    private ClientIndex() {}

    /** {@return an index of no clients yet} */
    public static ClientIndex empty() {
        return new ClientIndex();
    }

    /** {@return how many clients there are} */
    public int size() {
        return size;
    }

    /**
     * The clients so far in order of their rows: an immutable list that makes each id when it is asked for, and doesn't
     * grow with this index. It shares the index's memory, and any thread may read it.
     *
     * @return the ids
     */
    public List<ClientId> ids() {
        return new Ids(keys, places, size);
    }

    /**
     * Where a client stands.
     *
     * @param id the client
     * @return its row, or -1 if it isn't here
     */
    public int find(ClientId id) {
        String key = id.value();
        return (int) table[slot(key, hash(key))] - 1;
    }

    /**
     * Where a client stands; one that isn't here yet gets the next row.
     *
     * @param id the client
     * @return its row
     */
    public int findOrAdd(ClientId id) {
        String key = id.value();
        int hash = hash(key);
        int slot = slot(key, hash);
        if (table[slot] == 0) {
            append(key);
            table[slot] = (long) hash << 32 | size;
            if (size * 2 > table.length) {
                grow();
            }
            return size - 1;
        }
        return (int) table[slot] - 1;
    }

    private int slot(String key, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0 && !((int) (table[slot] >>> 32) == hash && isAt(places[(int) table[slot] - 1], key))) {
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

    private void append(String key) {
        boolean wide = isWide(key);
        int place = used;
        int end = Math.addExact(place, HEAD + (wide ? 2 : 1) * key.length());
        if (end > keys.length) {
            keys = Arrays.copyOf(keys, (int) Math.min(Integer.MAX_VALUE - 8, end + (long) (end >> 1)));
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        keys[place] = (byte) key.length();
        keys[place + 1] = (byte) (key.length() >>> 8 | (wide ? WIDE : 0));
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
    }

    private static boolean isWide(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) > 255) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int place, String key) {
        int length = key.length();
        if (length(keys, place) != length) {
            return false;
        }
        if (keys[place + 1] < 0) {
            for (int i = 0; i < length; i++) {
                if (character(keys, place, i) != key.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < length; i++) {
            if ((keys[place + HEAD + i] & 0xff) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int length(byte[] keys, int place) {
        return (keys[place] & 0xff) | (keys[place + 1] & ~WIDE & 0xff) << 8;
    }

    private static char character(byte[] keys, int place, int i) {
        if (keys[place + 1] < 0) {
            return (char) ((keys[place + HEAD + 2 * i] & 0xff) << 8 | (keys[place + HEAD + 2 * i + 1] & 0xff));
        }
        return (char) (keys[place + HEAD + i] & 0xff);
    }

    /** The upper half of a product, since keys that are numbered one by one differ in the lower bits alone. */
    private static int hash(String key) {
        return (int) (key.hashCode() * 0x9E3779B97F4A7C15L >>> 32);
    }

    /** What stands in the arrays is never changed, only more is put behind it. */
    private static final class Ids extends AbstractList<ClientId> implements RandomAccess {

        private final byte[] keys;
        private final int[] places;
        private final int size;

        private Ids(byte[] keys, int[] places, int size) {
            this.keys = keys;
            this.places = places;
            this.size = size;
        }

        @Override
        public ClientId get(int row) {
            int place = places[Objects.checkIndex(row, size)];
            char[] characters = new char[length(keys, place)];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = character(keys, place, i);
            }
            return ClientId.of(new String(characters));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
