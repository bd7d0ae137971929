package io.lendcrm.segmentation.preparation;

import io.lendcrm.core.model.FitException;
import java.util.Arrays;

/** Learns what one feature's scale and missing values need. */
final class FeatureFit {

    private static final int MOST_KNOTS = 1001;

    private final String model;
    private final String name;
    private final Scale scale;
    private final MissingValues missing;

    FeatureFit(String model, String name, Scale scale, MissingValues missing) {
        this.model = model;
        this.name = name;
        this.scale = scale;
        this.missing = missing;
    }

    PreparedFeature fit(double[] column) {
        double[] known = known(column);
        double fill = Double.NaN;
        if (missing != MissingValues.REFUSE) {
            fill = missing == MissingValues.MEAN ? mean(known) : quantile(sorted(known), 0.5);
        }
        if (scale.ranks()) {
            return ranks(sorted(known), fill);
        }
        double[] values = scale.takesLogarithm() ? logarithms(known, column) : known;
        double shift = 0;
        double factor = 1;
        switch (scale) {
            case Z, LOG1P_Z -> {
                shift = mean(values);
                factor = spread("standard deviation", standardDeviation(values, shift), values.length);
            }
            case ROBUST -> {
                double[] sorted = sorted(values);
                shift = quantile(sorted, 0.5);
                factor = spread(
                        "distance between the quartiles",
                        quantile(sorted, 0.75) - quantile(sorted, 0.25),
                        sorted.length);
            }
            case RANGE -> {
                double[] sorted = sorted(values);
                shift = sorted[0];
                factor = spread("range", sorted[sorted.length - 1] - sorted[0], sorted.length);
            }
            default -> {}
        }
        return PreparedFeature.linear(scale, shift, factor, fill);
    }

    private double[] known(double[] column) {
        int gaps = 0;
        for (int i = 0; i < column.length; i++) {
            if (!Double.isNaN(column[i])) {
                continue;
            }
            gaps++;
            if (missing == MissingValues.REFUSE) {
                throw new FitException(
                        model,
                        name + " is missing in row " + (i + 1),
                        "filling missing values or leaving such rows out");
            }
        }
        if (gaps == 0) {
            return column;
        }
        double[] known = Arrays.stream(column).filter(x -> !Double.isNaN(x)).toArray();
        if (known.length == 0) {
            throw new FitException(model, name + " is missing in all " + column.length + " rows", "leaving it out");
        }
        return known;
    }

    private double[] logarithms(double[] known, double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (column[i] <= -1) {
                throw new FitException(
                        model,
                        name + " isn't above -1 in row " + (i + 1) + ", so that it has no log1p",
                        "scaling by " + Scale.Z);
            }
        }
        return Arrays.stream(known).map(Math::log1p).toArray();
    }

    private double spread(String measure, double spread, int rows) {
        if (!(spread > 0) || spread == Double.POSITIVE_INFINITY) {
            throw new FitException(
                    model,
                    name + " has the " + measure + " " + spread + " over " + rows + " rows",
                    "leaving it out, or no scaling");
        }
        return spread;
    }

    /** The distinct values with their mid-ranks; if they are many, those at evenly spread places. */
    private PreparedFeature ranks(double[] sorted, double fill) {
        int n = sorted.length;
        double[] values = new double[n];
        double[] ranks = new double[n];
        int distinct = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && sorted[to] == sorted[from]) {
                to++;
            }
            values[distinct] = sorted[from];
            ranks[distinct++] = (from + to) / (2.0 * n);
            from = to;
        }
        if (distinct < 2) {
            throw new FitException(
                    model, name + " has one value alone in " + n + " rows", "leaving it out, or no scaling");
        }
        int knots = Math.min(distinct, MOST_KNOTS);
        double[] keptValues = new double[knots];
        double[] keptRanks = new double[knots];
        for (int k = 0; k < knots; k++) {
            int at = (int) ((long) k * (distinct - 1) / (knots - 1));
            keptValues[k] = values[at];
            keptRanks[k] = ranks[at];
        }
        return PreparedFeature.ranks(scale, keptValues, keptRanks, fill);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The quantile between the two values around it, as most statistics programs have it (type 7). */
    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static double mean(double[] values) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value() / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        if (values.length < 2) {
            return 0;
        }
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return Math.sqrt(squares.value() / (values.length - 1));
    }
}
