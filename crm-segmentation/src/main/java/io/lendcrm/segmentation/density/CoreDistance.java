package io.lendcrm.segmentation.density;

/**
 * The squared distance to the nearest row at which so many clients have been met, counting all clients of each row. Not
 * thread-safe; confine to one thread.
 */
final class CoreDistance {

    private final KdTree tree;
    private final int[] clients;
    private final int enough;
    private final double[] squared;
    private final int[] weight;
    private double[] point = new double[0];
    private int at;
    private int held;
    private long met;

    /** @param clients of each place */
    CoreDistance(KdTree tree, int[] clients, int enough) {
        this.tree = tree;
        this.clients = clients;
        this.enough = enough;
        int most = Math.min(enough, tree.n) + 1;
        this.squared = new double[most];
        this.weight = new int[most];
    }

    /** From the point that begins at a place of an array. */
    double of(double[] x, int from) {
        point = x;
        at = from;
        held = 0;
        met = 0;
        search(1, tree.toBox(1, point, at));
        return squared[held - 1];
    }

    private void search(int node, double toBox) {
        if (met >= enough && toBox >= squared[held - 1]) {
            return;
        }
        if (!tree.leaf(node)) {
            double left = tree.toBox(2 * node, point, at);
            double right = tree.toBox(2 * node + 1, point, at);
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
            double distance = tree.squared(p, point, at);
            if (met < enough || distance < squared[held - 1]) {
                insert(distance, clients[p]);
            }
        }
    }

    private void insert(double distance, int count) {
        int i = held++;
        while (i > 0 && squared[i - 1] > distance) {
            squared[i] = squared[i - 1];
            weight[i] = weight[i - 1];
            i--;
        }
        squared[i] = distance;
        weight[i] = count;
        met += count;
        while (met - weight[held - 1] >= enough) {
            met -= weight[--held];
        }
    }
}
