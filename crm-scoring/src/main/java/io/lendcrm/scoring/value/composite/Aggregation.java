package io.lendcrm.scoring.value.composite;

/** How the indicators become one number. */
public enum Aggregation {
    /** The weighted mean: a strength makes up for a weakness. */
    ARITHMETIC,
    /**
     * The weighted geometric mean: a weakness is made up for the less the greater it is. Each indicator u counts as
     * 0.01 + 0.99 u, so that one that is worst doesn't blot out all others.
     */
    GEOMETRIC
}
