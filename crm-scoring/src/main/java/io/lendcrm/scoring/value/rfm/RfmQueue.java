package io.lendcrm.scoring.value.rfm;

import java.util.Arrays;

/** A client's bookings that a window will let go, the oldest first. Not thread-safe; confine to one thread. */
final class RfmQueue {

    private static final int WIDTH = 2;

    /** Twice the day, and 1 more if it is an event; then the amount. */
    private long[] items = new long[4 * WIDTH];

    private int head;
    private int tail;

    boolean isEmpty() {
        return head == tail;
    }

    int oldestDay() {
        return (int) (items[head] >> 1);
    }

    boolean oldestIsEvent() {
        return (items[head] & 1) == 1;
    }

    long oldestAmount() {
        return items[head + 1];
    }

    void removeOldest() {
        head += WIDTH;
    }

    /** In order of days: at the end unless it comes late. */
    void add(int day, boolean event, long amount) {
        makeRoom();
        int at = tail;
        while (at > head && items[at - WIDTH] >> 1 > day) {
            at -= WIDTH;
        }
        System.arraycopy(items, at, items, at + WIDTH, tail - at);
        items[at] = 2L * day + (event ? 1 : 0);
        items[at + 1] = amount;
        tail += WIDTH;
    }

    private void makeRoom() {
        if (tail < items.length) {
            return;
        }
        int used = tail - head;
        long[] target = used * 2 > items.length ? Arrays.copyOf(items, Math.multiplyExact(items.length, 2)) : items;
        System.arraycopy(items, head, target, 0, used);
        items = target;
        head = 0;
        tail = used;
    }
}
