package io.lendcrm.segmentation.cluster;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.validity.Labels;
import io.lendcrm.segmentation.validity.Silhouette;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Centres with the scaling of their features. Segments are named {@code cluster-1}, {@code cluster-2}, ….
 *
 * <p>A client goes to the nearest centre by Euclidean distance on the scale, among equally near ones to the first. The
 * margin is how much farther the second nearest is. A client is outside if it lies farther from its centre than the
 * fitter's outside quantile (0.99 by default) of the cluster's own clients did. A client with a missing value that isn't
 * filled isn't assigned ({@code segment.missing}), nor one without a finite distance ({@code segment.out-of-range}).
 *
 * <p>Reasons say feature by feature what speaks for this cluster rather than the second nearest: the squared distance to
 * the second centre less that to the first, {@code cluster.nearer} if positive and {@code cluster.farther} if not. They
 * add up to the difference of the squared distances. Arguments: {@code feature}, {@code value} (masked where the feature
 * isn't ordinary), {@code unit}, {@code segment}, {@code centre}, {@code second}, {@code secondCentre}.
 *
 * <p>Immutable and thread-safe.
 */
public final class KMeansModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "k-means";

    private final FittedPreparation preparation;
    private final Clusters clusters;
    private final double total;
    private final ModelInfo info;
    private final List<Segment> segments;

    KMeansModel(FittedPreparation preparation, Clusters clusters, double total, ModelInfo info) {
        this.preparation = preparation;
        this.clusters = clusters;
        this.total = total;
        this.info = requireNonNull(info, "info");
        long rows = LongStream.of(clusters.sizes()).sum();
        this.segments = IntStream.range(0, clusters.k())
                .mapToObj(c -> new Segment(
                        SegmentId.of("cluster-" + (c + 1)), clusters.sizes()[c], (double) clusters.sizes()[c] / rows))
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
        return segments.size();
    }

    /** {@return how the features are made comparable, and what stands for missing values} */
    public FittedPreparation preparation() {
        return preparation;
    }

    /** {@return the sum of squared distances of the fitted rows to their centres, on the scale} */
    public double withinSumOfSquares() {
        return clusters.totalWithin();
    }

    /** {@return the sum of squared distances of the fitted rows to their mean, on the scale} */
    public double totalSumOfSquares() {
        return total;
    }

    /** {@return the part of the total sum of squares that lies between the clusters, from 0 to 1; 1 if the total is 0} */
    public double betweenShare() {
        return total == 0 ? 1 : 1 - withinSumOfSquares() / total;
    }

    /**
     * A cluster's centre in the features' own units. With {@link Scale#LOG1P_Z} it is not the mean of the values but e to
     * the mean of their log1p, less 1.
     *
     * @param cluster from 0
     * @return a value for every feature of the schema
     */
    public double[] centre(int cluster) {
        double[] centre = clusters.centres()[cluster].clone();
        for (int j = 0; j < centre.length; j++) {
            centre[j] = preparation.original(j, centre[j]);
        }
        return centre;
    }

    /**
     * A cluster's own sum of squared distances.
     *
     * @param cluster from 0
     * @return the sum, on the scale
     */
    public double withinSumOfSquares(int cluster) {
        return clusters.within()[cluster];
    }

    /**
     * The distance beyond which a client counts as outside of a cluster.
     *
     * @param cluster from 0
     * @return the distance, on the scale
     */
    public double outsideDistance(int cluster) {
        return clusters.limits()[cluster];
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
        double[] scaled = preparation.scaled(values);
        double[] squared = squaredDistances(scaled);
        int first = nearest(squared, -1);
        if (first < 0) {
            return new Assignment.NotAssigned(
                    row.client(), ReasonCode.of("segment.out-of-range"), "a value has no finite distance on its scale");
        }
        int second = nearest(squared, first);
        double distance = Math.sqrt(squared[first]);
        return new Assignment.Assigned(
                row.client(),
                segments.get(first).id(),
                distance,
                second < 0 ? Double.POSITIVE_INFINITY : Math.sqrt(squared[second]) - distance,
                distance > clusters.limits()[first],
                second < 0 ? List.of() : new Pull(this, first, second).reasons(values, scaled));
    }

    @Override
    public Assignments assign(FeatureTable table) {
        BoundTable bound = schema().bind(table);
        int[] cluster = new int[bound.rows()];
        double[] distance = new double[cluster.length];
        boolean[] outside = new boolean[cluster.length];
        double[] centres = Arrays.stream(clusters.centres())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        for (int from = 0; from < cluster.length; from += Points.TILE) {
            int rows = Math.min(Points.TILE, cluster.length - from);
            DistanceKernel kernel = new DistanceKernel(scaled(bound, from, rows), k());
            kernel.nearest(0, centres);
            for (int r = 0, i = from; r < rows; r++, i++) {
                boolean near = kernel.least[r] < Double.POSITIVE_INFINITY;
                cluster[i] = near ? kernel.nearest[r] : -1;
                distance[i] = near ? Math.sqrt(kernel.least[r]) : Double.NaN;
                outside[i] = near && distance[i] > clusters.limits()[cluster[i]];
            }
        }
        return Assignments.of(segments, bound.clients(), cluster, distance, outside);
    }

    private Points scaled(BoundTable table, int from, int rows) {
        double[][] columns = new double[schema().size()][rows];
        for (int j = 0; j < columns.length; j++) {
            table.copyColumn(j, from, from + rows, columns[j]);
            for (int r = 0; r < rows; r++) {
                columns[j][r] = preparation.scaled(j, columns[j][r]);
            }
        }
        return Points.ofColumns(rows, columns);
    }

    /** {@return a new assigner of rows of numbers that allocates nothing a row, for one thread} */
    public NearestCentre nearestCentre() {
        return new NearestCentre(this);
    }

    /** {@return the sum of squared distances to the centres, on the scale} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.of(withinSumOfSquares());
    }

    /**
     * The mean silhouette width of a table's assigned clients, from -1 to 1 (see {@link Silhouette}), by Euclidean
     * distance on the scale. The cost grows with the square of the number of clients.
     *
     * @param table a table with at least the model's features
     * @return the mean; {@code NaN} if fewer than two clusters have clients
     */
    public double silhouette(FeatureTable table) {
        Assignments assigned = assign(table);
        int[] used =
                IntStream.range(0, k()).filter(c -> assigned.sizes()[c] > 0).toArray();
        if (used.length < 2) {
            return Double.NaN;
        }
        int[] rows = IntStream.range(0, assigned.rows())
                .filter(i -> assigned.segment(i) >= 0)
                .toArray();
        FeatureTable onScale = onScale(schema().bind(table), rows);
        Labels labels = Labels.of(Arrays.stream(rows)
                .map(i -> Arrays.binarySearch(used, assigned.segment(i)))
                .toArray());
        return Silhouette.of(Euclidean.of(onScale.schema()).over(onScale), labels)
                .mean();
    }

    private FeatureTable onScale(BoundTable table, int[] rows) {
        double[] values = new double[schema().size()];
        double[][] columns = new double[values.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            table.copyRow(rows[i], values);
            for (int j = 0; j < values.length; j++) {
                columns[j][i] = preparation.scaled(j, values[j]);
            }
        }
        FeatureSchema numbers = FeatureSchema.of(schema().features().stream()
                .map(feature -> Feature.numeric(feature.name(), ""))
                .toList());
        return FeatureTable.of(
                numbers, Arrays.stream(rows).mapToObj(table.clients()::get).toList(), columns);
    }

    private double[] squaredDistances(double[] scaled) {
        double[] squared = new double[k()];
        for (int c = 0; c < squared.length; c++) {
            double[] centre = clusters.centres()[c];
            for (int j = 0; j < scaled.length; j++) {
                double difference = scaled[j] - centre[j];
                squared[c] += difference * difference;
            }
        }
        return squared;
    }

    /** The first of the nearest but one; -1 if none has a finite distance. */
    private static int nearest(double[] squared, int but) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < squared.length; c++) {
            if (c != but && squared[c] < least) {
                least = squared[c];
                nearest = c;
            }
        }
        return nearest;
    }

    Clusters clusters() {
        return clusters;
    }

    /** {@return the sizes and the share of the variation that the clusters explain} */
    @Override
    public String toString() {
        return "KMeansModel[sizes " + Arrays.toString(clusters.sizes()) + ", between/total " + betweenShare() + "]";
    }
}
