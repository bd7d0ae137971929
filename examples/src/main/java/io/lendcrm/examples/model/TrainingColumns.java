package io.lendcrm.examples.model;

import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as boosted trees take them: numbers as they are, and for each value of a text a column {@code name=value} of 0 and 1, so
 * that the model's file tells by itself what goes in. Missing cells stay missing.
 *
 * @param names of the columns
 * @param cells row by row
 */
@SuppressWarnings("ArrayRecordComponent") // working data of a run, compared nowhere
record TrainingColumns(List<String> names, float[] cells) {

    private static final int MOST_LEVELS = 200;
    private static final long MOST_CELLS = 200_000_000;

    static TrainingColumns of(Table table, int[] columns) {
        List<String> names = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        for (int at : columns) {
            Column column = table.columns().get(at);
            if (column.kind() == Column.Kind.NUMBER) {
                names.add(column.name());
                values.add(new float[table.rows()]);
                for (int row = 0; row < table.rows(); row++) {
                    values.get(values.size() - 1)[row] = (float) column.number(row);
                }
                continue;
            }
            if (column.texts().size() > MOST_LEVELS) {
                throw InputRefusedException.because(table.name() + " is refused: " + column.name() + " has "
                        + column.texts().size() + " distinct texts, at most " + MOST_LEVELS
                        + " can be levels; leave it out by --exclude if it is a key");
            }
            for (String level : column.texts().stream().sorted().toList()) {
                names.add(column.name() + "=" + level);
                values.add(indicator(column, level, table.rows()));
            }
        }
        if ((long) table.rows() * names.size() > MOST_CELLS) {
            throw InputRefusedException.because(table.name() + " is refused: " + table.rows() + " rows of "
                    + names.size() + " columns are more than " + MOST_CELLS + " cells");
        }
        float[] cells = new float[table.rows() * names.size()];
        for (int c = 0; c < names.size(); c++) {
            for (int row = 0; row < table.rows(); row++) {
                cells[row * names.size() + c] = values.get(c)[row];
            }
        }
        return new TrainingColumns(names, cells);
    }

    private static float[] indicator(Column column, String level, int rows) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.isMissing(row) ? Float.NaN : column.text(row).equals(level) ? 1 : 0;
        }
        return values;
    }

    TrainingColumns rows(int[] which) {
        int width = names.size();
        float[] chosen = new float[which.length * width];
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(cells, which[i] * width, chosen, i * width, width);
        }
        return new TrainingColumns(names, chosen);
    }

    /** A row as our engine takes it. */
    double[] row(int row) {
        double[] values = new double[names.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = cells[row * values.length + c];
        }
        return values;
    }
}
