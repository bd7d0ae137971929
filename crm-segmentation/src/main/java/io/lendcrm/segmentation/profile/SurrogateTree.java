package io.lendcrm.segmentation.profile;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.rule.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small tree of rules that says nearly what a segmentation says, for people to read: a classification tree by Gini's
 * impurity on the segments (see Breiman et al., 1984; Craven and Shavlik, NIPS 8, 1996). How nearly, {@link #fidelity()}
 * tells. The leaves are conditions that hold for exactly one of them for every client, so they can be taken over as rule
 * segments. Clients without a segment don't count. Immutable and thread-safe.
 */
public final class SurrogateTree {

    /** The deepest tree there may be: beyond, nobody reads it. */
    public static final int DEEPEST = 4;

    private final List<Leaf> leaves;
    private final double fidelity;

    private SurrogateTree(List<Leaf> leaves, double fidelity) {
        this.leaves = List.copyOf(leaves);
        this.fidelity = fidelity;
    }

    /**
     * A rule of the tree.
     *
     * @param condition what holds for its clients
     * @param segment the segment most of them are in
     * @param clients how many there are
     * @param purity the part of them in that segment, above 0 and up to 1
     */
    public record Leaf(Condition condition, SegmentId segment, int clients, double purity) {
        public Leaf {
            requireNonNull(condition, "condition");
            requireNonNull(segment, "segment");
        }
    }

    /**
     * Grows a tree.
     *
     * @param table the clients' features
     * @param assigned the segments of the table's clients, row by row
     * @param depth how many conditions a rule has at most, from 1 to {@link #DEEPEST}
     * @param leastLeaf how many clients a rule has at least, from 1
     * @return the tree
     * @throws IllegalArgumentException if an option is out of range, there aren't as many rows, or none is assigned
     */
    public static SurrogateTree of(FeatureTable table, Assignments assigned, int depth, int leastLeaf) {
        int[] rows = rows(table, assigned, depth, leastLeaf);
        List<Leaf> leaves = grown(table, assigned, rows, depth, leastLeaf);
        return new SurrogateTree(leaves, agreement(leaves, table, assigned, rows));
    }

    /**
     * The fidelity of such trees on clients they weren't grown on: each of some parts of the clients is told by a tree of
     * the others.
     *
     * @param table the clients' features
     * @param assigned their segments
     * @param depth how many conditions a rule has at most
     * @param leastLeaf how many clients a rule has at least
     * @param folds how many parts, at least 2 and at most the number of assigned clients
     * @param seed deals the clients out
     * @return the part of the clients told right, from 0 to 1
     * @throws IllegalArgumentException as for {@link #of}, or if {@code folds} is out of range
     */
    public static double crossValidated(
            FeatureTable table, Assignments assigned, int depth, int leastLeaf, int folds, long seed) {
        int[] rows = rows(table, assigned, depth, leastLeaf);
        if (folds < 2 || folds > rows.length) {
            throw new IllegalArgumentException(
                    "folds must be within [2, assigned clients=" + rows.length + "], found " + folds);
        }
        List<Integer> dealt = new ArrayList<>(Arrays.stream(rows).boxed().toList());
        Collections.shuffle(dealt, new Random(seed));
        double right = 0;
        for (int fold = 0; fold < folds; fold++) {
            int own = fold;
            int[] out = IntStream.range(0, rows.length)
                    .filter(i -> i % folds == own)
                    .map(dealt::get)
                    .toArray();
            int[] in = IntStream.range(0, rows.length)
                    .filter(i -> i % folds != own)
                    .map(dealt::get)
                    .toArray();
            right += out.length * agreement(grown(table, assigned, in, depth, leastLeaf), table, assigned, out);
        }
        return right / rows.length;
    }

    private static int[] rows(FeatureTable table, Assignments assigned, int depth, int leastLeaf) {
        if (table.rows() != assigned.rows()) {
            throw new IllegalArgumentException(
                    "assignments must be of the table's " + table.rows() + " rows, found " + assigned.rows());
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth must be within [1, " + DEEPEST + "], found " + depth);
        }
        if (leastLeaf < 1) {
            throw new IllegalArgumentException("leastLeaf must be at least 1, found " + leastLeaf);
        }
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> assigned.segment(row) >= 0)
                .toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException("clients must be assigned, found none of " + table.rows());
        }
        return rows;
    }

    private static List<Leaf> grown(FeatureTable table, Assignments assigned, int[] rows, int depth, int leastLeaf) {
        List<SegmentId> ids = assigned.segments().stream().map(Segment::id).toList();
        Splitter splitter = new Splitter(table, assigned.segmentOfRows(), ids.size(), leastLeaf);
        List<Leaf> leaves = new ArrayList<>();
        grow(splitter, table, ids, rows, List.of(), depth, leaves);
        return leaves;
    }

    private static void grow(
            Splitter splitter,
            FeatureTable table,
            List<SegmentId> ids,
            int[] rows,
            List<Condition> path,
            int depth,
            List<Leaf> leaves) {
        Condition split = path.size() == depth ? null : splitter.best(rows);
        if (split == null) {
            int[] counts = splitter.counts(rows);
            int most = IntStream.range(0, counts.length)
                    .reduce(0, (best, next) -> counts[next] > counts[best] ? next : best);
            leaves.add(
                    new Leaf(new Condition.And(path), ids.get(most), rows.length, (double) counts[most] / rows.length));
            return;
        }
        boolean[] holds = new boolean[table.rows()];
        for (int row : rows) {
            holds[row] = split.holds(table.row(row));
        }
        int[] left = Arrays.stream(rows).filter(row -> holds[row]).toArray();
        int[] right = Arrays.stream(rows).filter(row -> !holds[row]).toArray();
        grow(splitter, table, ids, left, with(path, split), depth, leaves);
        grow(splitter, table, ids, right, with(path, new Condition.Not(split)), depth, leaves);
    }

    private static List<Condition> with(List<Condition> path, Condition more) {
        List<Condition> longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }

    private static double agreement(List<Leaf> leaves, FeatureTable table, Assignments assigned, int[] rows) {
        long right = Arrays.stream(rows)
                .filter(row -> told(leaves, table.row(row))
                        .equals(assigned.segments().get(assigned.segment(row)).id()))
                .count();
        return (double) right / rows.length;
    }

    private static SegmentId told(List<Leaf> leaves, FeatureRow client) {
        return leaves.stream()
                .filter(leaf -> leaf.condition().holds(client))
                .findFirst()
                .orElseThrow()
                .segment();
    }

    /** {@return the rules, from left to right} */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** {@return the part of the clients it was grown on that it puts into the right segment; flatters a deep tree} */
    public double fidelity() {
        return fidelity;
    }

    /**
     * The segment that the rules tell.
     *
     * @param client the client's features
     * @return the segment
     * @throws IllegalArgumentException if a feature isn't there
     */
    public SegmentId segment(FeatureRow client) {
        return told(leaves, client);
    }

    /** {@return the rules line by line, such as {@code balance <= 1000 → small (120 clients, 98 % pure)}} */
    @Override
    public String toString() {
        return leaves.stream()
                .map(leaf -> leaf.condition() + " → " + leaf.segment() + " (" + leaf.clients() + " clients, "
                        + Math.round(100 * leaf.purity()) + " % pure)")
                .collect(Collectors.joining("\n"));
    }
}
