package io.lendcrm.core.history;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A set of days for each row. A row's days are kept as the first, the last and the gaps between, a byte for each gap
 * below 128 days and two or more for longer ones, so that a row with a hundred days takes some 150 bytes. Days that
 * come in order are appended; others are inserted. Not thread-safe; confine to one thread.
 */
final class DaySets {

    private static final byte[] NONE = {};

    /** A row's four numbers stand together, so that an event touches one place in memory and not four. */
    private static final int FIRST = 0;

    private static final int LAST = 1;
    private static final int COUNT = 2;
    private static final int USED = 3;
    private static final int WIDTH = 4;

    private int rows;
    private int[] numbers = new int[16 * WIDTH];
    private byte[][] gaps = new byte[16][];

    int rows() {
        return rows;
    }

    /** Adds an empty set. */
    void addRow() {
        if (rows == gaps.length) {
            int capacity = rows + (rows >> 1);
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(capacity, WIDTH));
            gaps = Arrays.copyOf(gaps, capacity);
        }
        gaps[rows] = NONE;
        rows++;
    }

    int count(int row) {
        return numbers[row * WIDTH + COUNT];
    }

    int first(int row) {
        return numbers[row * WIDTH + FIRST];
    }

    int last(int row) {
        return numbers[row * WIDTH + LAST];
    }

    private int used(int row) {
        return numbers[row * WIDTH + USED];
    }

    private void set(int row, int number, int value) {
        numbers[row * WIDTH + number] = value;
    }

    private void countOneMore(int row) {
        numbers[row * WIDTH + COUNT]++;
    }

    /** Adds a day unless it is there. */
    void add(int row, int day) {
        if (count(row) == 0) {
            set(row, FIRST, day);
            set(row, LAST, day);
            set(row, COUNT, 1);
        } else if (day > last(row)) {
            replace(row, used(row), 0, day - last(row), 0);
            set(row, LAST, day);
            countOneMore(row);
        } else if (day < first(row)) {
            replace(row, 0, 0, first(row) - day, 0);
            set(row, FIRST, day);
            countOneMore(row);
        } else if (day != first(row) && day != last(row)) {
            insertBetween(row, day);
        }
    }

    /** The row's days in ascending order. */
    void forEach(int row, IntConsumer visitor) {
        if (count(row) == 0) {
            return;
        }
        int day = first(row);
        visitor.accept(day);
        for (int at = 0; at < used(row); at += length(gap(row, at))) {
            day += gap(row, at);
            visitor.accept(day);
        }
    }

    private void insertBetween(int row, int day) {
        int before = first(row);
        int at = 0;
        int gap = gap(row, at);
        while (before + gap < day) {
            before += gap;
            at += length(gap);
            gap = gap(row, at);
        }
        if (before + gap > day) {
            replace(row, at, length(gap), day - before, before + gap - day);
            countOneMore(row);
        }
    }

    /** Puts one gap, or two if the second isn't 0, in the place of some bytes. */
    private void replace(int row, int at, int removed, int gap, int second) {
        int inserted = length(gap) + (second == 0 ? 0 : length(second));
        int before = used(row);
        int after = before - removed + inserted;
        byte[] bytes = gaps[row];
        if (after > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(after, bytes.length + (bytes.length >> 1) + 4));
            gaps[row] = bytes;
        }
        System.arraycopy(bytes, at + removed, bytes, at + inserted, before - at - removed);
        set(row, USED, after);
        int next = write(bytes, at, gap);
        if (second != 0) {
            write(bytes, next, second);
        }
    }

    private int gap(int row, int at) {
        byte[] bytes = gaps[row];
        int gap = bytes[at] & 0x7f;
        for (int i = at, shift = 7; bytes[i] < 0; shift += 7) {
            i++;
            gap |= (bytes[i] & 0x7f) << shift;
        }
        return gap;
    }

    private static int length(int gap) {
        int bytes = 1;
        for (int rest = gap >>> 7; rest != 0; rest >>>= 7) {
            bytes++;
        }
        return bytes;
    }

    private static int write(byte[] bytes, int from, int gap) {
        int at = from;
        int rest = gap;
        while (rest > 0x7f) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }
}
