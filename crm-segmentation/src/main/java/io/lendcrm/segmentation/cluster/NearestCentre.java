package io.lendcrm.segmentation.cluster;

import static java.util.Objects.requireNonNull;

import io.lendcrm.segmentation.preparation.FittedPreparation;

/**
 * A {@link KMeansModel} for hot loops: it tells the cluster of a row of numbers alone, the same as {@link
 * KMeansModel#assign(io.lendcrm.core.feature.FeatureRow)} does, and allocates nothing. Not thread-safe; confine to one
 * thread.
 */
public final class NearestCentre {

    private final FittedPreparation preparation;
    private final double[] centres;
    private final double[] scaled;
    private final int k;

    NearestCentre(KMeansModel model) {
        this.preparation = model.preparation();
        this.k = model.k();
        this.scaled = new double[model.schema().size()];
        this.centres = new double[k * scaled.length];
        for (int c = 0; c < k; c++) {
            System.arraycopy(model.clusters().centres()[c], 0, centres, c * scaled.length, scaled.length);
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
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0, at = 0; c < k; c++, at += d) {
            double distance = 0;
            for (int j = 0; j < d; j++) {
                double difference = scaled[j] - centres[at + j];
                distance += difference * difference;
            }
            if (distance < least) { // never of NaN
                least = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    /** {@return how many clusters} */
    @Override
    public String toString() {
        return "NearestCentre[" + k + " clusters]";
    }
}
