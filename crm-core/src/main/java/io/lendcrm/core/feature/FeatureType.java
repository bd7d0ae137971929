package io.lendcrm.core.feature;

/** How the values of a feature are to be read. */
public enum FeatureType {
    /** Numbers on a scale; differences mean something. */
    NUMERIC,
    /** Levels with an order, lowest first. */
    ORDINAL,
    /** Levels without an order. */
    NOMINAL,
    /** No (0) or yes (1). */
    BINARY;

    /** {@return true if values are positions in a list of levels} */
    public boolean hasLevels() {
        return this == ORDINAL || this == NOMINAL;
    }
}
