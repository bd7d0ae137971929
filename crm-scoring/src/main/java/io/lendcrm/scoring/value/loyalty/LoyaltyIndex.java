package io.lendcrm.scoring.value.loyalty;

import io.lendcrm.scoring.value.kpi.KpiCard;
import io.lendcrm.scoring.value.kpi.KpiIndicator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes loyalty indexes: cards of {@link LoyaltyComponent}s from 0 to 100, 50 for a client that is on target throughout.
 * The index is an expert's: targets and weights are conventions to be set by each lender, not estimates; whether it foretells
 * who stays is to be checked on the lender's own clients. It never falls as a component improves. Stateless and thread-safe.
 */
public final class LoyaltyIndex {

    private static final double POINTS_AT_TARGET = 50;

    private LoyaltyIndex() {}

    /** {@return the index of all six components with their standard weights} */
    public static KpiCard standard() {
        Map<LoyaltyComponent, Double> weights = new EnumMap<>(LoyaltyComponent.class);
        for (LoyaltyComponent component : LoyaltyComponent.values()) {
            weights.put(component, component.weight());
        }
        return of(weights);
    }

    /**
     * An index of some components.
     *
     * @param weights the components wanted with their weights, finite and above 0; only their ratios matter
     * @return the index
     * @throws IllegalArgumentException if there are no components, or a weight is out of range
     */
    public static KpiCard of(Map<LoyaltyComponent, Double> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must not be empty");
        }
        double sum = 0;
        for (Map.Entry<LoyaltyComponent, Double> entry : weights.entrySet()) {
            double weight = entry.getValue();
            if (!(weight > 0) || weight == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "weight of " + entry.getKey() + " must be finite and above 0, found " + weight);
            }
            sum += weight;
        }
        List<KpiIndicator> lines = new ArrayList<>();
        for (LoyaltyComponent component : LoyaltyComponent.values()) {
            if (weights.containsKey(component)) {
                lines.add(component.indicator(weights.get(component) / sum));
            }
        }
        return KpiCard.of(POINTS_AT_TARGET, lines);
    }
}
