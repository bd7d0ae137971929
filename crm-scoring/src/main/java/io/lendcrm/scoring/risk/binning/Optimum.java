package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an exact optimum cost: the information value of the ordinary bins, and what it would be without each constraint. Special
 * values and missing ones stand apart and don't count here. Immutable and thread-safe.
 *
 * @param asked the trend that was asked for
 * @param trend the trend it was found under; the choice if the one asked for is {@link Trend#MONOTONE} or {@link
 *     Trend#AUTO}
 * @param iv the information value of the ordinary bins
 * @param ivFree the most that any partition of the pre-bins without empty cells reaches
 * @param prices for each constraint that was set: how much more information value the optimum without it alone would have
 * @param ivByTrend the information value under each trend, all other constraints kept; without those that fixed edges forbid
 * @param merged the edges between pre-bins that aren't in the optimum, ascending, and why
 */
public record Optimum(
        Trend asked,
        Trend trend,
        double iv,
        double ivFree,
        Map<BinConstraint, Double> prices,
        Map<Trend, Double> ivByTrend,
        List<MergedEdge> merged) {

    public Optimum {
        requireNonNull(asked, "asked");
        requireNonNull(trend, "trend");
        Map<BinConstraint, Double> priceCopy = new EnumMap<>(BinConstraint.class);
        priceCopy.putAll(prices);
        prices = Collections.unmodifiableMap(priceCopy);
        Map<Trend, Double> trendCopy = new EnumMap<>(Trend.class);
        trendCopy.putAll(ivByTrend);
        ivByTrend = Collections.unmodifiableMap(trendCopy);
        merged = List.copyOf(merged);
        if (!trend.isRule()) {
            throw new IllegalArgumentException("trend must be the one that was chosen, found " + trend);
        }
    }
}
