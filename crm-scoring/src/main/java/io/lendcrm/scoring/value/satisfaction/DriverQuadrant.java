package io.lendcrm.scoring.value.satisfaction;

/** Where a driver stands: importance and performance, each against the mean of all drivers (Martilla and James 1977). */
public enum DriverQuadrant {
    /** Important and weak: a bottleneck, to be worked on first. */
    CONCENTRATE_HERE,
    /** Important and strong. */
    KEEP_UP,
    /** Unimportant and weak. */
    LOW_PRIORITY,
    /** Unimportant and strong: effort that clients don't reward. */
    POSSIBLE_OVERKILL
}
