package io.lendcrm.scoring.proof.validation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows parted by date, as a model meets them: fitted on what was known by a day, judged on clients observed from that day
 * on (out of time). A row's outcome is known only after its performance window, so that rows observed less than a window
 * before the cut belong to neither side: at the cut nobody could have fitted on them. Immutable and thread-safe.
 */
public final class TimeSplit {

    private final LocalDate cut;
    private final int[] development;
    private final int[] outOfTime;
    private final int rows;

    private TimeSplit(LocalDate cut, int[] development, int[] outOfTime, int rows) {
        this.cut = cut;
        this.development = development;
        this.outOfTime = outOfTime;
        this.rows = rows;
        if (development.length == 0 || outOfTime.length == 0) {
            throw new IllegalArgumentException("both sides of " + cut + " must have rows, found " + development.length
                    + " for development and " + outOfTime.length + " out of time");
        }
    }

    /**
     * A split at a day.
     *
     * @param observed the day each row was observed, from which its outcome is waited for
     * @param cut the day as of which the model could have been fitted
     * @param window how long after its observation a row's outcome is known
     * @return the split: development are rows with {@code observed + window <= cut}, out of time those with
     *     {@code observed >= cut}
     * @throws IllegalArgumentException if a side has no row
     */
    public static TimeSplit of(List<LocalDate> observed, LocalDate cut, Period window) {
        return of(observed, cut, LocalDate.MAX, window);
    }

    /**
     * Splits at day after day, each with all rows known by then for development, and those observed until the next cut out
     * of time: how the model would have fared had it been fitted anew each time.
     *
     * @param observed the day each row was observed
     * @param first the first cut
     * @param step from one cut to the next, above 0
     * @param count how many cuts, at least 1
     * @param window how long after its observation a row's outcome is known
     * @return the splits in order of time
     * @throws IllegalArgumentException if a side of one of them has no row
     */
    public static List<TimeSplit> rolling(
            List<LocalDate> observed, LocalDate first, Period step, int count, Period window) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, found " + count);
        }
        if (!first.plus(step).isAfter(first)) {
            throw new IllegalArgumentException("step must be above 0, found " + step);
        }
        List<TimeSplit> splits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate cut = first.plus(step.multipliedBy(i));
            splits.add(of(observed, cut, first.plus(step.multipliedBy(i + 1)), window));
        }
        return List.copyOf(splits);
    }

    private static TimeSplit of(List<LocalDate> observed, LocalDate cut, LocalDate end, Period window) {
        requireNonNull(cut, "cut");
        if (window.isNegative()) {
            throw new IllegalArgumentException("window must not be negative, found " + window);
        }
        List<LocalDate> days = List.copyOf(observed);
        return new TimeSplit(
                cut,
                rows(
                        days.size(),
                        row -> !days.get(row).plus(window).isAfter(cut)
                                && days.get(row).isBefore(cut)),
                rows(
                        days.size(),
                        row -> !days.get(row).isBefore(cut) && days.get(row).isBefore(end)),
                days.size());
    }

    private static int[] rows(int size, IntPredicate in) {
        return IntStream.range(0, size).filter(in).toArray();
    }

    /**
     * The same split without out-of-time rows of clients that are in development too: what a model knows of a client by
     * heart is no proof for new ones.
     *
     * @param clients whose each row is
     * @return the changed split
     * @throws IllegalArgumentException if lengths differ, or no row is left
     */
    public TimeSplit ofNewClients(List<ClientId> clients) {
        if (clients.size() != rows) {
            throw new IllegalArgumentException("clients must have " + rows + " rows, found " + clients.size());
        }
        Set<ClientId> known = new HashSet<>();
        for (int row : development) {
            known.add(clients.get(row));
        }
        int[] unseen = Arrays.stream(outOfTime)
                .filter(row -> !known.contains(clients.get(row)))
                .toArray();
        return new TimeSplit(cut, development, unseen, rows);
    }

    /** {@return the day as of which the model could have been fitted} */
    public LocalDate cut() {
        return cut;
    }

    /** {@return the rows to bin, select and fit on, from 0, in order} */
    public int[] development() {
        return development.clone();
    }

    /** {@return the rows to judge by, from 0, in order} */
    public int[] outOfTime() {
        return outOfTime.clone();
    }

    /** {@return how many rows are on neither side} */
    public int leftOut() {
        return rows - development.length - outOfTime.length;
    }

    /**
     * Fits on the one side and scores the other.
     *
     * @param bad each row's outcome
     * @param scoring fits on its first rows and gives a score of risk for each of its second ones, in their order
     * @return the out-of-time rows with their scores
     * @throws IllegalArgumentException if lengths differ, or the out-of-time rows lack one of the outcomes
     */
    public ScoredOutcomes validate(boolean[] bad, BiFunction<int[], int[], double[]> scoring) {
        if (bad.length != rows) {
            throw new IllegalArgumentException("bad must have " + rows + " rows, found " + bad.length);
        }
        double[] risks = scoring.apply(development(), outOfTime());
        boolean[] outcome = new boolean[outOfTime.length];
        for (int i = 0; i < outcome.length; i++) {
            outcome[i] = bad[outOfTime[i]];
        }
        return ScoredOutcomes.ofRisk(risks, outcome);
    }

    /** Equal if every row is on the same side. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSplit that
                && cut.equals(that.cut)
                && rows == that.rows
                && Arrays.equals(development, that.development)
                && Arrays.equals(outOfTime, that.outOfTime);
    }

    @Override
    public int hashCode() {
        return 31 * cut.hashCode() + Arrays.hashCode(outOfTime);
    }

    /** {@return the cut and how many rows each side has} */
    @Override
    public String toString() {
        return "TimeSplit[" + cut + ", " + development.length + " for development, " + outOfTime.length
                + " out of time, " + leftOut() + " left out]";
    }
}
