package io.lendcrm.segmentation.hierarchy;

import java.util.Arrays;

/** How far two clusters are apart. Immutable and thread-safe. */
public enum Linkage {
    /**
     * What merging them adds to the sum of squared distances from the centres, as √(2 |A| |B| / (|A| + |B|)) · |centre of A −
     * centre of B|: R's {@code ward.D2} (Murtagh and Legendre 2014). Meant for Euclidean distances; round, even clusters.
     */
    WARD("ward"),
    /** The greatest distance between a client of one and one of the other: compact clusters. */
    COMPLETE("complete"),
    /** The mean distance between a client of one and one of the other (UPGMA). */
    AVERAGE("average"),
    /** The least distance between a client of one and one of the other: chains; outliers stay alone. */
    SINGLE("single");

    private final String code;

    Linkage(String code) {
        this.code = code;
    }

    /** {@return its name in options and stored models} */
    public String code() {
        return code;
    }

    /**
     * The linkage of a name.
     *
     * @param code as {@link #code()} gives it
     * @return the linkage
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static Linkage parse(String code) {
        return Arrays.stream(values())
                .filter(linkage -> linkage.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("linkage must be one of "
                        + Arrays.stream(values()).map(Linkage::code).toList() + ", found " + code));
    }
}
