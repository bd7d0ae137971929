package io.lendcrm.segmentation.cluster;

import static java.util.Objects.requireNonNull;

import io.lendcrm.segmentation.preparation.FittedPreparation;

/**
 * A {@link KMeansModel} for hot loops: it tells the cluster of a row of numbers alone, the same as {@link
 * KMeansModel#assign(io.lendcrm.core.feature.FeatureRow)} does, and allocates nothing. Not thread-safe; confine to one
 * thread.
 */
public final class NearestCentre {

    private static final int FOUR = 4;

    private final FittedPreparation preparation;

    /** Four centres side by side, coordinate by coordinate, then the next four. */
    private final double[] centres;

    private final double[] squared;
    private final double[] scaled;
    private final int k;

    NearestCentre(KMeansModel model) {
        this.preparation = model.preparation();
        this.k = model.k();
        this.scaled = new double[model.schema().size()];
        int d = scaled.length;
        this.squared = new double[(k + FOUR - 1) / FOUR * FOUR];
        this.centres = new double[squared.length * d];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                centres[c / FOUR * FOUR * d + j * FOUR + c % FOUR] =
                        model.clusters().centres()[c][j];
            }
        }
    }

    /**
     * The cluster of a row.
     *
     * @param row a value for each feature of the model's schema, in its order, {@code NaN} where missing; not changed
     * @return the cluster's number from 0, the first of equally near ones; -1 if a value is missing and not filled, or none
     *     has a finite distance
     * @throws IllegalArgumentException if there are more or fewer values
     */
    public int of(double[] row) {
        requireNonNull(row, "row");
        int d = scaled.length;
        if (row.length != d) {
            throw new IllegalArgumentException("row must have " + d + " values, found " + row.length);
        }
        for (int j = 0; j < d; j++) {
            scaled[j] = preparation.scaled(j, row[j]);
        }
        measure();
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < k; c++) {
            if (squared[c] < least) { // never of NaN
                least = squared[c];
                nearest = c;
            }
        }
        return nearest;
    }

    /** Four centres at a time, so that their sums don't wait for each other. */
    private void measure() {
        int d = scaled.length;
        for (int c = 0; c < squared.length; c += FOUR) {
            double a0 = 0;
            double a1 = 0;
            double a2 = 0;
            double a3 = 0;
            for (int j = 0, at = c * d; j < d; j++, at += FOUR) {
                double x = scaled[j];
                double d0 = x - centres[at];
                double d1 = x - centres[at + 1];
                double d2 = x - centres[at + 2];
                double d3 = x - centres[at + 3];
                a0 += d0 * d0;
                a1 += d1 * d1;
                a2 += d2 * d2;
                a3 += d3 * d3;
            }
            squared[c] = a0;
            squared[c + 1] = a1;
            squared[c + 2] = a2;
            squared[c + 3] = a3;
        }
    }

    /** {@return how many clusters} */
    @Override
    public String toString() {
        return "NearestCentre[" + k + " clusters]";
    }
}
