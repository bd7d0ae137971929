package io.lendcrm.segmentation.association;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Frequent itemsets as a tree: a node is the itemset of its path, items ascending by rank. Engines add the children
 * of a node together and go into the last child first, so that every subset is there before the set; a search that
 * was ended early therefore knows all counts that its rules need. Not thread-safe; confine to one thread.
 */
final class ItemSets {

    static final int ROOT = 0;
    private static final int CHECK = 0xff;

    private final int most;
    private final BooleanSupplier late;
    private final BooleanSupplier cancelled;
    private int[] item = new int[1024];
    private int[] count = new int[1024];
    private int[] parent = new int[1024];
    private byte[] depth = new byte[1024];
    private int size = 1;
    private long[] keys = new long[4096];
    private int[] nodes = new int[4096];
    private SearchEnd end = SearchEnd.COMPLETE;

    ItemSets(int baskets, int most, BooleanSupplier late, BooleanSupplier cancelled) {
        this.most = most;
        this.late = late;
        this.cancelled = cancelled;
        count[ROOT] = baskets;
        item[ROOT] = -1;
    }

    /** Adds a child and gives its node, or -1 if a bound ended the search. */
    int add(int node, int rank, int support) {
        if (over()) {
            return -1;
        }
        if (size > most) {
            end = SearchEnd.ITEMSET_LIMIT;
            return -1;
        }
        if (size == item.length) {
            grow();
        }
        item[size] = rank;
        count[size] = support;
        parent[size] = node;
        depth[size] = (byte) (depth[node] + 1);
        put(key(node, rank), size);
        if ((size & CHECK) == 0) {
            check();
        }
        return size++;
    }

    /** To be asked between long steps. */
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the search for rules was cancelled");
        }
        if (end == SearchEnd.COMPLETE && late.getAsBoolean()) {
            end = SearchEnd.TIME_LIMIT;
        }
    }

    boolean over() {
        return end != SearchEnd.COMPLETE;
    }

    SearchEnd end() {
        return end;
    }

    /** One more than the greatest node. */
    int nodes() {
        return size;
    }

    int depth(int node) {
        return depth[node];
    }

    int count(int node) {
        return count[node];
    }

    /** The ranks of a node's items, ascending, into the head of an array. */
    void path(int node, int[] into) {
        int at = node;
        for (int i = depth[node] - 1; i >= 0; i--) {
            into[i] = item[at];
            at = parent[at];
        }
    }

    /** The node of the items of a path whose bits are set in a mask. */
    int find(int[] path, int length, int mask) {
        int node = ROOT;
        for (int i = 0; i < length; i++) {
            if ((mask >> i & 1) != 0) {
                node = child(node, path[i]);
            }
        }
        return node;
    }

    /** How many have no superset of the same count (closed), and how many no frequent superset at all (maximal). */
    int[] closedAndMaximal() {
        boolean[] open = new boolean[size];
        boolean[] extended = new boolean[size];
        int[] path = new int[Byte.MAX_VALUE];
        for (int node = 1; node < size; node++) {
            int length = depth[node];
            path(node, path);
            for (int i = 0; i < length; i++) {
                int part = find(path, length, (1 << length) - 1 & ~(1 << i));
                extended[part] = true;
                open[part] |= count[part] == count[node];
            }
        }
        int closed = 0;
        int maximal = 0;
        for (int node = 1; node < size; node++) {
            closed += open[node] ? 0 : 1;
            maximal += extended[node] ? 0 : 1;
        }
        return new int[] {closed, maximal};
    }

    private int child(int node, int rank) {
        long key = key(node, rank);
        int slot = slot(key);
        while (keys[slot] != key) {
            if (keys[slot] == 0) {
                throw new IllegalStateException("a subset of a frequent itemset is missing");
            }
            slot = slot + 1 & keys.length - 1;
        }
        return nodes[slot];
    }

    private static long key(int node, int rank) {
        return (long) node << 32 | rank + 1;
    }

    /** By the highest bits of the product: each bit of the key reaches them, so that items in a row don't crowd. */
    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(keys.length) + 1);
    }

    private void put(long key, int node) {
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        nodes[slot] = node;
    }

    private void grow() {
        int length = item.length * 2;
        item = Arrays.copyOf(item, length);
        count = Arrays.copyOf(count, length);
        parent = Arrays.copyOf(parent, length);
        depth = Arrays.copyOf(depth, length);
        keys = new long[length * 4];
        nodes = new int[length * 4];
        for (int node = 1; node < size; node++) {
            put(key(parent[node], item[node]), node);
        }
    }
}
