package io.lendcrm.segmentation.mixture;

/** How probable each component is for a row. Not thread-safe. */
final class Membership {

    private final Components components;
    private final double[] probability;
    private final double[] log;
    private final double[] difference;
    private double logDensity;

    Membership(Components components) {
        this.components = components;
        this.probability = new double[components.k];
        this.log = new double[components.k];
        this.difference = new double[components.d];
    }

    /** Looks at a row and tells its most probable component, of equal ones the first; -1 if none has a density. */
    int of(double[] x, int at) {
        int most = -1;
        for (int c = 0; c < log.length; c++) {
            log[c] = components.logDensity(c, x, at, difference, 0);
            if (log[c] > Double.NEGATIVE_INFINITY && (most < 0 || log[c] > log[most])) {
                most = c;
            }
        }
        if (most < 0) {
            return -1;
        }
        double sum = 0;
        for (int c = 0; c < log.length; c++) {
            probability[c] = Math.exp(log[c] - log[most]);
            sum += probability[c];
        }
        for (int c = 0; c < log.length; c++) {
            probability[c] /= sum;
        }
        logDensity = log[most] + Math.log(sum);
        return most;
    }

    double probability(int c) {
        return probability[c];
    }

    double[] probabilities() {
        return probability.clone();
    }

    /** The logarithm of a component's weight times its density. */
    double log(int c) {
        return log[c];
    }

    double logDensity() {
        return logDensity;
    }
}
