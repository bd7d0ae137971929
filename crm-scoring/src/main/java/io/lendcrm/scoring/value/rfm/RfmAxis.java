package io.lendcrm.scoring.value.rfm;

/** The axes of RFM. */
public enum RfmAxis {
    /** Days since the last event. */
    RECENCY,
    /** How many events. */
    FREQUENCY,
    /** The monetary value. */
    MONETARY
}
