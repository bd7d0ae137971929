package io.lendcrm.segmentation.association;

/**
 * Zaki's Eclat on bitsets: an itemset's baskets are the AND of its items' bitsets. Pairs are counted in one pass over
 * the baskets where that is less work than AND of all pairs; below a prefix only the words where the prefix has a bit
 * are looked at, and only items that are frequent in pairs are tried. Not thread-safe; confine to one thread.
 */
final class BitsetEclat {

    private static final int MOST_COUNTED = 4096;

    private final FrequentItems items;
    private final int longest;
    private final ItemSets found;
    private final int[][] pairs;

    private BitsetEclat(FrequentItems items, int longest, ItemSets found) {
        this.items = items;
        this.longest = longest;
        this.found = found;
        this.pairs = countsPairs() ? pairCounts() : new int[0][];
    }

    static void search(FrequentItems items, int longest, ItemSets found) {
        new BitsetEclat(items, longest, found).search();
    }

    private boolean countsPairs() {
        double steps = 0;
        for (int b = 0; b < items.baskets; b++) {
            double length = items.starts[b + 1] - items.starts[b];
            steps += length * length;
        }
        double words = (double) items.size() * items.size() * (items.baskets / 64 + 1);
        return longest > 1 && items.size() <= MOST_COUNTED && steps < words;
    }

    private int[][] pairCounts() {
        int[][] counts = new int[items.size()][];
        for (int r = 0; r < counts.length; r++) {
            counts[r] = new int[counts.length - r];
        }
        for (int b = 0; b < items.baskets; b++) {
            for (int p = items.starts[b]; p < items.starts[b + 1]; p++) {
                int first = items.ranks[p];
                int[] row = counts[first];
                for (int q = p + 1; q < items.starts[b + 1]; q++) {
                    row[items.ranks[q] - first]++;
                }
            }
        }
        return counts;
    }

    private void search() {
        int m = items.size();
        int words = items.baskets + 63 >>> 6;
        long[][] bits = new long[m][words];
        for (int b = 0; b < items.baskets; b++) {
            for (int p = items.starts[b]; p < items.starts[b + 1]; p++) {
                bits[items.ranks[p]][b >>> 6] |= 1L << b;
            }
        }
        int[] nodes = new int[m];
        int[] ranks = new int[m];
        for (int r = 0; r < m; r++) {
            ranks[r] = r;
            nodes[r] = found.add(ItemSets.ROOT, r, items.count[r]);
            if (nodes[r] < 0) {
                return;
            }
        }
        below(ranks, nodes, bits, m, 1);
    }

    /** Joins each member of a class with those after it, the last member first. */
    private void below(int[] ranks, int[] nodes, long[][] bits, int size, int depth) {
        if (depth >= longest) {
            return;
        }
        for (int i = size - 2; i >= 0 && !found.over(); i--) {
            int[] nextRanks = new int[size - i - 1];
            int[] nextNodes = new int[size - i - 1];
            long[][] nextBits = new long[size - i - 1][];
            int[] where = positions(bits[i]);
            long[] spare = new long[where.length];
            int next = 0;
            for (int j = i + 1; j < size; j++) {
                if (rare(ranks[i], ranks[j])) {
                    continue;
                }
                int count = and(bits[i], bits[j], where, spare);
                if (count >= items.least) {
                    nextRanks[next] = ranks[j];
                    nextBits[next] = spare;
                    nextNodes[next] = found.add(nodes[i], ranks[j], count);
                    if (nextNodes[next] < 0) {
                        return;
                    }
                    next++;
                    spare = new long[where.length];
                }
            }
            found.check();
            if (next > 1) {
                below(nextRanks, nextNodes, nextBits, next, depth + 1);
            }
        }
    }

    private boolean rare(int first, int second) {
        if (pairs.length == 0) {
            return false;
        }
        int[] row = pairs[first];
        return row[second - first] < items.least;
    }

    private static int[] positions(long[] bits) {
        int size = 0;
        for (long word : bits) {
            size += word != 0 ? 1 : 0;
        }
        int[] where = new int[size];
        int next = 0;
        for (int w = 0; w < bits.length; w++) {
            if (bits[w] != 0) {
                where[next++] = w;
            }
        }
        return where;
    }

    private static int and(long[] a, long[] b, int[] where, long[] into) {
        int count = 0;
        if (where.length == a.length) {
            for (int w = 0; w < into.length; w++) {
                long both = a[w] & b[w];
                into[w] = both;
                count += Long.bitCount(both);
            }
            return count;
        }
        for (int w = 0; w < into.length; w++) {
            long both = a[where[w]] & b[where[w]];
            into[w] = both;
            count += Long.bitCount(both);
        }
        return count;
    }
}
