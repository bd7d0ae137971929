package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.profile.SegmentProfile;
import io.lendcrm.segmentation.structure.ClusterStability;
import java.util.Arrays;
import java.util.List;

/**
 * Groups that were found, and what is to be said of them.
 *
 * @param engine what found them
 * @param table the clients
 * @param model the groups
 * @param assigned each client's group
 * @param validity how well they are told apart
 * @param structure whether there is structure to be found
 * @param stability how much of each group comes back on other rows of the same clients, from 0 to 1
 * @param profiles what the groups' clients are like
 */
record Grouping(
        Engine engine,
        ClientTable table,
        ClusterModel model,
        Assignments assigned,
        Validity validity,
        Structure structure,
        List<Double> stability,
        List<SegmentProfile> profiles) {

    private static final int PROTOTYPES = 3;
    private static final int SAMPLES = 30;
    private static final int MOST_STABILITY = 2_000;

    Grouping {
        stability = List.copyOf(stability);
        profiles = List.copyOf(profiles);
    }

    static Grouping of(Engine engine, ClientTable table, ClusterModel model, Structure structure, Run run) {
        FeatureTable features = table.features();
        Assignments assigned = model.assign(features);
        Validity validity = Validity.of(engine, features, assigned);
        return new Grouping(
                engine,
                table,
                model,
                assigned,
                validity,
                structure.orOf(validity),
                stability(engine, features, model, run),
                SegmentProfile.of(features, assigned, PROTOTYPES));
    }

    /** Of bootstrap samples; none of many clients, as the groups of a part of them are others, and their order too. */
    private static List<Double> stability(Engine engine, FeatureTable features, ClusterModel model, Run run) {
        return features.rows() > MOST_STABILITY || model.segments().isEmpty()
                ? List.of()
                : ClusterStability.of(
                                features, engine.of(model.segments().size(), features), SAMPLES, engine.seed(), run)
                        .jaccard();
    }

    /** {@return how many clients have no group} */
    long unassigned() {
        return assigned.rows() - Arrays.stream(assigned.sizes()).asLongStream().sum();
    }

    Document document() {
        DocumentBuilder document = Document.tree()
                .put("method", engine.method())
                .put("k", model.segments().size());
        model.objective().ifPresent(objective -> document.put("objective", objective));
        document.put(
                "sizes",
                new Document.Items(model.segments().stream()
                        .map(segment -> (Document) new Document.Whole(segment.clients()))
                        .toList()));
        document.put("unassigned", unassigned()).put("validity", validity.document());
        if (!stability.isEmpty()) {
            document.put(
                    "stability",
                    stability.stream().mapToDouble(Double::doubleValue).toArray());
        }
        document.put("verdict", structure.verdict()).put("reason", structure.reason());
        return document.put(
                        "profiles",
                        new Document.Items(
                                profiles.stream().map(Grouping::profile).toList()))
                .build();
    }

    private static Document profile(SegmentProfile profile) {
        DocumentBuilder document = Document.tree()
                .put("segment", profile.segment().value())
                .put("clients", profile.clients())
                .put("share", profile.share());
        List<Document> traits = profile.traits().stream()
                .filter(trait -> Double.isFinite(trait.mean()))
                .map(trait -> (Document) Document.tree()
                        .put("feature", trait.feature())
                        .put("mean", trait.mean())
                        .put("z", trait.z())
                        .build())
                .toList();
        List<Document> levels = profile.levels().stream()
                .filter(level -> level.share() > 0)
                .map(level -> (Document) Document.tree()
                        .put("feature", level.feature())
                        .put("level", level.level())
                        .put("share", level.share())
                        .put("overall", level.overall())
                        .build())
                .toList();
        if (!traits.isEmpty()) {
            document.put("traits", new Document.Items(traits));
        }
        if (!levels.isEmpty()) {
            document.put("levels", new Document.Items(levels));
        }
        return document.put(
                        "prototypes",
                        profile.prototypes().stream().map(id -> id.value()).toList())
                .build();
    }
}
