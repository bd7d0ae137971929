package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.statement.RatioValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A promise in a credit contract that a ratio stays on one side of a bound, tested again and again. Immutable and
 * thread-safe.
 *
 * @param id the promise's key
 * @param measure what is tested, such as {@code dscr} or {@code liabilities-to-assets}
 * @param side which side of the bound is promised
 * @param bound the bound, finite; keeping exactly to it keeps the promise
 * @param firstTest the first day of testing
 * @param everyMonths months from one test to the next, at least 1
 */
public record Covenant(
        @Classified(DataClass.ORDINARY) String id,
        @Classified(DataClass.ORDINARY) String measure,
        @Classified(DataClass.ORDINARY) Side side,
        @Classified(DataClass.ORDINARY) double bound,
        @Classified(DataClass.ORDINARY) LocalDate firstTest,
        @Classified(DataClass.ORDINARY) int everyMonths) {

    /** Which side of a bound is promised. */
    public enum Side {
        /** Never below the bound. */
        AT_LEAST,
        /** Never above the bound. */
        AT_MOST
    }

    public Covenant {
        requireNonNull(id, "id");
        requireNonNull(measure, "measure");
        requireNonNull(side, "side");
        requireNonNull(firstTest, "firstTest");
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException("bound must be finite, found " + bound);
        }
        if (everyMonths < 1) {
            throw new IllegalArgumentException("everyMonths must be at least 1, found " + everyMonths);
        }
    }

    /**
     * Whether a ratio keeps the promise.
     *
     * @param found the ratio
     * @return true if kept, false if broken, empty if the ratio is undefined: then nothing can be said
     */
    public Optional<Boolean> keptBy(RatioValue found) {
        return found.asDouble().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        side == Side.AT_LEAST
                                ? found.asDouble().getAsDouble() >= bound
                                : found.asDouble().getAsDouble() <= bound);
    }

    /**
     * By how much a ratio keeps clear of the bound.
     *
     * @param found the ratio
     * @return the distance in the ratio's own unit, negative if the promise is broken; undefined if the ratio is
     */
    public RatioValue headroom(RatioValue found) {
        if (found.asDouble().isEmpty()) {
            return found;
        }
        double value = found.asDouble().getAsDouble();
        return RatioValue.of(side == Side.AT_LEAST ? value - bound : bound - value);
    }

    /**
     * The days of testing, counted from the first so that a month's end stays one.
     *
     * @param last the last day to count
     * @return the days up to and including it, in order
     */
    public List<LocalDate> testDates(LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (long months = 0; !firstTest.plusMonths(months).isAfter(last); months += everyMonths) {
            days.add(firstTest.plusMonths(months));
        }
        return List.copyOf(days);
    }
}
