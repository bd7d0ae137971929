package io.lendcrm.segmentation.density;

/** Sets that are merged (Tarjan 1975), by size and with halved paths. Not thread-safe; confine to one thread. */
final class UnionFind {

    private final int[] parent;
    private final int[] size;

    UnionFind(int n) {
        parent = new int[n];
        size = new int[n];
        for (int i = 0; i < n; i++) {
            parent[i] = i;
            size[i] = 1;
        }
    }

    int find(int one) {
        int i = one;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    /** Whether they weren't one set before. */
    boolean union(int one, int other) {
        int a = find(one);
        int b = find(other);
        if (a == b) {
            return false;
        }
        int root = size[a] >= size[b] ? a : b;
        parent[a] = root;
        parent[b] = root;
        size[root] = size[a] + size[b];
        return true;
    }
}
