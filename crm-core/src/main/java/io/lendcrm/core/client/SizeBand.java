package io.lendcrm.core.client;

/** How big a firm is, from the smallest to the biggest. */
public enum SizeBand {
    /** Micro (微型). */
    MICRO,
    /** Small (小型). */
    SMALL,
    /** Medium-sized (中型). */
    MEDIUM,
    /** Large (大型): no small or medium-sized enterprise. */
    LARGE
}
