package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.validity.Silhouette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds groups, as many as told or as many as the clients show. */
final class GroupSearch {

    private static final int MOST = 8;

    private GroupSearch() {}

    /** So many groups. */
    static Grouping of(Engine engine, ClientTable table, int k, Run run) {
        ClusterModel model = engine.of(k, table.features()).fit(table.features(), run);
        return Grouping.of(engine, table, model, Structure.of(engine, table.features(), run), run);
    }

    /**
     * As many groups as there are: of a mixture those with the least BIC; else as the search for structure advises; where
     * there are no coordinates to search in, those with the greatest mean silhouette.
     */
    static Grouping auto(Engine engine, ClientTable table, Run run) {
        FeatureTable features = table.features();
        if (!engine.takesK()) {
            return of(engine, table, 0, run);
        }
        Structure structure = Structure.of(engine, features, run);
        ClusterModel model = engine.kind() == SegmentMethod.GMM
                ? engine.selection(features, MOST, run).best()
                : structure.advised() > 0
                        ? engine.of(structure.advised(), features).fit(features, run)
                        : bySilhouette(engine, features, run);
        return Grouping.of(engine, table, model, structure, run);
    }

    private static ClusterModel bySilhouette(Engine engine, FeatureTable features, Run run) {
        List<Found> found = new ArrayList<>();
        boolean isEnough = false;
        for (int k = 2; k <= MOST && !isEnough; k++) {
            try {
                ClusterModel model = engine.of(k, features).fit(features, run);
                Silhouette silhouette =
                        Validity.of(engine, features, model.assign(features)).silhouette();
                found.add(new Found(model, silhouette == null ? -1 : silhouette.mean()));
            } catch (FitException e) {
                isEnough = true; // fewer distinct clients than groups, or what one group will tell
            }
        }
        return found.stream()
                .max(Comparator.comparingDouble(Found::silhouette))
                .map(Found::model)
                .orElseGet(() -> engine.of(1, features).fit(features, run));
    }

    private record Found(ClusterModel model, double silhouette) {}
}
