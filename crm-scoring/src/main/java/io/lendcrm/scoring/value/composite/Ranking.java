package io.lendcrm.scoring.value.composite;

import io.lendcrm.core.ClientId;
import io.lendcrm.scoring.value.composite.WeightSensitivity.Tipping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients in the order of sums of weighted terms, the greatest first; equal ones in the order given. */
final class Ranking {

    /** How a ranking with other weights differs. */
    record Difference(long flipped, int largestShift, boolean firstKept) {}

    private final ClientId[] clients;
    private final double[][] terms;
    private final double[] totals;

    Ranking(List<ClientId> clients, double[][] terms) {
        double[] sums = Arrays.stream(terms).mapToDouble(row -> sum(row, null)).toArray();
        Integer[] order = order(sums, null);
        this.clients = new ClientId[order.length];
        this.terms = new double[order.length][];
        this.totals = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            this.clients[place] = clients.get(order[place]);
            this.terms[place] = terms[order[place]];
            this.totals[place] = sums[order[place]];
        }
    }

    int size() {
        return totals.length;
    }

    /** Of all pairs. */
    double share(long pairs) {
        return size() < 2 ? 0 : pairs / (size() * (size() - 1.0) / 2);
    }

    private static double sum(double[] row, double @Nullable [] factors) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += factors == null ? row[k] : factors[k] * row[k];
        }
        return sum;
    }

    /** By one column, then by another, both falling. */
    private static Integer[] order(double[] first, double @Nullable [] second) {
        Integer[] order = new Integer[first.length];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> byFirst = Comparator.comparingDouble(i -> -first[i]);
        Arrays.sort(order, second == null ? byFirst : byFirst.thenComparingDouble(i -> -second[i]));
        return order;
    }

    Difference reweighted(double[] factors) {
        double[] changed =
                Arrays.stream(terms).mapToDouble(row -> sum(row, factors)).toArray();
        Integer[] places = order(changed, null);
        int shift = 0;
        for (int now = 0; now < places.length; now++) {
            shift = Math.max(shift, Math.abs(now - places[now]));
        }
        Integer[] asBefore = order(totals, changed);
        double[] column = new double[changed.length];
        Arrays.setAll(column, i -> changed[asBefore[i]]);
        return new Difference(rises(column, new double[column.length], 0, column.length), shift, places[0] == 0);
    }

    /** How many later entries are greater than earlier ones (Knight 1966); sorts the range, the greatest first. */
    private static long rises(double[] column, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long rises = rises(column, spare, from, middle) + rises(column, spare, middle, to);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeLeft = left < middle && (right == to || column[left] >= column[right]);
            if (!takeLeft) {
                rises += middle - left;
            }
            spare[at] = takeLeft ? column[left++] : column[right++];
        }
        System.arraycopy(spare, from, column, from, to - from);
        return rises;
    }

    /**
     * The first pair to flip as a weight grows or shrinks stands in neighbouring groups of equal totals: those that stand
     * between would have to flip too.
     */
    List<Tipping> tipping(List<String> names) {
        List<Tipping> found = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            Tipping less = null;
            Tipping more = null;
            int from = 0;
            int to = groupEnd(0);
            while (to < size()) {
                int end = groupEnd(to);
                double gap = totals[from] - totals[to];
                int slow = extreme(k, from, to, -1);
                int fast = extreme(k, to, end, 1);
                double up = gap / (terms[fast][k] - terms[slow][k]);
                if (up > 0 && Double.isFinite(up) && (more == null || up < more.change())) {
                    more = new Tipping(names.get(k), up, clients[slow], clients[fast]);
                }
                int loser = extreme(k, from, to, 1);
                int keeper = extreme(k, to, end, -1);
                double down = gap / (terms[keeper][k] - terms[loser][k]);
                if (down < 0 && down > -1 && (less == null || down > less.change())) {
                    less = new Tipping(names.get(k), down, clients[loser], clients[keeper]);
                }
                from = to;
                to = end;
            }
            if (less != null) {
                found.add(less);
            }
            if (more != null) {
                found.add(more);
            }
        }
        found.sort(Comparator.comparingDouble(tip -> Math.abs(tip.change())));
        return List.copyOf(found);
    }

    private int groupEnd(int from) {
        int end = from;
        while (end < size() && totals[end] == totals[from]) {
            end++;
        }
        return end;
    }

    /** Whose term is greatest (sign 1) or least (sign −1). */
    private int extreme(int k, int from, int to, int sign) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (sign * terms[i][k] > sign * terms[best][k]) {
                best = i;
            }
        }
        return best;
    }
}
