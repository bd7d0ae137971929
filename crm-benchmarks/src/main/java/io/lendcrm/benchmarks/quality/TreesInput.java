package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows as boosted trees take them: numbers as they are, a column of 0 and 1 for each level; missing cells stay missing.
 *
 * @param names of the columns, {@code feature=level} for levels
 * @param cells row by row
 * @param bad the outcomes
 */
@SuppressWarnings("ArrayRecordComponent") // working data of a run, compared nowhere
record TreesInput(List<String> names, float[] cells, boolean[] bad) {

    static TreesInput of(DataSet.Content content) {
        FeatureTable table = content.features();
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (Feature feature : table.schema().features()) {
            double[] column = table.column(feature.name());
            if (!feature.type().hasLevels()) {
                names.add(feature.name());
                columns.add(column);
                continue;
            }
            for (int level = 0; level < feature.levels().size(); level++) {
                names.add(feature.name() + "=" + feature.levels().get(level));
                columns.add(indicator(column, level));
            }
        }
        float[] cells = new float[table.rows() * names.size()];
        for (int c = 0; c < names.size(); c++) {
            for (int row = 0; row < table.rows(); row++) {
                cells[row * names.size() + c] = (float) columns.get(c)[row];
            }
        }
        return new TreesInput(names, cells, content.bad());
    }

    private static double[] indicator(double[] codes, int level) {
        double[] indicator = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            indicator[row] = Double.isNaN(codes[row]) ? Double.NaN : codes[row] == level ? 1 : 0;
        }
        return indicator;
    }

    TreesInput rows(int[] which) {
        int width = names.size();
        float[] chosen = new float[which.length * width];
        boolean[] outcomes = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(cells, which[i] * width, chosen, i * width, width);
            outcomes[i] = bad[which[i]];
        }
        return new TreesInput(names, chosen, outcomes);
    }

    /** One array a column, as our engine takes them. */
    double[][] columns() {
        double[][] columns = new double[names.size()][bad.length];
        for (int row = 0, at = 0; row < bad.length; row++) {
            for (double[] column : columns) {
                column[row] = cells[at++];
            }
        }
        return columns;
    }

    DMatrix matrix() throws XGBoostError {
        DMatrix matrix = new DMatrix(cells, bad.length, names.size(), Float.NaN);
        float[] labels = new float[bad.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bad[i] ? 1 : 0;
        }
        matrix.setLabel(labels);
        matrix.setFeatureNames(names.toArray(String[]::new));
        return matrix;
    }
}
