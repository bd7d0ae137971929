package io.lendcrm.scoring.risk.binning;

import java.util.Map;

/** How edges are found. Implementations are immutable and thread-safe. */
public sealed interface BinningMethod permits OptimalBinning, TreeBinning, ChiMergeBinning, FixedBinning {

    /** The kinds of methods, to switch on. */
    enum Kind {
        /** {@link OptimalBinning}. */
        OPTIMAL,
        /** {@link TreeBinning}. */
        TREE,
        /** {@link ChiMergeBinning}. */
        CHI_MERGE,
        /** {@link FixedBinning}. */
        FIXED
    }

    /** {@return which one this is} */
    Kind kind();

    /** {@return the options by name, for the provenance of a model} */
    Map<String, String> options();
}
