package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.purchase.PurchaseBootstrap;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A thousand books of as many clients as CDNOW, watched for 27 to 39 weeks, drawn from BG/NBD at the published parameters
 * and each fitted anew.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class PurchaseBootstrapBenchmark {

    private static final int CLIENTS = 2357;

    @Param({"1", "2"})
    public int threads;

    private PurchaseSummaries book;
    private BgNbdModel model;
    private ExecutorService pool;
    private Run run;

    @Setup
    public void generate() {
        BgNbdModel truth = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);
        SplittableRandom random = new SplittableRandom(20260722L);
        int[] frequency = new int[CLIENTS];
        double[] recency = new double[CLIENTS];
        double[] age = new double[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            PurchaseSummary client = truth.simulate((189 + random.nextInt(84)) / 7.0, random);
            frequency[i] = client.frequency();
            recency[i] = client.recency();
            age[i] = client.age();
        }
        book = PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age);
        model = BgNbdFitter.defaults().fit(book);
        pool = Executors.newFixedThreadPool(threads);
        run = Run.sequential().on(pool, threads);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }

    @Benchmark
    public PurchaseBootstrap thousandRefits() {
        return PurchaseBootstrap.of(model, BgNbdFitter.defaults(), book, 1000, 7, run);
    }
}
