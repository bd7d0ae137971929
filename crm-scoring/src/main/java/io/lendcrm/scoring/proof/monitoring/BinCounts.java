package io.lendcrm.scoring.proof.monitoring;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.binning.Bins;

/** How many rows of a table are in each bin of a variable. */
final class BinCounts {

    private BinCounts() {}

    static long[] of(Bins bins, FeatureTable rows) {
        BoundTable bound = FeatureSchema.of(bins.feature()).bind(rows);
        long[] counts = new long[bins.size()];
        for (int row = 0; row < bound.rows(); row++) {
            counts[bins.bin(bound.value(row, 0))]++;
        }
        return counts;
    }
}
