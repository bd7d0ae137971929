package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The KPI card's scores over the book. Immutable and thread-safe.
 *
 * @param card what the card measures, in a sentence
 * @param from lowest score possible
 * @param to highest score possible
 * @param scores the scores' distribution
 * @param contributions what made the scores, in the card's order
 * @param notScored clients without a score, by reason
 */
public record KpiScores(
        Text card,
        double from,
        double to,
        Distribution scores,
        List<Contribution> contributions,
        List<Count> notScored) {
    public KpiScores {
        requireNonNull(card, "card");
        Require.finite(from, "from");
        Require.finite(to, "to");
        requireNonNull(scores, "scores");
        contributions = List.copyOf(contributions);
        notScored = List.copyOf(notScored);
    }

    /**
     * What one indicator did to the scores. Immutable and thread-safe.
     *
     * @param code the indicator's code
     * @param name the indicator
     * @param weight its weight in the card, within [0, 1]
     * @param mean mean signed contribution, in points
     * @param meanAbsolute mean absolute contribution, in points
     */
    public record Contribution(String code, Text name, double weight, double mean, double meanAbsolute) {
        public Contribution {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            Require.share(weight, "weight");
            Require.finite(mean, "mean");
            Require.finite(meanAbsolute, "meanAbsolute");
        }
    }
}
