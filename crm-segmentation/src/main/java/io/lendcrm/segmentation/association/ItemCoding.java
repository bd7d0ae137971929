package io.lendcrm.segmentation.association;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Items of clients' features. A category gives {@code feature=level}; a yes/no feature {@code feature=yes} or {@code
 * feature=no}; a number the interval it is in, by ascending cuts c₁, c₂, …: {@code feature<=c₁}, {@code feature in
 * (c₁, c₂]}, …, {@code feature>c}. A missing value or an unknown level gives no item. Immutable and thread-safe.
 */
public final class ItemCoding {

    private final FeatureSchema schema;
    private final List<double[]> cuts;

    private ItemCoding(FeatureSchema schema, List<double[]> cuts) {
        this.schema = schema;
        this.cuts = cuts;
    }

    /**
     * A coding by given cuts.
     *
     * @param schema the features
     * @param cuts for each numeric feature its cuts, ascending, at least one; for no other
     * @return the coding
     * @throws IllegalArgumentException if cuts are missing, too many or out of order
     */
    public static ItemCoding of(FeatureSchema schema, Map<String, double[]> cuts) {
        List<double[]> own = new ArrayList<>();
        for (Feature feature : schema.features()) {
            double[] given = cuts.getOrDefault(feature.name(), new double[0]).clone();
            boolean rising = DoubleStream.of(given).allMatch(Double::isFinite);
            for (int i = 1; i < given.length; i++) {
                rising &= given[i - 1] < given[i];
            }
            if (!rising || numeric(feature) != given.length > 0) {
                throw new IllegalArgumentException("cuts of " + feature.name()
                        + " must be finite, ascending, and given for numbers only, found " + Arrays.toString(given));
            }
            own.add(given);
        }
        cuts.keySet().forEach(schema::indexOf);
        return new ItemCoding(schema, own);
    }

    /**
     * A coding with numbers cut at quantiles: the values at ranks ⌈n i / parts⌉ of the n that aren't missing. Equal
     * cuts are one, and a cut at the greatest value is none; a feature that has none left gets its median value as
     * the only cut.
     *
     * @param table the clients
     * @param parts into how many parts of about equal size, at least 2
     * @return the coding
     * @throws IllegalArgumentException if a numeric feature has no value at all
     */
    public static ItemCoding quantiles(FeatureTable table, int parts) {
        if (parts < 2) {
            throw new IllegalArgumentException("parts must be at least 2, found " + parts);
        }
        Map<String, double[]> cuts = new LinkedHashMap<>();
        for (Feature feature : table.schema().features()) {
            if (numeric(feature)) {
                double[] sorted = DoubleStream.of(table.column(feature.name()))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
                if (sorted.length == 0) {
                    throw new IllegalArgumentException(
                            "feature " + feature.name() + " must have a value to be cut at quantiles, found none");
                }
                double greatest = sorted[sorted.length - 1];
                double[] own = DoubleStream.iterate(1, i -> i < parts, i -> i + 1)
                        .map(i -> sorted[(int) Math.ceil(sorted.length * i / parts) - 1])
                        .filter(cut -> cut < greatest)
                        .distinct()
                        .toArray();
                cuts.put(feature.name(), own.length == 0 ? new double[] {sorted[(sorted.length - 1) / 2]} : own);
            }
        }
        return of(table.schema(), cuts);
    }

    private static boolean numeric(Feature feature) {
        return switch (feature.type()) {
            case NUMERIC -> true;
            case BINARY, NOMINAL, ORDINAL -> false;
        };
    }

    /** {@return the features} */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The cuts of a feature.
     *
     * @param feature its name
     * @return ascending; empty unless it is a number
     */
    public double[] cuts(String feature) {
        return cuts.get(schema.indexOf(feature)).clone();
    }

    /**
     * A client's items.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return at most one item a feature, in the order of features
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public List<String> items(FeatureRow client) {
        FeatureRow row = schema.bind(client);
        List<String> items = new ArrayList<>();
        for (int f = 0; f < schema.size(); f++) {
            double value = row.value(f);
            Feature feature = schema.feature(f);
            if (Double.isFinite(value) && (numeric(feature) || value >= 0)) {
                items.add(item(feature, cuts.get(f), value));
            }
        }
        return items;
    }

    /**
     * The clients' items as baskets.
     *
     * @param table the clients
     * @return a basket for each row
     */
    public Baskets baskets(FeatureTable table) {
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            baskets.add(items(table.row(i)));
        }
        return Baskets.of(baskets);
    }

    private static String item(Feature feature, double[] cuts, double value) {
        return switch (feature.type()) {
            case NUMERIC -> feature.name() + interval(cuts, value);
            case BINARY -> feature.name() + (value == 0 ? "=no" : "=yes");
            case NOMINAL, ORDINAL -> feature.name() + "=" + feature.levels().get((int) value);
        };
    }

    private static String interval(double[] cuts, double value) {
        int at = 0;
        while (at < cuts.length && value > cuts[at]) {
            at++;
        }
        if (at == 0) {
            return "<=" + text(cuts[0]);
        }
        return at == cuts.length
                ? ">" + text(cuts[at - 1])
                : " in (" + text(cuts[at - 1]) + ", " + text(cuts[at]) + "]";
    }

    private static String text(double cut) {
        return cut == Math.rint(cut) && Math.abs(cut) < 1e15 ? Long.toString((long) cut) : Double.toString(cut);
    }
}
