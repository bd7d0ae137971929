package io.lendcrm.examples.shadow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Old scores beside new ones, row by row. Immutable and thread-safe.
 *
 * @param rows one a row, in the order of the file
 * @param tolerance the most that two scores may differ and still agree
 */
record Replay(List<Compared> rows, double tolerance) {

    /** How a row came out. */
    enum Outcome {
        /** The same number to the last bit, or both without a score. */
        EQUAL_BITS,
        /** Not the same, but within the tolerance. */
        WITHIN_TOLERANCE,
        /** Farther apart. */
        DIFFERENT,
        /** The old system scored, the engine didn't. */
        ONLY_OLD,
        /** The engine scored, the old system didn't. */
        ONLY_NEW
    }

    /** What the committee is told. */
    enum Verdict {
        /** Every row has the same number to the last bit. */
        IDENTICAL,
        /** No row differs by more than the tolerance, and both score the same rows. */
        EQUIVALENT,
        /** Anything else. */
        DIFFERENT
    }

    /**
     * A row.
     *
     * @param number its place in the file, from 1
     * @param before the old score; NaN without one
     * @param after the engine's; NaN without one
     * @param outcome how it came out
     * @param place its place among the rows that were replayed, from 0
     */
    record Compared(int number, double before, double after, Outcome outcome, int place) {

        double difference() {
            return Math.abs(after - before);
        }
    }

    Replay {
        rows = List.copyOf(rows);
    }

    /** Both zeros are the same. */
    static Outcome outcome(double before, double after, double tolerance) {
        if (Double.isNaN(before) || Double.isNaN(after)) {
            return Double.isNaN(before) && Double.isNaN(after)
                    ? Outcome.EQUAL_BITS
                    : Double.isNaN(after) ? Outcome.ONLY_OLD : Outcome.ONLY_NEW;
        }
        boolean equal = Double.doubleToLongBits(before + 0.0) == Double.doubleToLongBits(after + 0.0);
        return equal
                ? Outcome.EQUAL_BITS
                : Math.abs(after - before) <= tolerance ? Outcome.WITHIN_TOLERANCE : Outcome.DIFFERENT;
    }

    Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        return counts;
    }

    int count(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    Verdict verdict() {
        if (count(Outcome.EQUAL_BITS) == rows.size()) {
            return Verdict.IDENTICAL;
        }
        return count(Outcome.EQUAL_BITS) + count(Outcome.WITHIN_TOLERANCE) == rows.size()
                ? Verdict.EQUIVALENT
                : Verdict.DIFFERENT;
    }

    /** The largest difference of rows that both scored; 0 if there is none. */
    double largest() {
        return rows.stream()
                .mapToDouble(Compared::difference)
                .filter(difference -> !Double.isNaN(difference))
                .max()
                .orElse(0);
    }

    /** Rows that don't agree to the last bit: first those that only one scored, then by difference. */
    List<Compared> worst(int most) {
        List<Compared> worst = new ArrayList<>(
                rows.stream().filter(row -> row.outcome() != Outcome.EQUAL_BITS).toList());
        worst.sort(Comparator.comparing((Compared row) -> !Double.isNaN(row.difference()))
                .thenComparing(Comparator.comparingDouble(Compared::difference).reversed())
                .thenComparingInt(Compared::number));
        return worst.subList(0, Math.min(most, worst.size()));
    }

    /** How many clients are on another side of a cut-off. */
    int flips(double cutoff) {
        return (int) rows.stream()
                .filter(row -> !Double.isNaN(row.difference()) && row.before() >= cutoff != row.after() >= cutoff)
                .count();
    }
}
