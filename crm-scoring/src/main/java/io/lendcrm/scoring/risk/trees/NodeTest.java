package io.lendcrm.scoring.risk.trees;

/** What a node asks of the value of its feature. */
public enum NodeTest {
    /** {@code x < threshold}. */
    BELOW,
    /** {@code x <= threshold}. */
    AT_MOST,
    /** {@code x > threshold}. */
    ABOVE,
    /** {@code x >= threshold}. */
    AT_LEAST,
    /** {@code x = threshold}. */
    EQUAL,
    /** The whole part of x is one of a set of codes, none of which is below 0. */
    MEMBER;

    /** Whether it compares by size. */
    boolean compares() {
        return this != EQUAL && this != MEMBER;
    }

    /** Whether the values that pass are the great ones. */
    boolean passesAbove() {
        return this == ABOVE || this == AT_LEAST;
    }

    /** Whether a comparison counts the threshold itself to what is below: then the next number is what nothing below reaches. */
    boolean edgeIsBelow() {
        return this == AT_MOST || this == ABOVE;
    }

    /** Whether a value that isn't missing passes. */
    boolean passes(double x, double threshold, CodeSet members) {
        return switch (this) {
            case BELOW -> x < threshold;
            case AT_MOST -> x <= threshold;
            case ABOVE -> x > threshold;
            case AT_LEAST -> x >= threshold;
            case EQUAL -> x == threshold;
            case MEMBER -> members.has(x);
        };
    }
}
