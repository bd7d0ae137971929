package io.lendcrm.scoring.risk.trees;

import java.util.Arrays;
import java.util.List;

/**
 * Shapley values by tables ({@link ShapTable}): what a client's answers decide is looked up, and what remains are products down
 * a tree and sums up, once a point of the rule.
 */
final class TabledShap implements TreeShap {

    /** The most numbers that tables may take: 32 MiB. */
    private static final long MOST = 1 << 22;

    private static final int NUMBERS = 12;

    private final int[] used;
    private final ShapTable[] tables;
    private final Arithmetic arithmetic;
    private final double divisor;
    private final Pool<Room> rooms;

    TabledShap(List<Tree> trees, TreeSum sum, int features) {
        this.used = Forest.used(trees);
        this.tables = trees.stream()
                .filter(tree -> tree.depth() > 0)
                .map(tree -> new ShapTable(tree, GaussLegendre.of((TreeShap.width(tree) + 1) / 2)))
                .toArray(ShapTable[]::new);
        this.arithmetic = sum.arithmetic();
        this.divisor = sum.mean() ? trees.size() : 1;
        int most = Arrays.stream(tables).mapToInt(ShapTable::size).max().orElse(0);
        this.rooms = new Pool<>(() -> new Room(features, most));
    }

    static boolean fits(List<Tree> trees) {
        long numbers = 0;
        for (Tree tree : trees) {
            numbers += (long) NUMBERS * tree.order().length * (TreeShap.width(tree) + 1) / 2;
        }
        return numbers <= MOST;
    }

    /** Working memory of one client: its values, and two slots for each as in {@link CompleteForest}. */
    static final class Room {
        final double[] row;
        final long[] slots;
        final int[] answers;
        final int[] at;
        final double[] product;
        final double[] sum;

        Room(int features, int most) {
            row = new double[features];
            slots = new long[2 * features];
            answers = new int[most + 1];
            at = new int[most];
            product = new double[most];
            sum = new double[most];
        }
    }

    @Override
    public void contributions(double[] row, double[] contributions) {
        Room room = rooms.take();
        for (int f : used) {
            double x = arithmetic.round(row[f]);
            boolean missing = Double.isNaN(x);
            long key = key(x);
            room.row[f] = x;
            room.slots[2 * f] = missing ? Long.MIN_VALUE : key;
            room.slots[2 * f + 1] = missing ? Long.MAX_VALUE : key;
        }
        Arrays.fill(contributions, 0);
        for (ShapTable table : tables) {
            table.add(room, contributions);
        }
        if (divisor != 1) {
            for (int f : used) {
                contributions[f] /= divisor;
            }
        }
        rooms.give(room);
    }

    /** Sorts as the numbers do; 0 and -0 are the same. */
    static long key(double x) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ bits >> 63 >>> 1;
    }
}
