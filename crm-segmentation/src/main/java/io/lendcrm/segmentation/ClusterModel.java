package io.lendcrm.segmentation;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FittedModel;
import java.util.List;
import java.util.OptionalDouble;

/** Segments found in data, ready to take new clients. Implementations are immutable and thread-safe. */
public interface ClusterModel extends FittedModel, Segmenter<FeatureRow> {

    /** {@return the features it takes} */
    default FeatureSchema schema() {
        return info().schema();
    }

    /** {@return the segments in the model's order} */
    List<Segment> segments();

    /**
     * Assigns a client.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return the segment with its reasons, or why there is none
     * @throws IllegalArgumentException if a feature of {@link #schema()} isn't there or means something else; the
     *     message names it
     */
    @Override
    Assignment assign(FeatureRow client);

    /**
     * Assigns the clients of a table.
     *
     * @param table a table with at least the features of {@link #schema()}
     * @return the assignments, row by row; bit-equal to those of single rows
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    default Assignments assign(FeatureTable table) {
        return Assignments.of(this, table);
    }

    /** {@return what the fit made small on the rows it saw, where there is such a thing; each model says what} */
    OptionalDouble objective();
}
