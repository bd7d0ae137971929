package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * From which days before a default its drawdown is measured. A reference day takes the last reading with a limit on or
 * before it; a day without a reading in the month up to it gives nothing. Immutable and thread-safe.
 *
 * <p>Source: Moral, EAD estimates for facilities with explicit limits, in The Basel II Risk Parameters, Springer 2006.
 *
 * @param approach which days
 * @param months the horizon, at least 1; 12 in common use
 */
public record DrawdownSampling(Approach approach, int months) {

    private static final int OLDEST_READING_DAYS = 31;

    /** Which days before a default are reference days. */
    public enum Approach {
        /** The one day a horizon before the default. */
        FIXED_HORIZON,
        /** The last day before the calendar block of a horizon's months in which the default fell, such as 31 December. */
        COHORT,
        /** Each month before the default up to the horizon: several for one default, which aren't independent. */
        VARIABLE_TIME
    }

    public DrawdownSampling {
        requireNonNull(approach, "approach");
        if (months < 1) {
            throw new IllegalArgumentException("months must be at least 1, found " + months);
        }
        if (approach == Approach.COHORT && (months > 12 || 12 % months != 0)) {
            throw new IllegalArgumentException("months of a cohort must be one of 1, 2, 3, 4, 6, 12, found " + months);
        }
    }

    /**
     * Reference days within a year before the default.
     *
     * @param approach which days
     * @return the sampling
     */
    public static DrawdownSampling yearly(Approach approach) {
        return new DrawdownSampling(approach, 12);
    }

    /**
     * The reference days of a default.
     *
     * @param defaultedOn the day of default
     * @return the days, the latest first
     */
    public List<LocalDate> referenceDays(LocalDate defaultedOn) {
        return switch (approach) {
            case FIXED_HORIZON -> List.of(defaultedOn.minusMonths(months));
            case COHORT -> {
                int into = (defaultedOn.getMonthValue() - 1) % months;
                yield List.of(defaultedOn.withDayOfMonth(1).minusMonths(into).minusDays(1));
            }
            case VARIABLE_TIME -> {
                List<LocalDate> days = new ArrayList<>();
                for (int month = 1; month <= months; month++) {
                    days.add(defaultedOn.minusMonths(month));
                }
                yield List.copyOf(days);
            }
        };
    }

    /**
     * The drawdowns of one line's default.
     *
     * @param segment what lines it is averaged with
     * @param readings the line's readings, in order of their days
     * @param defaultedOn the day of default
     * @param exposure what was owed at default
     * @return one for each reference day that has a reading with a limit in the currency of the exposure
     */
    public List<Drawdown> drawdowns(
            String segment, List<BalanceReading> readings, LocalDate defaultedOn, Money exposure) {
        List<Drawdown> found = new ArrayList<>();
        for (LocalDate day : referenceDays(defaultedOn)) {
            readings.stream()
                    .filter(r -> r.limit() != null
                            && !r.occurredOn().isAfter(day)
                            && r.occurredOn().isAfter(day.minusDays(OLDEST_READING_DAYS))
                            && r.balance().currency().equals(exposure.currency()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(reading -> {
                        Money limit = reading.limit();
                        if (limit != null) {
                            found.add(new Drawdown(
                                    segment,
                                    day,
                                    defaultedOn,
                                    limit.toDouble(),
                                    Math.max(0, reading.balance().toDouble()),
                                    exposure.toDouble()));
                        }
                    });
        }
        return List.copyOf(found);
    }
}
