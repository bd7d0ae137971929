package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Horizon;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days on which behaviour is watched: first those a model is fitted on (calibration), then those it is judged by
 * (holdout). All days named are part of their span. Immutable and thread-safe.
 *
 * @param from the first day of calibration; null to watch from the beginning
 * @param until the last day of calibration
 * @param holdoutUntil the last day of the holdout, which begins on the day after {@code until}; equal to {@code until}
 *     if there is none
 */
public record ObservationWindow(@Nullable LocalDate from, LocalDate until, LocalDate holdoutUntil) {

    public ObservationWindow {
        requireNonNull(until, "until");
        requireNonNull(holdoutUntil, "holdoutUntil");
        if (from != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
        }
        if (holdoutUntil.isBefore(until)) {
            throw new IllegalArgumentException(
                    "holdoutUntil must not be before until=" + until + ", found " + holdoutUntil);
        }
    }

    /**
     * Watches from the beginning, without a holdout.
     *
     * @param until the last day
     * @return the window
     */
    public static ObservationWindow until(LocalDate until) {
        return new ObservationWindow(null, until, until);
    }

    /**
     * Watches from a day on, without a holdout.
     *
     * @param from the first day
     * @param until the last day
     * @return the window
     */
    public static ObservationWindow of(LocalDate from, LocalDate until) {
        return new ObservationWindow(requireNonNull(from, "from"), until, until);
    }

    /**
     * Watches a span of the calendar that ends on a day, without a holdout: three months until 31 May begin on 1 March,
     * and until 15 May on 16 February.
     *
     * @param until the last day
     * @param length the span, such as {@code Period.ofMonths(12)}; at least a day
     * @return the window
     */
    public static ObservationWindow trailing(LocalDate until, Period length) {
        LocalDate from = until.minus(length).plusDays(1);
        if (from.isAfter(until)) {
            throw new IllegalArgumentException("length must be at least a day, found " + length);
        }
        return of(from, until);
    }

    /**
     * Watches the last whole calendar months, without a holdout. Blocks of months begin in January, so that blocks of 3
     * are quarters, of 6 half-years and of 12 years.
     *
     * @param asOf the day looked from; a block counts if its last day isn't after it
     * @param monthsInBlock how many months a block has: 1, 2, 3, 4, 6 or 12
     * @param blocks how many blocks, at least 1
     * @return the window, which ends on the last day of a block
     */
    public static ObservationWindow whole(LocalDate asOf, int monthsInBlock, int blocks) {
        if (monthsInBlock < 1 || 12 % monthsInBlock != 0) {
            throw new IllegalArgumentException(
                    "monthsInBlock must be one of 1, 2, 3, 4, 6, 12, found " + monthsInBlock);
        }
        if (blocks < 1) {
            throw new IllegalArgumentException("blocks must be at least 1, found " + blocks);
        }
        LocalDate next = asOf.plusDays(1);
        int into = (next.getMonthValue() - 1) % monthsInBlock;
        LocalDate behind = next.withDayOfMonth(1).minusMonths(into);
        return of(behind.minusMonths((long) monthsInBlock * blocks), behind.minusDays(1));
    }

    /**
     * Windows whose calibration grows by one holdout after the other (rolling origin): each is judged by the days that
     * the next one is fitted on.
     *
     * @param first the window of the first calibration; its holdout is passed over
     * @param holdout the length of each holdout
     * @param count how many windows, at least 1
     * @return the windows in order
     */
    public static List<ObservationWindow> rolling(ObservationWindow first, Period holdout, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, found " + count);
        }
        List<ObservationWindow> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // from the first day each time: a month after 31 January and another one give 31 March
            LocalDate end = first.until.plus(holdout.multipliedBy(i));
            windows.add(new ObservationWindow(first.from, end, first.until.plus(holdout.multipliedBy(i + 1))));
        }
        return List.copyOf(windows);
    }

    /**
     * The same calibration with a holdout.
     *
     * @param last the last day of the holdout
     * @return the window
     */
    public ObservationWindow withHoldoutUntil(LocalDate last) {
        return new ObservationWindow(from, until, last);
    }

    /**
     * Whether a day belongs to the calibration.
     *
     * @param day the day
     * @return true from {@code from} to {@code until}
     */
    public boolean inCalibration(LocalDate day) {
        return !day.isAfter(until) && (from == null || !day.isBefore(from));
    }

    /**
     * Whether a day belongs to the holdout.
     *
     * @param day the day
     * @return true after {@code until} up to {@code holdoutUntil}
     */
    public boolean inHoldout(LocalDate day) {
        return day.isAfter(until) && !day.isAfter(holdoutUntil);
    }

    /** {@return the length of the holdout, in days} */
    public Horizon holdout() {
        return Horizon.days((double) ChronoUnit.DAYS.between(until, holdoutUntil));
    }

    /**
     * The point in time at the end of the calibration.
     *
     * @param zone the zone whose midnight ends the day
     * @return what was known then
     */
    public AsOf asOf(ZoneId zone) {
        return AsOf.endOf(until, zone);
    }
}
