package io.lendcrm.scoring.risk.scorecard;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.binning.Binning;
import java.util.Arrays;
import java.util.List;

/**
 * What a client's points are compared with to find reasons. The difference of a characteristic is baseline − points (or
 * points − baseline where points are risk). Differences of characteristics with the same reason code are added. Reasons are
 * ranked by difference, the greatest first, equal ones in the order of the card; those of 0 or less are no reasons. This is
 * the algorithm of the PMML standard for scorecards.
 *
 * @param baseline which points of a characteristic are the baseline
 * @param global whether one baseline is for all: the greatest maximum, the least minimum, the mean of means, or for {@link
 *     Baseline#NEUTRAL} the mean of the neutral points
 * @param pointsAreRisk whether more points are worse
 */
public record ReasonRule(Baseline baseline, boolean global, boolean pointsAreRisk) {

    /** Which points of a characteristic are compared with. Bins that give no score don't count. */
    public enum Baseline {
        /** The most a client could have. */
        MAX,
        /** The least a client could have. */
        MIN,
        /** The mean over the clients that the card was fitted on, over the bins of a card set by an expert. */
        MEAN,
        /** The points that speak neither for nor against a client: {@link Characteristic#neutral()}. */
        NEUTRAL
    }

    public ReasonRule {
        requireNonNull(baseline, "baseline");
    }

    /** {@return the most of each characteristic, more points being better} */
    public static ReasonRule defaults() {
        return of(Baseline.MAX);
    }

    /**
     * A baseline for each characteristic, more points being better.
     *
     * @param baseline which
     * @return the rule
     */
    public static ReasonRule of(Baseline baseline) {
        return new ReasonRule(baseline, false, false);
    }

    /** {@return this rule with one baseline for all} */
    public ReasonRule globally() {
        return new ReasonRule(baseline, true, pointsAreRisk);
    }

    /** {@return this rule for a card whose points are risk} */
    public ReasonRule ofRisk() {
        return new ReasonRule(baseline, global, true);
    }

    double[] baselines(List<Characteristic> characteristics) {
        double[] each = characteristics.stream().mapToDouble(this::baselineOf).toArray();
        if (global) {
            double one = switch (baseline) {
                case MAX -> Arrays.stream(each).max().orElse(0);
                case MIN -> Arrays.stream(each).min().orElse(0);
                case MEAN, NEUTRAL -> Arrays.stream(each).average().orElse(0);
            };
            Arrays.fill(each, one);
        }
        return each;
    }

    private double baselineOf(Characteristic characteristic) {
        double[] finite =
                Arrays.stream(characteristic.points()).filter(Double::isFinite).toArray();
        return switch (baseline) {
            case MAX -> Arrays.stream(finite).max().orElse(0);
            case MIN -> Arrays.stream(finite).min().orElse(0);
            case MEAN ->
                characteristic
                        .counts()
                        .map(counts -> mean(characteristic, counts))
                        .orElseGet(() -> Arrays.stream(finite).average().orElse(0));
            case NEUTRAL -> characteristic.neutral();
        };
    }

    private static double mean(Characteristic characteristic, Binning counts) {
        double[] good = counts.good();
        double[] bad = counts.bad();
        double sum = 0;
        double rows = 0;
        for (int bin = 0; bin < good.length; bin++) {
            double points = characteristic.points(bin);
            if (Double.isFinite(points)) {
                sum += (good[bin] + bad[bin]) * points;
                rows += good[bin] + bad[bin];
            }
        }
        return rows == 0 ? 0 : sum / rows;
    }
}
