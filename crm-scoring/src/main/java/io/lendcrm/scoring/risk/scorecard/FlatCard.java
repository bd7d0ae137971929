package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.risk.binning.Bins;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A card as the processor likes it: every (characteristic, bin) is a slot of one array of points, and no slot is found by a
 * branch that data could mislead.
 *
 * <p>A number's slot is how many of its pivots are less than it: a search of fixed length by the sign bit of differences. Bare
 * comparisons won't do: in some places the compiler makes them branches, three times as slow. The pivot of a cut is the number
 * before it, so that less than the pivot is ≤ the cut; the first pivot is below every number, the last is above. A missing
 * value has the same sign in every difference, hence the first or the last slot, and both stand for missing. A special value
 * s is the interval [s, the next number). Up to five cuts take three steps; a characteristic with more has a search of its own.
 *
 * <p>A level's slot is its code, with missing as -1 and unseen as -2, in a table whose length is a power of two. The value that
 * belongs to the slot is kept beside it and compared, so that no other number passes for a code.
 *
 * <p>What has no bin (an infinite number, a number that is no code) has the slot {@link #refused}, whose points are NaN.
 * Numbers are added before levels, each in the order of the card.
 */
final class FlatCard {

    private static final int SHORT = 8;

    /** Added to a small integer it leaves the integer in the lowest bits. */
    private static final double SHIFT = 0x1.8p52;

    private static final long MISSING = Double.doubleToRawLongBits(Double.NaN);

    private final double base;
    private final int[] numeric;
    private final double[][] edges;
    private final double[] pivots;
    private final double[][] longPivots;
    private final boolean anyLong;
    private final int[] levels;
    private final int[] start;
    private final int[] mask;
    private final long[] expected;
    private final double[] points;
    private final int[] bin;
    private final int[] owner;
    private final int[] place;
    private final int refused;

    private FlatCard(double base, List<Characteristic> card) {
        this.base = base;
        this.numeric = positions(card, false);
        this.levels = positions(card, true);
        this.edges = new double[numeric.length][];
        this.longPivots = new double[numeric.length][];
        this.start = new int[numeric.length + levels.length];
        this.mask = new int[levels.length];
        this.place = new int[card.size()];
        this.pivots = new double[powerOfTwo(numeric.length * SHORT)];
        int next = numeric.length * SHORT;
        for (int k = 0; k < numeric.length; k++) {
            place[numeric[k]] = k;
            edges[k] = edges(card.get(numeric[k]).bins());
            int length = powerOfTwo(Math.max(SHORT, edges[k].length + 2));
            longPivots[k] = length == SHORT ? new double[0] : pivots(edges[k], length);
            start[k] = length == SHORT ? k * SHORT : next;
            next += length == SHORT ? 0 : length;
            System.arraycopy(pivots(edges[k], length), 0, pivots, k * SHORT, SHORT);
        }
        this.anyLong = next > numeric.length * SHORT;
        for (int k = 0; k < levels.length; k++) {
            place[levels[k]] = ~k;
            int length =
                    powerOfTwo(2 + card.get(levels[k]).bins().feature().levels().size());
            mask[k] = length - 1;
            start[numeric.length + k] = next;
            next += length;
        }
        this.refused = next;
        int slots = powerOfTwo(next + 1);
        this.expected = new long[slots];
        this.points = new double[slots];
        this.bin = new int[slots];
        this.owner = new int[slots];
        Arrays.fill(points, Double.NaN);
        Arrays.fill(bin, -1);
        Arrays.fill(expected, MISSING);
        for (int k = 0; k < numeric.length; k++) {
            fillNumbers(k, card.get(numeric[k]));
        }
        for (int k = 0; k < levels.length; k++) {
            fillLevels(k, card.get(levels[k]));
        }
    }

    static FlatCard of(double base, List<Characteristic> card) {
        return new FlatCard(base, card);
    }

    private static int[] positions(List<Characteristic> card, boolean withLevels) {
        return IntStream.range(0, card.size())
                .filter(i -> card.get(i).bins().feature().type().hasLevels() == withLevels)
                .toArray();
    }

    private static int powerOfTwo(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }

    /** Where a new bin may begin, from the least number on. */
    private static double[] edges(Bins bins) {
        TreeSet<Double> edges = new TreeSet<>();
        edges.add(-Double.MAX_VALUE);
        Arrays.stream(bins.cuts()).forEach(edges::add);
        for (double special : bins.specials()) {
            edges.add(special);
            if (special < Double.MAX_VALUE) {
                edges.add(Math.nextUp(special));
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] pivots(double[] edges, int length) {
        double[] pivots = new double[length];
        Arrays.fill(pivots, Double.MAX_VALUE);
        pivots[0] = -Double.MAX_VALUE;
        for (int i = 1; i < edges.length; i++) {
            pivots[i] = Math.nextDown(edges[i]);
        }
        return pivots;
    }

    private void fillNumbers(int k, Characteristic line) {
        int from = start[k];
        int length = Math.max(SHORT, longPivots[k].length);
        fill(from, line, numeric[k], line.bins().missingBin());
        fill(from + length - 1, line, numeric[k], line.bins().missingBin());
        for (int i = 0; i < edges[k].length; i++) {
            fill(from + 1 + i, line, numeric[k], line.bins().bin(edges[k][i]));
        }
    }

    private void fillLevels(int k, Characteristic line) {
        int from = start[numeric.length + k];
        for (int code = 0; code < line.bins().feature().levels().size(); code++) {
            expected[from + code] = Double.doubleToRawLongBits(code);
            fill(from + code, line, levels[k], line.bins().bin(code));
        }
        int unseen = from + mask[k] - 1;
        expected[unseen] = Double.doubleToRawLongBits(Feature.UNSEEN);
        fill(unseen, line, levels[k], line.bins().unseenBin());
        fill(from + mask[k], line, levels[k], line.bins().missingBin());
    }

    private void fill(int slot, Characteristic line, int position, int of) {
        bin[slot] = of;
        owner[slot] = position;
        points[slot] = line.points(of);
    }

    /** How long arrays by slot are: a power of two, so that a masked slot needs no check of its range. */
    int slots() {
        return points.length;
    }

    int numericCount() {
        return numeric.length;
    }

    int levelCount() {
        return levels.length;
    }

    int numericAt(int k) {
        return numeric[k];
    }

    int levelAt(int k) {
        return levels[k];
    }

    /** The slot of a characteristic's value. */
    int slot(int characteristic, double x) {
        int k = place[characteristic];
        return k >= 0 ? numericSlot(k, x) : levelSlot(~k, x);
    }

    /** Which characteristic a slot belongs to. */
    int owner(int slot) {
        return owner[slot];
    }

    /** Which bin a slot stands for; -1 for none. */
    int bin(int slot) {
        return bin[slot];
    }

    double points(int slot) {
        return points[slot & points.length - 1];
    }

    double base() {
        return base;
    }

    /** The slot of a number. */
    int numericSlot(int k, double x) {
        if (Math.abs(x) >= Double.MAX_VALUE) {
            return extreme(k, x);
        }
        if (anyLong && longPivots[k].length > 0) {
            return longSearch(k, x);
        }
        double[] p = pivots;
        int last = p.length - 1;
        int at = k << 3;
        at += less(p[at + 3 & last], x) << 2;
        at += less(p[at + 1 & last], x) << 1;
        return at + less(p[at & last], x);
    }

    /** 1 if a is less than b, 0 if not; for a missing b always 1 or always 0. */
    private static int less(double a, double b) {
        return (int) (Double.doubleToRawLongBits(a - b) >>> 63);
    }

    private int longSearch(int k, double x) {
        double[] p = longPivots[k];
        int at = 0;
        for (int step = p.length >> 1; step > 0; step >>= 1) {
            at += less(p[at + step - 1], x) * step;
        }
        return start[k] + at;
    }

    private int extreme(int k, double x) {
        if (Double.isInfinite(x)) {
            return refused;
        }
        int at = start[k];
        for (double edge : edges[k]) {
            at += edge <= x ? 1 : 0;
        }
        return at;
    }

    /** The slot of a level's code. */
    int levelSlot(int k, double x) {
        long shifted = Double.doubleToRawLongBits(x + SHIFT);
        int code = (int) shifted | (int) (shifted << 3 >> 63); // all ones for NaN, told by a bit of the exponent
        int slot = start[numeric.length + k] + (code & mask[k]);
        return expected[slot] == Double.doubleToRawLongBits(x) ? slot : unusual(k, x, slot);
    }

    private int unusual(int k, double x, int slot) {
        if (x == 0 && slot == start[numeric.length + k]) {
            return slot; // -0.0
        }
        return Double.isNaN(x) ? missingLevel(k) : refused;
    }

    /** The slot of a missing level. */
    int missingLevel(int k) {
        return start[numeric.length + k] + mask[k];
    }

    double score(double[] row) {
        double sum = base;
        for (int k = 0; k < numeric.length; k++) {
            sum += points(numericSlot(k, row[numeric[k]]));
        }
        for (int k = 0; k < levels.length; k++) {
            sum += points(levelSlot(k, row[levels[k]]));
        }
        return sum;
    }

    /** Adds the points of a column of numbers; the values stand from {@code offset} on. */
    void addNumeric(int k, double[] column, int offset, double[] scores, int from, int to) {
        for (int i = from; i < to; i++) {
            scores[i] += points(numericSlot(k, column[offset + i - from]));
        }
    }

    /** Adds the points of a column of levels. */
    void addLevels(int k, double[] column, int offset, double[] scores, int from, int to) {
        for (int i = from; i < to; i++) {
            scores[i] += points(levelSlot(k, column[offset + i - from]));
        }
    }
}
