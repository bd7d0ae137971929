package io.lendcrm.segmentation.cluster;

/** How features are made comparable before distances are taken. */
public enum Scale {
    /** Not at all: distances are in the features' own units, so those with great numbers rule. */
    NONE,
    /** Less the mean, divided by the sample standard deviation (of n − 1). */
    Z,
    /** The natural logarithm of 1 plus the value, then {@link #Z}; for skewed amounts, all above −1. */
    LOG1P_Z
}
