package io.lendcrm.segmentation.density;

/**
 * Rows in boxes that are halved along their widest side (Bentley 1975). Nodes stand in heap order: 1 is the root, the
 * halves of v are 2v and 2v + 1, and all leaves are on the last level. The rows are moved into the order of the leaves;
 * places below are of that order. Not changed once built.
 */
final class KdTree {

    private static final int LEAF = 12;

    final int n;
    final int d;
    /** Coordinate j of place p at p · d + j. */
    final double[] x;
    /** The given row at each place. */
    final int[] order;
    /** The first leaf; it is also how many there are. */
    final int leaves;

    private final int[] start;
    private final int[] end;
    private final double[] lower;
    private final double[] upper;

    KdTree(double[] rows, int d) {
        this.d = d;
        this.n = rows.length / d;
        this.x = rows.clone();
        this.order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int count = 1;
        while ((long) count * LEAF < n) {
            count *= 2;
        }
        this.leaves = count;
        this.start = new int[2 * leaves];
        this.end = new int[2 * leaves];
        this.lower = new double[2 * leaves * d];
        this.upper = new double[2 * leaves * d];
        build(1, 0, n);
    }

    int start(int node) {
        return start[node];
    }

    int end(int node) {
        return end[node];
    }

    boolean leaf(int node) {
        return node >= leaves;
    }

    private void build(int node, int from, int to) {
        start[node] = from;
        end[node] = to;
        int at = node * d;
        int widest = 0;
        for (int j = 0; j < d; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = from * d + j; k < to * d; k += d) {
                double value = x[k];
                if (value < least) {
                    least = value;
                }
                if (value > most) {
                    most = value;
                }
            }
            lower[at + j] = least;
            upper[at + j] = most;
            if (most - least > upper[at + widest] - lower[at + widest]) {
                widest = j;
            }
        }
        if (node < leaves) {
            int middle = (from + to) >>> 1;
            select(widest, from, to - 1, middle);
            build(2 * node, from, middle);
            build(2 * node + 1, middle, to);
        }
    }

    /** Moves the rows so that those before {@code middle} aren't greater along an axis, those after not less (Hoare). */
    private void select(int axis, int from, int to, int middle) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = median(x[low * d + axis], x[(low + high >>> 1) * d + axis], x[high * d + axis]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (x[i * d + axis] < pivot) {
                    i++;
                }
                while (x[j * d + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static double median(double a, double b, double c) {
        return a < b ? (b < c ? b : Math.max(a, c)) : (a < c ? a : Math.max(b, c));
    }

    private void swap(int i, int j) {
        if (i == j) {
            return;
        }
        int row = order[i];
        order[i] = order[j];
        order[j] = row;
        for (int k = 0; k < d; k++) {
            double value = x[i * d + k];
            x[i * d + k] = x[j * d + k];
            x[j * d + k] = value;
        }
    }

    /** The squared distance of a point to a place; the same bits the other way round. */
    double squared(int place, double[] point, int at) {
        int from = place * d;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double difference = x[from + j] - point[at + j];
            sum += difference * difference;
        }
        return sum;
    }

    /** The squared distance of a point to a node's box: never above that to a row in it, rounding included. */
    double toBox(int node, double[] point, int at) {
        int box = node * d;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double value = point[at + j];
            double gap = value < lower[box + j]
                    ? lower[box + j] - value
                    : value > upper[box + j] ? value - upper[box + j] : 0;
            sum += gap * gap;
        }
        return sum;
    }

    /** The squared distance between two nodes' boxes, at least 0. */
    double between(int one, int other) {
        int a = one * d;
        int b = other * d;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double gap = lower[a + j] > upper[b + j]
                    ? lower[a + j] - upper[b + j]
                    : lower[b + j] > upper[a + j] ? lower[b + j] - upper[a + j] : 0;
            sum += gap * gap;
        }
        return sum;
    }

    /** The squared length of the diagonal of the box around two nodes: no two of their rows are farther apart. */
    double span(int one, int other) {
        int a = one * d;
        int b = other * d;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double side = Math.max(upper[a + j], upper[b + j]) - Math.min(lower[a + j], lower[b + j]);
            sum += side * side;
        }
        return sum;
    }
}
