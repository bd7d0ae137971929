package io.lendcrm.scoring.value.propensity;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.time.CalendarUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When a client borrowed: the spans between one loan and the next, and the span since the last one. All in the same unit of
 * time. Immutable and thread-safe.
 */
public final class BorrowingHistory {

    private final double[] gaps;
    private final double elapsed;

    private BorrowingHistory(double[] gaps, double elapsed) {
        this.gaps = gaps;
        this.elapsed = elapsed;
    }

    /**
     * A client's spans.
     *
     * @param elapsed since the last loan, finite and at least 0
     * @param gaps from each loan to the next in order, finite and above 0; none for a client with one loan
     * @return the history
     * @throws IllegalArgumentException if a span is out of range
     */
    public static BorrowingHistory of(double elapsed, double... gaps) {
        if (!(elapsed >= 0) || elapsed == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("elapsed must be finite and at least 0, found " + elapsed);
        }
        for (double gap : gaps) {
            if (!(gap > 0) || gap == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("gap must be finite and above 0, found " + gap);
            }
        }
        return new BorrowingHistory(gaps.clone(), elapsed);
    }

    /**
     * The spans between the days on which a client signed credit contracts; several of one day count as one loan, and
     * guarantees don't count.
     *
     * @param history the client as it was known at a point in time
     * @param unit the unit of time
     * @return its spans up to that point; empty if it had no loan
     */
    public static Optional<BorrowingHistory> from(ClientHistory history, CalendarUnit unit) {
        LocalDate today = history.asOf().date();
        List<LocalDate> days = history.facilities().stream()
                .filter(facility -> facility.type() != Facility.Type.GUARANTEE)
                .map(Facility::signedOn)
                .filter(day -> !day.isAfter(today))
                .distinct()
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        double[] gaps = new double[days.size() - 1];
        Arrays.setAll(gaps, i -> span(days.get(i), days.get(i + 1), unit));
        return Optional.of(new BorrowingHistory(gaps, span(days.get(days.size() - 1), today, unit)));
    }

    private static double span(LocalDate from, LocalDate to, CalendarUnit unit) {
        return ChronoUnit.DAYS.between(from, to) / unit.days();
    }

    /** {@return how many loans, at least 1} */
    public int loans() {
        return gaps.length + 1;
    }

    /** {@return the spans from each loan to the next, a copy} */
    public double[] gaps() {
        return gaps.clone();
    }

    /** {@return the span since the last loan} */
    public double elapsed() {
        return elapsed;
    }

    /** {@return a copy that is looked at on the day of the last loan} */
    BorrowingHistory atLastLoan() {
        return new BorrowingHistory(gaps, 0);
    }

    /** The sum of the spans between loans, each divided by the scale and raised to the shape. */
    double used(double scale, double shape) {
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.pow(gap / scale, shape);
        }
        return sum;
    }

    double sumOfLogs() {
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.log(gap);
        }
        return sum;
    }

    /** {@return how many loans; the spans themselves may tell who it is} */
    @Override
    public String toString() {
        return "BorrowingHistory[" + loans() + " loans]";
    }
}
