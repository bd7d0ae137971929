package io.lendcrm.core.tier;

/** How risky a client is, from the least to the most. */
public enum RiskTier {
    /** Little risk. */
    LOW,
    /** Ordinary risk. */
    MODERATE,
    /** Needs closer attention. */
    ELEVATED,
    /** Likely to default. */
    HIGH
}
