package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.tier.SegmentId;

/**
 * A box of scores that belongs to a segment; a segment may have several. Both ends of a range belong to it. Immutable
 * and thread-safe.
 *
 * @param segment the segment
 * @param recencyFrom the lowest recency score
 * @param recencyTo the highest recency score
 * @param frequencyFrom the lowest frequency score
 * @param frequencyTo the highest frequency score
 * @param monetaryFrom the lowest monetary score
 * @param monetaryTo the highest monetary score
 */
public record SegmentRule(
        SegmentId segment,
        int recencyFrom,
        int recencyTo,
        int frequencyFrom,
        int frequencyTo,
        int monetaryFrom,
        int monetaryTo) {

    public SegmentRule {
        requireNonNull(segment, "segment");
        requireRange("recency", recencyFrom, recencyTo);
        requireRange("frequency", frequencyFrom, frequencyTo);
        requireRange("monetary", monetaryFrom, monetaryTo);
    }

    /**
     * A rule that holds for every score; narrow it by {@link #recency}, {@link #frequency} and {@link #monetary}.
     *
     * @param segment the segment's name
     * @return the rule
     */
    public static SegmentRule of(String segment) {
        int most = RfmCuts.MOST_BINS;
        return new SegmentRule(SegmentId.of(segment), 1, most, 1, most, 1, most);
    }

    /**
     * The rule for these recency scores only.
     *
     * @param from the lowest
     * @param to the highest
     * @return the narrower rule
     */
    public SegmentRule recency(int from, int to) {
        return new SegmentRule(segment, from, to, frequencyFrom, frequencyTo, monetaryFrom, monetaryTo);
    }

    /**
     * The rule for these frequency scores only.
     *
     * @param from the lowest
     * @param to the highest
     * @return the narrower rule
     */
    public SegmentRule frequency(int from, int to) {
        return new SegmentRule(segment, recencyFrom, recencyTo, from, to, monetaryFrom, monetaryTo);
    }

    /**
     * The rule for these monetary scores only.
     *
     * @param from the lowest
     * @param to the highest
     * @return the narrower rule
     */
    public SegmentRule monetary(int from, int to) {
        return new SegmentRule(segment, recencyFrom, recencyTo, frequencyFrom, frequencyTo, from, to);
    }

    boolean holds(int r, int f, int m) {
        return recencyFrom <= r
                && r <= recencyTo
                && frequencyFrom <= f
                && f <= frequencyTo
                && monetaryFrom <= m
                && m <= monetaryTo;
    }

    private static void requireRange(String axis, int from, int to) {
        if (from < 1 || to > RfmCuts.MOST_BINS || from > to) {
            throw new IllegalArgumentException(
                    axis + " must be a range within [1, 9], found [" + from + ", " + to + "]");
        }
    }
}
