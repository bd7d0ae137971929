package io.lendcrm.core.portrait;

/**
 * How portraits are painted. Immutable and thread-safe.
 *
 * @param halfLifeDays after how many days a choice weighs half, above 0
 * @param minimumEvidence from which weight on a preference is known, above 0
 * @param timelineLength how many of the latest events are kept, at least 0
 * @param staleAfterDays after how many days a client's record counts as stale, at least 0
 */
public record PortraitOptions(double halfLifeDays, double minimumEvidence, int timelineLength, int staleAfterDays) {

    public PortraitOptions {
        require("halfLifeDays", halfLifeDays);
        require("minimumEvidence", minimumEvidence);
        if (timelineLength < 0 || staleAfterDays < 0) {
            throw new IllegalArgumentException("timelineLength and staleAfterDays must be at least 0, found "
                    + timelineLength + " and " + staleAfterDays);
        }
    }

    /** {@return a half-life of 180 days, evidence worth three choices, 100 events, stale after 730 days} */
    public static PortraitOptions defaults() {
        return new PortraitOptions(180, 3, 100, 730);
    }

    /**
     * With another half-life.
     *
     * @param days above 0
     * @return the options
     */
    public PortraitOptions withHalfLifeDays(double days) {
        return new PortraitOptions(days, minimumEvidence, timelineLength, staleAfterDays);
    }

    /**
     * With another minimum of evidence.
     *
     * @param weight above 0
     * @return the options
     */
    public PortraitOptions withMinimumEvidence(double weight) {
        return new PortraitOptions(halfLifeDays, weight, timelineLength, staleAfterDays);
    }

    /**
     * With another length of the timeline.
     *
     * @param events at least 0
     * @return the options
     */
    public PortraitOptions withTimelineLength(int events) {
        return new PortraitOptions(halfLifeDays, minimumEvidence, events, staleAfterDays);
    }

    /**
     * With another age at which a record counts as stale.
     *
     * @param days at least 0
     * @return the options
     */
    public PortraitOptions withStaleAfterDays(int days) {
        return new PortraitOptions(halfLifeDays, minimumEvidence, timelineLength, days);
    }

    private static void require(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and above 0, found " + value);
        }
    }
}
