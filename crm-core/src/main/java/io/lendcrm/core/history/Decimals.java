package io.lendcrm.core.history;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exact decimal numbers in a {@code long} and a number of decimals. */
final class Decimals {

    private static final long EXACT = 1L << 53;

    private Decimals() {}

    /** The units with some more decimals. */
    static long shifted(long units, int decimals) {
        long shifted = units;
        for (int i = 0; i < decimals && shifted != 0; i++) {
            shifted = Math.multiplyExact(shifted, 10L);
        }
        return shifted;
    }

    /** The double nearest to {@code units / 10^scale / divisor}. */
    static double quotient(long units, int scale, int divisor) {
        if (scale < 10 && Math.abs(units) <= EXACT) {
            long denominator = shifted(divisor, scale);
            if (denominator <= EXACT) {
                return (double) units / (double) denominator;
            }
        }
        return BigDecimal.valueOf(units, scale)
                .divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128)
                .doubleValue();
    }
}
