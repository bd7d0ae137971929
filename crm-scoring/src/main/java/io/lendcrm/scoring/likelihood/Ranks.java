package io.lendcrm.scoring.likelihood;

import java.util.Arrays;

/** The distinct values of a column in ascending order, and for each row which of them it holds. */
final class Ranks {

    private final long[] values;
    private final int[] ofRow;

    private Ranks(long[] values, int[] ofRow) {
        this.values = values;
        this.ofRow = ofRow;
    }

    static Ranks of(long[] column) {
        long[] distinct = new long[16];
        int[] slots = emptySlots(distinct.length);
        int[] ofRow = new int[column.length];
        int size = 0;
        for (int row = 0; row < column.length; row++) {
            int slot = slot(column[row], distinct, slots);
            if (slots[slot] < 0) {
                if (size == distinct.length) {
                    distinct = Arrays.copyOf(distinct, 2 * size);
                    slots = emptySlots(distinct.length);
                    for (int k = 0; k < size; k++) {
                        slots[slot(distinct[k], distinct, slots)] = k;
                    }
                    slot = slot(column[row], distinct, slots);
                }
                slots[slot] = size;
                distinct[size++] = column[row];
            }
            ofRow[row] = slots[slot];
        }
        return sorted(Arrays.copyOf(distinct, size), ofRow);
    }

    /** Not negative, so that their bits are ordered as they are; -0.0 is 0.0. */
    static Ranks of(double[] column) {
        long[] bits = new long[column.length];
        for (int row = 0; row < bits.length; row++) {
            bits[row] = Double.doubleToRawLongBits(column[row] + 0.0);
        }
        return of(bits);
    }

    int size() {
        return values.length;
    }

    int ofRow(int row) {
        return ofRow[row];
    }

    /** The ranks of all rows; not a copy. */
    int[] ofRows() {
        return ofRow;
    }

    double[] toDoubles() {
        return Arrays.stream(values).mapToDouble(Double::longBitsToDouble).toArray();
    }

    private static Ranks sorted(long[] distinct, int[] ofRow) {
        long[] values = distinct.clone();
        Arrays.sort(values);
        int[] rank = new int[values.length];
        for (int k = 0; k < rank.length; k++) {
            rank[k] = Arrays.binarySearch(values, distinct[k]);
        }
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = rank[ofRow[row]];
        }
        return new Ranks(values, ofRow);
    }

    private static int[] emptySlots(int values) {
        int[] slots = new int[2 * values];
        Arrays.fill(slots, -1);
        return slots;
    }

    private static int slot(long value, long[] distinct, int[] slots) {
        int mask = slots.length - 1;
        int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] >= 0 && distinct[slots[slot]] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
