package io.lendcrm.scoring.proof.experiment;

/**
 * What came of an arm so far: profits, or 1 for bad and 0 for good. Sums, so that parts {@link #merge}. Immutable and
 * thread-safe.
 *
 * @param count how many clients, at least 0
 * @param mean of their outcomes; 0 if there are none
 * @param squares the sum of squared differences from the mean, at least 0
 */
public record ArmOutcomes(long count, double mean, double squares) {

    /** Nobody yet. */
    public static final ArmOutcomes NONE = new ArmOutcomes(0, 0, 0);

    public ArmOutcomes {
        if (count < 0 || !Double.isFinite(mean) || !(squares >= 0 && squares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("count and squares must be at least 0 and mean finite, found " + count
                    + ", " + squares + " and " + mean);
        }
    }

    /**
     * The outcomes of some clients.
     *
     * @param values profits, or other numbers, finite
     * @return their sums
     */
    public static ArmOutcomes of(double... values) {
        ArmOutcomes sums = NONE;
        for (double value : values) {
            sums = sums.plus(value);
        }
        return sums;
    }

    /**
     * A rate: so many of so many.
     *
     * @param events how many had the event, such as turning bad
     * @param count how many clients
     * @return their sums, an event counting 1
     */
    public static ArmOutcomes ofRate(long events, long count) {
        if (events < 0 || events > count) {
            throw new IllegalArgumentException("events must be within [0, " + count + "], found " + events);
        }
        double rate = count == 0 ? 0 : (double) events / count;
        return new ArmOutcomes(count, rate, count * rate * (1 - rate));
    }

    /**
     * With one client more.
     *
     * @param value the outcome, finite
     * @return the sums
     */
    public ArmOutcomes plus(double value) {
        double difference = value - mean;
        double moved = mean + difference / (count + 1);
        return new ArmOutcomes(count + 1, moved, squares + difference * (value - moved));
    }

    /**
     * The outcomes of both.
     *
     * @param other other clients of the same arm
     * @return the sums (Chan, Golub and LeVeque 1979)
     */
    public ArmOutcomes merge(ArmOutcomes other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        double all = (double) count + other.count;
        double difference = other.mean - mean;
        return new ArmOutcomes(
                count + other.count,
                mean + difference * other.count / all,
                squares + other.squares + difference * difference * count * other.count / all);
    }

    /** {@return the sample variance of the outcomes; 0 below two clients} */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }
}
