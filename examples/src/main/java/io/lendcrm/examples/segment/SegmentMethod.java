package io.lendcrm.examples.segment;

/** How groups are found. */
public enum SegmentMethod {
    /** The nearest of k centres, for the least sum of squared distances. */
    KMEANS,
    /** The nearest of k clients, for the least mean distance; numbers and texts. */
    MEDOIDS,
    /** The nearest of k prototypes of means and most frequent levels; numbers and texts. */
    KPROTOTYPES,
    /** The most probable component of a Gaussian mixture. */
    GMM,
    /** What is left when the nearest have merged. */
    AGGLOMERATIVE,
    /** What is dense at a given radius. */
    DBSCAN,
    /** What is dense for long. */
    HDBSCAN
}
