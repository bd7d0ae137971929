package io.lendcrm.segmentation.migration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who moved from segment to segment between two segmentations, and how the segments have changed.
 *
 * <p>The new model's segments are aligned with the old ones by what both models make of all rows, those before and those
 * now ({@link LabelAlignment}); so a relabelling is never a move. A client of both tables moves if the new model, with the
 * features of now, puts it into another segment than the old model did with the features then. Why, is told by what the
 * new model makes of the features then: the segment of now (the model moved it), the segment of then (its features moved
 * it), or a third one (both). Where features moved it, each changed feature has its part in {@code move.feature}: its
 * Shapley value, which add up to 1 over all of them; exact up to eight changed features, else over 128 seeded orders.
 * Arguments: {@code feature}, {@code unit}, {@code from}, {@code to} (masked where the feature isn't ordinary).
 *
 * <p>Immutable and thread-safe.
 *
 * @param alignment which new segment is which old one
 * @param old the names of the old segments: the rows of {@code counts}
 * @param found the aligned names of the new segments: the columns of {@code counts}
 * @param counts how many clients of both tables went from each old segment (row) to each new one (column)
 * @param clients how many clients are in both tables and assigned in both
 * @param unassigned how many clients are in both tables but not assigned before, not assigned now, or neither
 * @param entered how many clients are in the table of now only
 * @param left how many clients are in the table before only
 * @param moves who moved, in the order of the table of now
 * @param drift how each segment has changed: the old ones in their order, then the new ones
 * @param agreement the adjusted Rand index of both models on the rows of now that both assign: 1 if they make the same
 *     segments whatever they are called, about 0 if they agree by chance only (Hubert and Arabie, 1985)
 */
public record SegmentMigration(
        LabelAlignment alignment,
        List<SegmentId> old,
        List<SegmentId> found,
        List<List<Long>> counts,
        long clients,
        long unassigned,
        long entered,
        long left,
        List<SegmentMove> moves,
        List<SegmentDrift> drift,
        double agreement) {

    public SegmentMigration {
        requireNonNull(alignment, "alignment");
        old = List.copyOf(old);
        found = List.copyOf(found);
        counts = counts.stream().map(List::copyOf).toList();
        moves = List.copyOf(moves);
        drift = List.copyOf(drift);
    }

    /**
     * Compares two segmentations.
     *
     * @param oldModel the segmentation in use
     * @param before the clients with their features then, each client once
     * @param newModel the segmentation found anew
     * @param after the clients with their features now, each client once; the same table as {@code before} tells what the
     *     model alone changes
     * @return who moved and why
     * @throws IllegalArgumentException if a table lacks a feature of a model, names a client twice, or fewer than two rows
     *     of now are assigned by both models
     */
    public static SegmentMigration of(
            ClusterModel oldModel, FeatureTable before, ClusterModel newModel, FeatureTable after) {
        Assignments oldBefore = oldModel.assign(before);
        Assignments newBefore = newModel.assign(before);
        Assignments oldAfter = oldModel.assign(after);
        Assignments newAfter = newModel.assign(after);
        List<SegmentId> ids = oldModel.segments().stream().map(Segment::id).toList();
        LabelAlignment alignment = LabelAlignment.of(
                Contingency.sum(Contingency.of(oldBefore, newBefore), Contingency.of(oldAfter, newAfter)),
                ids,
                newModel.segments().stream().map(Segment::id).toList());
        Map<ClientId, Integer> rows = rows(before);
        rows(after);
        MoveReasons features = new MoveReasons(newModel);
        long[][] counts = new long[ids.size()][newModel.segments().size()];
        List<SegmentMove> moves = new ArrayList<>();
        long unassigned = 0;
        long entered = 0;
        for (int row = 0; row < after.rows(); row++) {
            Integer then = rows.get(after.clients().get(row));
            if (then == null) {
                entered++;
                continue;
            }
            int from = oldBefore.segment(then);
            int to = newAfter.segment(row);
            if (from < 0 || to < 0) {
                unassigned++;
                continue;
            }
            counts[from][to]++;
            if (alignment.newOf(from) != to) {
                int would = newBefore.segment(then);
                SegmentMove.Cause cause = would == to
                        ? SegmentMove.Cause.MODEL
                        : would == alignment.newOf(from) && would >= 0
                                ? SegmentMove.Cause.FEATURES
                                : SegmentMove.Cause.BOTH;
                List<Reason> reasons = new ArrayList<>();
                if (cause != SegmentMove.Cause.MODEL) {
                    FeatureRow old = newModel.schema().bind(before.row(then));
                    reasons.addAll(features.of(old, newModel.schema().bind(after.row(row)), to));
                }
                if (cause != SegmentMove.Cause.FEATURES) {
                    reasons.add(Reason.of("move.model", 0));
                }
                moves.add(new SegmentMove(
                        after.clients().get(row),
                        ids.get(from),
                        alignment.names().get(to),
                        cause,
                        reasons));
            }
        }
        long both = after.rows() - entered;
        return new SegmentMigration(
                alignment,
                ids,
                alignment.names(),
                Arrays.stream(counts)
                        .map(line -> Arrays.stream(line).boxed().toList())
                        .toList(),
                both - unassigned,
                unassigned,
                entered,
                before.rows() - both,
                moves,
                drift(ids, alignment, oldBefore, newAfter, new CentreShift(newModel.schema(), before, after)),
                Contingency.adjustedRand(oldAfter, newAfter));
    }

    private static Map<ClientId, Integer> rows(FeatureTable table) {
        Map<ClientId, Integer> rows = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (rows.put(table.clients().get(row), row) != null) {
                throw new IllegalArgumentException("a table must have each client once, found "
                        + table.clients().get(row) + " twice");
            }
        }
        return rows;
    }

    private static List<SegmentDrift> drift(
            List<SegmentId> ids, LabelAlignment alignment, Assignments old, Assignments found, CentreShift shift) {
        int[] before = old.sizes();
        int[] after = found.sizes();
        double allBefore = Math.max(1, Arrays.stream(before).sum());
        double allAfter = Math.max(1, Arrays.stream(after).sum());
        List<SegmentDrift> drift = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            int j = alignment.newOf(i);
            drift.add(new SegmentDrift(
                    ids.get(i),
                    j < 0 ? SegmentDrift.Status.RETIRED : SegmentDrift.Status.KEPT,
                    before[i],
                    j < 0 ? 0 : after[j],
                    before[i] / allBefore,
                    j < 0 ? 0 : after[j] / allAfter,
                    j < 0 ? Double.NaN : shift.of(old, i, found, j)));
        }
        for (int j = 0; j < after.length; j++) {
            if (alignment.oldOf(j) < 0) {
                drift.add(new SegmentDrift(
                        alignment.names().get(j),
                        SegmentDrift.Status.NEW,
                        0,
                        after[j],
                        0,
                        after[j] / allAfter,
                        Double.NaN));
            }
        }
        return drift;
    }

    /**
     * The part of the clients in both tables that moved for a cause.
     *
     * @param cause the cause
     * @return from 0 to 1; 0 if there are no such clients
     */
    public double movedShare(SegmentMove.Cause cause) {
        return clients == 0
                ? 0
                : (double) moves.stream().filter(move -> move.cause() == cause).count() / clients;
    }

    /** {@return how many clients, moves and the agreement} */
    @Override
    public String toString() {
        return "SegmentMigration[" + clients + " clients, " + moves.size() + " moves, agreement " + agreement + "]";
    }
}
