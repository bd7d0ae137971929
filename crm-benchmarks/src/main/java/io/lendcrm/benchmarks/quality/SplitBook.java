package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log split by a day: the clients who bought before, what a model may know of them, and what they did after. All that
 * one client buys on a day is one purchase; who comes first after the split isn't a client. Times are in weeks.
 */
final class SplitBook {

    /** The length of what is repeated by the rule "last period again". */
    static final int LAST_PERIOD_DAYS = 91;

    private final String name;
    private final ObservationWindow window;
    private final PurchaseSummaries summaries;
    private final PurchaseSummaries withIntervals;
    private final int[] holdout;
    private final int[] lastPeriod;
    private final double[] holdoutSpend;
    private final long[] byWeek;

    private SplitBook(
            String name, ObservationWindow window, PurchaseSummarizer known, List<Map<LocalDate, BigDecimal>> days) {
        this.name = name;
        this.window = window;
        this.summaries = known.summaries();
        this.withIntervals = known.summariesWithIntervals();
        this.holdout = known.holdoutFrequencies();
        this.lastPeriod = new int[days.size()];
        this.holdoutSpend = new double[days.size()];
        this.byWeek = new long[(int) Math.floor(weeks())];
        LocalDate lastPeriodFrom = window.until().minusDays(LAST_PERIOD_DAYS - 1);
        for (int row = 0; row < days.size(); row++) {
            TreeMap<LocalDate, BigDecimal> own = new TreeMap<>(days.get(row));
            LocalDate first = own.firstKey();
            BigDecimal spent = BigDecimal.ZERO;
            for (Map.Entry<LocalDate, BigDecimal> day : own.entrySet()) {
                if (window.inHoldout(day.getKey())) {
                    spent = spent.add(day.getValue());
                    int week =
                            (int) ((day.getKey().toEpochDay() - window.until().toEpochDay() - 1) / 7);
                    if (week < byWeek.length) {
                        byWeek[week]++;
                    }
                } else if (!day.getKey().isBefore(lastPeriodFrom)
                        && day.getKey().isAfter(first)) {
                    lastPeriod[row]++;
                }
            }
            if (holdout[row] > 0) {
                holdoutSpend[row] = spent.divide(BigDecimal.valueOf(holdout[row]), MathContext.DECIMAL64)
                        .doubleValue();
            }
        }
    }

    static SplitBook of(String name, ObservationWindow window, List<Purchase> purchases) {
        PurchaseSummarizer known = PurchaseSummarizer.over(window, CalendarUnit.WEEK);
        Map<ClientId, Map<LocalDate, BigDecimal>> days = new HashMap<>();
        for (Purchase purchase : purchases) {
            known.add(purchase.client(), purchase.day(), purchase.amount());
            if (window.inCalibration(purchase.day()) || window.inHoldout(purchase.day())) {
                days.computeIfAbsent(purchase.client(), id -> new HashMap<>())
                        .merge(purchase.day(), purchase.amount(), BigDecimal::add);
            }
        }
        return new SplitBook(
                name, window, known, known.clients().stream().map(days::get).toList());
    }

    String name() {
        return name;
    }

    ObservationWindow window() {
        return window;
    }

    /** What is known of each client at the split, amounts included. */
    PurchaseSummaries summaries() {
        return summaries;
    }

    /** The same with what a model of regular purchases is fitted on. */
    PurchaseSummaries withIntervals() {
        return withIntervals;
    }

    int size() {
        return holdout.length;
    }

    /** The holdout's length. */
    double weeks() {
        return (window.holdoutUntil().toEpochDay() - window.until().toEpochDay()) / 7.0;
    }

    /** A client's purchases in the holdout. */
    int holdout(int row) {
        return holdout[row];
    }

    /** The mean amount of a client's purchases in the holdout, 0 without one. */
    double holdoutSpend(int row) {
        return holdoutSpend[row];
    }

    /** A client's repeat purchases in the last 91 days before the split. */
    int lastPeriod(int row) {
        return lastPeriod[row];
    }

    /** How many purchases all clients together made in each whole week of the holdout. */
    long[] byWeek() {
        return byWeek.clone();
    }
}
