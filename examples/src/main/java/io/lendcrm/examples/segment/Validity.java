package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.validity.Labels;
import io.lendcrm.segmentation.validity.Separation;
import io.lendcrm.segmentation.validity.Silhouette;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How well groups are told apart, over the clients that have one. Immutable and thread-safe. */
final class Validity {

    /** Distances that may be taken: exact up to 4,472 clients. */
    private static final long MOST = 20_000_000;

    private final int[] rows;
    private final int[] groups;
    private final @Nullable Silhouette silhouette;
    private final @Nullable Separation separation;

    private Validity(int[] rows, int[] groups, @Nullable Silhouette silhouette, @Nullable Separation separation) {
        this.rows = rows;
        this.groups = groups;
        this.silhouette = silhouette;
        this.separation = separation;
    }

    static Validity of(Engine engine, FeatureTable table, Assignments assigned) {
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> assigned.segment(row) >= 0)
                .toArray();
        int[] groups = Arrays.stream(rows).map(assigned::segment).toArray();
        if (Arrays.stream(groups).distinct().count() < 2) {
            return new Validity(rows, groups, null, null);
        }
        Labels labels = Labels.of(groups);
        int size = (int) Math.max(200, Math.min(rows.length, MOST / rows.length));
        Silhouette silhouette = Silhouette.sampled(engine.distances(table, rows), labels, size, engine.seed());
        Separation separation = labels.clusters() < rows.length
                ? engine.coordinates(table, rows)
                        .map(places -> Separation.of(places, labels))
                        .orElse(null)
                : null;
        return new Validity(rows, groups, silhouette, separation);
    }

    static FeatureTable rows(FeatureTable table, int[] rows) {
        double[][] columns = new double[table.schema().size()][];
        Arrays.setAll(columns, j -> {
            double[] all = table.column(j);
            return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        });
        return FeatureTable.of(
                table.schema(),
                Arrays.stream(rows).mapToObj(table.clients()::get).toList(),
                columns);
    }

    /** The rows of the table that count. */
    int[] rows() {
        return rows.clone();
    }

    /** The place of their group among the model's, for each of {@link #rows()}. */
    int[] groups() {
        return groups.clone();
    }

    /** The silhouette of those rows, or of some at random where they are many; none below two groups. */
    @Nullable
    Silhouette silhouette() {
        return silhouette;
    }

    Document.Tree document() {
        DocumentBuilder document = Document.tree();
        if (silhouette != null) {
            document.put("silhouette", silhouette.mean());
            if (silhouette.standardError() > 0) {
                document.put("silhouetteError", silhouette.standardError());
            }
        }
        if (separation != null && Double.isFinite(separation.calinskiHarabasz())) {
            document.put("calinskiHarabasz", separation.calinskiHarabasz());
        }
        if (separation != null && Double.isFinite(separation.daviesBouldin())) {
            document.put("daviesBouldin", separation.daviesBouldin());
        }
        return document.build();
    }
}
