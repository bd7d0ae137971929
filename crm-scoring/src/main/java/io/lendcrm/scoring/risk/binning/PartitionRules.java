package io.lendcrm.scoring.risk.binning;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a partition of pre-bins has to keep.
 *
 * @param trend a rule, not a choice among others
 * @param minRows least rows of a bin
 * @param minBad least bads of a bin
 * @param minGood least goods of a bin
 * @param maxBins most bins
 * @param maxPValue neighbours differ with at most this p-value; 1 if they needn't
 * @param fixed whether the fixed edges must stay
 */
record PartitionRules(
        Trend trend, double minRows, double minBad, double minGood, int maxBins, double maxPValue, boolean fixed) {

    PartitionRules with(Trend newTrend) {
        return new PartitionRules(newTrend, minRows, minBad, minGood, maxBins, maxPValue, fixed);
    }

    /** Those set, of the kinds that can be taken away. */
    Set<BinConstraint> set(boolean anyFixed) {
        Set<BinConstraint> set = EnumSet.noneOf(BinConstraint.class);
        add(set, BinConstraint.TREND, trend != Trend.NONE);
        add(set, BinConstraint.MIN_ROWS, minRows > 0);
        add(set, BinConstraint.MIN_BAD, minBad > 0);
        add(set, BinConstraint.MIN_GOOD, minGood > 0);
        add(set, BinConstraint.MAX_BINS, maxBins < OptimalBinning.MOST_PRE_BINS);
        add(set, BinConstraint.MAX_P_VALUE, maxPValue < 1);
        add(set, BinConstraint.FIXED_EDGES, anyFixed && fixed);
        return set;
    }

    private static void add(Set<BinConstraint> set, BinConstraint constraint, boolean isSet) {
        if (isSet) {
            set.add(constraint);
        }
    }

    /** For people. */
    String told() {
        return "trend " + trend.name().toLowerCase(Locale.ROOT) + ", bins of at least " + minRows + " rows, " + minBad
                + " bads and " + minGood + " goods, at most " + maxBins + " of them, p-value at most " + maxPValue;
    }

    PartitionRules without(BinConstraint constraint) {
        return new PartitionRules(
                constraint == BinConstraint.TREND ? Trend.NONE : trend,
                constraint == BinConstraint.MIN_ROWS ? 0 : minRows,
                constraint == BinConstraint.MIN_BAD ? 0 : minBad,
                constraint == BinConstraint.MIN_GOOD ? 0 : minGood,
                constraint == BinConstraint.MAX_BINS ? Integer.MAX_VALUE : maxBins,
                constraint == BinConstraint.MAX_P_VALUE ? 1 : maxPValue,
                constraint != BinConstraint.FIXED_EDGES && fixed);
    }
}
