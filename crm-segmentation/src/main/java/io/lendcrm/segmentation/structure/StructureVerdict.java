package io.lendcrm.segmentation.structure;

/** Whether a table has clusters. */
public enum StructureVerdict {
    /** More structure than rows without clusters have, and clusters that come back on other rows. */
    CLUSTERS,
    /**
     * More structure than rows without clusters have (lumps, skewed or curved clouds), but no number of clusters comes back
     * on other rows: segments would be a way of cutting, not of finding.
     */
    NOT_REPRODUCIBLE,
    /** No cluster structure: no number of clusters fits better than it does on rows without clusters. */
    NONE
}
