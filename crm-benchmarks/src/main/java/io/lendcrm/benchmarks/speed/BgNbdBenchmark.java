package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.purchase.MbgNbdFitter;
import io.lendcrm.scoring.value.purchase.MbgNbdModel;
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
 * BG/NBD on a book drawn from the model at the published CDNOW parameters, watched for 27 to 39 weeks. {@code fit} merges
 * equal rows, fits with standard errors and takes the provenance; {@code fitMbg} does so for MBG/NBD; {@code predictBook}
 * and {@code predict} compute the expected purchases in 39
 * weeks of each client apart. With a million clients the book has 106,964 distinct rows by day and 403,679 otherwise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class BgNbdBenchmark {

    private static final double R = 0.243;
    private static final double ALPHA = 4.414;
    private static final double A = 0.793;
    private static final double B = 2.426;

    /** How many clients; 2357 are as many as in CDNOW, 1000000 for the published figure. */
    @Param({"2357", "1000000"})
    public int clients;

    /** Whether the last purchase is known by the day or by the instant. */
    @Param({"day", "instant"})
    public String times;

    @Param({"1", "2"})
    public int threads;

    private PurchaseSummaries book;
    private double[] expected;
    private BgNbdModel model;
    private ExecutorService pool;
    private Run run;

    @Setup
    public void generate() {
        book = SimulatedBook.of(clients, times.equals("day"));
        model = BgNbdModel.of(CalendarUnit.WEEK, R, ALPHA, A, B);
        expected = new double[clients];
        pool = Executors.newFixedThreadPool(threads);
        run = Run.sequential().on(pool, threads);
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }

    @Benchmark
    public BgNbdModel fit() {
        return BgNbdFitter.defaults().fit(book, run);
    }

    @Benchmark
    public MbgNbdModel fitMbg() {
        return MbgNbdFitter.defaults().fit(book, run);
    }

    /** The expected purchases of the whole book, equal rows looked up. */
    @Benchmark
    public double[] predictBook() {
        model.expectedPurchases(book, Horizon.weeks(39), expected, run);
        return expected;
    }

    @Benchmark
    public double predict() {
        Horizon ahead = Horizon.weeks(39);
        double sum = 0;
        for (int i = 0; i < clients; i++) {
            sum += model.expectedPurchases(book.summary(i), ahead);
        }
        return sum;
    }
}
