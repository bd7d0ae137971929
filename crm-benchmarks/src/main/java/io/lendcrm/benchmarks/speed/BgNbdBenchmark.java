package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
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
 * BG/NBD on a book drawn from the model at the published CDNOW parameters, watched for 27 to 39 weeks. {@code fit} merges
 * equal rows, fits with standard errors and takes the provenance; {@code predict} computes the expected purchases in 39
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

    private SplittableRandom random;
    private PurchaseSummaries book;
    private BgNbdModel model;
    private ExecutorService pool;
    private Run run;

    @Setup
    public void generate() {
        random = new SplittableRandom(20260722L);
        int[] frequency = new int[clients];
        double[] recency = new double[clients];
        double[] age = new double[clients];
        for (int i = 0; i < clients; i++) {
            int days = 189 + random.nextInt(84);
            double rate = gamma(R) / ALPHA;
            double leaves = gamma(A);
            double stays = gamma(B);
            double last = 0;
            for (double t = wait(rate); t <= days / 7.0; t += wait(rate)) {
                frequency[i]++;
                last = t;
                if (random.nextDouble() < leaves / (leaves + stays)) {
                    break;
                }
            }
            double byDay = last == 0 ? 0 : Math.min(days, Math.max(1, Math.ceil(7 * last))) / 7;
            recency[i] = times.equals("day") ? byDay : last;
            age[i] = days / 7.0;
        }
        book = PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age);
        model = BgNbdModel.of(CalendarUnit.WEEK, R, ALPHA, A, B);
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
    public double predict() {
        Horizon ahead = Horizon.weeks(39);
        double sum = 0;
        for (int i = 0; i < clients; i++) {
            sum += model.expectedPurchases(book.summary(i), ahead);
        }
        return sum;
    }

    private double wait(double rate) {
        return -StrictMath.log(positive()) / rate;
    }

    private double positive() {
        double u = random.nextDouble();
        while (u == 0) {
            u = random.nextDouble();
        }
        return u;
    }

    /** Marsaglia and Tsang (2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(positive(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = StrictMath.sqrt(-2 * StrictMath.log(positive()))
                    * StrictMath.cos(2 * Math.PI * random.nextDouble());
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = random.nextDouble();
                if (u > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
