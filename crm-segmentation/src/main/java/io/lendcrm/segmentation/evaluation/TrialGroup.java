package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Clients of a group, such as a segment, dealt at random between a strategy and its control, and how many of each
 * responded. Immutable and thread-safe.
 *
 * @param name the group
 * @param treated how many clients had the strategy, at least 1
 * @param treatedResponses how many of them responded
 * @param control how many clients hadn't, at least 1
 * @param controlResponses how many of them responded
 */
public record TrialGroup(String name, long treated, long treatedResponses, long control, long controlResponses) {

    public TrialGroup {
        requireNonNull(name, "name");
        requireWithin("treated", treated, treatedResponses);
        requireWithin("control", control, controlResponses);
    }

    private static void requireWithin(String name, long clients, long responses) {
        if (clients < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, found " + clients);
        }
        if (responses < 0 || responses > clients) {
            throw new IllegalArgumentException(
                    name + "Responses must be within [0, " + name + "=" + clients + "], found " + responses);
        }
    }

    /** {@return the realised gain: the share of responses of the treated less that of the control, from -1 to 1} */
    public double uplift() {
        return (double) treatedResponses / treated - (double) controlResponses / control;
    }

    /**
     * The interval of the uplift by Newcombe's method 10 (Statistics in Medicine 17, 1998, 873): Wilson's intervals of both
     * shares joined, so that it never leaves [-1, 1] and holds for small groups too.
     *
     * @param level the level of confidence, such as 0.95, above 0 and below 1
     * @return the interval
     */
    public UpliftInterval interval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, found " + level);
        }
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double p = (double) treatedResponses / treated;
        double q = (double) controlResponses / control;
        double below = Math.hypot(p - wilson(p, treated, -z), wilson(q, control, z) - q);
        double above = Math.hypot(wilson(p, treated, z) - p, q - wilson(q, control, -z));
        return new UpliftInterval(p - q - below, p - q + above);
    }

    private static double wilson(double p, long clients, double z) {
        double n = (double) clients;
        double centre = p + z * z / (2 * n);
        return (centre + z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n);
    }

    /**
     * Where an uplift lies.
     *
     * @param low the lower end
     * @param high the upper end
     */
    public record UpliftInterval(double low, double high) {
        public UpliftInterval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("high must be at least low=" + low + ", found " + high);
            }
        }

        /** {@return true if all of it lies above 0: the strategy gained} */
        public boolean gained() {
            return low > 0;
        }
    }
}
