package io.lendcrm.segmentation.preparation;

import java.util.Arrays;
import java.util.Locale;

/** What happens to a missing value of a feature. */
public enum MissingValues {
    /** A table with one isn't fitted, a client with one isn't assigned. */
    REFUSE,
    /** The mean of the fitted clients' known values stands for it. */
    MEAN,
    /** The median of the fitted clients' known values stands for it. */
    MEDIAN;

    /** {@return its name in files and options, such as {@code median}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The policy of a name.
     *
     * @param code as {@link #code()} tells it
     * @return the policy
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static MissingValues parse(String code) {
        for (MissingValues policy : values()) {
            if (policy.code().equals(code)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("missing values must be one of "
                + Arrays.stream(values()).map(MissingValues::code).toList() + ", found \"" + code + "\"");
    }
}
