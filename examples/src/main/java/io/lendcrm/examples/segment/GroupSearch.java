package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Assignments;
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
        return Grouping.of(engine, table, engine.of(k, table.features()).fit(table.features(), run), Structure.UNSEEN);
    }

    /** As many groups as there are: by the least BIC for a mixture, by the greatest mean silhouette otherwise. */
    static Grouping auto(Engine engine, ClientTable table, Run run) {
        FeatureTable features = table.features();
        if (!engine.takesK()) {
            return of(engine, table, 0, run);
        }
        if (engine.kind() == SegmentMethod.GMM) {
            ClusterModel best = engine.selection(features, MOST, run).best();
            return Grouping.of(
                    engine,
                    table,
                    best,
                    best.segments().size() == 1
                            ? new Structure("none", "one component has the least BIC", List.of())
                            : Structure.UNSEEN);
        }
        List<Found> found = new ArrayList<>();
        FitException trouble = null;
        for (int k = 2; k <= MOST && trouble == null; k++) {
            try {
                ClusterModel model = engine.of(k, features).fit(features, run);
                Assignments assigned = model.assign(features);
                Silhouette silhouette =
                        Validity.of(model, features, assigned, engine.seed()).silhouette();
                found.add(new Found(model, silhouette == null ? -1 : silhouette.mean()));
            } catch (FitException e) {
                trouble = e;
            }
        }
        ClusterModel best = found.stream()
                .max(Comparator.comparingDouble(Found::silhouette))
                .map(Found::model)
                .orElseGet(() -> engine.of(1, features).fit(features, run));
        return Grouping.of(engine, table, best, Structure.UNSEEN);
    }

    private record Found(ClusterModel model, double silhouette) {}
}
