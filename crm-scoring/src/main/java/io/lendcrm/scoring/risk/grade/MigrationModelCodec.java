package io.lendcrm.scoring.risk.grade;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.Horizon;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores models as {@code rating-migration}: {@code grades}, the last one default, and one row a grade, {@code from} with
 * the list {@code to}, either as {@code matrix} (probabilities within a year) or as {@code generator} (intensities a
 * year, the diagonal minus the sum of the others). Stateless and thread-safe.
 */
public final class MigrationModelCodec implements ModelCodec<MigrationModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public MigrationModelCodec() {}

    @Override
    public String type() {
        return MigrationModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<MigrationModel> model() {
        return MigrationModel.class;
    }

    @Override
    public Document.Tree write(MigrationModel model) {
        boolean continuous = model.generator().isPresent();
        double[][] rows = model.generator()
                .map(Generator::toArray)
                .orElseGet(() -> model.yearly().toArray());
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            all.add(Document.tree()
                    .put("from", model.grades().get(i))
                    .put("to", rows[i])
                    .build());
        }
        return Document.tree()
                .put("grades", model.grades())
                .put(continuous ? "generator" : "matrix", new Document.Items(all))
                .build();
    }

    @Override
    public MigrationModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        List<String> grades = reader.texts("grades");
        boolean continuous = reader.has("generator");
        String member = continuous ? "generator" : "matrix";
        List<String> from = new ArrayList<>();
        List<double[]> rows = reader.trees(member, row -> {
            from.add(row.text("from"));
            return row.decimals("to");
        });
        reader.end();
        if (!from.equals(grades)) {
            throw reader.fault(member, "must have one row for each of " + grades + ", found " + from);
        }
        double[][] numbers = rows.toArray(double[][]::new);
        return reader.build(() -> continuous
                ? MigrationModel.of(Generator.of(grades, numbers), info)
                : MigrationModel.of(TransitionMatrix.of(grades, Horizon.years(1), numbers), info));
    }
}
