package io.lendcrm.segmentation.lifecycle;

import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How many clients are in which stage on some days, and how many go from which stage to which between them: the figures of
 * a monthly or quarterly look at a book. A client counts from the day it is known. On every day but the first, the clients
 * of a stage are those who came from all stages and those who weren't known before. Immutable and thread-safe.
 */
public final class StageFlow {

    private static final List<LifecycleStage> ALL = List.of(LifecycleStage.values());
    private static final int STAGES = ALL.size();

    private final List<LocalDate> days;
    private final long[][] counts;
    private final long[][] entered;
    private final long[][][] moves;

    private StageFlow(List<LocalDate> days) {
        this.days = days;
        this.counts = new long[days.size()][STAGES];
        this.entered = new long[days.size()][STAGES];
        this.moves = new long[days.size()][STAGES][STAGES];
    }

    /**
     * The flow between some days.
     *
     * @param histories the clients
     * @param days the days, each after the one before, at least one, none after any history's end
     * @return the flow
     * @throws IllegalArgumentException if there is no day, or one isn't after the one before or is after a history's end
     */
    public static StageFlow of(List<StageHistory> histories, List<LocalDate> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must be at least one, found none");
        }
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).isAfter(days.get(i - 1))) {
                throw new IllegalArgumentException(
                        "days must each be after the one before, found " + days.get(i) + " after " + days.get(i - 1));
            }
        }
        StageFlow flow = new StageFlow(List.copyOf(days));
        histories.forEach(flow::count);
        return flow;
    }

    /**
     * Days a step apart, counted back from the last. Where the last is the end of a month and the step is of whole months,
     * so are the others.
     *
     * @param first none is before this day, but the last if it is
     * @param last the last day
     * @param step how far apart, such as three months; above 0
     * @return the days in order
     */
    public static List<LocalDate> days(LocalDate first, LocalDate last, Period step) {
        if (!last.minus(step).isBefore(last)) {
            throw new IllegalArgumentException("step must be above 0, found " + step);
        }
        boolean endsOfMonths =
                step.withDays(0).equals(step) && last.equals(last.with(TemporalAdjusters.lastDayOfMonth()));
        List<LocalDate> days = new ArrayList<>(List.of(last));
        for (int steps = 1; ; steps++) {
            LocalDate day = last.minus(step.multipliedBy(steps));
            LocalDate at = endsOfMonths ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
            if (at.isBefore(first)) {
                Collections.reverse(days);
                return List.copyOf(days);
            }
            days.add(at);
        }
    }

    private void count(StageHistory history) {
        LocalDate known = history.changes().get(0).day();
        int before = -1;
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).isBefore(known)) {
                continue;
            }
            int stage = at(history.stage(days.get(i)));
            counts[i][stage]++;
            if (i > 0 && before >= 0) {
                moves[i][before][stage]++;
            } else if (i > 0) {
                entered[i][stage]++;
            }
            before = stage;
        }
    }

    private static int at(LifecycleStage stage) {
        return ALL.indexOf(stage);
    }

    /** {@return the days in order} */
    public List<LocalDate> days() {
        return days;
    }

    /**
     * How many clients are in a stage.
     *
     * @param day which of the days, from 0
     * @param stage the stage
     * @return the clients
     */
    public long count(int day, LifecycleStage stage) {
        return counts[day][at(stage)];
    }

    /**
     * How many clients in a stage weren't known on the day before.
     *
     * @param day which of the days, from 0; on the first there are none
     * @param stage the stage
     * @return the clients
     */
    public long entered(int day, LifecycleStage stage) {
        return entered[day][at(stage)];
    }

    /**
     * How many clients went from one stage to another since the day before, or stayed if it is the same one.
     *
     * @param day which of the days, from 0; on the first there are none
     * @param from the stage on the day before
     * @param to the stage on the day
     * @return the clients
     */
    public long moved(int day, LifecycleStage from, LifecycleStage to) {
        return moves[day][at(from)][at(to)];
    }

    /**
     * How many times clients went from one stage to another over all steps.
     *
     * @param from the stage before a step
     * @param to the stage after it
     * @return the times
     */
    public long moved(LifecycleStage from, LifecycleStage to) {
        return IntStream.range(0, days.size())
                .mapToLong(day -> moved(day, from, to))
                .sum();
    }

    /**
     * The part of the clients of a stage that is in another one a step later, over all steps: the maximum likelihood
     * estimate of a Markov chain that is the same at every step (Anderson and Goodman, 1957).
     *
     * @param from the stage before a step
     * @param to the stage after it
     * @return from 0 to 1; empty if no client was ever in {@code from} before a step
     */
    public OptionalDouble share(LifecycleStage from, LifecycleStage to) {
        long all = 0;
        for (LifecycleStage any : ALL) {
            all += moved(from, any);
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) moved(from, to) / all);
    }

    /** {@return the days, without the clients} */
    @Override
    public String toString() {
        return "StageFlow" + days;
    }
}
