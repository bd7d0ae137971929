package io.lendcrm.examples.review;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.examples.report.Count;
import io.lendcrm.examples.report.Distribution;
import io.lendcrm.examples.report.KpiScores;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.kpi.KpiCard;
import io.lendcrm.scoring.value.kpi.KpiIndicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The card's scores over the book: {@code NaN} for a client that has none. */
final class CardPart {

    private static final int BINS = 20;

    private final KpiCard card;
    private final double[] scores;
    private final Map<String, double[]> contributions = new TreeMap<>();
    private final Map<String, Long> notScored = new TreeMap<>();

    private CardPart(KpiCard card, FeatureTable table) {
        this.card = card;
        this.scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            Score score = card.score(table.row(row));
            scores[row] = Double.NaN;
            if (score instanceof Score.Scored scored) {
                scores[row] = scored.value();
                scored.reasons().forEach(this::count);
            } else if (score instanceof Score.NotScored not) {
                notScored.merge(not.code().value(), 1L, Long::sum);
            }
        }
    }

    static CardPart of(KpiCard card, FeatureTable table) {
        return new CardPart(card, table);
    }

    private void count(Reason reason) {
        double[] sums = contributions.computeIfAbsent(
                reason.arguments().getOrDefault("feature", reason.code().value()), f -> new double[2]);
        sums[0] += reason.contribution();
        sums[1] += Math.abs(reason.contribution());
    }

    double score(int row) {
        return scores[row];
    }

    KpiScores part(Words words) {
        double[] scored = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).toArray();
        List<KpiScores.Contribution> lines = new ArrayList<>();
        for (KpiIndicator indicator : card.indicators()) {
            String name = indicator.feature().name();
            double[] sums = contributions.getOrDefault(name, new double[2]);
            lines.add(new KpiScores.Contribution(
                    name,
                    words.name("feature", name),
                    indicator.weight(),
                    sums[0] / scored.length,
                    sums[1] / scored.length));
        }
        List<Count> none = new ArrayList<>();
        notScored.forEach((code, count) -> none.add(new Count(words.name("denial", code), count)));
        return new KpiScores(words.text("card"), 0, 100, Distribution.of(scored, BINS), lines, none);
    }

    boolean hasScores() {
        return Arrays.stream(scores).anyMatch(s -> !Double.isNaN(s));
    }
}
