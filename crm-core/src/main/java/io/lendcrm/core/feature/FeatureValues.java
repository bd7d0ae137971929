package io.lendcrm.core.feature;

/** What may stand in a cell. */
final class FeatureValues {

    private FeatureValues() {}

    static void check(Feature feature, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        boolean fits = switch (feature.type()) {
            case NUMERIC -> !Double.isInfinite(value);
            case BINARY -> value == 0 || value == 1;
            case ORDINAL, NOMINAL ->
                value == Feature.UNSEEN
                        || (value >= 0 && value < feature.levels().size() && value == Math.rint(value));
        };
        if (!fits) {
            throw new IllegalArgumentException(feature.name() + " must be " + expected(feature) + " or NaN for missing"
                    + (feature.type() == FeatureType.NUMERIC ? ", found " + value : ""));
        }
    }

    private static String expected(Feature feature) {
        return switch (feature.type()) {
            case NUMERIC -> "finite";
            case BINARY -> "0 or 1";
            case ORDINAL, NOMINAL ->
                "the position of one of " + feature.levels().size() + " levels, " + (int) Feature.UNSEEN
                        + " for an unseen one";
        };
    }
}
