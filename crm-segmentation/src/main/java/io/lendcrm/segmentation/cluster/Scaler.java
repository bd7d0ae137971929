package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;

/** A scaling fitted to columns; it travels inside the model. */
final class Scaler {

    private final Scale scale;
    private final double[] shift;
    private final double[] factor;

    Scaler(Scale scale, double[] shift, double[] factor) {
        this.scale = scale;
        this.shift = shift.clone();
        this.factor = factor.clone();
        if (shift.length != factor.length) {
            throw new IllegalArgumentException(
                    "shift and factor must be as many, found " + shift.length + " and " + factor.length);
        }
        for (int j = 0; j < factor.length; j++) {
            if (!(factor[j] > 0) || factor[j] == Double.POSITIVE_INFINITY || !Double.isFinite(shift[j])) {
                throw new IllegalArgumentException(
                        "factor must be finite and above 0, found " + factor[j] + " with shift " + shift[j]);
            }
        }
    }

    /** Fits to columns and scales them in place. */
    static Scaler fit(Scale scale, FeatureSchema schema, double[][] columns) {
        double[] shift = new double[columns.length];
        double[] factor = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            String name = schema.feature(j).name();
            factor[j] = 1;
            if (scale == Scale.LOG1P_Z) {
                takeLogarithms(name, column);
            }
            if (scale != Scale.NONE) {
                shift[j] = mean(column);
                factor[j] = standardDeviation(column, shift[j]);
                if (!(factor[j] > 0) || factor[j] == Double.POSITIVE_INFINITY) {
                    throw new FitException(
                            KMeansModel.TYPE,
                            name + " has the standard deviation " + factor[j] + " over " + column.length + " rows",
                            "leaving it out, or no scaling");
                }
            }
            for (int i = 0; i < column.length; i++) {
                column[i] = (column[i] - shift[j]) / factor[j];
            }
        }
        return new Scaler(scale, shift, factor);
    }

    private static void takeLogarithms(String name, double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (!(column[i] > -1)) {
                throw new FitException(
                        KMeansModel.TYPE,
                        name + " isn't above -1 in row " + (i + 1) + ", so that it has no log1p",
                        "scaling by " + Scale.Z);
            }
            column[i] = Math.log1p(column[i]);
        }
    }

    private static double mean(double[] column) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : column) {
            sum.add(value);
        }
        return sum.value() / column.length;
    }

    private static double standardDeviation(double[] column, double mean) {
        if (column.length < 2) {
            return 0;
        }
        CompensatedSum squares = new CompensatedSum();
        for (double value : column) {
            squares.add((value - mean) * (value - mean));
        }
        return Math.sqrt(squares.value() / (column.length - 1));
    }

    Scale scale() {
        return scale;
    }

    int size() {
        return shift.length;
    }

    double[] shift() {
        return shift.clone();
    }

    double[] factor() {
        return factor.clone();
    }

    /** A value on the scale; NaN or infinite if it has no logarithm. */
    double scaled(int feature, double value) {
        double x = scale == Scale.LOG1P_Z ? Math.log1p(value) : value;
        return (x - shift[feature]) / factor[feature];
    }

    /** A scaled value in the feature's unit again. */
    double original(int feature, double scaled) {
        double x = scaled * factor[feature] + shift[feature];
        return scale == Scale.LOG1P_Z ? Math.expm1(x) : x;
    }
}
