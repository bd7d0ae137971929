package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.kpi.KpiCard;
import io.lendcrm.scoring.value.kpi.KpiIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One client on a card of twelve indicators: the bare number, the number with reasons, and plain arrays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class KpiCardBenchmark {

    private static final int INDICATORS = 12;
    private static final int CLIENTS = 1024;

    private KpiCard card;
    private final double[][] rows = new double[CLIENTS][INDICATORS];
    private final FeatureRow[] clients = new FeatureRow[CLIENTS];
    private int at;

    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(3);
        List<KpiIndicator> indicators = new ArrayList<>();
        for (int j = 0; j < INDICATORS; j++) {
            KpiIndicator.Builder indicator = KpiIndicator.builder(Feature.numeric("f" + j, "EUR"))
                    .target(0.5)
                    .range(-1, 2)
                    .weight(1.0 / INDICATORS);
            indicators.add((j % 2 == 0 ? indicator.higherIsBetter() : indicator.lowerIsBetter()).build());
        }
        card = KpiCard.of(50, indicators);
        for (int i = 0; i < CLIENTS; i++) {
            for (int j = 0; j < INDICATORS; j++) {
                rows[i][j] = random.normal();
            }
            clients[i] = FeatureRow.of(ClientId.of("C" + i), card.schema(), rows[i]);
        }
    }

    @Benchmark
    public double number() {
        return card.score(rows[at++ & CLIENTS - 1]);
    }

    @Benchmark
    public Score withReasons() {
        return card.score(clients[at++ & CLIENTS - 1]);
    }

    /** The same card, known to the compiler. */
    @Benchmark
    public double limit() {
        double[] row = rows[at++ & CLIENTS - 1];
        double score = 50;
        for (int j = 0; j < INDICATORS; j++) {
            double beyond = Math.max(-1, Math.min(2, row[j])) - 0.5;
            boolean higher = j % 2 == 0;
            score += beyond * (higher ? 1 : -1) * (50.0 / 1.5 / INDICATORS);
        }
        return score;
    }
}
