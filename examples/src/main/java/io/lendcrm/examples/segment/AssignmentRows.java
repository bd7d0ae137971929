package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.ResultTable;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.ClusterModel;
import java.util.List;
import java.util.Optional;

/** Each client's group as a row of the result. */
final class AssignmentRows {

    private static final List<String> COLUMNS = List.of("id", "segment", "distance", "margin", "outside");

    private AssignmentRows() {}

    static void write(OutputOptions output, FeatureTable table, ClusterModel model) {
        try (ResultTable rows = output.table(COLUMNS)) {
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
