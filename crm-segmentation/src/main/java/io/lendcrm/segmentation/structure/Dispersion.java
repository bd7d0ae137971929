package io.lendcrm.segmentation.structure;

/** How much rows differ within their clusters: W = Σ over clusters of Σ over ordered pairs of their rows / (2 · size). */
public enum Dispersion {
    /** By squared Euclidean distances, Tibshirani's: the sum of squares around the means; O(rows). */
    SQUARED_DISTANCE,
    /** By Euclidean distances, the default of R's {@code clusGap}; O(rows²). */
    DISTANCE;

    double of(double[][] columns, int[] label, int clusters) {
        return this == SQUARED_DISTANCE ? squared(columns, label, clusters) : plain(columns, label, clusters);
    }

    private static double squared(double[][] columns, int[] label, int clusters) {
        double within = 0;
        double[] size = sizes(label, clusters);
        for (double[] column : columns) {
            double[] mean = new double[clusters];
            for (int i = 0; i < label.length; i++) {
                if (label[i] >= 0) {
                    mean[label[i]] += column[i] / size[label[i]];
                }
            }
            for (int i = 0; i < label.length; i++) {
                if (label[i] >= 0) {
                    double off = column[i] - mean[label[i]];
                    within += off * off;
                }
            }
        }
        return within;
    }

    private static double plain(double[][] columns, int[] label, int clusters) {
        double[] size = sizes(label, clusters);
        double[] sum = new double[clusters];
        for (int a = 0; a < label.length; a++) {
            for (int b = 0; b < a; b++) {
                if (label[a] >= 0 && label[a] == label[b]) {
                    double squared = 0;
                    for (double[] column : columns) {
                        double off = column[a] - column[b];
                        squared += off * off;
                    }
                    sum[label[a]] += Math.sqrt(squared);
                }
            }
        }
        double within = 0;
        for (int c = 0; c < clusters; c++) {
            within += size[c] == 0 ? 0 : sum[c] / size[c];
        }
        return within;
    }

    private static double[] sizes(int[] label, int clusters) {
        double[] size = new double[clusters];
        for (int own : label) {
            if (own >= 0) {
                size[own]++;
            }
        }
        return size;
    }
}
