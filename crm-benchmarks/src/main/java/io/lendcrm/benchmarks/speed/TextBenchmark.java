package io.lendcrm.benchmarks.speed;

import io.lendcrm.segmentation.text.Lexicon;
import io.lendcrm.segmentation.text.MaskedText;
import io.lendcrm.segmentation.text.Masking;
import io.lendcrm.segmentation.text.TextAnalysis;
import io.lendcrm.segmentation.text.TextFeatures;
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

/** One note of about 1,000 characters, as long as a complaint on average: masked, cut into tokens, hashed, counted. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class TextBenchmark {

    private static final String[] WORDS = {
        "the",
        "loan",
        "payment",
        "was",
        "late",
        "account",
        "I",
        "called",
        "unfair",
        "2,500.00",
        "555-0101",
        "bank",
        "2024-02-29",
        "client",
        "还不起贷款",
        "fee,",
        "XX/XX/2018",
        "a.b@mail.example",
        "can't",
        "pay."
    };
    private static final int LENGTH = 1_000;

    private final TextAnalysis analysis = TextAnalysis.of(Masking.standard());
    private final TextFeatures hashed = TextFeatures.hashed(analysis, 1024);
    private final TextFeatures counted = TextFeatures.counted(analysis, Lexicon.all());
    private String text;
    private MaskedText masked;

    @Setup
    public void write() {
        SplitMix64 random = new SplitMix64(5);
        StringBuilder note = new StringBuilder();
        while (note.length() < LENGTH) {
            note.append(WORDS[random.below(WORDS.length)]).append(' ');
        }
        text = note.toString();
        masked = analysis.masking().mask(text);
    }

    @Benchmark
    public MaskedText mask() {
        return analysis.masking().mask(text);
    }

    @Benchmark
    public int tokenize() {
        int[] tokens = {0};
        analysis.tokenizer().tokenize(masked, token -> tokens[0]++);
        return tokens[0];
    }

    @Benchmark
    public double[] maskTokenizeAndHash() {
        return hashed.values(text);
    }

    @Benchmark
    public double[] maskTokenizeAndCount() {
        return counted.values(text);
    }
}
