package io.lendcrm.scoring.risk.exchange.pmml;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reasons of a card in the words of the file that it came from, where every attribute may have a code of its own.
 * Difference = baseline − points, or points − baseline where points are risk; differences of the same code are added; the
 * greatest comes first, equal ones in the order of the file; 0 or less is no reason. Immutable and thread-safe.
 */
public final class AttributeReasons {

    private final Scorecard card;
    private final double[] baselines;

    private AttributeReasons(Scorecard card) {
        this.card = card;
        this.baselines = card.baselines();
    }

    /**
     * The reasons of a card.
     *
     * @param card a card that came from a file, or was stored since; one without codes has no such reasons
     * @return its reasons
     */
    public static AttributeReasons of(Scorecard card) {
        return new AttributeReasons(requireNonNull(card, "card"));
    }

    /**
     * A reason.
     *
     * @param code the file's code
     * @param difference by how much it worsened the score in comparison with the baseline, above 0
     */
    public record Ranked(String code, double difference) {
        public Ranked {
            requireNonNull(code, "code");
        }
    }

    /** {@return whether any characteristic has codes} */
    public boolean any() {
        return card.characteristics().stream().anyMatch(line -> !line.codes().isEmpty());
    }

    /**
     * The strongest reasons of a client.
     *
     * @param row the values in the order of the card's schema, {@code NaN} where missing
     * @param most at most so many, at least 1
     * @return the reasons, the strongest first; none without a score
     * @throws IllegalArgumentException if the row has too few or too many values, or {@code most} is below 1
     */
    public List<Ranked> of(double[] row, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, found " + most);
        }
        if (Double.isNaN(card.score(row))) {
            return List.of();
        }
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            Characteristic line = card.characteristics().get(i);
            if (line.codes().isEmpty()) {
                continue;
            }
            int bin = line.bins().bin(row[i]);
            double difference = baselines[i] - line.points(bin);
            String code = line.codes().get(bin);
            if (!code.isEmpty()) {
                sums.merge(code, card.reasonRule().pointsAreRisk() ? -difference : difference, Double::sum);
            }
        }
        List<Ranked> ranked = new ArrayList<>();
        sums.forEach((code, difference) -> {
            if (difference > 0) {
                ranked.add(new Ranked(code, difference));
            }
        });
        ranked.sort((one, other) -> Double.compare(other.difference, one.difference));
        return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
    }

    /** {@return the codes of each characteristic} */
    @Override
    public String toString() {
        return "AttributeReasons"
                + card.characteristics().stream().map(Characteristic::codes).toList();
    }
}
