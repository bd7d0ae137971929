package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.FitException;
import java.util.Arrays;

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

    private Standardisation(boolean constant, double[] means, double[] centres, double[] spreads) {
        this.constant = constant;
        this.means = means;
        this.centres = centres;
        this.spreads = spreads;
    }

    static Standardisation of(LogisticData data, boolean constant) {
        int columns = data.schema().size();
        double[] means = new double[columns];
        double[] centres = new double[columns];
        double[] spreads = new double[columns];
        double total = data.observations();
        for (int c = 0; c < columns; c++) {
            double[] column = data.column(c);
            double largest = 0;
            for (int i = 0; i < column.length; i++) {
                largest = Math.max(largest, data.weight(i) == 0 ? 0 : Math.abs(column[i]));
            }
            double unit =
                    Math.scalb(1.0, Math.getExponent(largest)); // squares of great or small numbers don't leave double
            double sum = 0;
            for (int i = 0; i < column.length; i++) {
                sum += data.weight(i) * (column[i] / unit);
            }
            means[c] = unit * (sum / total);
            centres[c] = constant ? means[c] : 0;
            double squares = 0;
            for (int i = 0; i < column.length; i++) {
                double d = (column[i] - centres[c]) / unit;
                squares += data.weight(i) * d * d;
            }
            spreads[c] = unit * Math.sqrt(squares / total);
            if (!(spreads[c] > CONSTANT * largest)) {
                throw new FitException(
                        LogisticModel.TYPE,
                        "column " + data.schema().feature(c).name() + " is constant",
                        "leaving it out");
            }
        }
        return new Standardisation(constant, means, centres, spreads);
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

    /** One coordinate of some rows. */
    void read(LogisticData data, int coordinate, int[] rows, int count, double[] values) {
        if (coordinate < first()) {
            Arrays.fill(values, 0, count, 1);
            return;
        }
        double[] column = data.column(coordinate - first());
        double centre = centres[coordinate - first()];
        double spread = spreads[coordinate - first()];
        for (int r = 0; r < count; r++) {
            values[r] = (column[rows[r]] - centre) / spread;
        }
    }

    void read(LogisticData data, int i, double[] row) {
        int first = first();
        if (constant) {
            row[0] = 1;
        }
        for (int c = 0; c < spreads.length; c++) {
            row[first + c] = (data.value(i, c) - centres[c]) / spreads[c];
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
