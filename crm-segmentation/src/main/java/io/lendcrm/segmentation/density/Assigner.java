package io.lendcrm.segmentation.density;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Gives clients the segment whose row they reach first, if it is near enough.
 *
 * @param squaredCore the squared core distance of a new client's coordinates
 * @param furthest the greatest squared reach that can be near enough
 * @param belongs whether a squared reach is near enough to a segment
 */
record Assigner(
        FittedPreparation preparation,
        List<Segment> segments,
        ClusteredRows rows,
        ToDoubleFunction<double[]> squaredCore,
        double furthest,
        Belongs belongs) {

    private static final ReasonCode MISSING = ReasonCode.of("segment.missing");
    private static final ReasonCode OUT_OF_RANGE = ReasonCode.of("segment.out-of-range");
    private static final ReasonCode NOISE = ReasonCode.of("segment.noise");

    /** Whether a squared reach is near enough to a segment. */
    interface Belongs {
        boolean test(int segment, double squaredReach);
    }

    /** The segments' names and sizes. */
    static List<Segment> segments(long[] sizes, long clients) {
        List<Segment> segments = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            segments.add(new Segment(SegmentId.of("cluster-" + (c + 1)), sizes[c], (double) sizes[c] / clients));
        }
        return segments;
    }

    /** The rank of each cluster: the largest first, among equal ones that of the least row, compared by coordinates. */
    static int[] rank(long[] sizes, int[] clusterOf, DistinctRows rows) {
        int[] least = new int[sizes.length];
        Arrays.fill(least, -1);
        for (int i = 0; i < clusterOf.length; i++) {
            int c = clusterOf[i];
            if (c >= 0 && (least[c] < 0 || rows.compare(i, least[c]) < 0)) {
                least[c] = i;
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            order.add(c);
        }
        order.sort(Comparator.<Integer>comparingLong(c -> -sizes[c])
                .thenComparing((one, other) -> rows.compare(least[one], least[other])));
        int[] rank = new int[sizes.length];
        for (int r = 0; r < rank.length; r++) {
            rank[order.get(r)] = r;
        }
        return rank;
    }

    Assignment one(FeatureRow row) {
        double[] values = row.toArray();
        List<String> missing = preparation.missing(values);
        if (!missing.isEmpty()) {
            return new Assignment.NotAssigned(row.client(), MISSING, "missing: " + String.join(", ", missing));
        }
        double[] x = preparation.scaled(values);
        if (!measurable(x)) {
            return new Assignment.NotAssigned(row.client(), OUT_OF_RANGE, "a value has no finite distance");
        }
        ClusteredRows.Nearest first = rows.new Nearest();
        double core = squaredCore.applyAsDouble(x);
        if (!place(first, x, core)) {
            return new Assignment.NotAssigned(
                    row.client(), NOISE, "no segment is dense enough where this client stands");
        }
        ClusteredRows.Nearest second = rows.new Nearest();
        double distance = Math.sqrt(first.reach());
        double margin = Double.POSITIVE_INFINITY;
        List<Reason> reasons = List.of();
        if (second.find(x, core, first.segment(), Double.POSITIVE_INFINITY)) {
            margin = Math.sqrt(second.reach()) - distance;
            reasons = DensityReasons.of(
                    preparation.schema(),
                    values,
                    x,
                    rows.tree.x,
                    first.at(),
                    second.at(),
                    margin,
                    name(first),
                    name(second));
        }
        return new Assignment.Assigned(
                row.client(), segments.get(first.segment()).id(), distance, margin, false, reasons);
    }

    private String name(ClusteredRows.Nearest nearest) {
        return segments.get(nearest.segment()).id().value();
    }

    /** Whether a point belongs to the segment of the row it reaches first. */
    private boolean place(ClusteredRows.Nearest nearest, double[] x, double core) {
        return nearest.find(x, core, ClusteredRows.NOISE, furthest) && belongs.test(nearest.segment(), nearest.reach());
    }

    /** Whether a point's squared distances can be told. */
    boolean measurable(double[] x) {
        return Arrays.stream(x).allMatch(Double::isFinite)
                && (rows.tree.n == 0 || Double.isFinite(4 * (rows.tree.toBox(1, x, 0) + rows.tree.span(1, 1))));
    }

    Assignments table(BoundTable bound) {
        int[] segment = new int[bound.rows()];
        double[] distance = new double[segment.length];
        double[] values = new double[bound.schema().size()];
        ClusteredRows.Nearest nearest = rows.new Nearest();
        for (int i = 0; i < segment.length; i++) {
            bound.copyRow(i, values);
            double[] x = preparation.scaled(values);
            boolean placed = measurable(x) && place(nearest, x, squaredCore.applyAsDouble(x));
            segment[i] = placed ? nearest.segment() : -1;
            distance[i] = placed ? Math.sqrt(nearest.reach()) : Double.NaN;
        }
        return Assignments.of(segments, bound.clients(), segment, distance, new boolean[segment.length]);
    }
}
