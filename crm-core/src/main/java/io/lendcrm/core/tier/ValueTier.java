package io.lendcrm.core.tier;

/** How much a client is worth to the lender, from the least to the most. */
public enum ValueTier {
    /** The least valuable clients. */
    LOW,
    /** The broad middle. */
    MEDIUM,
    /** Valuable clients. */
    HIGH,
    /** The most valuable clients. */
    TOP
}
