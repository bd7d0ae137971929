package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.likelihood.Coefficients;
import java.util.List;

/** The columns of survival data brought to mean 0 and standard deviation 1, row by row, for a fit without units. */
final class Centred {

    private static final double CONSTANT = 1e-13;

    private final double[][] rows;
    private final double[] means;
    private final double[] spreads;

    private Centred(double[][] rows, double[] means, double[] spreads) {
        this.rows = rows;
        this.means = means;
        this.spreads = spreads;
    }

    static Centred of(SurvivalData data, String model) {
        int size = data.schema().size();
        int count = data.rows();
        double[][] rows = new double[count][size];
        double[] means = new double[size];
        double[] spreads = new double[size];
        for (int c = 0; c < size; c++) {
            double[] column = data.column(c);
            double largest = 0;
            for (double value : column) {
                largest = Math.max(largest, Math.abs(value));
            }
            double unit = Math.scalb(1.0, Math.getExponent(largest));
            double sum = 0;
            for (double value : column) {
                sum += value / unit;
            }
            means[c] = unit * (sum / count);
            double squares = 0;
            for (double value : column) {
                squares += (value - means[c]) / unit * ((value - means[c]) / unit);
            }
            spreads[c] = unit * Math.sqrt(squares / count);
            if (!(spreads[c] > CONSTANT * largest)) {
                throw new FitException(
                        model, "column " + data.schema().feature(c).name() + " is constant", "leaving it out");
            }
            for (int i = 0; i < count; i++) {
                rows[i][c] = (column[i] - means[c]) / spreads[c];
            }
        }
        return new Centred(rows, means, spreads);
    }

    double[] row(int row) {
        return rows[row];
    }

    int size() {
        return means.length;
    }

    double[] means() {
        return means;
    }

    double spread(int column) {
        return spreads[column];
    }

    /** The coefficients of the columns in their own units. */
    Coefficients coefficients(List<String> names, double[] point, double[][] covariance) {
        int size = size();
        double[] estimates = new double[size];
        double[][] scaled = new double[size][size];
        for (int i = 0; i < size; i++) {
            estimates[i] = point[i] / spreads[i];
            for (int j = 0; j < size; j++) {
                scaled[i][j] = covariance[i][j] / (spreads[i] * spreads[j]);
            }
        }
        return Coefficients.of(names, estimates, scaled);
    }
}
