package io.lendcrm.segmentation.density;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * The core rows DBSCAN found, with their clusters. Segments are named {@code cluster-1}, {@code cluster-2}, … by the number
 * of their core clients; there may be none.
 *
 * <p>A client joins the segment of the nearest core row within the radius, among equally near ones the first segment. So the
 * clients it was fitted to get the clusters they were found in. Others are noise and aren't assigned
 * ({@code segment.noise}), nor are those with a missing value that isn't filled ({@code segment.missing}) or without a
 * finite distance ({@code segment.out-of-range}). The distance is that to the core row; the margin is how much farther the
 * nearest core row of another segment is; nobody assigned is outside.
 *
 * <p>Reasons add up to the margin: {@code density.nearer} or {@code density.farther} of each feature, (b² − a²) / (A + B) with
 * a and b its differences from the two core rows and A and B the distances. Arguments: {@code feature}, {@code unit},
 * {@code value} (masked where the feature isn't ordinary), {@code segment}, {@code second}.
 *
 * <p>It holds the coordinates of core rows, which are clients' own: protect a stored model as the data. Immutable and
 * thread-safe.
 */
public final class DbscanModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "dbscan";

    private final FittedPreparation preparation;
    private final double radius;
    private final ClusteredRows rows;
    private final long noise;
    private final ModelInfo info;
    private final List<Segment> segments;

    DbscanModel(
            FittedPreparation preparation,
            double radius,
            ClusteredRows rows,
            long[] sizes,
            long noise,
            ModelInfo info) {
        this.preparation = requireNonNull(preparation, "preparation");
        this.radius = radius;
        this.rows = rows;
        this.noise = noise;
        this.info = requireNonNull(info, "info");
        this.segments = List.copyOf(
                Assigner.segments(sizes, noise + LongStream.of(sizes).sum()));
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    /** {@return how the features are made comparable, and what stands for missing values} */
    public FittedPreparation preparation() {
        return preparation;
    }

    /** {@return the radius ε in the preparation's coordinates} */
    public double radius() {
        return radius;
    }

    /** {@return how many of the clients it was fitted to were in no cluster} */
    public long noise() {
        return noise;
    }

    /** {@return nothing: DBSCAN makes no figure small} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.empty();
    }

    @Override
    public Assignment assign(FeatureRow client) {
        return assigner().one(schema().bind(client));
    }

    @Override
    public Assignments assign(FeatureTable table) {
        return assigner().table(schema().bind(table));
    }

    private Assigner assigner() {
        return new Assigner(preparation, segments, rows, x -> 0, radius * radius, (segment, reach) -> true);
    }

    ClusteredRows rows() {
        return rows;
    }

    /** {@return how many clusters and how much noise} */
    @Override
    public String toString() {
        return "DbscanModel[radius " + radius + ", " + segments.size() + " clusters, " + noise + " of noise]";
    }
}
