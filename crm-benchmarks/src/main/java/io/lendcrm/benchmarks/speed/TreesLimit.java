package io.lendcrm.benchmarks.speed;

/**
 * What 100 complete trees of depth 6 cost at least: a node in 64 bits, threshold above feature, compared by subtraction; four
 * trees side by side; two slots a feature for missing values. Nothing is checked, all sizes are known, one thread's memory.
 */
final class TreesLimit {

    private static final int SHIFT = 30;
    private static final long MASK = (1L << SHIFT) - 1;
    private static final int SIZE = SimulatedTrees.LEAVES;

    private final long[] nodes = new long[SimulatedTrees.TREES * SIZE];
    private final float[] leaves = new float[SimulatedTrees.TREES * SIZE];
    private final long[] slots = new long[2 * SimulatedTrees.FEATURES];

    TreesLimit(SimulatedTrees model) {
        for (int t = 0; t < SimulatedTrees.TREES; t++) {
            for (int i = 0; i < SimulatedTrees.INNER; i++) {
                int slot = 2 * model.feature[t][i] + (model.toLeft[t][i] ? 0 : 1);
                nodes[t * SIZE + i + 1] = (long) key(model.threshold[t][i]) << SHIFT | slot;
            }
            System.arraycopy(model.leaf[t], 0, leaves, t * SIZE, SIZE);
        }
    }

    private static int key(float x) {
        int bits = Float.floatToRawIntBits(x);
        return bits ^ bits >> 31 >>> 1;
    }

    double score(double[] row) {
        for (int f = 0; f < SimulatedTrees.FEATURES; f++) {
            float x = (float) row[f];
            boolean missing = Float.isNaN(x);
            long slot = (long) key(x) << SHIFT | MASK;
            slots[2 * f] = missing ? (long) Integer.MIN_VALUE << SHIFT : slot;
            slots[2 * f + 1] = missing ? (long) Integer.MAX_VALUE << SHIFT | MASK : slot;
        }
        long[] n = nodes;
        long[] s = slots;
        float total = 0;
        for (int at = 0; at < n.length; at += 4 * SIZE) {
            int a = 1;
            int b = 1;
            int c = 1;
            int d = 1;
            for (int level = 0; level < SimulatedTrees.DEPTH; level++) {
                long x = n[at + a];
                long y = n[at + SIZE + b];
                long z = n[at + 2 * SIZE + c];
                long w = n[at + 3 * SIZE + d];
                a = 2 * a + (int) (x - s[(int) (x & MASK)] >>> 63);
                b = 2 * b + (int) (y - s[(int) (y & MASK)] >>> 63);
                c = 2 * c + (int) (z - s[(int) (z & MASK)] >>> 63);
                d = 2 * d + (int) (w - s[(int) (w & MASK)] >>> 63);
            }
            total += leaves[at + a - SIZE];
            total += leaves[at + b];
            total += leaves[at + SIZE + c];
            total += leaves[at + 2 * SIZE + d];
        }
        return total;
    }
}
