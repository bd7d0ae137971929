package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.Row;
import java.util.List;
import java.util.Objects;
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
                            + " T.cal or age.")
    private @Nullable String age;

    @Option(
            names = "--monetary",
            paramLabel = "COL",
            description = "The column of the mean amount of the repeat purchases, not read where x is 0. By default"
                    + " mean_amount, monetary_value or zbar.")
    private @Nullable String monetary;

    private String x;
    private @Nullable String tx;
    private @Nullable String t;
    private @Nullable String z;

    /** Finds the columns in the file's header; those that aren't needed aren't looked for. */
    void resolve(InputOptions input, boolean needsTimes, boolean needsAmounts) {
        x = input.requiredColumn("--frequency", frequency, List.of("x", "frequency"));
        tx = needsTimes ? input.requiredColumn("--recency", recency, List.of("t_x", "t.x", "recency")) : null;
        t = needsTimes ? input.requiredColumn("--age", age, List.of("T", "T.cal", "age")) : null;
        z = needsAmounts
                ? input.requiredColumn("--monetary", monetary, List.of("mean_amount", "monetary_value", "zbar"))
                : null;
    }

    /** {@return the columns in use} */
    String[] columns() {
        return Stream.of(x, tx, t, z).filter(Objects::nonNull).toArray(String[]::new);
    }

    /** Reads a row into the summary; what isn't needed stays 0. */
    void add(Row row, double weight, SummaryRows rows) {
        double count = row.number(x);
        if (!(count >= 0 && count <= Integer.MAX_VALUE) || count != Math.rint(count)) {
            throw row.refuse(x, "a whole number of at least 0");
        }
        double watched = 0;
        double last = 0;
        if (tx != null && t != null) {
            watched = atLeastZero(row, t);
            last = atLeastZero(row, tx);
            if (last > watched) {
                throw row.refuse(tx, "at most " + watched + ", the value of " + t);
            }
            if (count == 0 && last != 0) {
                throw row.refuse(tx, "0 where " + x + " is 0");
            }
        }
        double mean = 0;
        if (z != null && count > 0) {
            mean = row.number(z);
            if (!(mean > 0)) {
                throw row.refuse(z, "an amount above 0 where " + x + " is above 0");
            }
        }
        rows.add((int) count, last, watched, mean, weight);
    }

    private static double atLeastZero(Row row, String column) {
        double value = row.number(column);
        if (!(value >= 0)) {
            throw row.refuse(column, "a time of at least 0");
        }
        return value;
    }
}
