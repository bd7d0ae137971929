package io.lendcrm.segmentation.preparation;

import java.util.Arrays;
import java.util.Locale;

/** How a feature is made comparable with others before distances are taken. */
public enum Scale {
    /** Not at all: distances are in the features' own units, so those with great numbers rule. */
    NONE,
    /** Less the mean, divided by the sample standard deviation (of n − 1). */
    Z,
    /** Less the median, divided by the distance between the quartiles; for features with outliers. */
    ROBUST,
    /** Less the least, divided by the range: the fitted clients lie from 0 to 1, a new one may lie beyond. */
    RANGE,
    /** The natural logarithm of 1 plus the value; for skewed amounts, all above −1. */
    LOG1P,
    /** {@link #LOG1P}, then {@link #Z}. */
    LOG1P_Z,
    /**
     * The part of the fitted clients with a lower value and half of those with the same, above 0 and below 1; in between a
     * straight line, beyond the lowest and the highest their ranks. With more than 1,001 distinct values 1,001 of them,
     * evenly spread, are kept.
     */
    RANK,
    /** The standard normal quantile of {@link #RANK}: whatever the distribution was, it becomes a normal one. */
    QUANTILE;

    /** {@return its name in files and options, such as {@code log1p-z}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The scale of a name.
     *
     * @param code as {@link #code()} tells it
     * @return the scale
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static Scale parse(String code) {
        for (Scale scale : values()) {
            if (scale.code().equals(code)) {
                return scale;
            }
        }
        throw new IllegalArgumentException("scale must be one of "
                + Arrays.stream(values()).map(Scale::code).toList() + ", found \"" + code + "\"");
    }

    boolean takesLogarithm() {
        return this == LOG1P || this == LOG1P_Z;
    }

    boolean ranks() {
        return this == RANK || this == QUANTILE;
    }
}
