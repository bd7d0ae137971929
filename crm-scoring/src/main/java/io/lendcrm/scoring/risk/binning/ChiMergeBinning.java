package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * The chi-square merging of the R package {@code scorecard} (Xie, {@code woebin(method = "chimerge")}, after Kerber 1992): of
 * fine initial bins, those of {@link TreeBinning}, the smallest joins the neighbour it is more like while it is too small;
 * then the two neighbours that are most alike are joined while their chi-square stays below the (1 − stop) quantile of one
 * degree of freedom or there are too many bins. Neither optimal nor monotone: see {@link OptimalBinning}. Immutable and
 * thread-safe.
 *
 * @param initialShare share of rows of an initial bin, within [0.01, 0.2]
 * @param minShare least share of all rows in a bin, within [0.01, 0.2]
 * @param stop significance level of the chi-square test, within (0, 0.5]
 * @param maxBins most bins, at least 2
 * @param likeness how like neighbours are found to be
 */
public record ChiMergeBinning(double initialShare, double minShare, double stop, int maxBins, Likeness likeness)
        implements BinningMethod {

    /** How like two neighbouring bins are found to be. */
    public enum Likeness {
        /** Pearson's chi-square of the two by goods and bads, as Kerber has it. */
        CHI_SQUARE,
        /**
         * What version 0.4.6 of the R package computes in its place: the rows expected in the lower bin are a product over all
         * bins, not of the two. That number is huge, so no two bins are ever alike enough to be joined for it, a small bin
         * joins its larger neighbour whatever the bad rates (the lower one while the square of the number overflows), and too
         * many bins are cured by joining the two largest neighbours. To reproduce bins made with it, not to make new ones.
         */
        R_0_4_6
    }

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
        requireNonNull(likeness, "likeness");
    }

    /** {@return initial bins of 2 %, bins of 5 % at least, stop at 0.1, 8 bins at most, as R's defaults; true chi-squares} */
    public static ChiMergeBinning defaults() {
        return new ChiMergeBinning(0.02, 0.05, 0.1, 8, Likeness.CHI_SQUARE);
    }

    /** {@return the defaults with the likeness of {@link Likeness#R_0_4_6}: the bins which that version gives} */
    public static ChiMergeBinning asInR() {
        return new ChiMergeBinning(0.02, 0.05, 0.1, 8, Likeness.R_0_4_6);
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
                "maxBins", Integer.toString(maxBins),
                "likeness", likeness.name());
    }
}
