package io.lendcrm.scoring.value.propensity;

import static java.util.Objects.requireNonNull;

/**
 * Quotes that clients accepted or declined, one row a quote. Immutable and thread-safe.
 */
public final class QuoteOutcomes {

    private final double[] spreads;
    private final boolean[] accepted;

    private QuoteOutcomes(double[] spreads, boolean[] accepted) {
        this.spreads = spreads;
        this.accepted = accepted;
    }

    /**
     * Quotes in two columns.
     *
     * @param spreads what was quoted above the cost of funds, in percentage points a year, finite
     * @param accepted whether the client took it
     * @return the quotes
     * @throws IllegalArgumentException if the columns differ in length or a spread isn't finite; the message names the row
     */
    public static QuoteOutcomes of(double[] spreads, boolean[] accepted) {
        requireNonNull(accepted, "accepted");
        if (spreads.length != accepted.length) {
            throw new IllegalArgumentException(
                    "accepted must have as many rows as spreads=" + spreads.length + ", found " + accepted.length);
        }
        for (int row = 0; row < spreads.length; row++) {
            if (!Double.isFinite(spreads[row])) {
                throw new IllegalArgumentException(
                        "spread of row " + (row + 1) + " must be finite, found " + spreads[row]);
            }
        }
        return new QuoteOutcomes(spreads.clone(), accepted.clone());
    }

    /** {@return how many quotes} */
    public int size() {
        return spreads.length;
    }

    /**
     * The spread of a quote.
     *
     * @param row the row, from 0
     * @return percentage points a year
     */
    public double spread(int row) {
        return spreads[row];
    }

    /**
     * Whether a quote was accepted.
     *
     * @param row the row, from 0
     * @return true if so
     */
    public boolean accepted(int row) {
        return accepted[row];
    }

    double meanSpread() {
        double sum = 0;
        for (double spread : spreads) {
            sum += spread / spreads.length;
        }
        return sum;
    }

    /** The root mean square of the spreads about their mean. */
    double deviation() {
        double mean = meanSpread();
        double sum = 0;
        for (double spread : spreads) {
            sum += (spread - mean) * (spread - mean) / spreads.length;
        }
        return Math.sqrt(sum);
    }

    int acceptances() {
        int count = 0;
        for (boolean yes : accepted) {
            count += yes ? 1 : 0;
        }
        return count;
    }

    /** Whether every spread accepted is at most every spread declined, or the other way round. */
    boolean isSeparated() {
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int row = 0; row < spreads.length; row++) {
            int side = accepted[row] ? 1 : 0;
            least[side] = Math.min(least[side], spreads[row]);
            most[side] = Math.max(most[side], spreads[row]);
        }
        return most[0] <= least[1] || most[1] <= least[0];
    }

    /** {@return how many quotes, and how many were accepted} */
    @Override
    public String toString() {
        return "QuoteOutcomes[" + size() + " quotes, " + acceptances() + " accepted]";
    }
}
