package io.lendcrm.segmentation.hierarchy;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A cut of a dendrogram, ready to take new clients. Segments are named {@code cluster-1}, {@code cluster-2}, … by size, equal
 * ones by their first rows.
 *
 * <p>Of each segment it keeps the medoid: the client with the least sum of distances to the others. A client goes to the
 * nearest medoid, among equally near ones to the first; so fitted clients at a segment's edge can go to another than the tree
 * put them in ({@link Agglomerative#dendrogram} has the tree's own). The margin is how much farther the second nearest is. A
 * client is outside if it lies farther from the medoid than every client of the segment did. A client with a missing value
 * that is needed isn't assigned ({@code segment.missing}), nor one without a finite distance to all medoids
 * ({@code segment.out-of-range}).
 *
 * <p>Reasons add up to the margin: {@code hierarchy.nearer} or {@code hierarchy.farther} of each feature. With coordinates a
 * and b from the two medoids at distances A and B a feature adds (b² − a²) / (A + B), with Gower's distance its part of B less
 * that of A. Arguments: {@code feature}, {@code segment}, {@code second}.
 *
 * <p>It holds medoids, which are clients' own values: protect a stored model as the data. Immutable and thread-safe.
 */
public final class HierarchyModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "hierarchy";

    private static final ReasonCode NEARER = ReasonCode.of("hierarchy.nearer");
    private static final ReasonCode FARTHER = ReasonCode.of("hierarchy.farther");
    private static final ReasonCode MISSING = ReasonCode.of("segment.missing");
    private static final ReasonCode OUT_OF_RANGE = ReasonCode.of("segment.out-of-range");

    private final Measure measure;
    private final Linkage linkage;
    private final List<Medoid> medoids;
    private final ModelInfo info;
    private final List<Segment> segments;

    HierarchyModel(Measure measure, Linkage linkage, List<Medoid> medoids, ModelInfo info) {
        this.measure = requireNonNull(measure, "measure");
        this.linkage = requireNonNull(linkage, "linkage");
        this.medoids = List.copyOf(medoids);
        this.info = requireNonNull(info, "info");
        long all = medoids.stream().mapToLong(Medoid::clients).sum();
        this.segments = IntStream.range(0, medoids.size())
                .mapToObj(c -> new Segment(
                        SegmentId.of("cluster-" + (c + 1)),
                        medoids.get(c).clients(),
                        (double) medoids.get(c).clients() / all))
                .toList();
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    /** {@return how far two clusters were apart} */
    public Linkage linkage() {
        return linkage;
    }

    /**
     * The distance beyond which a client counts as outside of a segment.
     *
     * @param segment its place among {@link #segments()}
     * @return the distance
     */
    public double outsideDistance(int segment) {
        return medoids.get(segment).farthest();
    }

    /** {@return nothing: agglomeration makes no figure small} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.empty();
    }

    @Override
    public Assignment assign(FeatureRow client) {
        FeatureRow row = schema().bind(client);
        double[] values = row.toArray();
        List<String> missing = measure.missing(values);
        if (!missing.isEmpty()) {
            return new Assignment.NotAssigned(row.client(), MISSING, "missing: " + String.join(", ", missing));
        }
        double[] x = measure.coordinates(values);
        int first = -1;
        int second = -1;
        double[] distance = new double[medoids.size()];
        for (int c = 0; c < distance.length; c++) {
            distance[c] = measure.between(x, medoids.get(c).coordinates());
            if (!Double.isFinite(distance[c])) {
                return new Assignment.NotAssigned(row.client(), OUT_OF_RANGE, "a distance to a medoid isn't a number");
            }
            if (first < 0 || distance[c] < distance[first]) {
                second = first;
                first = c;
            } else if (second < 0 || distance[c] < distance[second]) {
                second = c;
            }
        }
        return new Assignment.Assigned(
                row.client(),
                segments.get(first).id(),
                distance[first],
                second < 0 ? Double.POSITIVE_INFINITY : distance[second] - distance[first],
                distance[first] > medoids.get(first).farthest(),
                second < 0 ? List.of() : reasons(x, first, second));
    }

    private List<Reason> reasons(double[] x, int first, int second) {
        double[] pull = measure.pull(
                x, medoids.get(first).coordinates(), medoids.get(second).coordinates());
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < pull.length; j++) {
            Feature feature = schema().feature(j);
            reasons.add(new Reason(
                    pull[j] > 0 ? NEARER : FARTHER,
                    pull[j],
                    Map.of(
                            "feature", feature.name(),
                            "segment", segments.get(first).id().value(),
                            "second", segments.get(second).id().value())));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    Measure measure() {
        return measure;
    }

    List<Medoid> medoids() {
        return medoids;
    }

    /** {@return linkage and sizes} */
    @Override
    public String toString() {
        return "HierarchyModel[" + linkage.code() + ", sizes "
                + segments.stream().map(Segment::clients).toList() + "]";
    }
}
