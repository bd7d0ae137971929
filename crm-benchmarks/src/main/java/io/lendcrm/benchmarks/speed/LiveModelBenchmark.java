package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import io.lendcrm.scoring.serving.LiveModel;
import io.lendcrm.scoring.serving.ModelId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a block of 1,000 clients takes on two threads, as a histogram, while the model is changed for another every two
 * milliseconds or stays: a swap is to leave the percentiles where they are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 2)
@Threads(2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class LiveModelBenchmark {

    private static final int BLOCK = 1000;
    private static final int BLOCKS = 50;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    /** Whether the model is swapped meanwhile. */
    @Param({"false", "true"})
    public boolean swaps;

    private final LogisticModel[] models = new LogisticModel[2];
    private LiveModel live;
    private BoundTable table;
    private volatile boolean running;
    private Thread swapper;

    /** A thread's own memory. Not thread-safe; confine to one thread. */
    @State(Scope.Thread)
    public static class Caller {
        private final double[] scores = new double[BLOCKS * BLOCK];
        private int block;
    }

    /** Makes two models and their clients. */
    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(37);
        SimulatedLogistic simulated = new SimulatedLogistic(random);
        models[0] = simulated.model();
        models[1] = new SimulatedLogistic(random).model();
        double[][] columns = new double[SimulatedLogistic.FEATURES][BLOCKS * BLOCK];
        for (double[] column : columns) {
            java.util.Arrays.setAll(column, i -> random.normal());
        }
        table = simulated.table(columns);
        live = LiveModel.of(ModelId.of("model-0"), models[0]);
    }

    /** Begins to swap. */
    @Setup(Level.Iteration)
    public void begin() {
        running = swaps;
        swapper = new Thread(() -> {
            for (int turn = 1; running; turn = 1 - turn) {
                live.swap(ModelId.of("model-" + turn), models[turn]);
                LockSupport.parkNanos(PAUSE);
            }
        });
        swapper.start();
    }

    /**
     * Ends the swaps.
     *
     * @throws InterruptedException if the run is broken off
     */
    @TearDown(Level.Iteration)
    public void end() throws InterruptedException {
        running = false;
        swapper.join();
    }

    /**
     * Scores a block.
     *
     * @param caller the thread's memory
     * @return the scores
     */
    @Benchmark
    public double[] block(Caller caller) {
        caller.block = (caller.block + 1) % BLOCKS;
        live.score(table, caller.block * BLOCK, (caller.block + 1) * BLOCK, caller.scores);
        return caller.scores;
    }
}
