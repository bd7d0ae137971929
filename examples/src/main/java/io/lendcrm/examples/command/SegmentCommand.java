package io.lendcrm.examples.command;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.preparation.Scale;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm segment}: groups of clients that are alike. */
@Command(
        name = "segment",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds groups of clients that are alike in some numbers of theirs.",
            "",
            "kmeans puts each client to the nearest of k centres, chosen so that the sum of squared distances is"
                    + " least. Groups come largest first. A missing number is refused: fill it or leave the row out"
                    + " beforehand.",
            "",
            "Writes id,segment,distance,margin,outside in the order of the input: the distance to the group's centre on"
                    + " the scale, how much farther the second nearest is (empty if there is none), and whether the"
                    + " client is farther from the centre than 99 %% of the group. With --json an object with k,"
                    + " objective (the sum of squared distances within groups, on the scale) and sizes.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm segment --input firms.csv --id firm --columns turnover,staff,margin --k 4 --scale log1p-z \\",
            "      --out segments.json > assigned.csv",
            "  lendcrm segment --input iris.csv --columns 1,2,3,4 --k 3 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class SegmentCommand implements Callable<Integer> {

    /** How groups are found. */
    public enum Method {
        /** K-means. */
        KMEANS
    }

    @Mixin
    private InputOptions input;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column of clients' keys, each once. By default rows are numbered.")
    private @Nullable String id;

    @Option(
            names = "--columns",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "The columns of the numbers.")
    private List<String> columns;

    @Option(names = "--method", paramLabel = "kmeans", description = "How groups are found; kmeans by default.")
    private Method method = Method.KMEANS;

    @Option(names = "--k", required = true, paramLabel = "N", description = "How many groups, at least 1.")
    private int k;

    @Option(
            names = "--scale",
            paramLabel = "none|z|log1p-z",
            description =
                    "How the numbers are made comparable: not at all (the default), less their mean and divided by"
                            + " their sample standard deviation, or the same of their log1p, for skewed amounts.")
    private Scale scale = Scale.NONE;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of randomness; ${DEFAULT-VALUE} by default.")
    private long seed = 7;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the model, as JSON.")
    private @Nullable Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (k < 1) {
            throw output.usage("--k must be at least 1, found " + k);
        }
        for (String column : columns) {
            input.column("--columns", column);
        }
        FeatureTable table = read(ClientKeys.in(input.column("--id", id, List.of())), schema());
        KMeansModel model = switch (method) {
            case KMEANS ->
                KMeans.of(k)
                        .withScale(scale)
                        .withSeed(seed)
                        .fit(table, Run.sequential().withClock(Clock.systemUTC()));
        };
        model.info().warnings().forEach(warning -> output.tell("warning: " + warning));
        if (out != null) {
            ModelJson.standard().write(model, out);
        }
        if (output.json()) {
            output.print(document(model));
        } else {
            output.tell("sum of squared distances within groups " + model.withinSumOfSquares());
            write(table, model);
        }
        return 0;
    }

    private FeatureTable read(ClientKeys keys, FeatureSchema schema) {
        double[][] values = new double[columns.size()][64];
        int[] rows = new int[1];
        input.read(input.file(columns.toArray(String[]::new)), row -> {
            keys.check(row);
            add(row, values, rows[0]);
            keys.add(row);
            rows[0]++;
        });
        double[][] exact = Arrays.stream(values)
                .map(column -> Arrays.copyOf(column, rows[0]))
                .toArray(double[][]::new);
        return FeatureTable.of(schema, keys.all(), exact);
    }

    private void add(Row row, double[][] values, int at) {
        for (int c = 0; c < values.length; c++) {
            if (at == values[c].length) {
                values[c] = Arrays.copyOf(values[c], at * 2);
            }
            values[c][at] = row.number(columns.get(c));
            if (scale == Scale.LOG1P_Z && !(values[c][at] > -1)) {
                throw row.refuse(columns.get(c), "a number above -1, as --scale log1p-z needs it");
            }
        }
    }

    /** Features named like the columns, as far as a feature's name allows. */
    private FeatureSchema schema() {
        List<String> header = input.columns();
        List<Feature> features = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            String told = header.contains(column) ? column : header.get(Integer.parseInt(column) - 1);
            String name =
                    told.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
            name = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "column_" + name : name;
            String free = name;
            for (int i = 2; names.contains(free); i++) {
                free = name + "_" + i;
            }
            names.add(free);
            features.add(Feature.numeric(free, ""));
        }
        return FeatureSchema.of(features);
    }

    private static Document document(KMeansModel model) {
        return Document.tree()
                .put("k", model.k())
                .put("objective", model.withinSumOfSquares())
                .put(
                        "sizes",
                        new Document.Items(model.segments().stream()
                                .map(Segment::clients)
                                .map(size -> (Document) new Document.Whole(size))
                                .toList()))
                .build();
    }

    private void write(FeatureTable table, KMeansModel model) {
        try (ResultTable rows = output.table(List.of("id", "segment", "distance", "margin", "outside"))) {
            for (int i = 0; i < table.rows(); i++) {
                String key = table.clients().get(i).value();
                Assignment assignment = model.assign(table.row(i));
                if (assignment instanceof Assignment.Assigned in) {
                    Optional<Double> margin = Optional.of(in.margin()).filter(Double::isFinite);
                    rows.row(key, in.segment(), in.distance(), margin.orElse(null), in.outside());
                } else {
                    rows.row(key, null, null, null, null);
                }
            }
        }
    }
}
