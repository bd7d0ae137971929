package io.lendcrm.scoring.risk.trees;

import java.util.Arrays;

/** The nodes that the root of a tree leads to, each behind the one above it. */
final class NodeOrder {

    private final int[] nodes;
    private final int depth;

    private NodeOrder(int[] nodes, int depth) {
        this.nodes = nodes;
        this.depth = depth;
    }

    /** Throws if a node isn't described, or reached by two ways, or too deep: with that it is a tree. */
    static NodeOrder of(TreeNodes tree) {
        int[] feature = tree.feature;
        int[] yes = tree.yes;
        int[] no = tree.no;
        int[] missing = tree.missing;
        int[] nodes = new int[feature.length];
        int[] level = new int[feature.length];
        Arrays.fill(level, -1);
        level[0] = 0;
        int found = 1;
        int depth = 0;
        for (int at = 0; at < found; at++) {
            int node = nodes[at];
            if (!tree.described[node]) {
                throw new IllegalArgumentException("node " + node + " must be described, found nothing");
            }
            depth = Math.max(depth, level[node]);
            if (depth > Tree.DEEPEST) {
                throw new IllegalArgumentException("tree must have at most " + Tree.DEEPEST + " levels, found more");
            }
            if (feature[node] < 0) {
                continue;
            }
            boolean third = missing[node] != yes[node] && missing[node] != no[node];
            for (int next : third ? new int[] {yes[node], no[node], missing[node]} : new int[] {yes[node], no[node]}) {
                if (level[next] >= 0) {
                    throw new IllegalArgumentException("node " + next + " must be reached by one way, found two");
                }
                level[next] = level[node] + 1;
                nodes[found++] = next;
            }
        }
        return new NodeOrder(Arrays.copyOf(nodes, found), depth);
    }

    int depth() {
        return depth;
    }

    /** The nodes, the root first. */
    int[] nodes() {
        return nodes;
    }
}
