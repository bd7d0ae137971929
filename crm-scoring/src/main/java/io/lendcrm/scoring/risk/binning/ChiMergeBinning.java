package io.lendcrm.scoring.risk.binning;

import java.util.Map;

/**
 * The chi-square merging of the R package {@code scorecard} (Xie, version 0.4.6, {@code woebin(method = "chimerge")}, after
 * Kerber 1992): neighbours among fine initial bins, those of {@link TreeBinning}, are merged while the least chi-square of any
 * two stays below the (1 − stop) quantile of one degree of freedom, a bin is too small or there are too many. Neither optimal
 * nor monotone: see {@link OptimalBinning}. Immutable and thread-safe.
 *
 * @param initialShare share of rows of an initial bin, within [0.01, 0.2]
 * @param minShare least share of all rows in a bin, within [0.01, 0.2]
 * @param stop significance level of the chi-square test, within (0, 0.5]
 * @param maxBins most bins, at least 2
 */
public record ChiMergeBinning(double initialShare, double minShare, double stop, int maxBins) implements BinningMethod {

    public ChiMergeBinning {
        if (!(initialShare >= 0.01 && initialShare <= 0.2)) {
            throw new IllegalArgumentException("initialShare must be within [0.01, 0.2], found " + initialShare);
        }
        if (!(minShare >= 0.01 && minShare <= 0.2)) {
            throw new IllegalArgumentException("minShare must be within [0.01, 0.2], found " + minShare);
        }
        if (!(stop > 0 && stop <= 0.5)) {
            throw new IllegalArgumentException("stop must be within (0, 0.5], found " + stop);
        }
        if (maxBins < 2) {
            throw new IllegalArgumentException("maxBins must be at least 2, found " + maxBins);
        }
    }

    /** {@return R's defaults: initial bins of 2 %, bins of 5 % at least, stop at 0.1, 8 bins at most} */
    public static ChiMergeBinning defaults() {
        return new ChiMergeBinning(0.02, 0.05, 0.1, 8);
    }

    @Override
    public Kind kind() {
        return Kind.CHI_MERGE;
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "method", "chimerge",
                "initialShare", Double.toString(initialShare),
                "minShare", Double.toString(minShare),
                "stop", Double.toString(stop),
                "maxBins", Integer.toString(maxBins));
    }
}
