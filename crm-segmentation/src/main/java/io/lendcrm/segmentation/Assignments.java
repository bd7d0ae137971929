package io.lendcrm.segmentation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.tier.SegmentId;
import java.util.Arrays;
import java.util.List;

/** The segments of a table's clients, in columns. Immutable and thread-safe. */
public final class Assignments {

    private final List<Segment> segments;
    private final List<ClientId> clients;
    private final int[] segment;
    private final double[] distance;
    private final boolean[] outside;

    private Assignments(
            List<Segment> segments, List<ClientId> clients, int[] segment, double[] distance, boolean[] outside) {
        this.segments = segments;
        this.clients = clients;
        this.segment = segment;
        this.distance = distance;
        this.outside = outside;
    }

    /**
     * Assignments in columns.
     *
     * @param segments the segments there are
     * @param clients whose rows they are, in order
     * @param segment the place of each row's segment among {@code segments}; -1 if the client isn't assigned
     * @param distance how far each row is from its segment, in the segmenter's measure, finite and at least 0; {@code NaN} if
     *     it isn't assigned
     * @param outside whether each row is farther away than those the segment was made of
     * @return the assignments
     * @throws IllegalArgumentException if the columns aren't as long as {@code clients}, or a value is out of range
     */
    public static Assignments of(
            List<Segment> segments, List<ClientId> clients, int[] segment, double[] distance, boolean[] outside) {
        int rows = clients.size();
        if (segment.length != rows || distance.length != rows || outside.length != rows) {
            throw new IllegalArgumentException("columns must have a value for each of the " + rows
                    + " clients, found " + segment.length + " segments, " + distance.length + " distances and "
                    + outside.length + " marks of outside");
        }
        for (int row = 0; row < rows; row++) {
            if (segment[row] < -1 || segment[row] >= segments.size()) {
                throw new IllegalArgumentException(
                        "segment must be within [-1, " + (segments.size() - 1) + "], found " + segment[row]);
            }
            if (segment[row] < 0
                    ? !Double.isNaN(distance[row])
                    : !(distance[row] >= 0 && distance[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("distance must be finite and at least 0 where a client is assigned,"
                        + " NaN where not, found " + distance[row]);
            }
        }
        return new Assignments(
                List.copyOf(segments), List.copyOf(clients), segment.clone(), distance.clone(), outside.clone());
    }

    /** Assigns row by row. */
    static Assignments of(ClusterModel model, FeatureTable table) {
        List<Segment> segments = requireNonNull(model, "model").segments();
        List<SegmentId> ids = segments.stream().map(Segment::id).toList();
        int[] segment = new int[table.rows()];
        double[] distance = new double[segment.length];
        boolean[] outside = new boolean[segment.length];
        for (int row = 0; row < segment.length; row++) {
            if (model.assign(table.row(row)) instanceof Assignment.Assigned assigned) {
                segment[row] = ids.indexOf(assigned.segment());
                distance[row] = assigned.distance();
                outside[row] = assigned.outside();
            } else {
                segment[row] = -1;
                distance[row] = Double.NaN;
            }
        }
        return of(segments, table.clients(), segment, distance, outside);
    }

    /** {@return the segments there are, in the model's order} */
    public List<Segment> segments() {
        return segments;
    }

    /** {@return how many clients} */
    public int rows() {
        return segment.length;
    }

    /** {@return whose rows they are, in order} */
    public List<ClientId> clients() {
        return clients;
    }

    /**
     * A row's segment.
     *
     * @param row from 0
     * @return its place among {@link #segments()}; -1 if the client isn't assigned
     */
    public int segment(int row) {
        return segment[row];
    }

    /** {@return each row's segment, as {@link #segment(int)} tells it} */
    public int[] segmentOfRows() {
        return segment.clone();
    }

    /**
     * A row's distance from its segment.
     *
     * @param row from 0
     * @return the distance in the segmenter's measure; {@code NaN} if the client isn't assigned
     */
    public double distance(int row) {
        return distance[row];
    }

    /**
     * Whether a row is farther away than those its segment was made of.
     *
     * @param row from 0
     * @return true if so, so that its assignment says little; false if the client isn't assigned
     */
    public boolean outside(int row) {
        return outside[row];
    }

    /** {@return how many clients each segment has got, in the model's order} */
    public int[] sizes() {
        int[] sizes = new int[segments.size()];
        Arrays.stream(segment).filter(own -> own >= 0).forEach(own -> sizes[own]++);
        return sizes;
    }

    /** {@return the sizes} */
    @Override
    public String toString() {
        return "Assignments[" + rows() + " clients, sizes " + Arrays.toString(sizes()) + "]";
    }
}
