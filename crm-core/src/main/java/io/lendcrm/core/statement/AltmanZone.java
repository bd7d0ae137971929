package io.lendcrm.core.statement;

/**
 * What a score of Altman's models tells (E. I. Altman, <i>Revisiting Credit Scoring Models in a Basel 2 Environment</i>,
 * 2002).
 */
public enum AltmanZone {
    /** Like firms that failed. */
    DISTRESS,
    /** Between the two. */
    GREY,
    /** Like firms that didn't. */
    SAFE;

    /**
     * The zone of {@link Ratio#ALTMAN_Z_DOUBLE_PRIME}, the one without constant: distress below 1.1, safe above 2.6.
     *
     * @param score the score, not {@code NaN}
     * @return the zone
     */
    public static AltmanZone ofDoublePrime(double score) {
        return zone(score, 1.1, 2.6);
    }

    /**
     * The zone of {@link Ratio#ALTMAN_Z_PRIME}: distress below 1.23, safe above 2.9.
     *
     * @param score the score, not {@code NaN}
     * @return the zone
     */
    public static AltmanZone ofPrime(double score) {
        return zone(score, 1.23, 2.9);
    }

    private static AltmanZone zone(double score, double low, double high) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score must be a number, found NaN");
        }
        return score < low ? DISTRESS : score > high ? SAFE : GREY;
    }
}
