package io.lendcrm.scoring.risk.binning;

import io.lendcrm.scoring.risk.binning.InitialBins.Bin;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The two algorithms of R's {@code scorecard}, from initial bins to edges. */
final class Greedy {

    private Greedy() {}

    static double[] tree(Cells cells, TreeBinning options) {
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

    static double[] chiMerge(Cells cells, ChiMergeBinning options) {
        List<Bin> bins = InitialBins.of(cells, options.initialShare());
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(options.stop() / 2);
        double limit = z * z;
        while (bins.size() > 1) {
            int alike = mostAlike(bins);
            int smallest = smallest(bins);
            if (chiSquare(bins, alike) < limit) {
                InitialBins.join(bins, alike - 1);
            } else if (bins.get(smallest).rows() < options.minShare() * cells.totalRows()) {
                boolean toNext = smallest == 0
                        || (smallest < bins.size() - 1 && chiSquare(bins, smallest) > chiSquare(bins, smallest + 1));
                InitialBins.join(bins, toNext ? smallest : smallest - 1);
            } else if (bins.size() > options.maxBins()) {
                InitialBins.join(bins, alike - 1);
            } else {
                break;
            }
        }
        return InitialBins.edges(bins);
    }

    /** The bin that differs least from the one before it, the smaller of equals. */
    private static int mostAlike(List<Bin> bins) {
        int alike = 1;
        for (int k = 2; k < bins.size(); k++) {
            double difference = chiSquare(bins, k) - chiSquare(bins, alike);
            if (difference < 0
                    || (difference == 0 && bins.get(k).rows() < bins.get(alike).rows())) {
                alike = k;
            }
        }
        return alike;
    }

    private static int smallest(List<Bin> bins) {
        int smallest = 0;
        for (int k = 1; k < bins.size(); k++) {
            if (bins.get(k).rows() < bins.get(smallest).rows()) {
                smallest = k;
            }
        }
        return smallest;
    }

    /** Of a bin and the one before it. */
    private static double chiSquare(List<Bin> bins, int k) {
        Bin a = bins.get(k - 1);
        Bin b = bins.get(k);
        double cross = a.bad() * b.good() - b.bad() * a.good();
        return (a.rows() + b.rows())
                * cross
                * cross
                / (a.rows() * b.rows() * (a.bad() + b.bad()) * (a.good() + b.good()));
    }
}
