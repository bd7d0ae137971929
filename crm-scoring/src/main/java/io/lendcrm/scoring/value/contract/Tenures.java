package io.lendcrm.scoring.value.contract;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.DistinctRows;
import java.util.Arrays;

/**
 * For how long clients stayed under contract, as far as it is known: of each row how long at least, when it left or that it
 * is still there, since when it is watched, and how many clients share it. Cohorts, single clients by renewals and single
 * clients by duration can be put together by {@link #plus}. Immutable and thread-safe.
 */
public final class Tenures {

    /** Kinds of rows: still there, left between two moments, ended at a moment known, watched from a moment on. */
    static final int ACTIVE = 0;

    static final int LEFT = 1;
    static final int ENDED = 2;
    static final int ENTERED = 3;

    private final CalendarUnit unit;
    private final double[] from;
    private final double[] until;
    private final double[] weight;
    private final double[] entry;

    private Tenures(CalendarUnit unit, double[] from, double[] until, double[] weight, double[] entry) {
        this.unit = unit;
        this.from = from;
        this.until = until;
        this.weight = weight;
        this.entry = entry;
    }

    /**
     * The survivors of a cohort that started together: how many there were at the start and after each period. Who is lost
     * left in between; whoever survives the last period is still there.
     *
     * @param unit the length of a period, such as a year for yearly renewal
     * @param survivors how many at the start and after 1, 2, ... periods; at least 0, not rising, above 0 at the start
     * @return the tenures
     * @throws IllegalArgumentException if there is no period, or numbers are impossible; the message names the period
     */
    public static Tenures ofCohort(CalendarUnit unit, double... survivors) {
        requireNonNull(unit, "unit");
        int periods = survivors.length - 1;
        if (periods < 1) {
            throw new IllegalArgumentException(
                    "survivors must be given at the start and after at least 1 period, found " + survivors.length);
        }
        double[] from = new double[periods + 1];
        double[] until = new double[periods + 1];
        double[] weight = new double[periods + 1];
        int rows = 0;
        for (int t = 0; t <= periods; t++) {
            double now = survivors[t];
            if (!(now >= 0) || now == Double.POSITIVE_INFINITY || t == 0 && now == 0) {
                throw new IllegalArgumentException("period " + t + ": survivors must be finite and "
                        + (t == 0 ? "above 0" : "at least 0") + ", found " + now);
            }
            if (t > 0 && now > survivors[t - 1]) {
                throw new IllegalArgumentException(
                        "period " + t + ": survivors must not rise, found " + now + " after " + survivors[t - 1]);
            }
            double lost = t == 0 ? 0 : survivors[t - 1] - now;
            if (lost > 0) {
                from[rows] = t - 1.0;
                until[rows] = t;
                weight[rows++] = lost;
            }
        }
        if (survivors[periods] > 0) {
            from[rows] = periods;
            until[rows] = Double.POSITIVE_INFINITY;
            weight[rows++] = survivors[periods];
        }
        return new Tenures(
                unit,
                Arrays.copyOf(from, rows),
                Arrays.copyOf(until, rows),
                Arrays.copyOf(weight, rows),
                new double[rows]);
    }

