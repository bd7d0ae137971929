package io.lendcrm.core.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Choices of one topic with exponential decay: a choice made d days ago weighs {@code 2^(-d / half-life)}. Weights are
 * kept as of the latest day and scaled when it moves on, so the order of events shows in the last bits at most. Not
 * thread-safe; confine to one thread.
 */
final class PreferenceTally {

    private final double halfLifeDays;
    private final Map<String, Double> weights = new TreeMap<>();
    private long latest = Long.MIN_VALUE;

    PreferenceTally(double halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
    }

    void add(String choice, long day) {
        if (weights.isEmpty()) {
            latest = day;
        } else if (day > latest) {
            double factor = decay(day - latest);
            weights.replaceAll((name, weight) -> weight * factor);
            latest = day;
        }
        weights.merge(choice, decay(latest - day), Double::sum);
    }

    Preference at(long today, Preference.Topic topic, double minimumEvidence) {
        double total = 0;
        for (double weight : weights.values()) {
            total += weight;
        }
        double evidence = weights.isEmpty() ? 0 : total * decay(today - latest);
        if (evidence < minimumEvidence) {
            return new Preference(topic, evidence, List.of());
        }
        List<Preference.Share> shares = new ArrayList<>();
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            shares.add(new Preference.Share(weight.getKey(), Math.min(1, weight.getValue() / total)));
        }
        shares.sort(
                Comparator.comparingDouble(Preference.Share::share).reversed().thenComparing(Preference.Share::choice));
        return new Preference(topic, evidence, shares);
    }

    private double decay(long days) {
        return Math.pow(2, -days / halfLifeDays);
    }
}
