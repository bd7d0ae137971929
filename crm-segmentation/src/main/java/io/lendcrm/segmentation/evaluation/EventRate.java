package io.lendcrm.segmentation.evaluation;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How many of some clients had an event, such as a default, a churn or a response. Immutable and thread-safe.
 *
 * @param clients how many clients, at least 0
 * @param events how many of them had the event
 */
public record EventRate(long clients, long events) {

    public EventRate {
        if (clients < 0) {
            throw new IllegalArgumentException("clients must be at least 0, found " + clients);
        }
        if (events < 0 || events > clients) {
            throw new IllegalArgumentException("events must be within [0, clients=" + clients + "], found " + events);
        }
    }

    /** {@return the share of clients with the event, from 0 to 1; none of no clients} */
    public OptionalDouble value() {
        return clients == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) events / clients);
    }

    /**
     * The interval of Wilson (JASA 22, 1927), which stays within [0, 1] and has a width at 0 and 1 too.
     *
     * @param level its confidence, such as 0.95, above 0 and below 1
     * @return the interval; [0, 1] of no clients
     */
    public RateInterval interval(double level) {
        double z = quantile(level);
        if (clients == 0) {
            return new RateInterval(0, 1);
        }
        double share = (double) events / clients;
        return new RateInterval(
                events == 0 ? 0 : Math.min(share, wilson(share, clients, -z)),
                events == clients ? 1 : Math.max(share, wilson(share, clients, z)));
    }

    /** The normal distribution's quantile of a two-sided interval. */
    static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, found " + level);
        }
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    }

    /** One end of Wilson's interval. */
    static double wilson(double share, long clients, double z) {
        double n = (double) clients;
        double centre = share + z * z / (2 * n);
        return (centre + z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n);
    }

    /** The level of each of several intervals, so that all of them hold at once at the level (Bonferroni). */
    static double each(double level, int intervals) {
        quantile(level);
        return 1 - (1 - level) / Math.max(1, intervals);
    }
}
