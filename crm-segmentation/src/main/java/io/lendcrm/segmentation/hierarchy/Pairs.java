package io.lendcrm.segmentation.hierarchy;

/** Distances of rows by their places. */
interface Pairs {

    int rows();

    /** At least 0 and finite. */
    double between(int one, int other);
}
