package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Loans by month of origination, and the share of them that had gone bad by each age in months. Age 0 is the end of the
 * month of origination. A cell that not all loans of the vintage were observed to is absent, not 0. Vintages of two
 * parts of a book merge exactly. Not thread-safe; confine to one thread.
 */
public final class Vintages {

    private final TreeMap<YearMonth, Vintage> vintages = new TreeMap<>();

    private static final class Vintage {
        private final TreeMap<Integer, Long> badByAge = new TreeMap<>();
        private long loans;
        private int observedAge = Integer.MAX_VALUE;
    }

    private Vintages() {}

    /** {@return no loans yet} */
    public static Vintages empty() {
        return new Vintages();
    }

    /**
     * Adds a loan.
     *
     * @param originatedOn the day it was signed or paid out
     * @param badOn the day it went bad, such as that of its first {@link DefaultEpisode}; null if it didn't
     * @param observedUntil the last day it was observed; a loan that was paid back can't go bad any more and is observed
     *     as long as the others
     * @return this
     * @throws IllegalArgumentException if a day is before the origination, or it went bad after it was observed
     */
    public Vintages add(LocalDate originatedOn, @Nullable LocalDate badOn, LocalDate observedUntil) {
        requireNonNull(originatedOn, "originatedOn");
        if (observedUntil.isBefore(originatedOn)) {
            throw new IllegalArgumentException(
                    "observedUntil must not be before originatedOn=" + originatedOn + ", found " + observedUntil);
        }
        if (badOn != null && (badOn.isBefore(originatedOn) || badOn.isAfter(observedUntil))) {
            throw new IllegalArgumentException(
                    "badOn must be within [" + originatedOn + ", " + observedUntil + "], found " + badOn);
        }
        YearMonth month = YearMonth.from(originatedOn);
        // the month of the last day is observed only if that day ends it
        YearMonth seen = YearMonth.from(observedUntil.plusDays(1)).minusMonths(1);
        Vintage vintage = vintages.computeIfAbsent(month, m -> new Vintage());
        vintage.loans++;
        vintage.observedAge = Math.min(vintage.observedAge, age(month, seen));
        if (badOn != null) {
            vintage.badByAge.merge(age(month, YearMonth.from(badOn)), 1L, Long::sum);
        }
        return this;
    }

    /**
     * Adds the loans of another part of the book.
     *
     * @param other its vintages
     * @return this
     */
    public Vintages merge(Vintages other) {
        other.vintages.forEach((month, theirs) -> {
            Vintage own = vintages.computeIfAbsent(month, m -> new Vintage());
            own.loans = Math.addExact(own.loans, theirs.loans);
            own.observedAge = Math.min(own.observedAge, theirs.observedAge);
            theirs.badByAge.forEach((age, count) -> own.badByAge.merge(age, count, Math::addExact));
        });
        return this;
    }

    /** {@return the months of origination, in order} */
    public List<YearMonth> months() {
        return List.copyOf(vintages.keySet());
    }

    /**
     * How many loans a vintage has.
     *
     * @param vintage the month of origination
     * @return the count, 0 if there is none
     */
    public long loans(YearMonth vintage) {
        Vintage found = vintages.get(requireNonNull(vintage, "vintage"));
        return found == null ? 0 : found.loans;
    }

    /**
     * Up to what age a vintage is observed.
     *
     * @param vintage the month of origination
     * @return the age in months; empty if not even the month of origination was observed to its end
     */
    public OptionalInt observedAge(YearMonth vintage) {
        Vintage found = vintages.get(requireNonNull(vintage, "vintage"));
        return found == null || found.observedAge < 0 ? OptionalInt.empty() : OptionalInt.of(found.observedAge);
    }

    /**
     * The cumulative bad rate.
     *
     * @param vintage the month of origination
     * @param age in months, at least 0
     * @return the share of the vintage's loans that had gone bad by the end of that month; empty if that wasn't observed
     */
    public OptionalDouble badRate(YearMonth vintage, int age) {
        if (age < 0) {
            throw new IllegalArgumentException("age must be at least 0, found " + age);
        }
        Vintage found = vintages.get(requireNonNull(vintage, "vintage"));
        if (found == null || age > found.observedAge) {
            return OptionalDouble.empty();
        }
        long bad = found.badByAge.headMap(age, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return OptionalDouble.of((double) bad / found.loans);
    }

    /** {@return how many vintages} */
    @Override
    public String toString() {
        return "Vintages[" + vintages.size() + " months]";
    }

    private static int age(YearMonth from, YearMonth to) {
        return Math.toIntExact(from.until(to, ChronoUnit.MONTHS));
    }
}
