package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Columns brought to mean 0 and standard deviation 1, so that a fit has the same figures in any unit; without a
 * constant to take up the mean they are only brought to a root mean square of 1.
 */
final class Standardisation {

    private static final double CONSTANT = 1e-13;

    private final boolean constant;
    private final double[] means;
    private final double[] centres;
    private final double[] spreads;
    private final double[] furthest;

    private Standardisation(boolean constant, double[] means, double[] centres, double[] spreads, double[] furthest) {
        this.constant = constant;
        this.means = means;
        this.centres = centres;
        this.spreads = spreads;
        this.furthest = furthest;
    }

    static Standardisation of(LogisticData data, boolean constant, Run run) {
        int columns = data.schema().size();
        double[] means = new double[columns];
        double[] centres = new double[columns];
        double[] spreads = new double[columns];
        double[] largest = new double[columns];
        double[] weights = data.weights();
        double total = data.observations();
        run.each(columns, c -> {
            double[] column = data.column(c);
            largest[c] = largest(column, weights);
            double unit = unit(largest[c]);
            means[c] = unit * (sum(column, weights, 1 / unit) / total);
            centres[c] = constant ? means[c] : 0;
            spreads[c] = unit * Math.sqrt(squares(column, weights, centres[c], 1 / unit) / total);
        });
        double[] furthest = new double[columns];
        for (int c = 0; c < columns; c++) {
            if (!(spreads[c] > CONSTANT * largest[c])) {
                throw new FitException(
                        LogisticModel.TYPE,
                        "column " + data.schema().feature(c).name() + " is constant",
                        "leaving it out");
            }
            furthest[c] = largest[c] / spreads[c] + Math.abs(centres[c]) / spreads[c];
        }
        return new Standardisation(constant, means, centres, spreads, furthest);
    }

    private static double largest(double[] column, double @Nullable [] weights) {
        double largest = 0;
        for (int i = 0; i < column.length; i++) {
            largest = Math.max(largest, weights != null && weights[i] == 0 ? 0 : Math.abs(column[i]));
        }
        return largest;
    }

    /** A power of two as great as the numbers: in it, squares of great or small numbers don't leave double. */
    private static double unit(double largest) {
        return Math.scalb(1.0, Math.min(1022, Math.max(-1022, Math.getExponent(largest))));
    }

    private static double sum(double[] column, double @Nullable [] weights, double perUnit) {
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            double value = column[i] * perUnit;
            sum += weights == null ? value : weights[i] == 0 ? 0 : weights[i] * value;
        }
        return sum;
    }

    private static double squares(double[] column, double @Nullable [] weights, double centre, double perUnit) {
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            double d = (column[i] - centre) * perUnit;
            squares += weights == null ? d * d : weights[i] == 0 ? 0 : weights[i] * d * d;
        }
        return squares;
    }

    int first() {
        return constant ? 1 : 0;
    }

    int size() {
        return first() + spreads.length;
    }

    double[] means() {
        return means;
    }

    double spread(int coordinate) {
        return coordinate < first() ? 1 : spreads[coordinate - first()];
    }

    /** A row moves the linear predictor by no more than this along a direction. */
    double reach(double[] direction) {
        double reach = constant ? Math.abs(direction[0]) : 0;
        for (int c = 0; c < furthest.length; c++) {
            reach += Math.abs(direction[first() + c]) * furthest[c];
        }
        return reach;
    }

    double value(LogisticData data, int row, int coordinate) {
        int c = coordinate - first();
        return c < 0 ? 1 : (data.value(row, c) - centres[c]) / spreads[c];
    }

    /** One coordinate of some rows: of those listed, or of as many one after another if the list has no gaps. */
    void read(LogisticData data, int coordinate, int[] rows, int count, double[] values) {
        if (coordinate < first()) {
            Arrays.fill(values, 0, count, 1);
            return;
        }
        double[] column = data.column(coordinate - first());
        double centre = centres[coordinate - first()];
        double spread = spreads[coordinate - first()];
        int from = rows[0];
        if (count > 0 && rows[count - 1] == from + count - 1) {
            System.arraycopy(column, from, values, 0, count);
            for (int r = 0; r < count; r++) {
                values[r] = (values[r] - centre) / spread;
            }
        } else {
            for (int r = 0; r < count; r++) {
                values[r] = (column[rows[r]] - centre) / spread;
            }
        }
    }

    /** The constant (0 if there is none) and the coefficients in the columns' own units. */
    double[] inUnits(double[] point) {
        double[] estimates = new double[1 + spreads.length];
        estimates[0] = constant ? point[0] : 0;
        for (int c = 0; c < spreads.length; c++) {
            estimates[1 + c] = point[first() + c] / spreads[c];
            estimates[0] -= estimates[1 + c] * centres[c];
        }
        return estimates;
    }

    /** Their covariance: the map above is linear. */
    double[][] inUnits(double[][] covariance) {
        int size = 1 + spreads.length;
        double[][] map = new double[size][size()];
        for (int c = 0; c < spreads.length; c++) {
            map[1 + c][first() + c] = 1 / spreads[c];
            map[0][first() + c] = -centres[c] / spreads[c];
        }
        if (constant) {
            map[0][0] = 1;
        }
        double[][] half = new double[size][size()];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size(); k++) {
                for (int j = 0; j < size() && map[i][k] != 0; j++) {
                    half[i][j] += map[i][k] * covariance[k][j];
                }
            }
        }
        double[][] result = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double cell = 0;
                for (int k = 0; k < size(); k++) {
                    cell += half[i][k] * map[j][k];
                }
                result[i][j] = cell;
                result[j][i] = cell;
            }
        }
        return result;
    }
}
