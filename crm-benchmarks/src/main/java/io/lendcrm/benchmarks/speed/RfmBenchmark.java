package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.scoring.value.rfm.RfmAccumulator;
import io.lendcrm.scoring.value.rfm.RfmFitter;
import io.lendcrm.scoring.value.rfm.RfmScores;
import io.lendcrm.scoring.value.rfm.RfmTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
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
 * Transactions to RFM quintiles; ten transactions a client over 730 days. {@code numbered} looks up every client's key
 * once and adds events by number, {@code keys} looks it up at each event; both go the whole way to scores. {@code limit}
 * has dense client numbers and plain arrays. {@code duckdb} has the table loaded and runs one query on one thread;
 * its {@code ntile} parts equal values, ours never does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class RfmBenchmark {

    private static final int DAYS = 730;
    private static final int BLOCK = 8192;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    /** How many transactions; 10000000 for the published figure. */
    @Param("1000000")
    public int transactions;

    /** Who does it. */
    @Param({"numbered", "keys", "limit", "duckdb"})
    public String engine;

    private int clients;
    private ClientId[] ids;
    private int[] client;
    private int[] day;
    private long[] cents;
    private Connection database;

    @Setup
    public void generate() throws SQLException {
        SplitMix64 random = new SplitMix64(5);
        clients = transactions / 10;
        ids = IntStream.range(0, clients)
                .mapToObj(i -> ClientId.of("C" + (100_000_000 + i)))
                .toArray(ClientId[]::new);
        client = new int[transactions];
        day = new int[transactions];
        cents = new long[transactions];
        for (int i = 0; i < transactions; i++) {
            double u = random.uniform();
            client[i] = i < clients ? i : (int) (u * u * clients);
            day[i] = (int) TODAY.toEpochDay() - 1 - random.below(DAYS);
            cents[i] = (long) Math.exp(random.normal() * 1.2 + 7);
        }
        if (engine.equals("duckdb")) {
            load();
        }
    }

    private void load() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            statement.execute("set threads to 1");
            statement.execute("create table events (client integer, day integer, cents bigint)");
        }
        try (DuckDBAppender appender =
                database.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "events")) {
            for (int i = 0; i < transactions; i++) {
                appender.beginRow();
                appender.append(client[i]);
                appender.append(day[i]);
                appender.append(cents[i]);
                appender.endRow();
            }
        }
    }

    @TearDown
    public void close() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Benchmark
    public Object quintiles() throws SQLException {
        return switch (engine) {
            case "numbered" -> numbered();
            case "keys" -> keys();
            case "limit" -> limit();
            default -> duckdb();
        };
    }

    private RfmScores numbered() {
        RfmAccumulator events = RfmAccumulator.of(TODAY, Currency.getInstance("EUR"));
        int[] row = new int[clients];
        for (int c = 0; c < clients; c++) {
            row[c] = events.row(ids[c]);
        }
        int[] rows = new int[BLOCK];
        int[] days = new int[BLOCK];
        long[] amounts = new long[BLOCK];
        for (int from = 0; from < transactions; from += BLOCK) {
            int size = Math.min(BLOCK, transactions - from);
            if (size < BLOCK) {
                rows = new int[size];
                days = new int[size];
                amounts = new long[size];
            }
            for (int i = 0; i < size; i++) {
                rows[i] = row[client[from + i]];
            }
            System.arraycopy(day, from, days, 0, size);
            System.arraycopy(cents, from, amounts, 0, size);
            events.add(rows, days, amounts);
        }
        return scores(events.table());
    }

    private RfmScores keys() {
        RfmAccumulator events = RfmAccumulator.of(TODAY, Currency.getInstance("EUR"));
        for (int i = 0; i < transactions; i++) {
            events.add(ids[client[i]], day[i], cents[i]);
        }
        return scores(events.table());
    }

    private static RfmScores scores(RfmTable table) {
        return RfmFitter.defaults().fit(table).score(table);
    }

    private long duckdb() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("select sum(r + f + m) from (select"
                        + " ntile(5) over (order by last) r, ntile(5) over (order by events) f,"
                        + " ntile(5) over (order by total) m from (select client, max(day) as last, count(*) as events,"
                        + " sum(cents) as total from events group by client))")) {
            result.next();
            return result.getLong(1);
        }
    }

    private byte[][] limit() {
        int[] last = new int[clients];
        int[] count = new int[clients];
        long[] sum = new long[clients];
        for (int i = 0; i < transactions; i++) {
            int c = client[i];
            last[c] = Math.max(last[c], day[i]);
            count[c]++;
            sum[c] += cents[i];
        }
        long[] axis = new long[clients];
        byte[][] scores = new byte[3][clients];
        for (int a = 0; a < 3; a++) {
            for (int c = 0; c < clients; c++) {
                axis[c] = a == 0 ? last[c] : a == 1 ? count[c] : sum[c];
            }
            long[] sorted = axis.clone();
            Arrays.sort(sorted);
            for (int b = 1; b < 5; b++) {
                long cut = sorted[(int) ((long) b * clients / 5) - 1];
                for (int c = 0; c < clients; c++) {
                    scores[a][c] += (byte) (axis[c] > cut ? 1 : 0);
                }
            }
        }
        return scores;
    }
}
