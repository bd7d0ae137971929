package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.command.FormatOptions;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.StoredModel;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.migration.PromotionPolicy;
import io.lendcrm.segmentation.migration.SegmentDrift;
import io.lendcrm.segmentation.migration.SegmentMigration;
import io.lendcrm.segmentation.migration.SegmentMove;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lendcrm segment compare}: who moved between two segmentations, and why. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells who moved between two segmentations, and why.",
            "",
            "The groups of both models are matched so that the most clients stay: a new name is no move. Writes a JSON"
                    + " object with old and found (the groups' names), matrix (clients from each old group to each found"
                    + " one), alignment, agreement (the adjusted Rand index), drift, moves with their cause (features,"
                    + " model or both) and reasons, and whether the new model may take the old one's place.",
            "",
            "With --input-before the clients' features of then are compared with those of now; without it the same"
                    + " features are given to both models.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  lendcrm segment compare --before q1.json --after q2.json --input-before q1.csv --input q2.csv --id firm"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class SegmentCompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--before", required = true, paramLabel = "FILE", description = "The stored model in use.")
    private Path before;

    @Option(names = "--after", required = true, paramLabel = "FILE", description = "The stored model found anew.")
    private Path after;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The clients of now.")
    private Path input;

    @Option(
            names = "--input-before",
            paramLabel = "FILE",
            description = "The clients of then; those of --input by default.")
    private @Nullable Path inputBefore;

    @Mixin
    private FormatOptions format;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column of clients' keys, each once. By default rows are numbered.")
    private @Nullable String id;

    @Option(names = "--report", paramLabel = "DIR", description = "Where to write migration.html, a page to look at.")
    private @Nullable Path report;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public SegmentCompareCommand() {}

    @Override
    public Integer call() {
        if (inputBefore != null && id == null) {
            throw output.usage("--input-before needs --id, by which clients are found again");
        }
        ClusterModel old = StoredModel.read(before, ClusterModel.class, "one of segments");
        ClusterModel found = StoredModel.read(after, ClusterModel.class, "one of segments");
        InputOptions now = InputOptions.of(spec, input, format);
        InputOptions then = InputOptions.of(spec, inputBefore == null ? input : inputBefore, format);
        SegmentMigration migration = SegmentMigration.of(old, read(then, old, found), found, read(now, old, found));
        PromotionPolicy.Verdict verdict = PromotionPolicy.defaults().judge(migration);
        output.print(document(migration, verdict));
        output.tell(migration.moves().size() + " of " + migration.clients() + " clients moved; the new model "
                + (verdict.promoted() ? "may" : "may not") + " take the old one's place");
        if (report != null) {
            MigrationPage.write(migration, verdict, report);
        }
        return 0;
    }

    /** The features that either model wants. */
    private FeatureTable read(InputOptions file, ClusterModel old, ClusterModel found) {
        List<String> more = found.schema().names().stream()
                .filter(name -> old.schema().find(name).isEmpty())
                .toList();
        return ClientTable.forModel(
                        file,
                        tables,
                        id,
                        more.isEmpty()
                                ? old.schema()
                                : old.schema()
                                        .plus(FeatureSchema.of(more.stream()
                                                .map(name -> found.schema()
                                                        .feature(found.schema().indexOf(name)))
                                                .toList())))
                .features();
    }

    private static Document document(SegmentMigration migration, PromotionPolicy.Verdict verdict) {
        DocumentBuilder document = Document.tree()
                .put("old", names(migration.old()))
                .put("found", names(migration.found()))
                .put(
                        "matrix",
                        new Document.Items(migration.counts().stream()
                                .map(line -> (Document) new Document.Items(line.stream()
                                        .map(count -> (Document) new Document.Whole(count))
                                        .toList()))
                                .toList()))
                .put(
                        "alignment",
                        new Document.Items(IntStream.range(0, migration.old().size())
                                .map(migration.alignment()::newOf)
                                .mapToObj(at -> (Document) new Document.Whole(at + 1))
                                .toList()))
                .put("agreement", migration.agreement())
                .put("clients", migration.clients())
                .put("unassigned", migration.unassigned())
                .put("entered", migration.entered())
                .put("left", migration.left());
        document.put(
                "drift",
                new Document.Items(migration.drift().stream()
                        .map(SegmentCompareCommand::drift)
                        .toList()));
        document.put(
                "moves",
                new Document.Items(migration.moves().stream()
                        .map(SegmentCompareCommand::move)
                        .toList()));
        return document.put("promoted", verdict.promoted())
                .put("reasons", reasons(verdict.reasons()))
                .build();
    }

    private static List<String> names(List<SegmentId> segments) {
        return segments.stream().map(SegmentId::value).toList();
    }

    private static Document drift(SegmentDrift drift) {
        DocumentBuilder document = Document.tree()
                .put("segment", drift.segment().value())
                .put("status", Choice.word(drift.status()))
                .put("before", drift.before())
                .put("after", drift.after());
        if (Double.isFinite(drift.centreShift())) {
            document.put("centreShift", drift.centreShift());
        }
        return document.build();
    }

    private static Document move(SegmentMove move) {
        return Document.tree()
                .put("client", move.client().value())
                .put("from", move.from().value())
                .put("to", move.to().value())
                .put("cause", Choice.word(move.cause()))
                .put("reasons", reasons(move.reasons()))
                .build();
    }

    private static Document reasons(List<Reason> reasons) {
        return new Document.Items(reasons.stream()
                .map(reason -> {
                    DocumentBuilder arguments = Document.tree();
                    reason.arguments().forEach(arguments::put);
                    return (Document) Document.tree()
                            .put("code", reason.code().value())
                            .put("contribution", reason.contribution())
                            .put("arguments", arguments.build())
                            .build();
                })
                .toList());
    }
}
