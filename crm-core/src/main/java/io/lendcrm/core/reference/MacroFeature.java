package io.lendcrm.core.reference;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.AsOf;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a series becomes a feature: its last known figure, or how that moved against an earlier one, both as they were
 * known at the point in time. Immutable and thread-safe.
 *
 * @param series the series
 * @param change what is told
 * @param spanMonths how many months lie between the figures compared; 0 for the figure itself
 * @param lagMonths how many months before the point in time the figure's period must have ended at least
 * @param longestMonths how many months old the period may be, the lag included; older ones are missing
 */
public record MacroFeature(MacroSeries series, Change change, int spanMonths, int lagMonths, int longestMonths) {

    private static final int YEAR = 12;

    /** What is told of a series. */
    public enum Change {
        /** The figure. */
        LEVEL,
        /** The figure less the earlier one. */
        DIFFERENCE,
        /** The figure over the earlier one, less 1; missing where the earlier one isn't above 0. */
        GROWTH
    }

    public MacroFeature {
        requireNonNull(series, "series");
        requireNonNull(change, "change");
        if (change == Change.LEVEL ? spanMonths != 0 : spanMonths < 1) {
            throw new IllegalArgumentException(
                    "spanMonths must be 0 for a level and at least 1 for a change, found " + spanMonths);
        }
        if (lagMonths < 0 || longestMonths < lagMonths) {
            throw new IllegalArgumentException(
                    "lagMonths must be within [0, longestMonths=" + longestMonths + "], found " + lagMonths);
        }
    }

    /**
     * The last known figure, of a period at most a year old.
     *
     * @param series the series
     * @return the feature
     */
    public static MacroFeature level(MacroSeries series) {
        return new MacroFeature(series, Change.LEVEL, 0, 0, YEAR);
    }

    /**
     * The growth over a year: {@code x(t) / x(t - 12 months) - 1}.
     *
     * @param series the series, above 0
     * @return the feature
     */
    public static MacroFeature yearOnYear(MacroSeries series) {
        return new MacroFeature(series, Change.GROWTH, YEAR, 0, YEAR);
    }

    /**
     * The difference: {@code x(t) - x(t - months)}, as for rates in percent.
     *
     * @param series the series
     * @param months how many months lie between, at least 1
     * @return the feature
     */
    public static MacroFeature difference(MacroSeries series, int months) {
        return new MacroFeature(series, Change.DIFFERENCE, months, 0, YEAR);
    }

    /**
     * The same of earlier periods.
     *
     * @param months how many months before the point in time the period must have ended at least
     * @return the changed feature
     */
    public MacroFeature laggedBy(int months) {
        return new MacroFeature(series, change, spanMonths, months, Math.max(longestMonths, months));
    }

    /**
     * The same with another limit of age.
     *
     * @param months how many months old the period may be, the lag included
     * @return the changed feature
     */
    public MacroFeature noOlderThan(int months) {
        return new MacroFeature(series, change, spanMonths, lagMonths, months);
    }

    /** {@return the feature's name: the series, the change with its span, and the lag if there is one} */
    public String name() {
        String told = switch (change) {
            case LEVEL -> series.id();
            case DIFFERENCE -> series.id() + "_change_" + spanMonths + "m";
            case GROWTH -> series.id() + "_growth_" + spanMonths + "m";
        };
        return lagMonths == 0 ? told : told + "_lag_" + lagMonths + "m";
    }

    /**
     * The value.
     *
     * @param asOf the point in time
     * @return the value; empty if a figure it needs wasn't known or is too old
     */
    public OptionalDouble value(AsOf asOf) {
        Optional<YearMonth> last = series.lastPeriod(asOf, lagMonths);
        if (last.isEmpty() || last.get().until(YearMonth.from(asOf.date()), ChronoUnit.MONTHS) > longestMonths) {
            return OptionalDouble.empty();
        }
        OptionalDouble now = series.value(last.get(), asOf);
        if (change == Change.LEVEL || now.isEmpty()) {
            return now;
        }
        OptionalDouble before = series.value(last.get().minusMonths(spanMonths), asOf);
        if (before.isEmpty() || (change == Change.GROWTH && before.getAsDouble() <= 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                change == Change.GROWTH
                        ? now.getAsDouble() / before.getAsDouble() - 1
                        : now.getAsDouble() - before.getAsDouble());
    }
}
