package io.lendcrm.scoring.risk.binning;

import io.lendcrm.scoring.risk.binning.InitialBins.Bin;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The tree of R's {@code scorecard}, from initial bins to edges. */
final class GreedyTree {

    private GreedyTree() {}

    static double[] edges(Cells cells, TreeBinning options) {
        List<Bin> bins = InitialBins.of(cells, options.initialShare());
        if (bins.size() <= 1) {
            return new double[0];
        }
        double least = options.minShare() * cells.totalRows();
        NavigableSet<Integer> starts = new TreeSet<>(List.of(0));
        double value = 1e-10;
        double growth = 1;
        int most = Math.min(options.maxBins(), bins.size());
        for (int step = 1; growth >= options.stop() && step < most; step++) {
            int best = -1;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int start = 1; start < bins.size(); start++) {
                if (starts.add(start)) {
                    double candidate = value(bins, starts, least);
                    if (candidate > bestValue) {
                        bestValue = candidate;
                        best = start;
                    }
                    starts.remove(start);
                }
            }
            if (best < 0) {
                break;
            }
            starts.add(best);
            growth = bestValue / value - 1;
            value = bestValue;
        }
        return starts.stream().skip(1).mapToDouble(s -> bins.get(s).from()).toArray();
    }

    /** The information value of the bins that begin at the starts, of their own totals; -∞ if one is too small. */
    private static double value(List<Bin> bins, NavigableSet<Integer> starts, double least) {
        double good = bins.stream().mapToDouble(Bin::good).sum();
        double bad = bins.stream().mapToDouble(Bin::bad).sum();
        double value = 0;
        for (int start : starts) {
            Integer next = starts.higher(start);
            Bin bin = bins.get(start);
            for (int k = start + 1; k < (next == null ? bins.size() : next); k++) {
                bin = bin.joined(bins.get(k));
            }
            if (bin.rows() < least) {
                return Double.NEGATIVE_INFINITY;
            }
            double p = bin.bad() / bad;
            double q = bin.good() / good;
            value += (p - q) * Math.log(p / q);
        }
        return value;
    }
}
