package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.Bins;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random cards and rows, with every kind of bin. */
final class Cards {

    private Cards() {}

    static Scorecard random(Random random, boolean wholePoints, boolean groups) {
        int size = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 12);
        List<Characteristic> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Bins bins = random.nextInt(3) == 0 ? levels(random, i) : numbers(random, i);
            double[] points = new double[bins.size()];
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = wholePoints ? random.nextInt(9) * 5 - 20 : random.nextGaussian() * 20;
            }
            Characteristic line = Characteristic.of(bins, points).withNeutral(random.nextInt(5) - 2);
            if (random.nextInt(20) == 0) {
                line = line.withMissing(Double.NaN);
            }
            if (groups && random.nextInt(3) == 0) {
                line = line.withReason(ReasonCode.of("group-" + random.nextInt(3)));
            }
            lines.add(line);
        }
        ReasonRule rule = new ReasonRule(
                ReasonRule.Baseline.values()[random.nextInt(4)], random.nextInt(4) == 0, random.nextInt(4) == 0);
        return Scorecard.of(random.nextInt(600), lines).withReasons(rule).withScale(PointsScale.defaults());
    }

    private static Bins numbers(Random random, int i) {
        int most = random.nextInt(10) == 0 ? 30 : 7;
        double[] cuts = random.ints(random.nextInt(most), -20, 20)
                .distinct()
                .sorted()
                .mapToDouble(cut -> cut / 2.0)
                .toArray();
        Bins bins = Bins.numeric(Feature.numeric("n" + i, ""), cuts);
        if (random.nextInt(3) == 0) {
            bins = random.nextBoolean()
                    ? bins.withSpecials(-99, random.nextInt(5), 0.25)
                    : bins.withSpecialGroups(List.of(List.of(0.25), List.of((double) random.nextInt(5), -99.0)));
        }
        return random.nextInt(3) == 0 ? bins.withMissingIn(random.nextInt(bins.ordinary())) : bins;
    }

    private static Bins levels(Random random, int i) {
        List<String> levels = List.of("a", "b", "c", "d", "e");
        List<List<String>> groups = switch (random.nextInt(3)) {
            case 0 -> List.of(List.of("a", "c"), List.of("b"));
            case 1 -> List.of(List.of("e"), List.of("d"), List.of("b", "a"), List.of("c"));
            default -> List.of(levels);
        };
        Bins bins = Bins.levels(Feature.nominal("l" + i, levels), groups);
        bins = random.nextInt(3) == 0 ? bins.withUnseenIn(0) : bins;
        return random.nextInt(3) == 0 ? bins.withMissingIn(bins.ordinary() - 1) : bins;
    }

    /** Values on edges, special, missing, unseen. */
    static double[] row(Scorecard card, Random random) {
        double[] row = new double[card.schema().size()];
        for (int i = 0; i < row.length; i++) {
            Feature feature = card.schema().feature(i);
            if (random.nextInt(10) == 0) {
                row[i] = Double.NaN;
            } else if (feature.type().hasLevels()) {
                row[i] = random.nextInt(8) == 0
                        ? Feature.UNSEEN
                        : random.nextInt(feature.levels().size());
            } else {
                row[i] = switch (random.nextInt(5)) {
                    case 0 -> (random.nextInt(44) - 22) / 2.0;
                    case 1 -> random.nextInt(2) == 0 ? -99 : 0.25;
                    case 2 -> Math.nextDown((double) random.nextInt(5));
                    case 3 -> random.nextBoolean() ? Double.MAX_VALUE : -0.0;
                    default -> random.nextGaussian() * 10;
                };
            }
        }
        return row;
    }
}
