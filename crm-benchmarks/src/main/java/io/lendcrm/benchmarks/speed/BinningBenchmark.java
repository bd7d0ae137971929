package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.binning.BinningFitter;
import io.lendcrm.scoring.risk.binning.BinningModel;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.TreeBinning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Binning of 100 continuous variables, every value distinct: exact with the trend chosen, prices of the constraints, merged
 * edges and provenance included; and by the greedy tree of R's scorecard.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class BinningBenchmark {

    private static final int VARIABLES = 100;

    /** How many rows. */
    @Param("100000")
    public int rows;

    /** Who does it. */
    @Param({"optimal", "optimal-2-threads", "tree"})
    public String engine;

    private LabelledTable table;
    private ExecutorService pool;

    /** Variables of growing strength, one row in ten bad. */
    @Setup
    public void setup() {
        SplitMix64 random = new SplitMix64(42);
        boolean[] bad = new boolean[rows];
        double[][] columns = new double[VARIABLES][rows];
        for (int row = 0; row < rows; row++) {
            bad[row] = random.uniform() < 0.1;
            for (int v = 0; v < VARIABLES; v++) {
                columns[v][row] = random.normal() + (bad[row] ? v / 100.0 : 0);
            }
        }
        List<Feature> features = new ArrayList<>();
        for (int v = 0; v < VARIABLES; v++) {
            features.add(Feature.numeric("x" + v, ""));
        }
        List<ClientId> clients =
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("C-" + i)).toList();
        table = LabelledTable.of(FeatureTable.of(FeatureSchema.of(features), clients, columns), bad);
        pool = Executors.newFixedThreadPool(1);
    }

    /** Ends the threads. */
    @TearDown
    public void tearDown() {
        pool.shutdown();
    }

    /** {@return the fitted model} */
    @Benchmark
    public BinningModel fit() {
        return switch (engine) {
            case "optimal" -> BinningFitter.defaults().fit(table);
            case "optimal-2-threads" ->
                BinningFitter.defaults().fit(table, Run.sequential().on(pool, 2));
            case "tree" -> BinningFitter.of(TreeBinning.defaults()).fit(table);
            default -> throw new IllegalArgumentException("engine must be known, found " + engine);
        };
    }
}
