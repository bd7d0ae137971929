package io.lendcrm.scoring.value.kpi;

/** What a card does with a client of whom an indicator's value is missing. */
public enum KpiMissing {
    /** The client isn't scored. */
    REJECT,
    /** As if the target were just met: the indicator moves nothing. */
    NEUTRAL,
    /** As if the value were the worst one: 0 points. */
    WORST
}
