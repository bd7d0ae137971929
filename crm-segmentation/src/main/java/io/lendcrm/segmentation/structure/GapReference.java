package io.lendcrm.segmentation.structure;

/** What rows without clusters are drawn from, to compare with. */
public enum GapReference {
    /**
     * Uniform in the box around the rows along their principal axes, so that elongated clouds are matched; Tibshirani's
     * choice (b) and R's {@code scaledPCA}.
     */
    PRINCIPAL_BOX,
    /** Uniform in the box around the rows along the features; Tibshirani's choice (a). */
    BOX,
    /** One Gaussian with the mean and the covariance of the rows. */
    GAUSSIAN
}
