package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much segments tell of an event nobody used to make them, such as a default, a churn or a response: the predictive lift.
 * Take clients the segments weren't fitted to. Immutable and thread-safe.
 *
 * <p>The intervals of all segments hold at once at the level (Wilson's, by Bonferroni's correction), so that of segments that
 * are all alike a report names any with a chance of 1 − level only. The base rate is that of all clients with a segment;
 * those without are told apart.
 *
 * @param segments each segment's rate, in the model's order
 * @param all the clients with a segment, of whom at least one had the event and one hadn't
 * @param unassigned the clients without a segment
 * @param level the level of confidence of all intervals at once, above 0 and below 1
 */
public record SegmentLift(List<SegmentRate> segments, EventRate all, EventRate unassigned, double level) {

    private static final double LEVEL = 0.95;
    private static final int LEAST = 30;

    public SegmentLift {
        segments = List.copyOf(segments);
        requireNonNull(all, "all");
        requireNonNull(unassigned, "unassigned");
        if (all.events() == 0 || all.events() == all.clients()) {
            throw new IllegalArgumentException(
                    "the event must have come to some clients and not to others, found it with " + all.events() + " of "
                            + all.clients() + " clients that have a segment");
        }
    }

    /** How a segment's rate stands to the base rate. */
    public enum Standing {
        /** The interval lies above the base rate. */
        ABOVE,
        /** The interval lies below the base rate. */
        BELOW,
        /** The interval holds the base rate: no difference is shown. */
        ALIKE,
        /** Too few clients for a verdict. */
        TOO_FEW
    }

    /**
     * A segment's rate.
     *
     * @param segment the segment
     * @param rate its clients and their events
     * @param interval where the rate lies; together with the other segments' at the report's level
     * @param lift the rate by the base rate; none without clients
     * @param standing how it stands to the base rate
     */
    public record SegmentRate(
            SegmentId segment, EventRate rate, RateInterval interval, OptionalDouble lift, Standing standing) {
        public SegmentRate {
            requireNonNull(segment, "segment");
            requireNonNull(rate, "rate");
            requireNonNull(interval, "interval");
            requireNonNull(lift, "lift");
            requireNonNull(standing, "standing");
        }
    }

    /**
     * The lift of a table's segments, at level 0.95 and with a verdict on segments of at least 30 clients.
     *
     * @param assigned each client's segment
     * @param event whether each client had the event, in the same order
     * @return the lift
     * @throws IllegalArgumentException if the lengths differ, or all or none of the clients with a segment had the event
     */
    public static SegmentLift of(Assignments assigned, boolean[] event) {
        return of(assigned, event, LEVEL, LEAST);
    }

    /**
     * The lift of a table's segments.
     *
     * @param assigned each client's segment
     * @param event whether each client had the event, in the same order
     * @param level the level of confidence of all intervals at once, above 0 and below 1
     * @param least how many clients a segment needs for a verdict, at least 1
     * @return the lift
     * @throws IllegalArgumentException if the lengths differ, or all or none of the clients with a segment had the event
     */
    public static SegmentLift of(Assignments assigned, boolean[] event, double level, int least) {
        if (event.length != assigned.rows()) {
            throw new IllegalArgumentException(
                    "event must have a value for each of the " + assigned.rows() + " clients, found " + event.length);
        }
        if (least < 1) {
            throw new IllegalArgumentException("least must be at least 1, found " + least);
        }
        int k = assigned.segments().size();
        long[] clients = new long[k + 1];
        long[] events = new long[k + 1];
        for (int row = 0; row < event.length; row++) {
            int own = assigned.segment(row) < 0 ? k : assigned.segment(row);
            clients[own]++;
            events[own] += event[row] ? 1 : 0;
        }
        EventRate unassigned = new EventRate(clients[k], events[k]);
        long total = 0;
        for (int s = 0; s < k; s++) {
            total += events[s];
        }
        EventRate all = new EventRate(event.length - unassigned.clients(), total);
        List<SegmentRate> rates = new ArrayList<>();
        for (int s = 0; s < k; s++) {
            EventRate rate = new EventRate(clients[s], events[s]);
            rates.add(rate(assigned.segments().get(s).id(), rate, all, EventRate.each(level, k), least));
        }
        return new SegmentLift(rates, all, unassigned, level);
    }

    private static SegmentRate rate(SegmentId segment, EventRate rate, EventRate all, double level, int least) {
        double base = all.value().orElse(0);
        RateInterval interval = rate.interval(level);
        Standing standing = rate.clients() < least
                ? Standing.TOO_FEW
                : interval.above(base) ? Standing.ABOVE : interval.below(base) ? Standing.BELOW : Standing.ALIKE;
        OptionalDouble lift = base == 0 || rate.clients() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rate.value().orElseThrow() / base);
        return new SegmentRate(segment, rate, interval, lift, standing);
    }

    /**
     * The information value: Σ (aᵢ − bᵢ) · ln(aᵢ / bᵢ), where aᵢ and bᵢ are the parts of all clients without and with the
     * event that segment i has. If a segment that has clients lacks either, 0.5 is added to both counts of each.
     *
     * @return the value, at least 0; 0 says that segments tell nothing, and chance alone gives about (k − 1) · (1 / clients
     *     with + 1 / clients without)
     */
    public double informationValue() {
        List<EventRate> filled = filled();
        boolean empty = filled.stream().anyMatch(r -> r.events() == 0 || r.events() == r.clients());
        double more = empty ? 0.5 : 0;
        double with = all.events() + more * filled.size();
        double without = all.clients() - all.events() + more * filled.size();
        double sum = 0;
        for (EventRate rate : filled) {
            double a = (rate.clients() - rate.events() + more) / without;
            double b = (rate.events() + more) / with;
            sum += (a - b) * Math.log(a / b);
        }
        return sum;
    }

    /**
     * The Gini coefficient 2 · AUC − 1 of the segments, ranked by their own rates; two clients of one segment count half. It
     * flatters, as the order is chosen on the clients it is measured on.
     *
     * @return the coefficient, from 0 to 1
     */
    public double gini() {
        return gini(this);
    }

    /**
     * The Gini coefficient of the segments, ranked by the rates of other clients, such as those before. Segments that had no
     * clients there rank by that base rate.
     *
     * @param earlier the lift that ranks them
     * @return the coefficient, from −1 to 1
     */
    public double gini(SegmentLift earlier) {
        Map<SegmentId, Double> rank = new HashMap<>();
        double base = earlier.all().value().orElseThrow();
        earlier.segments().forEach(s -> rank.put(s.segment(), s.rate().value().orElse(base)));
        double won = 0;
        for (SegmentRate one : segments) {
            for (SegmentRate other : segments) {
                double order =
                        Math.signum(rank.getOrDefault(one.segment(), base) - rank.getOrDefault(other.segment(), base));
                won += order
                        * one.rate().events()
                        * (other.rate().clients() - other.rate().events());
            }
        }
        return won / all.events() / (all.clients() - all.events());
    }

    /**
     * Whether segments differ in their rates at all: Pearson's χ² test, or one by simulated tables (seed 0) where fewer than 5
     * events or clients without are expected in a segment.
     *
     * @return the test
     */
    public PartitionTest test() {
        return PartitionTest.of(filled(), 0);
    }

    /** The segments that have clients. */
    private List<EventRate> filled() {
        return segments.stream()
                .map(SegmentRate::rate)
                .filter(r -> r.clients() > 0)
                .toList();
    }
}
