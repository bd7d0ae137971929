package io.lendcrm.benchmarks.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.exchange.pmml.PmmlWriter;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.pmml4s.model.Model;

/**
 * The same card of eight numbers (six bins) and four categories, 5 % of values missing, here and in pmml4s, which reads it from
 * the PMML that we write: one client, the next of 8,192. Before anything is timed both must give the same scores.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class PmmlRivalBenchmark {

    private static final int CLIENTS = 8192;
    private static final List<String> LEVELS = List.of("a", "b", "c", "d", "e");

    private Scorecard card;
    private Model plain;
    private Model reasoned;
    private final ReasonBuffer buffer = ReasonBuffer.of(4);
    private final double[][] rows = new double[CLIENTS][];
    private final Object[][] values = new Object[CLIENTS][];
    private final List<Map<String, Object>> maps = new ArrayList<>();
    private int at;

    /** Makes the card, has pmml4s read it, and compares the scores. */
    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(11);
        List<Characteristic> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double[] points = new double[7];
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = Math.rint(40 * random.normal());
            }
            Bins bins = i < 8
                    ? Bins.numeric(Feature.numeric("number" + i, ""), -1, -0.4, 0, 0.4, 1)
                    : Bins.levels(
                            Feature.nominal("level" + i, LEVELS),
                            LEVELS.stream().map(List::of).toList());
            lines.add(Characteristic.of(bins, points));
        }
        card = Scorecard.of(500, lines);
        String file = new String(PmmlWriter.write(card), UTF_8);
        reasoned = Model.fromString(file);
        plain = Model.fromString(file.replace("useReasonCodes=\"true\"", "useReasonCodes=\"false\"")
                .replaceAll("<OutputField name=\"reason_[^>]*/>", ""));
        String[] names = reasoned.inputNames();
        for (int i = 0; i < CLIENTS; i++) {
            rows[i] = new double[12];
            Map<String, Object> map = new HashMap<>();
            for (int c = 0; c < 12; c++) {
                double value = random.uniform() < 0.05 ? Double.NaN : c < 8 ? random.normal() : random.below(5);
                rows[i][c] = value;
                if (!Double.isNaN(value)) {
                    map.put(card.schema().feature(c).name(), c < 8 ? (Object) value : LEVELS.get((int) value));
                }
            }
            maps.add(map);
            values[i] = new Object[names.length];
            for (int c = 0; c < names.length; c++) {
                values[i][c] = map.get(names[c]);
            }
            requireSame(i);
        }
    }

    private void requireSame(int client) {
        double ours = card.score(rows[client]);
        for (Model rival : List.of(plain, reasoned)) {
            double byArray = number(rival.predict(values[client])[0]);
            double byMap = number(rival.predict(maps.get(client)).get("final_score"));
            if (byArray != ours || byMap != ours) {
                throw new IllegalStateException("pmml4s gives " + byArray + " and " + byMap + ", the card " + ours);
            }
        }
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number found ? found.doubleValue() : Double.NaN;
    }

    private int next() {
        at = at + 1 & CLIENTS - 1;
        return at;
    }

    /** {@return a score from an array} */
    @Benchmark
    public double array() {
        return card.score(rows[next()]);
    }

    /** {@return a score with four reasons from an array} */
    @Benchmark
    public double arrayReasons() {
        return card.score(rows[next()], buffer);
    }

    /** {@return a score from a map} */
    @Benchmark
    public double map() {
        return card.score(maps.get(next()));
    }

    /** {@return a score from an array by pmml4s} */
    @Benchmark
    public Object[] arrayPmml4s() {
        return plain.predict(values[next()]);
    }

    /** {@return a score with four reasons from an array by pmml4s} */
    @Benchmark
    public Object[] arrayReasonsPmml4s() {
        return reasoned.predict(values[next()]);
    }

    /** {@return a score from a map by pmml4s} */
    @Benchmark
    public Map<String, Object> mapPmml4s() {
        return plain.predict(maps.get(next()));
    }

    /** {@return a score with four reasons from a map by pmml4s} */
    @Benchmark
    public Map<String, Object> mapReasonsPmml4s() {
        return reasoned.predict(maps.get(next()));
    }
}
