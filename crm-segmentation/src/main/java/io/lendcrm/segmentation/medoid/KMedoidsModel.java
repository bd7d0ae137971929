package io.lendcrm.segmentation.medoid;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Medoids with their distance. Segments are named {@code cluster-1}, {@code cluster-2}, … by size.
 *
 * <p>A client goes to the nearest medoid, among equally near ones to the first; the margin is how much farther the second
 * nearest is. A client is outside if it lies farther from its medoid than 99 % of the cluster's own clients did. A client
 * whose distances aren't known isn't assigned: {@code segment.missing} names the missing features. Gower's distance does
 * with some missing, the Euclidean one with none that isn't filled.
 *
 * <p>Reasons say feature by feature what speaks for this medoid rather than the second nearest, {@code medoid.nearer} or
 * {@code medoid.farther}: with Gower's distance what it adds to the second distance less that to the first, and they add up
 * to the margin if the same features are known in both medoids; with the Euclidean one the same of the squared distances.
 *
 * <p>Immutable and thread-safe.
 */
public final class KMedoidsModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "k-medoids";

    private static final ReasonCode MISSING = ReasonCode.of("segment.missing");

    private final Measure measure;
    private final MedoidClusters clusters;
    private final ModelInfo info;
    private final List<Segment> segments;
    private final double[][] places;

    KMedoidsModel(Measure measure, MedoidClusters clusters, ModelInfo info) {
        this.measure = measure;
        this.clusters = clusters;
        this.info = requireNonNull(info, "info");
        this.places = Arrays.stream(clusters.medoids).map(measure::place).toArray(double[][]::new);
        long rows = LongStream.of(clusters.sizes).sum();
        this.segments = IntStream.range(0, places.length)
                .mapToObj(c -> new Segment(
                        SegmentId.of("cluster-" + (c + 1)), clusters.sizes[c], (double) clusters.sizes[c] / rows))
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

    /** {@return how many clusters} */
    public int k() {
        return places.length;
    }

    /** {@return the mean distance of the fitted rows to their medoid} */
    public double meanDistance() {
        return clusters.meanDistance();
    }

    /** {@return the mean distance of the fitted rows to their medoid} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.of(meanDistance());
    }

    /** {@return how the features are made comparable, with the Euclidean distance; empty with Gower's} */
    public Optional<FittedPreparation> preparation() {
        return measure instanceof Measure.Euclidean euclidean ? Optional.of(euclidean.preparation()) : Optional.empty();
    }

    /**
     * The values of a medoid: those of a real client.
     *
     * @param cluster from 0
     * @return a value for each feature of the schema, {@code NaN} where missing
     */
    public double[] medoid(int cluster) {
        return clusters.medoids[cluster].clone();
    }

    /**
     * The distance beyond which a client counts as outside of a cluster.
     *
     * @param cluster from 0
     * @return the distance
     */
    public double outsideDistance(int cluster) {
        return clusters.limits[cluster];
    }

    @Override
    public Assignment assign(FeatureRow client) {
        FeatureRow row = schema().bind(client);
        double[] values = row.toArray();
        double[] place = measure.place(values);
        double[] distances = new double[k()];
        for (int c = 0; c < distances.length; c++) {
            distances[c] = measure.between(place, places[c]);
        }
        int first = nearest(distances, -1);
        if (first < 0) {
            List<String> missing = IntStream.range(0, values.length)
                    .filter(j -> Double.isNaN(values[j]))
                    .mapToObj(j -> schema().feature(j).name())
                    .toList();
            return new Assignment.NotAssigned(
                    row.client(),
                    missing.isEmpty() ? ReasonCode.of("segment.out-of-range") : MISSING,
                    missing.isEmpty() ? "a value has no finite distance" : "missing: " + String.join(", ", missing));
        }
        int second = nearest(distances, first);
        return new Assignment.Assigned(
                row.client(),
                segments.get(first).id(),
                distances[first],
                second < 0 ? Double.POSITIVE_INFINITY : distances[second] - distances[first],
                distances[first] > clusters.limits[first],
                second < 0
                        ? List.of()
                        : new MedoidReasons(this, first, second)
                                .reasons(
                                        values,
                                        measure.parts(place, places[first]),
                                        measure.parts(place, places[second])));
    }

    @Override
    public Assignments assign(FeatureTable table) {
        BoundTable bound = schema().bind(table);
        int[] segment = new int[bound.rows()];
        double[] distance = new double[segment.length];
        boolean[] outside = new boolean[segment.length];
        double[] values = new double[schema().size()];
        double[] distances = new double[k()];
        for (int i = 0; i < segment.length; i++) {
            bound.copyRow(i, values);
            double[] place = measure.place(values);
            for (int c = 0; c < distances.length; c++) {
                distances[c] = measure.between(place, places[c]);
            }
            segment[i] = nearest(distances, -1);
            distance[i] = segment[i] < 0 ? Double.NaN : distances[segment[i]];
            outside[i] = segment[i] >= 0 && distance[i] > clusters.limits[segment[i]];
        }
        return Assignments.of(segments, bound.clients(), segment, distance, outside);
    }

    /** The first of the nearest but one; -1 if none has a finite distance. */
    private static int nearest(double[] distances, int but) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < distances.length; c++) {
            if (c != but && distances[c] < least) {
                least = distances[c];
                nearest = c;
            }
        }
        return nearest;
    }

    Measure measure() {
        return measure;
    }

    MedoidClusters clusters() {
        return clusters;
    }

    /** {@return the sizes and the mean distance} */
    @Override
    public String toString() {
        return "KMedoidsModel[sizes " + Arrays.toString(clusters.sizes) + ", mean distance " + meanDistance() + "]";
    }
}