    /**
     * Single clients by renewals.
     *
     * @param unit the length of a period
     * @param renewals how often each has renewed, at least 0
     * @param active whether it is still there; one that isn't left at the end of its next period
     * @param weight how many clients share each row, above 0; empty for 1 each
     * @return the tenures
     * @throws IllegalArgumentException if lengths differ or a number is impossible; the message names the row
     */
    public static Tenures ofRenewals(CalendarUnit unit, int[] renewals, boolean[] active, double[] weight) {
        requireNonNull(unit, "unit");
        int rows = renewals.length;
        requireLength("active", active.length, rows);
        double[] from = new double[rows];
        double[] until = new double[rows];
        for (int row = 0; row < rows; row++) {
            if (renewals[row] < 0) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": renewals must be at least 0, found " + renewals[row]);
            }
            from[row] = renewals[row];
            until[row] = active[row] ? Double.POSITIVE_INFINITY : renewals[row] + 1.0;
        }
        return new Tenures(unit, from, until, weights(weight, rows), new double[rows]);
    }

    /**
     * Single clients by duration, known to the moment. A client that came under observation only after some time, such as a
     * contract older than the records, is counted by what it did from then on (left truncation).
     *
     * @param unit the unit of the times
     * @param duration how long each stayed, or has stayed so far; above 0 where it ended, at least 0 elsewhere
     * @param ended whether it ended then; else the client is still there
     * @param weight how many clients share each row, above 0; empty for 1 each
     * @param entry from which duration on each was observed, at least 0 and not after its duration, before it where it
     *     ended; empty for 0 each
     * @return the tenures
     * @throws IllegalArgumentException if lengths differ or a number is impossible; the message names the row
     */
    public static Tenures ofDurations(
            CalendarUnit unit, double[] duration, boolean[] ended, double[] weight, double[] entry) {
        requireNonNull(unit, "unit");
        int rows = duration.length;
        requireLength("ended", ended.length, rows);
        double[] entries = entry.length == 0 ? new double[rows] : entry.clone();
        requireLength("entry", entries.length, rows);
        double[] until = new double[rows];
        for (int row = 0; row < rows; row++) {
            String least = ended[row] ? "above 0" : "at least 0";
            double t = duration[row];
            if (!(ended[row] ? t > 0 : t >= 0) || t == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": duration must be finite and " + least + ", found " + t);
            }
            if (!(entries[row] >= 0 && (entries[row] < t || !ended[row] && entries[row] == t))) {
                throw new IllegalArgumentException("row " + (row + 1) + ": entry must be within [0, duration=" + t
                        + (ended[row] ? ")" : "]") + ", found " + entries[row]);
            }
            until[row] = ended[row] ? t : Double.POSITIVE_INFINITY;
        }
        return new Tenures(unit, duration.clone(), until, weights(weight, rows), entries);
    }

    /**
     * These and others, as if they had been one book: cohorts of several years, say.
     *
     * @param other tenures in the same unit
     * @return all of them
     * @throws IllegalArgumentException if the units differ
     */
    public Tenures plus(Tenures other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("unit must be " + unit + ", found " + other.unit);
        }
        return new Tenures(
                unit,
                joined(from, other.from),
                joined(until, other.until),
                joined(weight, other.weight),
                joined(entry, other.entry));
    }

    /**
     * The same tenures counted in another unit. Periods become spans of time, in which a client left at no known moment.
     *
     * @param other the unit
     * @return the same clients
     */
    public Tenures in(CalendarUnit other) {
        double factor = unit.days() / other.days();
        return new Tenures(other, scaled(from, factor), scaled(until, factor), weight, scaled(entry, factor));
    }

    /** {@return the unit of the times, or the length of a period} */
    public CalendarUnit unit() {
        return unit;
    }

    /** {@return how many rows} */
    public int size() {
        return from.length;
    }

    /** {@return how many clients: the sum of the weights} */
    public double clients() {
        return Arrays.stream(weight).sum();
    }

    /** {@return how many clients left} */
    public double left() {
        double sum = 0;
        for (int row = 0; row < size(); row++) {
            sum += until[row] < Double.POSITIVE_INFINITY ? weight[row] : 0;
        }
        return sum;
    }

    /** {@return for how long they were watched, all together; one that left in a period, for all of it} */
    public double exposure() {
        double sum = 0;
        for (int row = 0; row < size(); row++) {
            double end = until[row] < Double.POSITIVE_INFINITY ? until[row] : from[row];
            sum += weight[row] * (end - entry[row]);
        }
        return sum;
    }

    /** {@return rows and clients, their number and no more} */
    @Override
    public String toString() {
        return "Tenures[" + size() + " rows, times in " + unit + "]";
    }

    /** Whether all is known by whole periods, and no end to the moment. */
    boolean isInPeriods() {
        for (int row = 0; row < size(); row++) {
            boolean whole = from[row] == Math.rint(from[row]) && entry[row] == Math.rint(entry[row]);
            if (!whole || from[row] == until[row]) {
                return false;
            }
        }
        return true;
    }

    /** What adds up to the likelihood, equal rows merged: the count is the kind, the columns are the moments. */
    DistinctRows rows() {
        int entered = 0;
        for (double e : entry) {
            entered += e > 0 ? 1 : 0;
        }
        int[] kind = Arrays.copyOf(new int[size()], size() + entered);
        double[] first = Arrays.copyOf(from, kind.length);
        double[] second = new double[kind.length];
        double[] clients = Arrays.copyOf(weight, kind.length);
        for (int row = 0, at = size(); row < size(); row++) {
            boolean left = until[row] < Double.POSITIVE_INFINITY;
            kind[row] = !left ? ACTIVE : until[row] == from[row] ? ENDED : LEFT;
            second[row] = kind[row] == LEFT ? until[row] : 0;
            if (entry[row] > 0) {
                kind[at] = ENTERED;
                first[at] = entry[row];
                clients[at++] = weight[row];
            }
        }
        return DistinctRows.of(kind, first, second, clients);
    }

    private static double[] weights(double[] weight, int rows) {
        double[] weights = weight.clone();
        if (weight.length == 0) {
            weights = new double[rows];
            Arrays.fill(weights, 1);
        }
        requireLength("weight", weights.length, rows);
        for (int row = 0; row < rows; row++) {
            if (!(weights[row] > 0) || weights[row] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "row " + (row + 1) + ": weight must be finite and above 0, found " + weights[row]);
            }
        }
        return weights;
    }

    private static double[] scaled(double[] times, double factor) {
        return Arrays.stream(times).map(t -> t * factor).toArray();
    }

    private static double[] joined(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void requireLength(String column, int found, int rows) {
        if (found != rows) {
            throw new IllegalArgumentException(column + " must have " + rows + " rows, found " + found);
        }
    }
}
