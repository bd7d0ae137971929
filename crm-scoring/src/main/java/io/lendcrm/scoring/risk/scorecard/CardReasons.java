package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the reasons of a card in full, for people; the numbers are those of the {@link ReasonFinder}. */
final class CardReasons {

    static final ReasonCode MISSING = ReasonCode.of("scorecard.missing");

    private static final ReasonCode BELOW = ReasonCode.of("scorecard.below");
    private static final ReasonCode ABOVE = ReasonCode.of("scorecard.above");
    private static final ReasonCode EQUAL = ReasonCode.of("scorecard.equal");
    private static final MathContext DIGITS = new MathContext(6);

    private final FlatCard flat;
    private final ReasonFinder finder;
    private final List<Characteristic> characteristics;
    private final boolean pointsAreRisk;
    private final double base;

    CardReasons(FlatCard flat, ReasonFinder finder, List<Characteristic> characteristics, ReasonRule rule) {
        this.flat = flat;
        this.finder = finder;
        this.characteristics = characteristics;
        this.pointsAreRisk = rule.pointsAreRisk();
        this.base = flat.base() + Arrays.stream(rule.baselines(characteristics)).sum();
    }

    /** The score of the baseline. */
    double base() {
        return base;
    }

    /** The features whose value gives no score. */
    List<String> refused(double[] row) {
        return IntStream.range(0, row.length)
                .filter(i -> Double.isNaN(flat.points(flat.slot(i, row[i]))))
                .mapToObj(i -> characteristics.get(i).name())
                .toList();
    }

    /** All reasons of a row that has a score, those that worsened it first. */
    List<Reason> all(double[] row) {
        record Found(int reason, double difference) {}
        List<Found> found = new ArrayList<>();
        for (int reason = 0; reason < finder.names().size(); reason++) {
            found.add(new Found(reason, finder.difference(reason, row)));
        }
        found.sort(Comparator.comparingDouble(each -> -each.difference));
        return found.stream()
                .map(each -> reason(each.reason, each.difference, row))
                .toList();
    }

    List<Reason> adverse(double[] row, int most) {
        return all(row).stream()
                .filter(reason -> pointsAreRisk ? reason.contribution() > 0 : reason.contribution() < 0)
                .limit(most)
                .toList();
    }

    private Reason reason(int reason, double difference, double[] row) {
        List<Integer> members = finder.members(reason);
        ReasonCode own = characteristics.get(members.get(0)).reason().orElse(BELOW);
        ReasonCode code = difference > 0 ? own : difference < 0 ? ABOVE : EQUAL;
        List<String> features = new ArrayList<>();
        List<String> bins = new ArrayList<>();
        for (int member : members) {
            Characteristic characteristic = characteristics.get(member);
            features.add(characteristic.name());
            boolean ordinary = characteristic.bins().feature().dataClass() == DataClass.ORDINARY;
            int bin = flat.bin(flat.slot(member, row[member]));
            bins.add(ordinary ? characteristic.bins().labels().get(bin) : "***");
        }
        return new Reason(
                code,
                (pointsAreRisk ? difference : -difference) + 0.0,
                Map.of(
                        "feature", String.join(", ", features),
                        "bin", String.join(", ", bins),
                        "difference",
                                BigDecimal.valueOf(Math.abs(difference))
                                        .round(DIGITS)
                                        .stripTrailingZeros()
                                        .toPlainString()));
    }
}
