package io.lendcrm.examples.report;

/** The checks that the report's records share. */
final class Require {
    private Require() {}

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, found " + value);
        }
        return value;
    }

    static double share(double value, String name) {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + value);
        }
        return value;
    }

    static long count(long value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, found " + value);
        }
        return value;
    }
}
