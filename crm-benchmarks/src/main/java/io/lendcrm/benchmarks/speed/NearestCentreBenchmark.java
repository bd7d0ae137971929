package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.cluster.NearestCentre;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One client's cluster, of 8 centres by 8 standardised features: a row by itself, and a row of a whole table. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class NearestCentreBenchmark {

    private static final int ROWS = 8192;

    private FeatureTable table;
    private KMeansModel model;
    private NearestCentre nearest;
    private double[][] rows;
    private int next;

    @Setup
    public void fit() {
        SimulatedClusters clusters = new SimulatedClusters(ROWS, 8, 1.6);
        table = clusters.table();
        model = KMeans.of(8).withScale(Scale.Z).withStarts(1).fit(table);
        nearest = model.nearestCentre();
        rows = new double[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = clusters.row(i);
        }
    }

    @Benchmark
    public int row() {
        next = (next + 1) % ROWS;
        return nearest.of(rows[next]);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Assignments table() {
        return model.assign(table);
    }
}
