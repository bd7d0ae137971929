package io.lendcrm.segmentation.density;

import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The minimum spanning tree of mutual reachability, by rounds of Borůvka over a k-d tree: each component looks for its least
 * way out. A row that found its nearest foreign row keeps it while that is foreign, and otherwise knows a bound.
 */
final class SpanningTree {

    /** The ends of each edge, as places; ascending by length. */
    final int[] from;

    final int[] to;
    /** The mutual reachability of each edge, not squared. */
    final double[] length;

    private final KdTree tree;
    private final double[] core;
    private final double[] nodeCore;
    private final int[] component;
    private final int[] nodeComponent;
    private final double[] bound;
    private final int[] foreign;
    private int found;
    private double least;

    /** @param core the squared core distance of each place */
    SpanningTree(KdTree tree, double[] core, Run run) {
        this.tree = tree;
        this.core = core;
        this.component = new int[tree.n];
        this.nodeCore = new double[2 * tree.leaves];
        this.nodeComponent = new int[2 * tree.leaves];
        this.bound = core.clone();
        this.foreign = new int[tree.n];
        Arrays.fill(foreign, -1);
        int edges = Math.max(0, tree.n - 1);
        int[] a = new int[edges];
        int[] b = new int[edges];
        double[] squared = new double[edges];
        grow(a, b, squared, run);
        Integer[] order = new Integer[edges];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(squared[one], squared[other]));
        this.from = new int[edges];
        this.to = new int[edges];
        this.length = new double[edges];
        for (int i = 0; i < edges; i++) {
            from[i] = a[order[i]];
            to[i] = b[order[i]];
            length[i] = Math.sqrt(squared[order[i]]);
        }
    }

    private void grow(int[] a, int[] b, double[] squared, Run run) {
        int n = tree.n;
        UnionFind sets = new UnionFind(n);
        double[] best = new double[n];
        int[] bestFrom = new int[n];
        int[] bestTo = new int[n];
        coreOfNodes();
        for (int edges = 0; edges < n - 1; ) {
            if (run.cancelled().getAsBoolean()) {
                throw new CancellationException("the fit was cancelled");
            }
            for (int p = 0; p < n; p++) {
                component[p] = sets.find(p);
            }
            componentOfNodes();
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            Arrays.fill(bestFrom, -1);
            for (int p = 0; p < n; p++) { // those who know their way first: it bounds the others
                int own = component[p];
                if (foreign[p] >= 0 && component[foreign[p]] == own) {
                    foreign[p] = -1;
                } else if (foreign[p] >= 0 && bound[p] < best[own]) {
                    best[own] = bound[p];
                    bestFrom[own] = p;
                    bestTo[own] = foreign[p];
                }
            }
            for (int p = 0; p < n; p++) {
                int own = component[p];
                if (foreign[p] < 0 && bound[p] < best[own]) {
                    look(p, best[own]);
                    if (foreign[p] >= 0) {
                        best[own] = bound[p];
                        bestFrom[own] = p;
                        bestTo[own] = foreign[p];
                    }
                }
            }
            for (int c = 0; c < n; c++) {
                if (bestFrom[c] >= 0 && sets.union(bestFrom[c], bestTo[c])) {
                    a[edges] = bestFrom[c];
                    b[edges] = bestTo[c];
                    squared[edges++] = best[c];
                }
            }
        }
    }

    /** Looks for a row's nearest foreign one below a bound. */
    private void look(int p, double below) {
        found = -1;
        least = below;
        search(1, p, Math.max(core[p], tree.toBox(1, tree.x, p * tree.d)));
        bound[p] = least;
        foreign[p] = found;
    }

    private void search(int node, int p, double reach) {
        if (reach >= least || nodeComponent[node] == component[p] || nodeCore[node] >= least) {
            return;
        }
        int at = p * tree.d;
        if (!tree.leaf(node)) {
            double left = tree.toBox(2 * node, tree.x, at);
            double right = tree.toBox(2 * node + 1, tree.x, at);
            if (left <= right) {
                search(2 * node, p, Math.max(reach, left));
                search(2 * node + 1, p, Math.max(reach, right));
            } else {
                search(2 * node + 1, p, Math.max(reach, right));
                search(2 * node, p, Math.max(reach, left));
            }
            return;
        }
        for (int q = tree.start(node); q < tree.end(node); q++) {
            if (component[q] != component[p] && core[q] < least) {
                double reached = Math.max(Math.max(tree.squared(q, tree.x, at), core[q]), core[p]);
                if (reached < least) {
                    least = reached;
                    found = q;
                }
            }
        }
    }

    private void coreOfNodes() {
        for (int node = nodeCore.length - 1; node > 0; node--) {
            double low = Double.POSITIVE_INFINITY;
            if (tree.leaf(node)) {
                for (int p = tree.start(node); p < tree.end(node); p++) {
                    low = Math.min(low, core[p]);
                }
            } else {
                low = Math.min(nodeCore[2 * node], nodeCore[2 * node + 1]);
            }
            nodeCore[node] = low;
        }
    }

    private void componentOfNodes() {
        for (int node = nodeComponent.length - 1; node > 0; node--) {
            int only = tree.leaf(node) ? component[tree.start(node)] : nodeComponent[2 * node];
            if (!tree.leaf(node)) {
                only = only == nodeComponent[2 * node + 1] ? only : -1;
            } else {
                for (int p = tree.start(node); p < tree.end(node) && only >= 0; p++) {
                    only = component[p] == only ? only : -1;
                }
            }
            nodeComponent[node] = only;
        }
    }
}
