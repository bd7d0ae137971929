package io.lendcrm.scoring.risk.trees;

import java.util.Arrays;

/** A set of codes from 0: bits where they lie close together, a sorted list where they don't. */
final class CodeSet {

    static final CodeSet EMPTY = new CodeSet(new int[0]);

    private final int[] codes;
    private final long[] bits;

    private CodeSet(int[] codes) {
        this.codes = codes;
        int words = codes.length == 0 ? 0 : (codes[codes.length - 1] >> 6) + 1;
        this.bits = new long[words <= codes.length + 16 ? words : 0];
        if (bits.length > 0) {
            for (int code : codes) {
                bits[code >> 6] |= 1L << code;
            }
        }
    }

    static CodeSet of(int... members) {
        int[] sorted = Arrays.stream(members).sorted().distinct().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("codes must be at least one, found none");
        }
        if (sorted[0] < 0) {
            throw new IllegalArgumentException("codes must be at least 0, found " + sorted[0]);
        }
        return new CodeSet(sorted);
    }

    int[] codes() {
        return codes.clone();
    }

    /** Whether the whole part of a number is in it; fractions are cut off towards 0. */
    boolean has(double x) {
        if (!(x > -1)) {
            return false;
        }
        int code = (int) x;
        if (bits.length > 0) {
            int word = code >> 6;
            return word < bits.length && (bits[word] >>> code & 1) != 0;
        }
        return Arrays.binarySearch(codes, code) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeSet that && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}
