package io.lendcrm.scoring.value.rfm;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ClientIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How clients moved between the states of two days: their segments, or their scores on one axis. Every client of either
 * day is counted once, so that the rows of the matrix and those who left add up to the first day's sizes, and its columns
 * and those who joined to the second's. Score both days by one model: with cuts fitted anew on each day, clients move
 * because the others did. Immutable and thread-safe.
 */
public final class RfmMigration {

    private final LocalDate from;
    private final LocalDate to;
    private final List<String> states;

    /** By state before and now; the last row are those who joined, the last column those who left. */
    private final int[][] counts;

    private final List<RfmMove> moves;

    private RfmMigration(RfmScores before, RfmScores after, List<String> states, States was, States is) {
        this.from = before.table().asOf();
        this.to = after.table().asOf();
        this.states = List.copyOf(states);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the scores after must be as of a day after " + from + ", found " + to);
        }
        int absent = states.size();
        this.counts = new int[absent + 1][absent + 1];
        List<RfmMove> all = new ArrayList<>();
        ClientIndex now = ClientIndex.empty();
        after.table().clients().forEach(now::findOrAdd);
        boolean[] met = new boolean[after.rows()];
        for (int row = 0; row < before.rows(); row++) {
            ClientId client = before.table().clients().get(row);
            int there = now.find(client);
            String old = was.of(row);
            if (there >= 0) {
                met[there] = true;
            }
            String current = there < 0 ? null : is.of(there);
            counts[states.indexOf(old)][current == null ? absent : states.indexOf(current)]++;
            all.add(new RfmMove(client, old, current));
        }
        for (int row = 0; row < after.rows(); row++) {
            if (!met[row]) {
                counts[absent][states.indexOf(is.of(row))]++;
                all.add(new RfmMove(after.table().clients().get(row), null, is.of(row)));
            }
        }
        this.moves = Collections.unmodifiableList(all);
    }

    private interface States {
        String of(int row);
    }

    /**
     * Between segments.
     *
     * @param before the scores of the first day
     * @param after those of a later one
     * @return the migration; its states are the segments of both maps
     * @throws IllegalArgumentException if the second day isn't after the first, or a table has a client twice
     */
    public static RfmMigration ofSegments(RfmScores before, RfmScores after) {
        Set<String> names = new LinkedHashSet<>();
        before.sizes().keySet().forEach(segment -> names.add(segment.value()));
        after.sizes().keySet().forEach(segment -> names.add(segment.value()));
        return between(before, after, List.copyOf(names), row -> before.segment(row), row -> after.segment(row));
    }

    /**
     * Between the scores of an axis.
     *
     * @param before the scores of the first day
     * @param after those of a later one
     * @param axis the axis
     * @return the migration; its states are {@code 1}, {@code 2}, … up to the larger number of bins
     * @throws IllegalArgumentException if the second day isn't after the first, or a table has a client twice
     */
    public static RfmMigration ofScores(RfmScores before, RfmScores after, RfmAxis axis) {
        List<String> names = new ArrayList<>();
        for (int score = 1; score <= Math.max(before.bins(), after.bins()); score++) {
            names.add(Integer.toString(score));
        }
        return between(before, after, names, row -> before.score(row, axis), row -> after.score(row, axis));
    }

    private static RfmMigration between(
            RfmScores before, RfmScores after, List<String> states, IntFunction<?> was, IntFunction<?> is) {
        requireDistinct(before);
        requireDistinct(after);
        return new RfmMigration(
                before,
                after,
                states,
                row -> was.apply(row).toString(),
                row -> is.apply(row).toString());
    }

    private static void requireDistinct(RfmScores scores) {
        ClientIndex seen = ClientIndex.empty();
        for (int row = 0; row < scores.rows(); row++) {
            if (seen.findOrAdd(scores.table().clients().get(row)) != row) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + " as of " + scores.table().asOf() + ": clients must be distinct");
            }
        }
    }

    /** {@return the first day} */
    public LocalDate from() {
        return from;
    }

    /** {@return the second day} */
    public LocalDate to() {
        return to;
    }

    /** {@return the states in order} */
    public List<String> states() {
        return states;
    }

    /**
     * How many clients went from one state to another.
     *
     * @param before the state on the first day
     * @param now the state on the second
     * @return the number of clients
     * @throws IllegalArgumentException if there is no such state
     */
    public int count(String before, String now) {
        return counts[index(before)][index(now)];
    }

    /**
     * The share of a state's clients that went to another, those who left included among the state's.
     *
     * @param before the state on the first day
     * @param now the state on the second
     * @return from 0 to 1; 0 if nobody was in the state
     */
    public double share(String before, String now) {
        int all = before(before);
        return all == 0 ? 0 : (double) count(before, now) / all;
    }

    /**
     * How many clients of a state are there no more.
     *
     * @param before the state on the first day
     * @return the number of clients
     */
    public int left(String before) {
        return counts[index(before)][states.size()];
    }

    /**
     * How many clients of a state weren't there before.
     *
     * @param now the state on the second day
     * @return the number of clients
     */
    public int joined(String now) {
        return counts[states.size()][index(now)];
    }

    /**
     * The size of a state on the first day.
     *
     * @param state the state
     * @return the number of clients
     */
    public int before(String state) {
        return Arrays.stream(counts[index(state)]).sum();
    }

    /**
     * The size of a state on the second day.
     *
     * @param state the state
     * @return the number of clients
     */
    public int after(String state) {
        int at = index(state);
        return Arrays.stream(counts).mapToInt(row -> row[at]).sum();
    }

    private int index(String state) {
        int at = states.indexOf(state);
        if (at < 0) {
            throw new IllegalArgumentException("state must be one of " + states + ", found " + state);
        }
        return at;
    }

    /** {@return every client's move: those of the first day in its table's order, then those who joined} */
    public List<RfmMove> moves() {
        return moves;
    }

    /** {@return the days and the number of clients} */
    @Override
    public String toString() {
        return "RfmMigration[" + from + " to " + to + ", " + moves.size() + " clients]";
    }
}
