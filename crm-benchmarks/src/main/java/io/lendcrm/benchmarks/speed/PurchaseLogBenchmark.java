package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.PurchaseLog;
import io.lendcrm.core.time.CalendarUnit;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
 * A log file of {@code client,day,amount} to purchase summaries on one thread; ten rows a client. {@code lines} only reads
 * the file's lines: nobody can be faster.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class PurchaseLogBenchmark {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** How many rows; 5000000 for the published figure. */
    @Param("500000")
    public int rows;

    /** In which order: a client's rows together, or mixed. */
    @Param({"client", "random"})
    public String order;

    private Path file;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("purchases", ".csv");
        SplitMix64 random = new SplitMix64(5);
        int clients = rows / 10;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("client,day,amount\n");
            for (int i = 0; i < rows; i++) {
                int client = order.equals("client") ? i / 10 : random.below(clients);
                int cents = (int) Math.exp(random.normal() * 1.2 + 7);
                out.write("C" + (10_000_000 + client) + ',' + FIRST.plusDays(random.below(700)) + ',' + cents / 100
                        + (cents % 100 < 10 ? ".0" : ".") + cents % 100 + '\n');
            }
        }
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public PurchaseSummaries summaries() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(FIRST.plusDays(699), CalendarUnit.WEEK);
        PurchaseLog.of(DelimitedFile.of(file), "client", "day")
                .withAmount("amount")
                .into(summarizer);
        return summarizer.summaries();
    }

    @Benchmark
    public long lines() throws IOException {
        long characters = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                characters += line.length();
            }
        }
        return characters;
    }
}
