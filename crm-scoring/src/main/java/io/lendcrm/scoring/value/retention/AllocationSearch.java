package io.lendcrm.scoring.value.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Depth-first branch and bound over ranked options (Horowitz and Sahni 1974): take what fits, and go back to leave out
 * the last one taken as long as the rest could still gain more than the best found. Its first way down is the greedy
 * ranking. Not thread-safe; confine to one thread.
 */
final class AllocationSearch {

    private static final double ROUNDING = 1e-12;

    private final List<AllocationOption> options;
    private final double[] gain;
    private final long[] use;
    private final int[] group;
    private final long[] groupLeft;
    private final long[] scratch;
    private final boolean[] taken;
    private final long maxSteps;
    private boolean[] best;
    private double bestGain = -1;
    private double sum;
    private long left;
    private long steps;

    AllocationSearch(List<AllocationOption> ranked, long capacity, Map<String, Long> caps, long maxSteps) {
        this.options = ranked;
        this.left = capacity;
        this.maxSteps = maxSteps;
        int size = ranked.size();
        this.gain = ranked.stream().mapToDouble(AllocationOption::gain).toArray();
        this.use = ranked.stream().mapToLong(AllocationOption::use).toArray();
        this.group = new int[size];
        this.taken = new boolean[size];
        this.best = taken;
        Map<String, Integer> numbers = new HashMap<>();
        List<Long> limits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = ranked.get(i).group();
            group[i] = numbers.computeIfAbsent(name, key -> {
                limits.add(Math.min(capacity, caps.getOrDefault(key, capacity)));
                return limits.size() - 1;
            });
        }
        this.groupLeft = limits.stream().mapToLong(limit -> limit).toArray();
        this.scratch = new long[groupLeft.length];
    }

    Allocation run() {
        double bound = rest(0);
        boolean proven = search();
        List<AllocationOption> chosen = new ArrayList<>();
        long used = 0;
        double total = 0;
        for (int i = 0; i < best.length; i++) {
            if (best[i]) {
                chosen.add(options.get(i));
                used += use[i];
                total += gain[i];
            }
        }
        boolean optimal = proven || total >= bound * (1 - ROUNDING);
        return new Allocation(chosen, total, used, optimal ? total : bound, optimal);
    }

    /** Whether the search came to its end. */
    private boolean search() {
        int at = 0;
        boolean hopeful = true;
        while (true) {
            while (hopeful && at < gain.length) {
                steps++;
                long room = Math.min(left, groupLeft[group[at]]);
                if (use[at] <= room) {
                    take(at); // the bound took it wholly too and stays what it was
                } else if (room > 0) {
                    hopeful = sum + rest(at + 1) > bestGain * (1 + ROUNDING);
                }
                at++;
            }
            if (hopeful && sum > bestGain) {
                bestGain = sum;
                best = taken.clone();
            }
            if (steps > maxSteps) {
                return false;
            }
            int last = at - 1;
            while (last >= 0 && !taken[last]) {
                last--;
            }
            if (last < 0) {
                return true;
            }
            steps += at - last;
            release(last);
            at = last + 1;
            hopeful = sum + rest(at) > bestGain * (1 + ROUNDING);
        }
    }

    private void take(int option) {
        taken[option] = true;
        sum += gain[option];
        left -= use[option];
        groupLeft[group[option]] -= use[option];
    }

    private void release(int option) {
        taken[option] = false;
        left += use[option];
        groupLeft[group[option]] += use[option];
        sum = 0; // afresh, so that rounding doesn't pile up
        for (int i = 0; i < option; i++) {
            sum += taken[i] ? gain[i] : 0;
        }
        steps += option;
    }

    /** What the options from a place on gain at most, if they may be taken in part. */
    private double rest(int from) {
        System.arraycopy(groupLeft, 0, scratch, 0, scratch.length);
        long room = left;
        double most = 0;
        int i = from;
        for (; i < gain.length && room > 0; i++) {
            long part = Math.min(use[i], Math.min(room, scratch[group[i]]));
            most += part == use[i] ? gain[i] : gain[i] * ((double) part / use[i]);
            room -= part;
            scratch[group[i]] -= part;
        }
        steps += i - from;
        return most;
    }
}
