package io.lendcrm.examples.review;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.value.kpi.KpiCard;
import io.lendcrm.scoring.value.kpi.KpiIndicator;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A card set from the book itself: of each indicator the book's median is the target (its mean where half of the clients
 * have the best value), its 5th and 95th percentile are the range, so that a client with 60 points is the book's middle.
 * Indicators that most clients lack, or that hardly differ between clients, are left out; the others share their weight.
 */
final class BookCard {

    private static final double POINTS_AT_TARGET = 60;
    private static final double LEAST_KNOWN = 0.2;

    /** Weight by feature; a minus sign says that lower is better. */
    private static final Map<String, Double> WEIGHTS = weights();

    private BookCard() {}

    static Optional<KpiCard> of(FeatureTable table, Run run) {
        List<KpiIndicator.Builder> chosen = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        WEIGHTS.forEach((name, signed) -> {
            if (table.schema().find(name).isPresent()) {
                indicator(table, name, signed > 0).ifPresent(i -> {
                    chosen.add(i);
                    weights.add(Math.abs(signed));
                });
            }
        });
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<KpiIndicator> indicators = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            indicators.add(chosen.get(i).weight(weights.get(i) / sum).build());
        }
        return Optional.of(KpiCard.of(POINTS_AT_TARGET, indicators, run));
    }

    /** The features a card may be made of. */
    static Set<String> indicators() {
        return WEIGHTS.keySet();
    }

    private static Optional<KpiIndicator.Builder> indicator(FeatureTable table, String name, boolean higherIsBetter) {
        int column = table.schema().indexOf(name);
        Feature feature = table.schema().feature(column);
        double[] known = Arrays.stream(table.column(column))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        if (known.length < LEAST_KNOWN * table.rows() || known.length == 0) {
            return Optional.empty();
        }
        double floor = known[(int) (0.05 * (known.length - 1))];
        double cap = known[(int) (0.95 * (known.length - 1))];
        double median = known[(int) (0.5 * (known.length - 1))];
        boolean halfAreBest = median == (higherIsBetter ? cap : floor);
        double target = halfAreBest ? Arrays.stream(known).average().orElse(median) : median;
        if (!(floor < target && target < cap)) {
            return Optional.empty();
        }
        KpiIndicator.Builder builder =
                KpiIndicator.builder(feature).target(target).range(floor, cap).whenMissing(KpiMissing.NEUTRAL);
        return Optional.of(higherIsBetter ? builder.higherIsBetter() : builder.lowerIsBetter());
    }

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("recency_days", -0.15);
        weights.put("frequency_12m", 0.15);
        weights.put("monetary_12m", 0.2);
        weights.put("volatility_12m", -0.1);
        weights.put("worst_dpd_24m", -0.15);
        weights.put("utilisation", -0.05);
        weights.put("satisfaction_mean_12m", 0.1);
        weights.put("complaints_12m", -0.05);
        weights.put("liabilities_to_assets", -0.05);
        weights.put("interest_cover", 0.05);
        weights.put("revenue_growth", 0.05);
        return weights;
    }
}
