package io.lendcrm.core.reference;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A series of the economy or an industry, read without look-ahead: the figure of a period is there from the instant it
 * was published, and a revision from the instant of the revision. A month's figure describes the month, a quarter's the
 * months to its last one. Immutable and thread-safe.
 */
public final class MacroSeries {

    private final String id;
    private final String unit;
    private final NavigableMap<YearMonth, List<Figure>> figures;

    /**
     * What was published of a period.
     *
     * @param period the period's last month
     * @param value the figure, finite
     * @param publishedAt when it was published; a revision is another figure of the same period, published later
     */
    public record Figure(YearMonth period, double value, Instant publishedAt) {
        public Figure {
            requireNonNull(period, "period");
            requireNonNull(publishedAt, "publishedAt");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value of " + period + " must be finite, found " + value);
            }
        }
    }

    private MacroSeries(String id, String unit, NavigableMap<YearMonth, List<Figure>> figures) {
        this.id = id;
        this.unit = unit;
        this.figures = figures;
    }

    /**
     * A series.
     *
     * @param id its name, fit for a feature's name: lower-case letters, digits and underscores
     * @param unit the unit of its figures, such as {@code %} or {@code index}
     * @param figures what was published, revisions included, in any order
     * @return the series
     * @throws IllegalArgumentException if a period has two figures of the same instant
     */
    public static MacroSeries of(String id, String unit, List<Figure> figures) {
        requireNonNull(id, "id");
        requireNonNull(unit, "unit");
        NavigableMap<YearMonth, List<Figure>> byPeriod = new TreeMap<>();
        for (Figure figure : figures) {
            List<Figure> versions = byPeriod.computeIfAbsent(figure.period(), period -> new ArrayList<>());
            for (Figure other : versions) {
                if (other.publishedAt().equals(figure.publishedAt())) {
                    throw new IllegalArgumentException("figures of one period must be published at different instants, "
                            + "found two of " + figure.period() + " at " + figure.publishedAt());
                }
            }
            versions.add(figure);
        }
        byPeriod.replaceAll((period, versions) -> versions.stream()
                .sorted(Comparator.comparing(Figure::publishedAt))
                .toList());
        return new MacroSeries(id, unit, Collections.unmodifiableNavigableMap(byPeriod));
    }

    /** {@return its name} */
    public String id() {
        return id;
    }

    /** {@return the unit of its figures} */
    public String unit() {
        return unit;
    }

    /**
     * The figure of a period, as it was known.
     *
     * @param period the period's last month
     * @param asOf the point in time
     * @return the last revision published by then of a month begun by then; empty if there was none
     */
    public OptionalDouble value(YearMonth period, AsOf asOf) {
        if (period.isAfter(YearMonth.from(asOf.date()))) {
            return OptionalDouble.empty(); // a forecast is no observation
        }
        List<Figure> versions = figures.getOrDefault(period, List.of());
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (asOf.knows(versions.get(i).publishedAt())) {
                return OptionalDouble.of(versions.get(i).value());
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The last period of which a figure was known.
     *
     * @param asOf the point in time
     * @param lagMonths only periods that ended at least so many months before the month of the date, at least 0
     * @return the period, or empty if nothing was known
     */
    public Optional<YearMonth> lastPeriod(AsOf asOf, int lagMonths) {
        if (lagMonths < 0) {
            throw new IllegalArgumentException("lagMonths must be at least 0, found " + lagMonths);
        }
        YearMonth newest = YearMonth.from(asOf.date()).minusMonths(lagMonths);
        return figures.headMap(newest, true).descendingMap().keySet().stream()
                .filter(period -> value(period, asOf).isPresent())
                .findFirst();
    }

    /** {@return the name and how many periods there are} */
    @Override
    public String toString() {
        return "MacroSeries[" + id + ", " + figures.size() + " periods]";
    }
}
