package io.lendcrm.core.history;

/** Numbers the distinct rows of summaries in order of first appearance: a hash table with linear probing. */
final class RowGroups {

    private final int[] group;
    private final int count;

    private RowGroups(int[] group, int count) {
        this.group = group;
        this.count = count;
    }

    static RowGroups of(PurchaseSummaries rows) {
        int size = rows.size();
        int[] table = new int[Integer.highestOneBit(Math.max(size, 8)) * 4];
        int mask = table.length - 1;
        int[] group = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            int slot = hash(rows, row) & mask;
            while (table[slot] != 0 && !equal(rows, table[slot] - 1, row)) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] == 0) {
                table[slot] = row + 1;
                group[row] = count++;
            } else {
                group[row] = group[table[slot] - 1];
            }
        }
        return new RowGroups(group, count);
    }

    int count() {
        return count;
    }

    int of(int row) {
        return group[row];
    }

    private static boolean equal(PurchaseSummaries rows, int a, int b) {
        return rows.frequency(a) == rows.frequency(b)
                && rows.recency(a) == rows.recency(b)
                && rows.age(a) == rows.age(b)
                && (!rows.hasSpend() || rows.spend(a) == rows.spend(b))
                && (!rows.hasLogIntervals() || rows.logIntervals(a) == rows.logIntervals(b));
    }

    private static int hash(PurchaseSummaries rows, int row) {
        // + 0.0 gives both zeros, which are equal, one hash
        long h = rows.frequency(row);
        h = h * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(rows.recency(row) + 0.0);
        h = h * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(rows.age(row) + 0.0);
        if (rows.hasSpend()) {
            h = h * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(rows.spend(row) + 0.0);
        }
        h *= 0xD6E8FEB86659FD93L;
        return (int) (h >>> 32);
    }
}
