package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.density.Dbscan;
import io.lendcrm.segmentation.density.Hdbscan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Clusters by density on one thread: DBSCAN with ε = 0.2 and minPoints 10 ({@code -p features=3 -p rows=100000} for the
 * published figure, {@code commons-math3} by 20000 at most: it looks at all pairs) and HDBSCAN with minPoints 10 and clusters of
 * 50 or more ({@code -p features=8 -p rows=20000}). commons-math3 doesn't count the point itself and so gets 9.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class DensityBenchmark {

    private static final int MIN_POINTS = 10;
    private static final int MIN_SIZE = 50;
    private static final double RADIUS = 0.2;

    /** How many rows; small by default. */
    @Param("2000")
    public int rows;

    /** How many features. */
    @Param("3")
    public int features;

    /** Who does it. */
    @Param({"dbscan", "dbscan-commons-math3", "hdbscan", "hdbscan-tribuo"})
    public String engine;

    private FeatureTable table;
    private List<DoublePoint> points;
    private MutableDataset<ClusterID> examples;

    @Setup
    public void generate() {
        SimulatedClusters clusters = new SimulatedClusters(rows, features, 3);
        table = clusters.table();
        points = new ArrayList<>();
        examples = new MutableDataset<>(
                new SimpleDataSourceProvenance("generated", new ClusteringFactory()), new ClusteringFactory());
        String[] names = clusters.names();
        for (int i = 0; i < rows; i++) {
            points.add(new DoublePoint(clusters.row(i)));
            examples.add(new ArrayExample<>(new ClusterID(ClusterID.UNASSIGNED), names, clusters.row(i)));
        }
    }

    @Benchmark
    public Object fit() {
        return switch (engine) {
            case "dbscan" -> Dbscan.of(RADIUS, MIN_POINTS).fit(table);
            case "dbscan-commons-math3" -> new DBSCANClusterer<DoublePoint>(RADIUS, MIN_POINTS - 1).cluster(points);
            case "hdbscan" -> Hdbscan.of(MIN_SIZE).withMinPoints(MIN_POINTS).fit(table);
            case "hdbscan-tribuo" ->
                new HdbscanTrainer(
                                MIN_SIZE,
                                DistanceType.L2.getDistance(),
                                MIN_POINTS,
                                1,
                                NeighboursQueryFactoryType.BRUTE_FORCE)
                        .train(examples);
            default -> throw new IllegalArgumentException(engine);
        };
    }
}
