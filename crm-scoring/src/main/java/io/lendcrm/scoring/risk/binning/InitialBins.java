package io.lendcrm.scoring.risk.binning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fine bins from which R's {@code scorecard} starts, and their merging. Numbers are cut at the round places of R's
 * {@code pretty} (Becker, Chambers, Wilks 1988); an edge is the number that its ten significant digits say, so that what is
 * printed is what is applied.
 */
final class InitialBins {

    private static final int FEW = 10;
    private static final int DIGITS = 10;

    /**
     * A bin.
     *
     * @param from its lower edge, -∞ for the first
     * @param good its goods
     * @param bad its bads
     */
    record Bin(double from, double good, double bad) {

        double rows() {
            return good + bad;
        }

        Bin joined(Bin next) {
            return new Bin(from, good + next.good, bad + next.bad);
        }
    }

    private InitialBins() {}

    /** Initial bins, none of them without goods or bads unless it is the only one. */
    static List<Bin> of(Cells cells, double initialShare) {
        double[] cuts = cells.levels() ? cells.everyCut() : cuts(cells, initialShare);
        Cells pooled = cells.pooled(cuts);
        List<Bin> bins = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < pooled.size(); k++) {
            if (pooled.rows(k) > 0) { // an empty one goes to the next
                bins.add(new Bin(from, pooled.good()[k], pooled.bad()[k]));
                from = k < cuts.length ? cuts[k] : from;
            }
        }
        mergeEmptyCells(bins);
        return bins;
    }

    /** Joins a bin with the next one. */
    static void join(List<Bin> bins, int first) {
        bins.set(first, bins.get(first).joined(bins.remove(first + 1)));
    }

    static double[] edges(List<Bin> bins) {
        return bins.stream().skip(1).mapToDouble(Bin::from).toArray();
    }

    /** The smallest bin without goods or bads goes to its smaller neighbour, the lower one if they are equal. */
    private static void mergeEmptyCells(List<Bin> bins) {
        while (bins.size() > 1) {
            int smallest = -1;
            for (int k = 0; k < bins.size(); k++) {
                Bin bin = bins.get(k);
                boolean empty = bin.good == 0 || bin.bad == 0;
                if (empty && (smallest < 0 || bin.rows() < bins.get(smallest).rows())) {
                    smallest = k;
                }
            }
            if (smallest < 0) {
                return;
            }
            double before =
                    smallest == 0 ? Double.MAX_VALUE : bins.get(smallest - 1).rows();
            double after = smallest == bins.size() - 1
                    ? Double.MAX_VALUE
                    : bins.get(smallest + 1).rows();
            join(bins, before > after ? smallest : smallest - 1);
        }
    }

    private static double[] cuts(Cells cells, double initialShare) {
        int n = cells.size();
        if (n == 0) {
            return new double[0];
        }
        double first = quartile(cells, 1);
        double third = quartile(cells, 3);
        double reach = 3 * (third - first);
        double[] inner = Arrays.stream(cells.values())
                .filter(v -> reach == 0 || (v >= first - reach && v <= third + reach))
                .toArray();
        double[] breaks = inner.length < FEW
                ? inner
                : pretty(inner[0], inner[inner.length - 1], Math.min((int) (1 / initialShare), inner.length));
        double lowest = cells.values()[0];
        double highest = cells.values()[n - 1];
        return Arrays.stream(breaks)
                .filter(edge -> edge > lowest && edge <= highest)
                .distinct()
                .toArray();
    }

    /** R's quantile of type 7, each row as often as it counts. */
    private static double quartile(Cells cells, int quarters) {
        double rows = 0;
        for (int i = 0; i < cells.size(); i++) {
            rows += cells.rows(i);
        }
        double place = (rows - 1) * quarters / 4;
        double below = Math.floor(place);
        double low = atRow(cells, below);
        double high = atRow(cells, Math.min(below + 1, rows - 1));
        return place == below ? low : low + (place - below) * (high - low);
    }

    private static double atRow(Cells cells, double row) {
        double before = 0;
        for (int i = 0; i < cells.size(); i++) {
            before += cells.rows(i);
            if (row < before) {
                return cells.values()[i];
            }
        }
        return cells.values()[cells.size() - 1];
    }

    /** About n round places from a number at most lo to one at least up; n at least 2, lo below up. */
    static double[] pretty(double lo, double up, int n) {
        double cell = (up - lo) / n;
        double base = Math.pow(10, Math.floor(Math.log10(cell)));
        double unit = base;
        if (2 * base - cell < 1.5 * (cell - unit)) {
            unit = 2 * base;
            if (5 * base - cell < 2.75 * (cell - unit)) {
                unit = 5 * base;
                if (10 * base - cell < 1.5 * (cell - unit)) {
                    unit = 10 * base;
                }
            }
        }
        double tiny = 1e-10;
        double first = Math.floor(lo / unit + tiny);
        double last = Math.ceil(up / unit - tiny);
        while (first * unit > lo + tiny * unit) {
            first--;
        }
        while (last * unit < up - tiny * unit) {
            last++;
        }
        int fewest = n / 3;
        int lacking = fewest - (int) (0.5 + last - first);
        if (lacking > 0) {
            boolean upwards = first >= 0;
            last += lacking / 2 + (upwards ? lacking % 2 : 0);
            first -= lacking / 2 + (upwards ? 0 : lacking % 2);
        }
        double[] places = new double[(int) (last - first) + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = new BigDecimal((first + i) * unit, new MathContext(DIGITS)).doubleValue();
        }
        return places;
    }
}
