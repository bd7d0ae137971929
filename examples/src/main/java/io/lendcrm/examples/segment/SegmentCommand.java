package io.lendcrm.examples.segment;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.FormatOptions;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lendcrm segment}: groups of clients that are alike. */
@Command(
        name = "segment",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {SegmentAssignCommand.class, SegmentCompareCommand.class, SegmentEvaluateCommand.class},
        description = {
            "Finds groups of clients that are alike.",
            "",
            "kmeans puts each client to the nearest of k centres, chosen so that the sum of squared distances is"
                    + " least; medoids to the nearest of k clients, for the least mean distance, by Gower's distance where"
                    + " some columns are texts; kprototypes to the nearest of k prototypes of means and most frequent"
                    + " texts; gmm to the most probable of k Gaussian components; agglomerative merges the nearest until k"
                    + " are left, by Ward's linkage, or by average linkage of Gower's distances; dbscan and hdbscan find"
                    + " what is dense, and leave the rest without a group.",
            "",
            "Writes id,segment,distance,margin,outside in the order of the input: the distance to the group on the"
                    + " scale, how much farther the second nearest is (empty if there is none), and whether the client is"
                    + " farther away than 99 %% of the group. Groups come largest first. With --json an object with k,"
                    + " objective (kmeans: the sum of squared distances within groups; medoids: the mean distance;"
                    + " kprototypes: squared distances of numbers, and gamma for each text that isn't the prototype's;"
                    + " gmm: the Bayesian information criterion), sizes, validity, verdict and profiles.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm segment --input firms.csv --id firm --columns turnover,staff,margin --k 4 --scale log1p-z \\",
            "      --out segments.json > assigned.csv",
            "  lendcrm segment --input loans.csv --columns age,job,amount --types nominal=job --method medoids --k"
                    + " auto --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class SegmentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    // Not required for picocli, which would ask for them before every step, too.
    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "The file: delimited text or ARFF with a client a row, packed by gzip or not. Needed.")
    private @Nullable Path input;

    @Mixin
    private FormatOptions format;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column of clients' keys, each once. By default rows are numbered.")
    private @Nullable String id;

    @Option(names = "--columns", split = ",", paramLabel = "COL", description = "The columns to group by. Needed.")
    private @Nullable List<String> columns;

    @Option(
            names = "--types",
            paramLabel = "TYPES",
            description = "What columns hold where it can't be seen, as numeric=a,b;nominal=c;ordinal=d:low<mid<high;"
                    + " quote it, as shells take ; and < for themselves.")
    private @Nullable String types;

    @Option(
            names = "--method",
            paramLabel = "kmeans|medoids|kprototypes|gmm|agglomerative|dbscan|hdbscan",
            description = "How groups are found; kmeans by default.")
    private SegmentMethod method = SegmentMethod.KMEANS;

    @Option(
            names = "--k",
            paramLabel = "N|auto",
            description =
                    "How many groups, at least 1, or as many as there are, up to 8. Needed but for dbscan and hdbscan.")
    private @Nullable String k;

    @Option(
            names = "--scale",
            paramLabel = "none|z|log1p-z|…",
            description =
                    "How numbers are made comparable: not at all (the default), less their mean and divided by their"
                            + " sample standard deviation, or the same of their log1p, for skewed amounts; also robust,"
                            + " range, log1p, rank and quantile. Gower's distance divides by ranges itself.")
    private Scale scale = Scale.NONE;

    @Option(
            names = "--fill",
            paramLabel = "refuse|mean|median",
            description = "What stands for a missing number: nothing, so that its row is refused (the default), or the"
                    + " column's mean or median (of texts with kprototypes the most frequent). Gower's distance leaves it"
                    + " out instead.")
    private MissingValues fill = MissingValues.REFUSE;

    @Option(names = "--radius", paramLabel = "R", description = "dbscan: how near is near, on the scale.")
    private @Nullable Double radius;

    @Option(
            names = "--gamma",
            paramLabel = "G",
            description = "kprototypes: what a text that isn't the prototype's costs beside squared distances on the"
                    + " scale; by default half the mean variance of the numbers, and 1 without numbers.")
    private @Nullable Double gamma;

    @Option(
            names = "--least",
            paramLabel = "N",
            description = "dbscan and hdbscan: how many clients are dense, and of hdbscan also a group;"
                    + " ${DEFAULT-VALUE} by default.")
    private int least = 5;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of randomness; ${DEFAULT-VALUE} by default.")
    private long seed = 7;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the model, as JSON.")
    private @Nullable Path out;

    @Option(names = "--report", paramLabel = "DIR", description = "Where to write segments.html, a page to look at.")
    private @Nullable Path report;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public SegmentCommand() {}

    @Override
    public Integer call() {
        if (input == null || columns == null) {
            throw output.usage("Missing required options: " + (input == null ? "--input=FILE " : "")
                    + (columns == null ? "--columns=COL" : ""));
        }
        Engine engine = engine();
        int groups = groups(engine);
        InputOptions file = InputOptions.of(spec, input, format);
        ClientTable table = ClientTable.toFit(file, tables, id, columns, types, engine);
        Run run = Run.sequential().withClock(Clock.systemUTC());
        Grouping grouping =
                groups == 0 ? GroupSearch.auto(engine, table, run) : GroupSearch.of(engine, table, groups, run);
        ClusterModel model = grouping.model();
        model.info().warnings().forEach(warning -> output.tell("warning: " + warning));
        if (out != null) {
            ModelJson.standard().write(model, out);
        }
        if (report != null) {
            write(grouping, report);
        }
        output.tell(model.segments().size() + " groups"
                + (model.objective().isPresent()
                        ? ", objective " + model.objective().getAsDouble()
                        : "")
                + "; verdict " + grouping.structure().verdict() + ": "
                + grouping.structure().reason());
        if (output.json()) {
            output.print(grouping.document());
        } else {
            AssignmentRows.write(output, table.features(), model);
        }
        return 0;
    }

    private Engine engine() {
        if (method == SegmentMethod.DBSCAN && radius == null) {
            throw output.usage("--method dbscan needs --radius");
        }
        if (radius != null && (method != SegmentMethod.DBSCAN || !(radius > 0) || !Double.isFinite(radius))) {
            throw output.usage("--radius must be above 0, and stand beside --method dbscan, found " + radius);
        }
        if (gamma != null && (method != SegmentMethod.KPROTOTYPES || !(gamma > 0) || !Double.isFinite(gamma))) {
            throw output.usage("--gamma must be above 0, and stand beside --method kprototypes, found " + gamma);
        }
        if (least < 1) {
            throw output.usage("--least must be at least 1, found " + least);
        }
        return new Engine(
                method,
                Preparation.of(scale).withMissing(fill),
                seed,
                radius == null ? 1 : radius,
                least,
                gamma == null ? OptionalDouble.empty() : OptionalDouble.of(gamma));
    }

    /** How many groups; 0 for as many as there are. */
    private int groups(Engine engine) {
        if (!engine.takesK() ? k == null || k.equals("auto") : "auto".equals(k)) {
            return 0;
        }
        if (!engine.takesK()) {
            throw output.usage("--method " + engine.method() + " finds the number of groups itself, found --k " + k);
        }
        if (k == null) {
            throw output.usage("Missing required option: --k=N|auto");
        }
        try {
            int told = Integer.parseInt(k);
            if (told >= 1) {
                return told;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw output.usage("--k must be at least 1 or auto, found " + k);
    }

    private static void write(Grouping grouping, Path folder) {
        try {
            SegmentPage.write(grouping, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
