package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.risk.binning.Bins;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A card as the processor likes it: every (characteristic, bin) is a slot of one array of points. Numbers find their slot by
 * counting the cuts that are ≤ the value: a search of fixed length without branches over cuts padded with +∞. The first cut is
 * -∞, so that {@code NaN}, which no cut is ≤ to, stays in slot 0, that of missing values. A special value s is the interval
 * [s, the next number). Levels find theirs by their code. Numbers are added before levels, always in this order.
 */
final class FlatCard {

    private static final int CODE_OFFSET = 1 - (int) Feature.UNSEEN;

    private final double base;
    private final int log;
    private final int[] numeric;
    private final double[] cuts;
    private final int[] levels;
    private final int[] start;
    private final double[] points;
    private final int[] bin;
    private final int[] owner;
    private final int[] place;

    private FlatCard(
            double base, int log, int[] numeric, double[] cuts, int[] levels, int[] start, double[] points, int[] bin) {
        this.base = base;
        this.log = log;
        this.numeric = numeric;
        this.cuts = cuts;
        this.levels = levels;
        this.start = start;
        this.points = points;
        this.bin = bin;
        this.owner = new int[points.length];
        this.place = new int[numeric.length + levels.length];
        for (int k = 0; k < numeric.length; k++) {
            place[numeric[k]] = k;
            Arrays.fill(owner, k << log, (k + 1) << log, numeric[k]);
        }
        for (int k = 0; k < levels.length; k++) {
            place[levels[k]] = ~k;
            Arrays.fill(owner, start[k], start[k + 1], levels[k]);
        }
    }

    static FlatCard of(double base, List<Characteristic> card) {
        int[] numeric = positions(card, false);
        int[] levels = positions(card, true);
        double[][] edges = new double[numeric.length][];
        int most = 1;
        for (int k = 0; k < numeric.length; k++) {
            edges[k] = edges(card.get(numeric[k]).bins());
            most = Math.max(most, edges[k].length);
        }
        int log = Math.max(3, 32 - Integer.numberOfLeadingZeros(most));
        int[] start = new int[levels.length + 1];
        start[0] = numeric.length << log;
        for (int k = 0; k < levels.length; k++) {
            start[k + 1] = start[k]
                    + CODE_OFFSET
                    + card.get(levels[k]).bins().feature().levels().size();
        }
        double[] cuts = new double[numeric.length << log];
        Arrays.fill(cuts, Double.POSITIVE_INFINITY);
        int[] bin = new int[start[levels.length]];
        Arrays.fill(bin, -1);
        for (int k = 0; k < numeric.length; k++) {
            int from = k << log;
            System.arraycopy(edges[k], 0, cuts, from, edges[k].length);
            Bins bins = card.get(numeric[k]).bins();
            bin[from] = bins.missingBin();
            for (int i = 0; i < edges[k].length; i++) {
                bin[from + 1 + i] = bins.bin(Math.max(-Double.MAX_VALUE, edges[k][i]));
            }
        }
        for (int k = 0; k < levels.length; k++) {
            Bins bins = card.get(levels[k]).bins();
            bin[start[k]] = bins.missingBin();
            bin[start[k] + 1] = bins.unseenBin();
            for (int code = 0; start[k] + CODE_OFFSET + code < start[k + 1]; code++) {
                bin[start[k] + CODE_OFFSET + code] = bins.bin(code);
            }
        }
        FlatCard flat = new FlatCard(base, log, numeric, cuts, levels, start, new double[bin.length], bin);
        for (int slot = 0; slot < bin.length; slot++) {
            flat.points[slot] =
                    bin[slot] < 0 ? Double.NaN : card.get(flat.owner[slot]).points(bin[slot]);
        }
        return flat;
    }

    private static int[] positions(List<Characteristic> card, boolean withLevels) {
        return java.util.stream.IntStream.range(0, card.size())
                .filter(i -> card.get(i).bins().feature().type().hasLevels() == withLevels)
                .toArray();
    }

    private static double[] edges(Bins bins) {
        TreeSet<Double> edges = new TreeSet<>();
        edges.add(Double.NEGATIVE_INFINITY);
        Arrays.stream(bins.cuts()).forEach(edges::add);
        for (double special : bins.specials()) {
            edges.add(special);
            if (special < Double.MAX_VALUE) {
                edges.add(Math.nextUp(special));
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

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

    /** The slot of a characteristic's value; -1 if there is none. */
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
        return points[slot];
    }

    double base() {
        return base;
    }

    /** The slot of a number; -1 if it is infinite. */
    int numericSlot(int k, double x) {
        if (Math.abs(x) > Double.MAX_VALUE) {
            return -1;
        }
        int at = k << log;
        if (log > 3) {
            return longSearch(at, x);
        }
        double[] c = cuts;
        at += c[at + 3] <= x ? 4 : 0;
        at += c[at + 1] <= x ? 2 : 0;
        at += c[at] <= x ? 1 : 0;
        return at;
    }

    private int longSearch(int from, double x) {
        int at = from;
        for (int step = 1 << (log - 1); step > 0; step >>= 1) {
            at += cuts[at + step - 1] <= x ? step : 0;
        }
        return at;
    }

    /** The slot of a level's code; -1 if it isn't one. */
    int levelSlot(int k, double x) {
        int from = start[k];
        int code = (int) x;
        if (x != code) {
            return Double.isNaN(x) ? from : -1;
        }
        int slot = from + CODE_OFFSET + code;
        return slot > from && slot < start[k + 1] ? slot : -1;
    }

    double score(double[] row) {
        double sum = base;
        for (int k = 0; k < numeric.length; k++) {
            int slot = numericSlot(k, row[numeric[k]]);
            if (slot < 0) {
                return Double.NaN;
            }
            sum += points[slot];
        }
        for (int k = 0; k < levels.length; k++) {
            int slot = levelSlot(k, row[levels[k]]);
            if (slot < 0) {
                return Double.NaN;
            }
            sum += points[slot];
        }
        return sum;
    }

    /** Adds the points of a column of numbers; the values stand from {@code offset} on. */
    void addNumeric(int k, double[] column, int offset, double[] scores, int from, int to) {
        for (int i = from; i < to; i++) {
            int slot = numericSlot(k, column[offset + i - from]);
            scores[i] += slot < 0 ? Double.NaN : points[slot];
        }
    }

    /** Adds the points of a column of levels. */
    void addLevels(int k, double[] column, int offset, double[] scores, int from, int to) {
        for (int i = from; i < to; i++) {
            int slot = levelSlot(k, column[offset + i - from]);
            scores[i] += slot < 0 ? Double.NaN : points[slot];
        }
    }
}
