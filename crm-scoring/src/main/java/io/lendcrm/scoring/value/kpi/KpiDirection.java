package io.lendcrm.scoring.value.kpi;

/** Which way an indicator improves. */
public enum KpiDirection {
    /** The greater, the better, such as a balance. */
    HIGHER_IS_BETTER,
    /** The smaller, the better, such as days past due. */
    LOWER_IS_BETTER
}
