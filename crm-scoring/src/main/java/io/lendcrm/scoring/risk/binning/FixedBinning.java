package io.lendcrm.scoring.risk.binning;

import java.util.List;
import java.util.Map;

/**
 * Edges or groups set by hand. Immutable and thread-safe.
 *
 * @param edges the inner edges of numbers, ascending; empty for levels
 * @param groups the levels of each bin; empty for numbers
 */
public record FixedBinning(List<Double> edges, List<List<String>> groups) implements BinningMethod {

    public FixedBinning {
        edges = List.copyOf(edges);
        groups = groups.stream().map(List::copyOf).toList();
        if (!edges.isEmpty() && !groups.isEmpty()) {
            throw new IllegalArgumentException("edges are for numbers, groups for levels, found both");
        }
    }

    /**
     * Edges of numbers.
     *
     * @param edges the inner edges, ascending
     * @return the method
     */
    public static FixedBinning at(double... edges) {
        return new FixedBinning(java.util.Arrays.stream(edges).boxed().toList(), List.of());
    }

    /**
     * Groups of levels. A level of none of them is taken as unseen.
     *
     * @param groups the levels of each bin
     * @return the method
     */
    public static FixedBinning levels(List<List<String>> groups) {
        return new FixedBinning(List.of(), groups);
    }

    @Override
    public Kind kind() {
        return Kind.FIXED;
    }

    @Override
    public Map<String, String> options() {
        return Map.of("method", "fixed", "fixed", groups.isEmpty() ? edges.toString() : groups.toString());
    }
}
