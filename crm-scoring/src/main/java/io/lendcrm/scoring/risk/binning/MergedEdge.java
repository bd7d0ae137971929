package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An edge between two pre-bins that the optimum doesn't have, and why: what would break if it alone were put back.
 * Immutable and thread-safe.
 *
 * @param edge where it would be; for levels without an order the number of levels before it in order of bad rate
 * @param because the constraints that it would break; never empty
 * @param ivLost the information value that it would add; an empty cell counts as in the bin table
 */
public record MergedEdge(double edge, Set<BinConstraint> because, double ivLost) {

    public MergedEdge {
        requireNonNull(because, "because");
        if (because.isEmpty()) {
            throw new IllegalArgumentException("because must not be empty");
        }
        because = Collections.unmodifiableSet(EnumSet.copyOf(because));
    }
}
