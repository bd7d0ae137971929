package io.lendcrm.examples.shadow;

import io.lendcrm.examples.risk.DriftBins;
import io.lendcrm.examples.table.Column;
import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether scores have moved, over deciles of those they are compared with; rows without a score have a bin of their own.
 *
 * @param comparisons old against new, and the engine's scores over time
 */
record Stability(List<Comparison> comparisons) {

    static final double LEVEL = 0.95;

    /** Two sets of scores and their index. */
    record Comparison(String name, PopulationStability found) {

        boolean moved() {
            return found.index() > found.critical(LEVEL);
        }
    }

    Stability {
        comparisons = List.copyOf(comparisons);
    }

    static Stability of(Replay replay, @Nullable Column clock) {
        double[] before =
                replay.rows().stream().mapToDouble(Replay.Compared::before).toArray();
        double[] after =
                replay.rows().stream().mapToDouble(Replay.Compared::after).toArray();
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(compared("new scores against old ones", before, after));
        if (clock == null) {
            int half = after.length / 2;
            if (half > 0) {
                comparisons.add(compared(
                        "second half of the rows against the first",
                        Arrays.copyOf(after, half),
                        Arrays.copyOfRange(after, half, after.length)));
            }
            return new Stability(comparisons);
        }
        Map<String, List<Double>> periods = new TreeMap<>();
        for (int row = 0; row < after.length; row++) {
            String text = clock.text(row);
            periods.computeIfAbsent(
                            text.matches("\\d{4}-\\d{2}-\\d{2}.*") ? text.substring(0, 7) : text,
                            none -> new ArrayList<>())
                    .add(after[row]);
        }
        List<Map.Entry<String, List<Double>>> ordered = List.copyOf(periods.entrySet());
        for (int i = 1; i < ordered.size(); i++) {
            comparisons.add(compared(
                    ordered.get(i).getKey() + " against " + ordered.get(0).getKey(),
                    numbers(ordered.get(0).getValue()),
                    numbers(ordered.get(i).getValue())));
        }
        return new Stability(comparisons);
    }

    private static Comparison compared(String name, double[] expected, double[] found) {
        double[] known =
                Arrays.stream(expected).filter(value -> !Double.isNaN(value)).toArray();
        return new Comparison(name, PopulationStability.of(DriftBins.deciles(known), expected, found));
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
