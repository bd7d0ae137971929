package io.lendcrm.scoring.value.rfm;

import io.lendcrm.core.tier.SegmentId;
import java.util.ArrayList;
import java.util.List;

/**
 * Names for combinations of scores. Every combination belongs to exactly one segment: that the rules are disjoint and
 * complete is checked when the map is made, over all bins³ combinations. Immutable and thread-safe.
 */
public final class SegmentMap {

    /** The standard rules for five bins: the usual grid of recency and frequency, refined by monetary value. */
    private static final List<SegmentRule> FIVE = List.of(
            SegmentRule.of("champions").recency(5, 5).frequency(4, 5).monetary(4, 5),
            SegmentRule.of("loyal").recency(5, 5).frequency(4, 5).monetary(1, 3),
            SegmentRule.of("loyal").recency(3, 4).frequency(4, 5),
            SegmentRule.of("potential-loyalists").recency(4, 5).frequency(2, 3),
            SegmentRule.of("new").recency(5, 5).frequency(1, 1),
            SegmentRule.of("promising").recency(4, 4).frequency(1, 1),
            SegmentRule.of("needs-attention").recency(3, 3).frequency(3, 3),
            SegmentRule.of("about-to-sleep").recency(3, 3).frequency(1, 2),
            SegmentRule.of("cannot-lose").recency(1, 2).frequency(5, 5),
            SegmentRule.of("cannot-lose").recency(1, 2).frequency(3, 4).monetary(5, 5),
            SegmentRule.of("at-risk").recency(1, 2).frequency(3, 4).monetary(1, 4),
            SegmentRule.of("hibernating").recency(2, 2).frequency(1, 2),
            SegmentRule.of("hibernating").recency(1, 1).frequency(2, 2),
            SegmentRule.of("lost").recency(1, 1).frequency(1, 1));

    private final int bins;
    private final List<SegmentRule> rules;
    private final SegmentId[] cells;

    private SegmentMap(int bins, List<SegmentRule> rules) {
        this.bins = bins;
        this.rules = List.copyOf(rules);
        this.cells = new SegmentId[bins * bins * bins];
        for (int r = 1; r <= bins; r++) {
            for (int f = 1; f <= bins; f++) {
                for (int m = 1; m <= bins; m++) {
                    cells[cell(r, f, m)] = only(r, f, m).segment();
                }
            }
        }
        for (SegmentRule rule : rules) {
            if (rule.recencyFrom() > bins || rule.frequencyFrom() > bins || rule.monetaryFrom() > bins) {
                throw new IllegalArgumentException(
                        "a segment rule must hold for a score up to " + bins + ", found " + rule);
            }
        }
    }

    private SegmentRule only(int r, int f, int m) {
        List<SegmentRule> holding =
                rules.stream().filter(rule -> rule.holds(r, f, m)).toList();
        if (holding.isEmpty()) {
            throw new IllegalArgumentException(
                    "segment rules must be complete: r=" + r + " f=" + f + " m=" + m + " is in no segment");
        }
        if (holding.size() > 1) {
            throw new IllegalArgumentException("segment rules must be disjoint: r=" + r + " f=" + f + " m=" + m
                    + " is in a rule of " + holding.get(0).segment() + " and in one of "
                    + holding.get(1).segment());
        }
        return holding.get(0);
    }

    /**
     * A map of these rules.
     *
     * @param bins how many scores an axis has, from 2 to 9
     * @param rules the rules; parts of a range above {@code bins} don't matter
     * @return the map
     * @throws IllegalArgumentException if a combination of scores is in no rule or in two, naming one such combination;
     *     or if a rule holds for none
     */
    public static SegmentMap of(int bins, List<SegmentRule> rules) {
        if (bins < RfmCuts.FEWEST_BINS || bins > RfmCuts.MOST_BINS) {
            throw new IllegalArgumentException("bins must be within [2, 9], found " + bins);
        }
        return new SegmentMap(bins, rules);
    }

    /**
     * The standard segments: champions, loyal, potential-loyalists, new, promising, needs-attention, about-to-sleep,
     * cannot-lose, at-risk, hibernating and lost.
     *
     * <p>They are defined for five bins: the grid of recency and frequency that practice uses, with monetary value
     * telling champions from loyal clients and cannot-lose from at-risk ones. With other numbers of bins score s stands
     * for level 1 + 4 (s − 1) / (bins − 1), rounded to the nearest (halves up), so that lowest and highest keep their
     * meaning; with fewer than five bins some segments stay empty.
     *
     * @param bins how many scores an axis has, from 2 to 9
     * @return the map
     */
    public static SegmentMap standard(int bins) {
        if (bins < RfmCuts.FEWEST_BINS || bins > RfmCuts.MOST_BINS) {
            throw new IllegalArgumentException("bins must be within [2, 9], found " + bins);
        }
        List<SegmentRule> scaled = new ArrayList<>();
        for (SegmentRule rule : FIVE) {
            int[] r = scores(rule.recencyFrom(), rule.recencyTo(), bins);
            int[] f = scores(rule.frequencyFrom(), rule.frequencyTo(), bins);
            int[] m = scores(rule.monetaryFrom(), rule.monetaryTo(), bins);
            if (r[0] <= r[1] && f[0] <= f[1] && m[0] <= m[1]) {
                scaled.add(new SegmentRule(rule.segment(), r[0], r[1], f[0], f[1], m[0], m[1]));
            }
        }
        return new SegmentMap(bins, scaled);
    }

    /** The first and last score whose level lies in a range of levels; first above last if there is none. */
    private static int[] scores(int levelFrom, int levelTo, int bins) {
        int first = bins + 1;
        int last = 0;
        for (int s = 1; s <= bins; s++) {
            int level = 1 + (8 * (s - 1) + bins - 1) / (2 * (bins - 1));
            if (levelFrom <= level && level <= levelTo) {
                first = Math.min(first, s);
                last = s;
            }
        }
        return new int[] {first, last};
    }

    /** {@return how many scores an axis has} */
    public int bins() {
        return bins;
    }

    /** {@return the rules in order} */
    public List<SegmentRule> rules() {
        return rules;
    }

    /** {@return the segments in the order of their first rules} */
    public List<SegmentId> segments() {
        return rules.stream().map(SegmentRule::segment).distinct().toList();
    }

    /**
     * The segment of a combination of scores.
     *
     * @param r the recency score, from 1 to {@link #bins()}
     * @param f the frequency score
     * @param m the monetary score
     * @return the segment
     */
    public SegmentId segment(int r, int f, int m) {
        requireScore("r", r);
        requireScore("f", f);
        requireScore("m", m);
        return cells[cell(r, f, m)];
    }

    private void requireScore(String axis, int score) {
        if (score < 1 || score > bins) {
            throw new IllegalArgumentException(axis + " must be within [1, " + bins + "], found " + score);
        }
    }

    private int cell(int r, int f, int m) {
        return ((r - 1) * bins + f - 1) * bins + m - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentMap that && bins == that.bins && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return 31 * bins + rules.hashCode();
    }

    @Override
    public String toString() {
        return "SegmentMap[" + bins + " bins, " + segments() + "]";
    }
}
