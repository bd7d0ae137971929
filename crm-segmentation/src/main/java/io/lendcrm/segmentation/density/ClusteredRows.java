package io.lendcrm.segmentation.density;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows in a k-d tree with the segment and the squared core distance of each, to find the one a client reaches first. How far
 * a row must be reached is the mutual reachability: the greatest of both core distances and the distance. Rows of no segment
 * ({@link #NOISE}) are passed over. Not changed once built.
 */
final class ClusteredRows {

    static final int NOISE = -1;
    private static final int MIXED = -2;

    final KdTree tree;
    private final int[] segment;
    private final double[] core;
    private final int[] nodeSegment;
    private final double[] nodeCore;

    /**
     * @param segmentOf each given row's segment
     * @param core each given row's squared core distance
     */
    ClusteredRows(KdTree tree, int[] segmentOf, double[] core) {
        this.tree = tree;
        this.segment = new int[tree.n];
        this.core = new double[tree.n];
        for (int p = 0; p < tree.n; p++) {
            segment[p] = segmentOf[tree.order[p]];
            this.core[p] = core[tree.order[p]];
        }
        this.nodeSegment = new int[2 * tree.leaves];
        this.nodeCore = new double[2 * tree.leaves];
        for (int node = nodeSegment.length - 1; node > 0; node--) {
            summarise(node);
        }
    }

    private void summarise(int node) {
        if (!tree.leaf(node)) {
            int left = nodeSegment[2 * node];
            nodeSegment[node] = left == nodeSegment[2 * node + 1] ? left : MIXED;
            nodeCore[node] = Math.min(nodeCore[2 * node], nodeCore[2 * node + 1]);
            return;
        }
        nodeSegment[node] = tree.n == 0 ? NOISE : segment[tree.start(node)];
        nodeCore[node] = Double.POSITIVE_INFINITY;
        for (int p = tree.start(node); p < tree.end(node); p++) {
            nodeCore[node] = Math.min(nodeCore[node], core[p]);
            if (segment[p] != nodeSegment[node]) {
                nodeSegment[node] = MIXED;
            }
        }
    }

    /** The coordinates of a segment's rows one after the other, compared by coordinates the least first. */
    double[] coordinates(int ofSegment) {
        int d = tree.d;
        return IntStream.range(0, tree.n)
                .filter(p -> segment[p] == ofSegment)
                .mapToObj(p -> Arrays.copyOfRange(tree.x, p * d, (p + 1) * d))
                .sorted(Arrays::compare)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** A search for the row of a segment that is reached first. Not thread-safe; confine to one thread. */
    final class Nearest {

        private double[] point = new double[0];
        private double own;
        private int exclude;
        private int place;
        private double reach;
        private double squared;

        /**
         * Looks for the least reach, then the least distance, then the first segment.
         *
         * @param from a point
         * @param squaredCore its squared core distance
         * @param not a segment that doesn't count, or {@link #NOISE}
         * @param most the greatest squared reach that counts
         * @return whether there is a row
         */
        boolean find(double[] from, double squaredCore, int not, double most) {
            point = from;
            own = squaredCore;
            exclude = not;
            place = -1;
            reach = most;
            squared = Double.POSITIVE_INFINITY;
            search(1, tree.toBox(1, from, 0));
            return place >= 0;
        }

        private void search(int node, double toBox) {
            int only = nodeSegment[node];
            if (only == NOISE || only == exclude) {
                return;
            }
            double least = Math.max(Math.max(toBox, own), nodeCore[node]);
            if (least > reach || (least == reach && toBox > squared)) {
                return;
            }
            if (!tree.leaf(node)) {
                double left = tree.toBox(2 * node, point, 0);
                double right = tree.toBox(2 * node + 1, point, 0);
                if (left <= right) {
                    search(2 * node, left);
                    search(2 * node + 1, right);
                } else {
                    search(2 * node + 1, right);
                    search(2 * node, left);
                }
                return;
            }
            for (int p = tree.start(node); p < tree.end(node); p++) {
                if (segment[p] != NOISE && segment[p] != exclude) {
                    offer(p, tree.squared(p, point, 0));
                }
            }
        }

        private void offer(int p, double distance) {
            double reached = Math.max(Math.max(distance, own), core[p]);
            if (reached < reach
                    || (reached == reach
                            && (distance < squared
                                    || (distance == squared && place >= 0 && segment[p] < segment[place])))) {
                reach = reached;
                squared = distance;
                place = p;
            }
        }

        /** The row that was found, as it was given. */
        int row() {
            return tree.order[place];
        }

        int segment() {
            return segment[place];
        }

        /** Squared. */
        double reach() {
            return reach;
        }

        /** Where it stands in {@code tree.x}. */
        int at() {
            return place * tree.d;
        }
    }
}
