package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.cluster.KMeans;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
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

/**
 * K-means with k = 8 on 8 features. {@code lendcrm} and {@code lendcrm-2-threads} run with default options to the end,
 * search and provenance included; {@code lendcrm-10} and {@code limit} make exactly ten iterations from the same given
 * centres, the latter by a plain loop over flat rows; {@code commons-math3} makes at most ten from its own k-means++
 * start.
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

    /** How many rows; 1000000 for the published figure. */
    @Param("100000")
    public int rows;

    /** Who does it. */
    @Param({"lendcrm", "lendcrm-2-threads", "lendcrm-10", "limit", "commons-math3"})
    public String engine;

    private FeatureTable table;
    private double[][] start;
    private double[] flat;
    private List<DoublePoint> points;
    private ExecutorService pool;

    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(11);
        double[][] centres = new double[K][D];
        for (double[] centre : centres) {
            for (int j = 0; j < D; j++) {
                centre[j] = random.normal() * 1.6;
            }
        }
        flat = new double[rows * D];
        double[][] columns = new double[D][rows];
        points = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int q = random.below(K);
            for (int j = 0; j < D; j++) {
                double x = centres[q][j] + random.normal() * (0.7 + 0.1 * (q % 5));
                flat[i * D + j] = x;
                columns[j][i] = x;
            }
            points.add(new DoublePoint(java.util.Arrays.copyOfRange(flat, i * D, i * D + D)));
        }
        start = new double[K][D];
        for (int c = 0; c < K; c++) {
            System.arraycopy(flat, c * D, start[c], 0, D);
        }
        List<ClientId> clients =
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("C" + i)).toList();
        FeatureSchema schema = FeatureSchema.of(IntStream.range(0, D)
                .mapToObj(j -> Feature.numeric("f" + j, "x"))
                .toList());
        table = FeatureTable.of(schema, clients, columns);
        pool = Executors.newFixedThreadPool(2);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }

    @Benchmark
    public double fit() {
        return switch (engine) {
            case "lendcrm" -> KMeans.of(K).fit(table).withinSumOfSquares();
            case "lendcrm-2-threads" ->
                KMeans.of(K).fit(table, Run.sequential().on(pool, 2)).withinSumOfSquares();
            case "lendcrm-10" ->
                KMeans.of(K)
                        .withCentres(start)
                        .withTolerance(0)
                        .withIterations(ITERATIONS)
                        .fit(table)
                        .withinSumOfSquares();
            case "limit" -> limit();
            case "commons-math3" -> commonsMath();
            default -> throw new IllegalArgumentException(engine);
        };
    }

    private double limit() {
        double[] centres = new double[K * D];
        for (int c = 0; c < K; c++) {
            System.arraycopy(start[c], 0, centres, c * D, D);
        }
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

    private double commonsMath() {
        EuclideanDistance measure = new EuclideanDistance();
        double inertia = 0;
        for (CentroidCluster<DoublePoint> cluster :
                new KMeansPlusPlusClusterer<DoublePoint>(K, ITERATIONS, measure, new Well19937c(7)).cluster(points)) {
            for (DoublePoint point : cluster.getPoints()) {
                double distance =
                        measure.compute(point.getPoint(), cluster.getCenter().getPoint());
                inertia += distance * distance;
            }
        }
        return inertia;
    }
}
