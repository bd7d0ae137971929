package io.lendcrm.scoring.risk.binning;

import io.lendcrm.scoring.risk.binning.ChiMergeBinning.Likeness;
import io.lendcrm.scoring.risk.binning.InitialBins.Bin;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Merges initial bins whose bad rates don't differ, from the finest bins to edges. */
final class ChiMerge {

    private ChiMerge() {}

    static double[] edges(Cells cells, ChiMergeBinning options) {
        List<Bin> bins = InitialBins.of(cells, options.initialShare());
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(options.stop() / 2);
        double limit = z * z;
        while (bins.size() > 1) {
            double[] apart = apart(bins, options.likeness());
            int smallest = smallest(bins);
            int alike = mostAlike(bins, apart);
            if (bins.get(smallest).rows() < options.minShare() * cells.totalRows()) {
                boolean toNext = smallest == 0 || (smallest < bins.size() - 1 && apart[smallest] > apart[smallest + 1]);
                InitialBins.join(bins, toNext ? smallest : smallest - 1);
            } else if (apart[alike] < limit || bins.size() > options.maxBins()) {
                InitialBins.join(bins, alike - 1);
            } else {
                break;
            }
        }
        return InitialBins.edges(bins);
    }

    /** How far each bin is from the one before it; the first place is unused. */
    private static double[] apart(List<Bin> bins, Likeness likeness) {
        double[] apart = new double[bins.size()];
        double product = likeness == Likeness.R_0_4_6 ? product(bins) : 0;
        for (int k = 1; k < apart.length; k++) {
            Bin before = bins.get(k - 1);
            Bin bin = bins.get(k);
            apart[k] = likeness == Likeness.CHI_SQUARE ? chiSquare(before, bin) : asInR(before, bin, product);
        }
        return apart;
    }

    private static double chiSquare(Bin a, Bin b) {
        double cross = a.bad() * b.good() - b.bad() * a.good();
        return (a.rows() + b.rows())
                * cross
                * cross
                / (a.rows() * b.rows() * (a.bad() + b.bad()) * (a.good() + b.good()));
    }

    /** The rows of all bins but the last, and the goods and bads of all neighbours, multiplied as version 0.4.6 does. */
    private static double product(List<Bin> bins) {
        double product = 1;
        for (int k = 1; k < bins.size(); k++) {
            Bin a = bins.get(k - 1);
            Bin b = bins.get(k);
            product *= a.rows() * a.rows() * (a.good() + b.good()) * (a.bad() + b.bad());
        }
        return product;
    }

    private static double asInR(Bin a, Bin b, double product) {
        double rows = a.rows() + b.rows();
        double expectedBefore = product / rows;
        double distance = deviation(b.good(), b.rows() * (a.good() + b.good()) / rows)
                + deviation(a.good(), expectedBefore)
                + deviation(b.bad(), b.rows() * (a.bad() + b.bad()) / rows)
                + deviation(a.bad(), expectedBefore);
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance; // an infinite product
    }

    private static double deviation(double found, double expected) {
        return (found - expected) * (found - expected) / expected;
    }

    /** The bin that differs least from the one before it, the smaller of equals. */
    private static int mostAlike(List<Bin> bins, double[] apart) {
        int alike = 1;
        for (int k = 2; k < apart.length; k++) {
            boolean smaller = bins.get(k).rows() < bins.get(alike).rows();
            if (apart[k] < apart[alike] || (apart[k] == apart[alike] && smaller)) {
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
}
