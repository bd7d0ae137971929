package io.lendcrm.scoring.risk.binning;

import java.util.Map;

/**
 * The greedy tree of the R package {@code scorecard} (Xie, version 0.4.6, {@code woebin(method = "tree")}): from fine initial
 * bins, the edge that adds most information value and leaves no bin too small is added again and again, until the value grows
 * by less than a share of itself (the last edge stays) or there are bins enough. Numbers are first cut at round places, about
 * {@code 1 / initialShare} of them within three interquartile ranges of the quartiles; initial bins without goods or bads go
 * to their smaller neighbour. Levels with an order are cut in it, others in order of their bad rates. Fast and familiar, but
 * neither optimal nor monotone: see {@link OptimalBinning}. Immutable and thread-safe.
 *
 * @param initialShare share of rows of an initial bin, within [0.01, 0.2]
 * @param minShare least share of all rows in a bin, within [0.01, 0.2]
 * @param stop least growth of the information value that goes on, within [0, 0.5]
 * @param maxBins most bins, at least 2
 */
public record TreeBinning(double initialShare, double minShare, double stop, int maxBins) implements BinningMethod {

    public TreeBinning {
        if (!(initialShare >= 0.01 && initialShare <= 0.2)) {
            throw new IllegalArgumentException("initialShare must be within [0.01, 0.2], found " + initialShare);
        }
        if (!(minShare >= 0.01 && minShare <= 0.2)) {
            throw new IllegalArgumentException("minShare must be within [0.01, 0.2], found " + minShare);
        }
        if (!(stop >= 0 && stop <= 0.5)) {
            throw new IllegalArgumentException("stop must be within [0, 0.5], found " + stop);
        }
        if (maxBins < 2) {
            throw new IllegalArgumentException("maxBins must be at least 2, found " + maxBins);
        }
    }

    /** {@return R's defaults: initial bins of 2 %, bins of 5 % at least, stop at 0.1, 8 bins at most} */
    public static TreeBinning defaults() {
        return new TreeBinning(0.02, 0.05, 0.1, 8);
    }

    @Override
    public Kind kind() {
        return Kind.TREE;
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "method", "tree",
                "initialShare", Double.toString(initialShare),
                "minShare", Double.toString(minShare),
                "stop", Double.toString(stop),
                "maxBins", Integer.toString(maxBins));
    }
}
