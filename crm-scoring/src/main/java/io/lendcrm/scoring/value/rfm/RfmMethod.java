package io.lendcrm.scoring.value.rfm;

/** How the cuts of an axis are found. */
public enum RfmMethod {
    /**
     * Bins of as equal size as ties allow: in ascending order of worth, the i-th of n clients falls into bin
     * ⌈bins · i / n⌉, and clients with equal values all into that of the first or the last of them, see
     * {@link RfmTies}.
     */
    QUANTILE,
    /** Cuts set by hand. */
    FIXED,
    /**
     * Natural breaks (Jenks 1967, Fisher 1958): the cuts that make the sum of squared deviations from the bins' means as
     * small as it can be; the exact optimum. A bin begins at its smallest value.
     */
    JENKS
}
