package io.lendcrm.core.extraction;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts and sums by day and slot, in order of day. Adding at the end takes constant time, adding to an earlier day moves
 * what lies behind it, so at most the days kept. Whole numbers only, hence the order of adding never shows. Not
 * thread-safe; confine to one thread.
 */
final class DayTally {

    private static final int FIRST_CAPACITY = 8;

    private long[] days = new long[FIRST_CAPACITY];
    private int[] slots = new int[FIRST_CAPACITY];
    private long[] counts = new long[FIRST_CAPACITY];
    private long[] sums = new long[FIRST_CAPACITY];
    private int size;

    /** Takes one cell. */
    @FunctionalInterface
    interface Visitor {
        void cell(long day, int slot, long count, long sum);
    }

    void add(long day, int slot, long count, long sum) {
        int at = size;
        while (at > 0 && isBehind(at - 1, day, slot)) {
            at--;
        }
        if (at > 0 && days[at - 1] == day && slots[at - 1] == slot) {
            counts[at - 1] = Math.addExact(counts[at - 1], count);
            sums[at - 1] = Math.addExact(sums[at - 1], sum);
        } else {
            insert(at, day, slot, count, sum);
        }
    }

    /** Forgets the days up to this one. */
    void dropThrough(long day) {
        int from = 0;
        while (from < size && days[from] <= day) {
            from++;
        }
        if (from > 0) {
            size -= from;
            System.arraycopy(days, from, days, 0, size);
            System.arraycopy(slots, from, slots, 0, size);
            System.arraycopy(counts, from, counts, 0, size);
            System.arraycopy(sums, from, sums, 0, size);
        }
    }

    /** Shows the cells from behind one day through another. */
    void visit(long after, long through, Visitor visitor) {
        for (int i = 0; i < size; i++) {
            if (days[i] > after && days[i] <= through) {
                visitor.cell(days[i], slots[i], counts[i], sums[i]);
            }
        }
    }

    void visitAll(Visitor visitor) {
        visit(Long.MIN_VALUE, Long.MAX_VALUE, visitor);
    }

    List<Document> write() {
        List<Document> cells = new ArrayList<>();
        visitAll((day, slot, count, sum) -> cells.add(Document.tree()
                .put("day", day)
                .put("slot", slot)
                .put("count", count)
                .put("sum", sum)
                .build()));
        return cells;
    }

    void read(DocumentReader stored, String name, int firstSlot, int slots) {
        stored.trees(
                name,
                cell -> cell.build(() -> {
                    long slot = cell.whole("slot");
                    long count = cell.whole("count");
                    long sum = cell.whole("sum");
                    if (slot < firstSlot || slot >= slots || count < 1 || sum < 0) {
                        throw new IllegalArgumentException("slot must be within [" + firstSlot + ", " + slots
                                + "), count at least 1 and sum at least 0, found " + slot + ", " + count + " and "
                                + sum);
                    }
                    add(cell.whole("day"), (int) slot, count, sum);
                    return this;
                }));
    }

    private boolean isBehind(int at, long day, int slot) {
        return days[at] > day || (days[at] == day && slots[at] > slot);
    }

    private void insert(int at, long day, int slot, long count, long sum) {
        if (size == days.length) {
            int capacity = size * 2;
            days = Arrays.copyOf(days, capacity);
            slots = Arrays.copyOf(slots, capacity);
            counts = Arrays.copyOf(counts, capacity);
            sums = Arrays.copyOf(sums, capacity);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(slots, at, slots, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        System.arraycopy(sums, at, sums, at + 1, size - at);
        days[at] = day;
        slots[at] = slot;
        counts[at] = count;
        sums[at] = sum;
        size++;
    }
}
