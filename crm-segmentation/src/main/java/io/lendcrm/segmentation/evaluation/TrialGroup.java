package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

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
     * @return the interval; the strategy gained if all of it lies above 0
     */
    public RateInterval interval(double level) {
        double z = EventRate.quantile(level);
        double p = (double) treatedResponses / treated;
        double q = (double) controlResponses / control;
        double below = Math.hypot(p - EventRate.wilson(p, treated, -z), EventRate.wilson(q, control, z) - q);
        double above = Math.hypot(EventRate.wilson(p, treated, z) - p, q - EventRate.wilson(q, control, -z));
        return new RateInterval(p - q - below, p - q + above);
    }
}
