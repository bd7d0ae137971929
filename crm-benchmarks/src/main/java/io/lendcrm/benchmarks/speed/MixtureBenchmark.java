package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.mixture.GaussianMixture;
import io.lendcrm.segmentation.mixture.GaussianMixtureModel;
import java.util.concurrent.TimeUnit;
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

/**
 * A Gaussian mixture with full covariances, 100,000 rows of 8 features, 8 components, one thread. An iteration over all rows
 * costs the difference of 30 and 10 iterations by 20; the rest is the start on a sample.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class MixtureBenchmark {

    private static final int FEATURES = 8;
    private static final int COMPONENTS = 8;

    @Param("100000")
    public int rows;

    @Param({"10", "30"})
    public int iterations;

    private FeatureTable table;

    @Setup
    public void draw() {
        table = new SimulatedClusters(rows, FEATURES, 1.6).table();
    }

    @Benchmark
    public GaussianMixtureModel fit() {
        return GaussianMixture.of(COMPONENTS)
                .withStarts(1)
                .withIterations(iterations)
                .withTolerance(1e-15)
                .fit(table);
    }
}
