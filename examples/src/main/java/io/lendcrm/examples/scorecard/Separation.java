package io.lendcrm.examples.scorecard;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns that tell the outcome for certain: more likely keys or afterthoughts than knowledge at the decision. */
final class Separation {

    private Separation() {}

    /** The columns where one cut parts all bads from all goods, or where no level has both. */
    static List<String> columns(LabelledTable data) {
        FeatureSchema schema = data.features().schema();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            double[] values = data.features().column(c);
            boolean separates = schema.feature(c).type().hasLevels()
                    ? byLevels(values, data, schema.feature(c).levels().size())
                    : byCut(values, data);
            if (separates) {
                names.add(FeatureColumns.columnName(schema.feature(c)));
            }
        }
        return names;
    }

    private static boolean byCut(double[] values, LabelledTable data) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                int side = data.isBad(row) ? 1 : 0;
                low[side] = Math.min(low[side], values[row]);
                high[side] = Math.max(high[side], values[row]);
            }
        }
        boolean both = low[0] <= high[0] && low[1] <= high[1];
        return both && (high[0] < low[1] || high[1] < low[0]);
    }

    private static boolean byLevels(double[] codes, LabelledTable data, int levels) {
        boolean[][] seen = new boolean[2][levels];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                seen[data.isBad(row) ? 1 : 0][(int) codes[row]] = true;
            }
        }
        for (int level = 0; level < levels; level++) {
            if (seen[0][level] && seen[1][level]) {
                return false;
            }
        }
        return !Arrays.equals(seen[0], new boolean[levels]) && !Arrays.equals(seen[1], new boolean[levels]);
    }
}
