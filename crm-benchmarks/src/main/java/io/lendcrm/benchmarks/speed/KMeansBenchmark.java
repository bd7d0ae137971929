package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.cluster.KMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer.Initialisation;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * K-means with k = 8 on 8 features, one thread unless the name says two. {@code lendcrm-10} makes exactly ten passes
 * over all rows from given centres, {@code limit} the same by a plain loop over rows one behind the other; {@code
 * commons-math3} and {@code tribuo} make at most ten from one k-means++ start. The others run to their end with ten
 * starts, three, or mini-batches. All of lendcrm include the fingerprint of the data and the model's stock of sizes and
 * limits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class KMeansBenchmark {

    private static final int K = 8;
    private static final int D = 8;
    private static final int ITERATIONS = 10;
    private static final double SPREAD = 1.6;

    /** How many rows; 1000000 for the published figure. */
    @Param("20000")
    public int rows;

    /** Who does it. */
    @Param({
        "lendcrm",
        "lendcrm-2-threads",
        "lendcrm-3-starts",
        "lendcrm-mini-batch",
        "lendcrm-10",
        "limit",
        "commons-math3",
        "tribuo"
    })
    public String engine;

    private FeatureTable table;
    private double[][] start;
    private double[] flat;
    private List<DoublePoint> points;
    private MutableDataset<ClusterID> examples;
    private ExecutorService pool;

    @Setup
    public void generate() {
        SimulatedClusters clusters = new SimulatedClusters(rows, D, SPREAD);
        pool = Executors.newFixedThreadPool(2);
        switch (engine) {
            case "limit" -> {
                flat = new double[rows * D];
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(clusters.row(i), 0, flat, i * D, D);
                }
            }
            case "commons-math3" ->
                points = new ArrayList<>(IntStream.range(0, rows)
                        .mapToObj(i -> new DoublePoint(clusters.row(i)))
                        .toList());
            case "tribuo" -> {
                examples = new MutableDataset<>(
                        new SimpleDataSourceProvenance("generated", new ClusteringFactory()), new ClusteringFactory());
                for (int i = 0; i < rows; i++) {
                    examples.add(
                            new ArrayExample<>(new ClusterID(ClusterID.UNASSIGNED), clusters.names(), clusters.row(i)));
                }
            }
            default -> table = clusters.table();
        }
        start = IntStream.range(0, K).mapToObj(clusters::row).toArray(double[][]::new);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }

    @Benchmark
    public Object fit() {
        return switch (engine) {
            case "lendcrm" -> KMeans.of(K).fit(table);
            case "lendcrm-2-threads" -> KMeans.of(K).fit(table, Run.sequential().on(pool, 2));
            case "lendcrm-3-starts" -> KMeans.of(K).withStarts(3).fit(table);
            case "lendcrm-mini-batch" -> KMeans.of(K).withMiniBatch(1024).fit(table);
            case "lendcrm-10" ->
                KMeans.of(K)
                        .withCentres(start)
                        .withTolerance(0)
                        .withIterations(ITERATIONS)
                        .fit(table);
            case "limit" -> limit();
            case "commons-math3" ->
                new KMeansPlusPlusClusterer<DoublePoint>(K, ITERATIONS, new EuclideanDistance(), new Well19937c(7))
                        .cluster(points);
            case "tribuo" ->
                new KMeansTrainer(K, ITERATIONS, DistanceType.L2.getDistance(), Initialisation.PLUSPLUS, 1, 7)
                        .train(examples);
            default -> throw new IllegalArgumentException(engine);
        };
    }

    private double limit() {
        double[] centres = Arrays.copyOf(flat, K * D);
        double total = 0;
        for (int it = 0; it < ITERATIONS; it++) {
            double[] sums = new double[K * D];
            int[] count = new int[K];
            total = 0;
            for (int i = 0; i < rows; i++) {
                double least = Double.POSITIVE_INFINITY;
                int nearest = 0;
                for (int c = 0; c < K; c++) {
                    double distance = 0;
                    for (int j = 0; j < D; j++) {
                        double difference = flat[i * D + j] - centres[c * D + j];
                        distance += difference * difference;
                    }
                    if (distance < least) {
                        least = distance;
                        nearest = c;
                    }
                }
                total += least;
                count[nearest]++;
                for (int j = 0; j < D; j++) {
                    sums[nearest * D + j] += flat[i * D + j];
                }
            }
            for (int c = 0; c < K; c++) {
                for (int j = 0; j < D; j++) {
                    centres[c * D + j] = sums[c * D + j] / count[c];
                }
            }
        }
        return total;
    }
}
