package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.prototype.KPrototypes;
import io.lendcrm.segmentation.prototype.KPrototypesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** Eight prototypes of clients with 10 numbers and 10 categories, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class PrototypeBenchmark {

    private static final int K = 8;
    private static final int HALF = 10;

    /** How many rows; 20000 for the published figure. */
    @Param("2000")
    public int rows;

    private FeatureTable table;

    @Setup
    public void draw() {
        SplitMix64 random = new SplitMix64(11);
        double[][] columns = new double[2 * HALF][rows];
        for (int i = 0; i < rows; i++) {
            int q = random.below(K);
            for (int j = 0; j < HALF; j++) {
                columns[j][i] = (q * 7 + j * 3) % 11 + random.normal();
                columns[HALF + j][i] = random.uniform() < 0.7 ? (q + j) % 5 : random.below(5);
            }
        }
        List<Feature> features = new ArrayList<>();
        for (int j = 0; j < HALF; j++) {
            features.add(Feature.numeric("x" + j, ""));
        }
        for (int j = 0; j < HALF; j++) {
            features.add(Feature.nominal("c" + j, List.of("a", "b", "c", "d", "e")));
        }
        List<ClientId> clients =
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("c" + i)).toList();
        table = FeatureTable.of(FeatureSchema.of(features), clients, columns);
    }

    @Benchmark
    public KPrototypesModel fit() {
        return KPrototypes.of(K).fit(table);
    }
}
