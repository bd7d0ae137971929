package io.lendcrm.segmentation.preparation;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What is done to one feature: a straight line, after a logarithm perhaps, or ranks; and what stands for a missing value. */
final class PreparedFeature {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final Scale scale;
    private final double shift;
    private final double factor;
    private final double[] values;
    private final double[] ranks;
    private final double fill;

    private PreparedFeature(Scale scale, double shift, double factor, double[] values, double[] ranks, double fill) {
        this.scale = scale;
        this.shift = shift;
        this.factor = factor;
        this.values = values;
        this.ranks = ranks;
        this.fill = fill;
    }

    static PreparedFeature linear(Scale scale, double shift, double factor, double fill) {
        if (!(factor > 0) || factor == Double.POSITIVE_INFINITY || !Double.isFinite(shift)) {
            throw new IllegalArgumentException(
                    "factor must be finite and above 0, found " + factor + " with shift " + shift);
        }
        return new PreparedFeature(scale, shift, factor, new double[0], new double[0], fill);
    }

    static PreparedFeature ranks(Scale scale, double[] values, double[] ranks, double fill) {
        if (values.length < 2 || values.length != ranks.length) {
            throw new IllegalArgumentException(
                    "values and ranks must be as many, at least 2, found " + values.length + " and " + ranks.length);
        }
        for (int k = 0; k < values.length; k++) {
            if (!(ranks[k] > 0 && ranks[k] < 1) || k > 0 && !(values[k] > values[k - 1] && ranks[k] > ranks[k - 1])) {
                throw new IllegalArgumentException("values and ranks must rise, ranks above 0 and below 1, found "
                        + values[k] + " and " + ranks[k] + " at place " + k);
            }
        }
        return new PreparedFeature(scale, 0, 1, values, ranks, fill);
    }

    Scale scale() {
        return scale;
    }

    boolean fills() {
        return !Double.isNaN(fill);
    }

    /** A value on the scale; NaN if missing and not filled, NaN or infinite if it has no logarithm. */
    double scaled(double value) {
        double x = Double.isNaN(value) ? fill : value;
        if (Double.isNaN(x)) {
            return x;
        }
        if (scale.ranks()) {
            double rank = interpolate(values, ranks, x);
            return scale == Scale.RANK ? rank : NORMAL.inverseCumulativeProbability(rank);
        }
        return ((scale.takesLogarithm() ? Math.log1p(x) : x) - shift) / factor;
    }

    /** A scaled value in the feature's unit again. */
    double original(double scaled) {
        if (scale.ranks()) {
            return interpolate(ranks, values, scale == Scale.RANK ? scaled : NORMAL.cumulativeProbability(scaled));
        }
        double x = scaled * factor + shift;
        return scale.takesLogarithm() ? Math.expm1(x) : x;
    }

    private static double interpolate(double[] from, double[] to, double x) {
        int last = from.length - 1;
        if (x <= from[0]) {
            return to[0];
        }
        if (x >= from[last]) {
            return to[last];
        }
        int found = Arrays.binarySearch(from, x);
        if (found >= 0) {
            return to[found];
        }
        int high = ~found;
        double part = (x - from[high - 1]) / (from[high] - from[high - 1]);
        return to[high - 1] + part * (to[high] - to[high - 1]);
    }

    Document.Tree document() {
        var tree = Document.tree().put("scale", scale.code());
        if (scale.ranks()) {
            tree.put("values", values).put("ranks", ranks);
        } else {
            tree.put("shift", shift).put("factor", factor);
        }
        if (fills()) {
            tree.put("fill", fill);
        }
        return tree.build();
    }

    static PreparedFeature read(DocumentReader reader) {
        Scale scale = reader.build(() -> Scale.parse(reader.text("scale")));
        double fill = reader.has("fill") ? reader.decimal("fill") : Double.NaN;
        if (scale.ranks()) {
            double[] values = reader.decimals("values");
            double[] ranks = reader.decimals("ranks");
            return reader.build(() -> ranks(scale, values, ranks, fill));
        }
        double shift = reader.decimal("shift");
        double factor = reader.decimal("factor");
        return reader.build(() -> linear(scale, shift, factor, fill));
    }
}
