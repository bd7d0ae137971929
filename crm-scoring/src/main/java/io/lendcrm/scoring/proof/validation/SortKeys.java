package io.lendcrm.scoring.proof.validation;

/** Doubles as integers of the same order, and their radix sort: a few times as fast as a sort by comparison of millions. */
final class SortKeys {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int DIGITS = 6;

    /** Below it a radix sort's tables cost more than they save. */
    private static final int FEW = 4096;

    private SortKeys() {}

    /** Unsigned integers order as the numbers do, -0.0 as 0.0. */
    static long of(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    static double value(long key) {
        return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
    }

    /** In ascending order of the numbers; the array handed in is used up. */
    static long[] sorted(long[] keys) {
        if (keys.length < FEW) {
            flip(keys);
            java.util.Arrays.sort(keys);
            flip(keys);
            return keys;
        }
        int[][] counts = new int[DIGITS][BUCKETS];
        for (long key : keys) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][(int) (key >>> digit * DIGIT) & BUCKETS - 1]++;
            }
        }
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] start = counts[digit];
            if (start[(int) (from[0] >>> digit * DIGIT) & BUCKETS - 1] == keys.length) {
                continue; // all the same
            }
            for (int bucket = 0, next = 0; bucket < BUCKETS; bucket++) {
                int count = start[bucket];
                start[bucket] = next;
                next += count;
            }
            for (long key : from) {
                to[start[(int) (key >>> digit * DIGIT) & BUCKETS - 1]++] = key;
            }
            long[] used = from;
            from = to;
            to = used;
        }
        return from;
    }

    /** To signed order and back. */
    private static void flip(long[] keys) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
    }
}
