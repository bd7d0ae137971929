package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.interaction.RepaymentTrack;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How loans roll between buckets of delinquency from one month's end to the next, counted by month. A loan that has
 * nothing more to pay has left and isn't current. Counts of two parts of a book merge exactly. Not thread-safe; confine
 * to one thread.
 */
public final class RollRates {

    private static final int BUCKETS = DelinquencyBucket.values().length;

    /** By month of arrival: from bucket to bucket, the last column for those that left. */
    private final TreeMap<YearMonth, long[][]> moves = new TreeMap<>();

    private RollRates() {}

    /** {@return counts of nothing yet} */
    public static RollRates empty() {
        return new RollRates();
    }

    /**
     * Counts a loan's moves. It is watched from the end of the month of its first due day or payment; the first move
     * counted ends in {@code from}.
     *
     * @param loan the loan
     * @param from the first month at whose end a move may arrive
     * @param until the last one; the data must cover it to its end
     * @return this
     */
    public RollRates add(RepaymentTrack loan, YearMonth from, YearMonth until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
        }
        if (loan.turningDays().isEmpty()) {
            return this;
        }
        YearMonth first = YearMonth.from(loan.turningDays().first());
        LocalDate lastTurn = loan.turningDays().last();
        YearMonth month = first.isBefore(from.minusMonths(1)) ? from.minusMonths(1) : first;
        while (month.isBefore(until) && !hasLeft(loan, month.atEndOfMonth(), lastTurn)) {
            DelinquencyBucket before = bucket(loan, month);
            month = month.plusMonths(1);
            int to = hasLeft(loan, month.atEndOfMonth(), lastTurn)
                    ? BUCKETS
                    : bucket(loan, month).index();
            moves.computeIfAbsent(month, m -> new long[BUCKETS][BUCKETS + 1])[before.index()][to]++;
        }
        return this;
    }

    /**
     * Adds what others counted.
     *
     * @param other of other loans or months
     * @return this
     */
    public RollRates merge(RollRates other) {
        other.moves.forEach((month, counts) -> {
            long[][] own = moves.computeIfAbsent(month, m -> new long[BUCKETS][BUCKETS + 1]);
            for (int i = 0; i < BUCKETS; i++) {
                for (int j = 0; j <= BUCKETS; j++) {
                    own[i][j] = Math.addExact(own[i][j], counts[i][j]);
                }
            }
        });
        return this;
    }

    /** {@return the months at whose end a move arrived, in order} */
    public List<YearMonth> months() {
        return List.copyOf(moves.keySet());
    }

    /**
     * How many loans moved in a month.
     *
     * @param month the month at whose end they arrived
     * @param from the bucket at the end of the month before
     * @param to the bucket at its end
     * @return the count, 0 for a month without a move
     */
    public long moves(YearMonth month, DelinquencyBucket from, DelinquencyBucket to) {
        long[][] counts = moves.get(requireNonNull(month, "month"));
        return counts == null ? 0 : counts[from.index()][to.index()];
    }

    /**
     * How many loans left in a month.
     *
     * @param month the month in which nothing more was to pay
     * @param from the bucket at the end of the month before
     * @return the count
     */
    public long left(YearMonth month, DelinquencyBucket from) {
        long[][] counts = moves.get(requireNonNull(month, "month"));
        return counts == null ? 0 : counts[from.index()][BUCKETS];
    }

    /**
     * The roll rate of all months together: of the loans in a bucket the share that was in another one a month later.
     *
     * @param from the bucket
     * @param to the other one
     * @return the share, those that left counted below; empty if no loan was ever in the bucket
     */
    public OptionalDouble rate(DelinquencyBucket from, DelinquencyBucket to) {
        long part = 0;
        long whole = 0;
        for (long[][] counts : moves.values()) {
            part += counts[from.index()][to.index()];
            for (long count : counts[from.index()]) {
                whole += count;
            }
        }
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** {@return the months and how many moves} */
    @Override
    public String toString() {
        long sum = moves.values().stream()
                .flatMap(Arrays::stream)
                .flatMapToLong(Arrays::stream)
                .sum();
        return "RollRates[" + moves.size() + " months, " + sum + " moves]";
    }

    private static DelinquencyBucket bucket(RepaymentTrack loan, YearMonth month) {
        return DelinquencyBucket.of(loan.daysPastDue(month.atEndOfMonth()));
    }

    private static boolean hasLeft(RepaymentTrack loan, LocalDate day, LocalDate lastTurn) {
        return !day.isBefore(lastTurn) && loan.overdue(day).isZero();
    }
}
