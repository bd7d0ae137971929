package io.lendcrm.scoring.value.retention;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Spends capacity where it gains most, under a cap for all and caps for groups: options are ranked by gain a unit of
 * capacity and taken as long as they fit, which is the best there is where all take one unit. Where they take different
 * amounts, a search by branch and bound over that ranking improves it until it is proven to be the best, to 1e-12 relative,
 * or until {@link #maxSteps} is reached; then the bound tells how much could still be missing. The bound is that of options
 * that may be taken in part, for which ranking is exact: the caps are nested (Edmonds 1970). Immutable and thread-safe.
 *
 * @param capacity how much there is for all, at least 0
 * @param groupCaps how much a group may take at most, each at least 0; a group not named here has no cap of its own
 * @param maxSteps how many looks at an option the search may take, at least 1
 */
public record Allocator(long capacity, Map<String, Long> groupCaps, long maxSteps) {

    private static final long STEPS = 100_000_000;

    public Allocator {
        groupCaps = Map.copyOf(groupCaps);
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must be at least 0, found " + capacity);
        }
        groupCaps.forEach((group, cap) -> {
            if (cap < 0) {
                throw new IllegalArgumentException("cap of group " + group + " must be at least 0, found " + cap);
            }
        });
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1, found " + maxSteps);
        }
    }

    /**
     * An allocator without groups that takes at most 100 million steps.
     *
     * @param capacity how much there is
     * @return the allocator
     */
    public static Allocator of(long capacity) {
        return new Allocator(capacity, Map.of(), STEPS);
    }

    /**
     * With caps for groups.
     *
     * @param caps how much each may take at most
     * @return the changed allocator
     */
    public Allocator withGroupCaps(Map<String, Long> caps) {
        return new Allocator(capacity, caps, maxSteps);
    }

    /**
     * With another limit of steps.
     *
     * @param steps how many
     * @return the changed allocator
     */
    public Allocator withMaxSteps(long steps) {
        return new Allocator(capacity, groupCaps, steps);
    }

    /**
     * Spends the capacity. Equal options are taken in the order given.
     *
     * @param options what could be done
     * @return what is to be done
     */
    public Allocation allocate(List<AllocationOption> options) {
        List<AllocationOption> ranked = options.stream()
                .filter(option -> option.gain() > 0)
                .sorted(Comparator.comparingDouble(AllocationOption::marginalGain)
                        .thenComparingDouble(AllocationOption::gain)
                        .reversed())
                .toList();
        return new AllocationSearch(ranked, capacity, groupCaps, maxSteps).run();
    }
}
