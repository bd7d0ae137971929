package io.lendcrm.segmentation.mixture;

import java.util.Arrays;
import java.util.Locale;

/** What the covariances of a mixture's components may be; in brackets the names that mclust gives them. */
public enum Covariance {
    /** Balls of one size: one variance for all (EII). */
    EQUAL_SPHERICAL,
    /** Balls: one variance a component (VII). */
    SPHERICAL,
    /** Ellipsoids along the axes: a variance a component and feature (VVI). */
    DIAGONAL,
    /** One ellipsoid for all components (EEE). */
    TIED,
    /** An ellipsoid of its own for each component (VVV). */
    FULL;

    /** {@return its name in files and options, such as {@code equal-spherical}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The family of a name.
     *
     * @param code as {@link #code()} tells it
     * @return the family
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static Covariance parse(String code) {
        for (Covariance family : values()) {
            if (family.code().equals(code)) {
                return family;
            }
        }
        throw new IllegalArgumentException("covariance must be one of "
                + Arrays.stream(values()).map(Covariance::code).toList() + ", found \"" + code + "\"");
    }

    /** How many free parameters a mixture has, weights and means included. */
    long parameters(int components, int features) {
        long k = components;
        long d = features;
        long ofCovariances = switch (this) {
            case EQUAL_SPHERICAL -> 1;
            case SPHERICAL -> k;
            case DIAGONAL -> k * d;
            case TIED -> d * (d + 1) / 2;
            case FULL -> k * d * (d + 1) / 2;
        };
        return k - 1 + k * d + ofCovariances;
    }

    boolean alongAxes() {
        return this != TIED && this != FULL;
    }

    /** How many rows a component must stand for at the least; with fewer its ellipsoid is a chance. */
    int leastRows(int features) {
        return this == FULL ? features + 1 : 2;
    }
}
