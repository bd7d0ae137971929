package io.lendcrm.scoring.value.composite;

/** Weights that the data tell, from columns of normalised indicators; all zero if the columns tell nothing. */
final class ObjectiveWeights {

    private ObjectiveWeights() {}

    static double[] entropy(double[][] columns) {
        double[] weights = new double[columns.length];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = isConstant(columns[c]) ? 0 : Math.max(0, 1 - entropy(columns[c]));
        }
        return shares(weights);
    }

    private static double entropy(double[] column) {
        double total = 0;
        for (double u : column) {
            total += u;
        }
        double entropy = 0;
        for (double u : column) {
            double p = u / total;
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy / Math.log(column.length);
    }

    static double[] critic(double[][] columns) {
        double[] weights = new double[columns.length];
        for (int c = 0; c < weights.length; c++) {
            double conflict = 0;
            for (double[] other : columns) {
                conflict += other == columns[c] ? 0 : 1 - correlation(columns[c], other);
            }
            weights[c] = deviation(columns[c]) * conflict;
        }
        return shares(weights);
    }

    static double mean(double[] column) {
        double sum = 0;
        for (double u : column) {
            sum += u;
        }
        return sum / column.length;
    }

    /** The sample's standard deviation, exactly 0 for equal values. */
    static double deviation(double[] column) {
        if (isConstant(column)) {
            return 0;
        }
        return Math.sqrt(product(column, column) / (column.length - 1));
    }

    /** Taken as 0 where a column is constant. */
    private static double correlation(double[] a, double[] b) {
        if (isConstant(a) || isConstant(b)) {
            return 0;
        }
        return product(a, b) / Math.sqrt(product(a, a)) / Math.sqrt(product(b, b));
    }

    private static double product(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }

    static boolean isConstant(double[] column) {
        for (double u : column) {
            if (u != column[0]) {
                return false;
            }
        }
        return true;
    }

    private static double[] shares(double[] weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        for (int i = 0; i < weights.length && sum > 0; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
