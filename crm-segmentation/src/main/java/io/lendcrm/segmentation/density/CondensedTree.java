package io.lendcrm.segmentation.density;

import java.util.Arrays;

/**
 * The clusters of all densities (Campello, Moulavi, Zimek and Sander 2015). Walking down from the widest reach, a cluster
 * loses rows, ends where two or more parts of the least size go apart, or where none is left. Parts that come apart at one
 * reach come apart at once, so that the order of rows doesn't matter. A reach of 0 counts as the least above 0.
 */
final class CondensedTree {

    private final int n;
    private final int minSize;
    private final int[] clients;
    private final double[] core;
    private final double[] length;
    private final int[] left;
    private final int[] right;
    private final long[] size;
    private final double floor;

    /** For each row the reach at which it fell out of its last cluster, and that cluster. */
    final double[] leaves;

    final int[] last;

    /** How many clusters; 0 is the root, and parents stand before their children. */
    int clusters;

    int[] parent = new int[8];
    double[] birth = new double[8];
    double[] end = new double[8];
    double[] stability = new double[8];
    private int[] top = new int[8];

    /**
     * @param clients how many clients each row stands for
     * @param core the core distance of each row
     */
    CondensedTree(SpanningTree tree, int[] clients, double[] core, int minSize) {
        this.n = clients.length;
        this.minSize = minSize;
        this.clients = clients;
        this.core = core;
        this.length = tree.length;
        this.left = new int[length.length];
        this.right = new int[length.length];
        this.size = new long[n + length.length];
        this.leaves = new double[n];
        this.last = new int[n];
        double least = Double.POSITIVE_INFINITY;
        for (double value : core) {
            least = value > 0 ? Math.min(least, value) : least;
        }
        for (double value : length) {
            least = value > 0 ? Math.min(least, value) : least;
        }
        this.floor = least < Double.POSITIVE_INFINITY ? least : 1;
        merge(tree);
        open(-1, Double.POSITIVE_INFINITY, n + length.length - 1);
        for (int c = 0; c < clusters; c++) {
            follow(c);
        }
    }

    private void merge(SpanningTree tree) {
        UnionFind sets = new UnionFind(n);
        int[] node = new int[n];
        for (int i = 0; i < n; i++) {
            node[i] = i;
            size[i] = clients[i];
        }
        for (int e = 0; e < length.length; e++) {
            int a = sets.find(tree.from[e]);
            int b = sets.find(tree.to[e]);
            left[e] = node[a];
            right[e] = node[b];
            size[n + e] = size[left[e]] + size[right[e]];
            sets.union(a, b);
            node[sets.find(a)] = n + e;
        }
    }

    private double height(int node) {
        return Math.max(floor, node < n ? core[node] : length[node - n]);
    }

    private void open(int from, double at, int node) {
        if (clusters == parent.length) {
            int more = 2 * clusters;
            parent = Arrays.copyOf(parent, more);
            birth = Arrays.copyOf(birth, more);
            end = Arrays.copyOf(end, more);
            stability = Arrays.copyOf(stability, more);
            top = Arrays.copyOf(top, more);
        }
        parent[clusters] = from;
        birth[clusters] = at;
        top[clusters++] = node;
    }

    /** Walks down a cluster until it ends. */
    private void follow(int cluster) {
        int node = top[cluster];
        int[] parts = new int[16];
        while (true) {
            double height = height(node);
            long before = size[node];
            int count = 0;
            if (node >= n) {
                int pending = 2;
                parts[0] = left[node - n];
                parts[1] = right[node - n];
                while (pending > 0) { // parts[0, count) are done, the pending ones follow
                    int part = parts[count];
                    if (part >= n && height(part) == height) {
                        parts[count] = left[part - n];
                        if (count + pending == parts.length) {
                            parts = Arrays.copyOf(parts, 2 * parts.length);
                        }
                        parts[count + pending++] = right[part - n];
                    } else {
                        count++;
                        pending--;
                    }
                }
            }
            int large = 0;
            long stay = 0;
            for (int i = 0; i < count; i++) {
                int part = parts[i];
                if (size[part] >= minSize && (part >= n || core[part] < height)) {
                    parts[large++] = part;
                    stay += size[part];
                } else {
                    drop(part, cluster, height);
                }
            }
            if (node < n) {
                drop(node, cluster, height);
            }
            double gain = 1 / height - 1 / birth[cluster];
            if (large == 1) {
                stability[cluster] += gain * (before - stay);
                node = parts[0];
                continue;
            }
            stability[cluster] += gain * before;
            end[cluster] = height;
            for (int i = 0; i < large; i++) {
                open(cluster, height, parts[i]);
            }
            return;
        }
    }

    /** All rows of a node fall out of a cluster. */
    private void drop(int node, int cluster, double height) {
        int[] stack = new int[] {node, 0, 0, 0};
        int depth = 1;
        while (depth > 0) {
            int next = stack[--depth];
            if (next < n) {
                leaves[next] = height;
                last[next] = cluster;
            } else {
                if (depth + 2 > stack.length) {
                    stack = Arrays.copyOf(stack, 2 * stack.length);
                }
                stack[depth++] = left[next - n];
                stack[depth++] = right[next - n];
            }
        }
    }

    /** For each cluster the chosen one it is or lies in, by excess of mass; -1 for none. The root is never chosen. */
    int[] chosen() {
        double[] mass = new double[clusters];
        boolean[] own = new boolean[clusters];
        for (int c = clusters - 1; c > 0; c--) {
            own[c] = stability[c] >= mass[c];
            mass[parent[c]] += Math.max(stability[c], mass[c]);
        }
        int[] chosen = new int[clusters];
        chosen[0] = -1;
        for (int c = 1; c < clusters; c++) {
            chosen[c] = chosen[parent[c]] >= 0 ? chosen[parent[c]] : own[c] ? c : -1;
        }
        return chosen;
    }

    /** For each cluster the least reach at which it or one within it still stands. */
    double[] least() {
        double[] least = Arrays.copyOf(end, clusters);
        for (int c = clusters - 1; c > 0; c--) {
            least[parent[c]] = Math.min(least[parent[c]], least[c]);
        }
        return least;
    }
}
