package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.profile.SegmentProfile;
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
 * @param profiles what the groups' clients are like
 */
record Grouping(
        Engine engine,
        ClientTable table,
        ClusterModel model,
        Assignments assigned,
        Validity validity,
        Structure structure,
        List<SegmentProfile> profiles) {

    private static final int PROTOTYPES = 3;

    Grouping {
        profiles = List.copyOf(profiles);
    }

    static Grouping of(Engine engine, ClientTable table, ClusterModel model, Structure structure) {
        FeatureTable features = table.features();
        Assignments assigned = model.assign(features);
        Validity validity = Validity.of(model, features, assigned, engine.seed());
        return new Grouping(
                engine,
                table,
                model,
                assigned,
                validity,
                structure.orOf(validity),
                SegmentProfile.of(features, assigned, PROTOTYPES));
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
                new Document.Items(Arrays.stream(assigned.sizes())
                        .mapToObj(size -> (Document) new Document.Whole(size))
                        .toList()));
        document.put("unassigned", unassigned()).put("validity", validity.document());
        structure.write(document);
        return document.put(
                        "profiles",
                        new Document.Items(
                                profiles.stream().map(Grouping::profile).toList()))
                .build();
    }

    private static Document profile(SegmentProfile profile) {
        return Document.tree()
                .put("segment", profile.segment().value())
                .put("clients", profile.clients())
                .put("share", profile.share())
                .put(
                        "traits",
                        new Document.Items(profile.traits().stream()
                                .filter(trait -> Double.isFinite(trait.mean()))
                                .map(trait -> (Document) Document.tree()
                                        .put("feature", trait.feature())
                                        .put("mean", trait.mean())
                                        .put("z", trait.z())
                                        .build())
                                .toList()))
                .put(
                        "prototypes",
                        profile.prototypes().stream().map(id -> id.value()).toList())
                .build();
    }
}
