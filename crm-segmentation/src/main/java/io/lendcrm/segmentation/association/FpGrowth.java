package io.lendcrm.segmentation.association;

import java.util.Arrays;

/**
 * FP-growth (Han, Pei and Yin 2000) for sparse baskets of many items: baskets share the nodes of a prefix tree, most
 * frequent items at the top, and each item's itemsets are mined from the tree of the paths above its nodes. Memory
 * grows with what is in the baskets, not with baskets times items. Not thread-safe; confine to one thread.
 */
final class FpGrowth {

    private final int least;
    private final int longest;
    private final ItemSets found;

    private FpGrowth(int least, int longest, ItemSets found) {
        this.least = least;
        this.longest = longest;
        this.found = found;
    }

    static void search(FrequentItems items, int longest, ItemSets found) {
        Tree tree = new Tree(items.size());
        int[] path = new int[items.size()];
        for (int b = 0; b < items.baskets; b++) {
            int length = items.starts[b + 1] - items.starts[b];
            System.arraycopy(items.ranks, items.starts[b], path, 0, length);
            tree.add(path, length, 1);
        }
        int[] ranks = new int[items.size()];
        Arrays.setAll(ranks, r -> r);
        new FpGrowth(items.least, longest, found).mine(tree, ranks, items.count, ItemSets.ROOT, 1);
    }

    /** Mines a tree whose local item i stands for a rank; locals ascend with ranks, and all are frequent. */
    private void mine(Tree tree, int[] ranks, int[] counts, int prefix, int depth) {
        int m = ranks.length;
        int[] nodes = new int[m];
        for (int i = 0; i < m; i++) {
            nodes[i] = found.add(prefix, ranks[i], counts[i]);
            if (nodes[i] < 0) {
                return;
            }
        }
        if (depth >= longest) {
            return;
        }
        int[] above = new int[m];
        int[] local = new int[m];
        int[] path = new int[m];
        for (int i = m - 2; i >= 0 && !found.over(); i--) {
            int touched = 0;
            for (int node = tree.head[i]; node >= 0; node = tree.same[node]) {
                for (int up = tree.parent[node]; up > 0; up = tree.parent[up]) {
                    int j = tree.item[up];
                    if (above[j] == 0) {
                        path[touched++] = j;
                    }
                    above[j] += tree.count[node];
                }
            }
            Arrays.sort(path, 0, touched);
            int size = 0;
            int[] nextRanks = new int[touched];
            int[] nextCounts = new int[touched];
            for (int t = 0; t < touched; t++) {
                int j = path[t];
                local[j] = -1;
                if (above[j] >= least) {
                    nextRanks[size] = ranks[j];
                    nextCounts[size] = above[j];
                    local[j] = size++;
                }
                above[j] = 0;
            }
            if (size > 0) {
                Tree next = new Tree(size);
                for (int node = tree.head[i]; node >= 0; node = tree.same[node]) {
                    int length = 0;
                    for (int up = tree.parent[node]; up > 0; up = tree.parent[up]) {
                        if (local[tree.item[up]] >= 0) {
                            path[length++] = local[tree.item[up]];
                        }
                    }
                    next.add(path, length, tree.count[node]);
                }
                mine(next, Arrays.copyOf(nextRanks, size), Arrays.copyOf(nextCounts, size), nodes[i], depth + 1);
            }
            found.check();
        }
    }

    /** A prefix tree: node 0 is the root; on each path items descend from the most frequent. */
    private static final class Tree {
        private int[] item = new int[64];
        private int[] parent = new int[64];
        private int[] count = new int[64];
        private int[] same = new int[64];
        private long[] keys = new long[256];
        private int[] nodes = new int[256];
        private final int[] head;
        private int size = 1;

        Tree(int items) {
            head = new int[items];
            Arrays.fill(head, -1);
        }

        /** Adds a path whose items ascend, from its last item on. */
        void add(int[] path, int length, int times) {
            int node = 0;
            for (int p = length - 1; p >= 0; p--) {
                node = child(node, path[p]);
                count[node] += times;
            }
        }

        private int child(int node, int local) {
            long key = (long) node << 32 | local + 1;
            int slot = slot(key);
            while (keys[slot] != 0) {
                if (keys[slot] == key) {
                    return nodes[slot];
                }
                slot = slot + 1 & keys.length - 1;
            }
            if (size == item.length) {
                grow();
                return child(node, local);
            }
            keys[slot] = key;
            nodes[slot] = size;
            item[size] = local;
            parent[size] = node;
            same[size] = head[local];
            head[local] = size;
            return size++;
        }

        private int slot(long key) {
            return (int) (key * 0x9E3779B97F4A7C15L >>> 20) & keys.length - 1;
        }

        private void grow() {
            int length = item.length * 2;
            item = Arrays.copyOf(item, length);
            parent = Arrays.copyOf(parent, length);
            count = Arrays.copyOf(count, length);
            same = Arrays.copyOf(same, length);
            keys = new long[length * 4];
            nodes = new int[length * 4];
            for (int node = 1; node < size; node++) {
                long key = (long) parent[node] << 32 | item[node] + 1;
                int slot = slot(key);
                while (keys[slot] != 0) {
                    slot = slot + 1 & keys.length - 1;
                }
                keys[slot] = key;
                nodes[slot] = node;
            }
        }
    }
}
