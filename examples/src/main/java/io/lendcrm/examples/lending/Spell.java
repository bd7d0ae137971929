package io.lendcrm.examples.lending;

/**
 * For how long a client borrowed without a break of more than {@link ClientContracts#BREAK_DAYS} days: from the signing of
 * a contract to the maturity, or the default, of the last that followed. Immutable and thread-safe.
 *
 * @param years how long, above 0
 * @param ended whether it ended then; else it was still going on when last watched
 */
public record Spell(double years, boolean ended) {
    public Spell {
        if (!(years > 0) || years == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("years must be finite and above 0, found " + years);
        }
    }
}
