package io.lendcrm.segmentation.prototype;

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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Prototypes of clients described by numbers and categories. Segments are named {@code cluster-1}, {@code cluster-2},
 * … by size.
 *
 * <p>The distance of a client to a prototype is what it adds to the cost: the sum of squared differences of the
 * numbers on the scale, and γ for each level that isn't the prototype's. A client goes to the nearest prototype,
 * among equally near ones to the first; the margin is how much farther the second nearest is. A client is outside if
 * it lies farther from its prototype than 99 % of the cluster's own clients did. A client with a missing value that
 * isn't filled, or without any known value, isn't assigned ({@code segment.missing}), nor is one whose numbers have
 * no finite distance ({@code segment.out-of-range}). A nominal level that the model hasn't got matches no prototype:
 * it adds γ to every distance, changes neither segment nor margin, and makes the client outside the sooner. Such a
 * level of an ordinal feature has no place and counts as missing.
 *
 * <p>Reasons, {@code prototype.nearer} or {@code prototype.farther}, say feature by feature what it adds to the
 * distance to the second nearest prototype less that to the nearest; they add up to the margin.
 *
 * <p>Immutable and thread-safe.
 */
public final class KPrototypesModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "k-prototypes";

    private final MixedPreparation preparation;
    private final double gamma;
    private final PrototypeClusters clusters;
    private final ModelInfo info;
    private final List<Segment> segments;

    KPrototypesModel(MixedPreparation preparation, double gamma, PrototypeClusters clusters, ModelInfo info) {
        this.preparation = preparation;
        this.gamma = gamma;
        this.clusters = clusters;
        this.info = requireNonNull(info, "info");
        long rows = LongStream.of(clusters.sizes).sum();
        this.segments = IntStream.range(0, clusters.sizes.length)
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
        return clusters.sizes.length;
    }

    /** {@return γ, what a level costs that isn't the prototype's} */
    public double gamma() {
        return gamma;
    }

    /** {@return the sum of the fitted rows' distances to their prototypes} */
    public double cost() {
        return clusters.cost();
    }

    /** {@return the sum of the fitted rows' distances to their prototypes} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.of(cost());
    }

    /**
     * The prototype of a cluster.
     *
     * @param cluster from 0
     * @return a value for each feature of the schema: of a number the mean on the scale in its own unit, of an
     *     ordinal feature the mean place of its levels, of a nominal or yes/no one the number of the most frequent
     *     level, {@code NaN} if no client of the cluster had one that the feature knows
     */
    public double[] prototype(int cluster) {
        double[] values = new double[schema().size()];
        int[] numbers = preparation.numbers();
        for (int j = 0; j < numbers.length; j++) {
            values[numbers[j]] = preparation.original(j, clusters.centres[cluster][j]);
        }
        int[] levels = preparation.levels();
        for (int j = 0; j < levels.length; j++) {
            int mode = clusters.modes[cluster][j];
            values[levels[j]] = mode == PrototypeClusters.NO_LEVEL ? Double.NaN : mode;
        }
        return values;
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
        List<String> missing = preparation.missing(values);
        if (!missing.isEmpty()) {
            return new Assignment.NotAssigned(
                    row.client(), ReasonCode.of("segment.missing"), "missing: " + String.join(", ", missing));
        }
        double[] distances = distances(values);
        int first = nearest(distances, -1);
        if (first < 0) {
            return new Assignment.NotAssigned(
                    row.client(), ReasonCode.of("segment.out-of-range"), "a value has no finite distance on its scale");
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
                        : new PrototypeReasons(this, first, second)
                                .reasons(values, parts(values, first), parts(values, second)));
    }

    @Override
    public Assignments assign(FeatureTable table) {
        BoundTable bound = schema().bind(table);
        int[] segment = new int[bound.rows()];
        double[] distance = new double[segment.length];
        boolean[] outside = new boolean[segment.length];
        double[] values = new double[schema().size()];
        for (int i = 0; i < segment.length; i++) {
            bound.copyRow(i, values);
            double[] distances = preparation.isComplete(values) ? distances(values) : new double[0];
            segment[i] = nearest(distances, -1);
            distance[i] = segment[i] < 0 ? Double.NaN : distances[segment[i]];
            outside[i] = segment[i] >= 0 && distance[i] > clusters.limits[segment[i]];
        }
        return Assignments.of(segments, bound.clients(), segment, distance, outside);
    }

    /** In the order of the fit, so that its clients have the distances that its limits are made of. */
    private double[] distances(double[] values) {
        double[] x = preparation.coordinates(values);
        double[] levels = preparation.levels(values);
        double[] distances = new double[k()];
        for (int c = 0; c < distances.length; c++) {
            double squares = 0;
            for (int j = 0; j < x.length; j++) {
                double difference = x[j] - clusters.centres[c][j];
                squares += difference * difference;
            }
            int mismatches = 0;
            for (int j = 0; j < levels.length; j++) {
                mismatches += levels[j] == clusters.modes[c][j] ? 0 : 1;
            }
            distances[c] = squares + gamma * mismatches;
        }
        return distances;
    }

    /** What each feature of the schema adds to the distance to a prototype. */
    private double[] parts(double[] values, int cluster) {
        double[] parts = new double[values.length];
        double[] x = preparation.coordinates(values);
        for (int j = 0; j < x.length; j++) {
            double difference = x[j] - clusters.centres[cluster][j];
            parts[preparation.numbers()[j]] = difference * difference;
        }
        double[] levels = preparation.levels(values);
        for (int j = 0; j < levels.length; j++) {
            parts[preparation.levels()[j]] = levels[j] == clusters.modes[cluster][j] ? 0 : gamma;
        }
        return parts;
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

    MixedPreparation preparation() {
        return preparation;
    }

    PrototypeClusters clusters() {
        return clusters;
    }

    /** {@return the sizes and the cost} */
    @Override
    public String toString() {
        return "KPrototypesModel[sizes " + Arrays.toString(clusters.sizes) + ", cost " + cost() + "]";
    }
}
