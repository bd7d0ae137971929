package io.lendcrm.examples.command;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.ingest.Row;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which columns of a summary hold a client's numbers of purchases, times and amounts. */
@SuppressWarnings("NullAway.Init") // picocli fills it
final class SummaryOptions {

    @Option(
            names = "--frequency",
            paramLabel = "COL",
            description = "The column of repeat purchases x. By default x or frequency.")
    private @Nullable String frequency;

    @Option(
            names = "--recency",
            paramLabel = "COL",
            description =
                    "The column of the time of the last purchase t_x, from the first one on. By default t_x, t.x or"
                            + " recency.")
    private @Nullable String recency;

    @Option(
            names = "--age",
            paramLabel = "COL",
            description =
                    "The column of the time to the end of observation T, from the first purchase on. By default T,"
                            + " T.cal, age or periods.")
    private @Nullable String age;

    @Option(
            names = "--periods",
            paramLabel = "N",
            description = "T of every client, instead of a column; at least 1. As bg-bb counts it: how many"
                    + " opportunities there have been.")
    private @Nullable Integer periods;

    @Option(
            names = "--monetary",
            paramLabel = "COL",
            description = "The column of the mean amount of the repeat purchases, not read where x is 0. By default"
                    + " mean_amount, monetary_value or zbar.")
    private @Nullable String monetary;

    private Set<ClvReads> reads = Set.of();
    private String x;
    private @Nullable String tx;
    private @Nullable String t;
    private @Nullable String z;

    /** Finds the columns in the file's header; those that aren't needed aren't looked for. */
    void resolve(InputOptions input, Set<ClvReads> needed) {
        reads = needed;
        x = input.requiredColumn("--frequency", frequency, List.of("x", "frequency"));
        if (needed.stream().anyMatch(ClvReads::isOfTimes)) {
            tx = input.requiredColumn("--recency", recency, List.of("t_x", "t.x", "recency"));
            t = periods == null ? input.requiredColumn("--age", age, List.of("T", "T.cal", "age", "periods")) : null;
        }
        if (periods != null && (age != null || periods < 1)) {
            throw input.usage(
                    age == null
                            ? "--periods must be at least 1, found " + periods
                            : "--periods and --age both tell T; give one of them");
        }
        if (needed.stream().anyMatch(ClvReads::isOfAmounts)) {
            z = input.requiredColumn("--monetary", monetary, List.of("mean_amount", "monetary_value", "zbar"));
        }
    }

    /** {@return the columns in use} */
    String[] columns() {
        return Stream.of(x, tx, t, z).filter(Objects::nonNull).toArray(String[]::new);
    }

    /** Reads a row into the summary; what isn't needed stays 0. */
    void add(Row row, double weight, SummaryRows rows) {
        PurchaseSummary client = client(row);
        rows.add(client.frequency(), client.recency(), client.age(), mean(row, client.frequency()), weight);
    }

    /** Reads a row as a client's history; times that aren't needed stay 0. */
    PurchaseSummary client(Row row) {
        double count = row.number(x);
        if (!(count >= 0 && count <= Integer.MAX_VALUE) || count != Math.rint(count)) {
            throw row.refuse(x, "a whole number of at least 0");
        }
        if (tx == null) {
            return new PurchaseSummary((int) count, 0, 0);
        }
        double watched = watched(row);
        double last = time(row, tx);
        if (last > watched) {
            throw row.refuse(tx, "at most " + watched + ", the value of " + (t == null ? "--periods" : t));
        }
        if (count == 0 && last != 0) {
            throw row.refuse(tx, "0 where " + x + " is 0");
        }
        if (reads.contains(ClvReads.OPPORTUNITIES) && last < count) {
            throw row.refuse(
                    tx, "at least " + (int) count + ", the value of " + x + ", as no opportunity is used twice");
        }
        return new PurchaseSummary((int) count, last, watched);
    }

    private double mean(Row row, int count) {
        if (z == null || count == 0) {
            return 0;
        }
        double mean = row.number(z);
        if (!(mean > 0) && reads.contains(ClvReads.AMOUNTS)) {
            throw row.refuse(z, "an amount above 0 where " + x + " is above 0");
        }
        return mean;
    }

    private double watched(Row row) {
        if (t != null) {
            return time(row, t);
        }
        return Objects.requireNonNull(periods, "periods");
    }

    private double time(Row row, String column) {
        double value = row.number(column);
        if (!(value >= 0)) {
            throw row.refuse(column, "a time of at least 0");
        }
        boolean whole = value == Math.rint(value) && value <= Integer.MAX_VALUE;
        if (!whole && reads.contains(ClvReads.OPPORTUNITIES)) {
            throw row.refuse(column, "a whole number of opportunities");
        }
        return value;
    }
}
