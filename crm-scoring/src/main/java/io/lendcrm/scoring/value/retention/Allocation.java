package io.lendcrm.scoring.value.retention;

import java.util.List;

/**
 * What capacity is spent on. Immutable and thread-safe.
 *
 * @param chosen what is done, by falling gain a unit of capacity
 * @param gain what it gains in all
 * @param used how much capacity it takes
 * @param bound what no allocation can exceed; equal to the gain where it is proven to be the best
 * @param optimal whether it is proven to be the best there is
 */
public record Allocation(List<AllocationOption> chosen, double gain, long used, double bound, boolean optimal) {

    public Allocation {
        chosen = List.copyOf(chosen);
    }
}
