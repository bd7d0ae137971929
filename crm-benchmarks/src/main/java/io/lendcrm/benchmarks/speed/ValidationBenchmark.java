package io.lendcrm.benchmarks.speed;

import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
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
 * The area under the curve and the stability index of many scores, beside plain arrays ({@link ValidationLimit}). Scores are
 * uniform, the bads a tenth and likelier at the top; the index has ten bins, today's scores shifted a little, against counts
 * of a million rows. Figures are made with {@code -p rows=10000000 -jvmArgs -Xmx4g}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class ValidationBenchmark {

    private static final int EXPECTED = 1_000_000;

    /** How many scores. */
    @Param("100000")
    public int rows;

    private double[] scores;
    private boolean[] bads;
    private ScoredOutcomes outcomes;
    private final double[] edges = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private double[] before;
    private double[] today;
    private long[] expected;

    /** Draws the scores. */
    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(29);
        scores = new double[rows];
        bads = new boolean[rows];
        today = new double[rows];
        before = new double[EXPECTED];
        expected = new long[edges.length + 2]; // the last of missing values
        for (int i = 0; i < rows; i++) {
            scores[i] = random.uniform();
            bads[i] = random.uniform() < 0.2 * scores[i];
            today[i] = Math.pow(random.uniform(), 1.1);
        }
        for (int i = 0; i < EXPECTED; i++) {
            before[i] = random.uniform();
            int bin = 0;
            while (bin < edges.length && before[i] >= edges[bin]) {
                bin++;
            }
            expected[bin]++;
        }
        outcomes = ScoredOutcomes.ofRisk(scores, bads);
        if (area() != areaLimit() || area() != curve().value()) {
            throw new IllegalStateException("the limit must find the same area");
        }
        double index = PopulationStability.of(edges, before, today).index();
        if (Math.abs(index - indexLimit()) > 1e-12) {
            throw new IllegalStateException("the limit must find the same index");
        }
    }

    /** {@return the area alone, outcomes checked and copied} */
    @Benchmark
    public double area() {
        return ScoredOutcomes.ofRisk(scores, bads).area();
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double areaLimit() {
        return ValidationLimit.area(scores, bads);
    }

    /** {@return the area with its variance, from the whole curve} */
    @Benchmark
    public Auc curve() {
        return RocCurve.of(outcomes).auc();
    }

    /** {@return the stability index} */
    @Benchmark
    public double index() {
        return PopulationStability.of(edges, expected, today).index();
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double indexLimit() {
        return ValidationLimit.index(edges, today, expected, EXPECTED);
    }
}
