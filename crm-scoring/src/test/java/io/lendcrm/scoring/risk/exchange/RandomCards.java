package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.ReasonRule;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Cards of all sorts, and rows that hit their edges. */
public final class RandomCards {

    private static final List<String> TEXTS = List.of(
            "rent",
            "own",
            "for \"free\"",
            "it's",
            "a < b & c",
            "back\\slash",
            "两个 字",
            "tab\there",
            "",
            " x ",
            "\\u0041");

    private final Random random;

    public RandomCards(long seed) {
        this.random = new Random(seed);
    }

    public Scorecard card() {
        List<Characteristic> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            Characteristic line = random.nextBoolean() ? numbers(i) : levels(i);
            if (random.nextInt(4) == 0 && line.bins().size() > 2) {
                line = line.withoutScore(random.nextInt(line.bins().size()));
            }
            if (random.nextInt(3) == 0) {
                line = line.withReason(ReasonCode.of(random.nextBoolean() ? "shared" : "own." + i));
            }
            lines.add(line.withNeutral(points()));
        }
        ReasonRule rule = ReasonRule.of(ReasonRule.Baseline.values()[random.nextInt(4)]);
        rule = random.nextInt(3) == 0 ? rule.globally() : rule;
        return Scorecard.of(points(), lines).withReasons(random.nextInt(3) == 0 ? rule.ofRisk() : rule);
    }

    private Characteristic numbers(int i) {
        double[] cuts = random.doubles(random.nextInt(9), -3, 3)
                .map(cut -> random.nextBoolean() ? Math.rint(cut) + 0.0 : cut)
                .sorted()
                .distinct()
                .toArray();
        Feature feature = random.nextInt(5) == 0 ? Feature.binary("yes" + i) : Feature.numeric("number" + i, "EUR");
        Bins bins = Bins.numeric(feature, cuts);
        if (random.nextInt(3) == 0) {
            bins = bins.withSpecials(-999, random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            bins = bins.withMissingIn(random.nextInt(bins.ordinary()));
        }
        return Characteristic.of(bins, points(bins.size()));
    }

    private Characteristic levels(int i) {
        List<String> levels = TEXTS.subList(0, 2 + random.nextInt(TEXTS.size() - 1));
        List<List<String>> groups = new ArrayList<>();
        for (int g = 0; g < 1 + random.nextInt(3); g++) {
            groups.add(new ArrayList<>());
        }
        for (String level : levels) {
            int to = random.nextInt(groups.size() + 1);
            if (to < groups.size()) {
                groups.get(to).add(level);
            }
        }
        Feature feature =
                random.nextInt(4) == 0 ? Feature.ordinal("level" + i, levels) : Feature.nominal("level" + i, levels);
        Bins bins = Bins.levels(feature, groups);
        if (random.nextInt(4) == 0) {
            bins = bins.withUnseenIn(random.nextInt(bins.ordinary()));
        }
        return Characteristic.of(bins, points(bins.size()));
    }

    private double[] points(int count) {
        double[] points = new double[count];
        Arrays.setAll(points, i -> points());
        return points;
    }

    private double points() {
        return random.nextBoolean() ? random.nextInt(7) * 5 - 15 : 40 * random.nextGaussian();
    }

    public double[] row(Scorecard card) {
        double[] row = new double[card.schema().size()];
        for (int i = 0; i < row.length; i++) {
            Bins bins = card.characteristics().get(i).bins();
            row[i] =
                    random.nextInt(8) == 0 ? Double.NaN : bins.feature().type().hasLevels() ? code(bins) : number(bins);
        }
        return row;
    }

    private double code(Bins bins) {
        int code = random.nextInt(bins.feature().levels().size() + 1);
        return code == bins.feature().levels().size() ? Feature.UNSEEN : code;
    }

    private double number(Bins bins) {
        double[] cuts = bins.cuts();
        return switch (random.nextInt(6)) {
            case 0 -> bins.specials().length == 0 ? 0 : bins.specials()[random.nextInt(2)];
            case 1 -> cuts.length == 0 ? -0.0 : cuts[random.nextInt(cuts.length)];
            case 2 -> cuts.length == 0 ? 1e300 : Math.nextDown(cuts[random.nextInt(cuts.length)]);
            case 3 -> random.nextInt(3);
            default -> 2 * random.nextGaussian();
        };
    }
}
