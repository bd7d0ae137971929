package io.lendcrm.scoring.risk.loss;

/** What a workout that still goes on counts for. */
public enum OpenWorkouts {
    /** Not at all. Where bad workouts take longest, the estimate is too low. */
    EXCLUDE,
    /** As if nothing more came in: an upper bound of its loss, as long as recoveries exceed costs. */
    NO_FURTHER_RECOVERY,
    /**
     * What came in until now, and then the share of what is left that the closed workouts of its segment got after the
     * same number of whole years; as {@link #NO_FURTHER_RECOVERY} where no closed one ever was that old.
     */
    AS_THE_CLOSED
}
