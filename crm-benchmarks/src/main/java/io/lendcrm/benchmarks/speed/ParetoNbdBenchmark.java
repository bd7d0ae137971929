package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.ParetoNbdFitter;
import io.lendcrm.scoring.value.purchase.ParetoNbdModel;
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
 * Pareto/NBD on a {@link SimulatedBook}. {@code fit} merges equal rows, fits with standard errors and takes the provenance;
 * {@code predict} computes for each client the probability to be active, the expected purchases in 39 weeks and the discounted
 * value of all purchases to come.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class ParetoNbdBenchmark {

    /** How many clients; 2357 are as many as in CDNOW, 1000000 for the published figure. */
    @Param({"2357", "1000000"})
    public int clients;

    /** Whether the last purchase is known by the day or by the instant. */
    @Param({"day", "instant"})
    public String times;

    @Param({"1", "2"})
    public int threads;

    private PurchaseSummaries book;
    private ParetoNbdModel model;
    private double[][] results;
    private ExecutorService pool;
    private Run run;

    @Setup
    public void generate() {
        book = SimulatedBook.of(clients, times.equals("day"));
        model = ParetoNbdModel.of(CalendarUnit.WEEK, 0.553, 10.578, 0.606, 11.669);
        results = new double[3][clients];
        pool = Executors.newFixedThreadPool(threads);
        run = Run.sequential().on(pool, threads);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }

    @Benchmark
    public ParetoNbdModel fit() {
        return ParetoNbdFitter.defaults().fit(book, run);
    }

    @Benchmark
    public double[][] predict() {
        Horizon ahead = Horizon.weeks(39);
        DiscountRate rate = DiscountRate.perYear(0.15);
        model.probabilityAlive(book, results[0], run);
        model.expectedPurchases(book, ahead, results[1], run);
        model.predict(book, client -> model.discountedPurchases(client, rate), results[2], run);
        return results;
    }
}
