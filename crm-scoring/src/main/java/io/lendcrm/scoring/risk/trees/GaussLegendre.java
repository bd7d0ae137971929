package io.lendcrm.scoring.risk.trees;

/** Points and weights on [0, 1] that integrate every polynomial of degree {@code 2 n - 1} exactly, by Newton's method. */
final class GaussLegendre {

    private static final int STEPS = 100;

    private final double[] points;
    private final double[] weights;

    private GaussLegendre(double[] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    double[] points() {
        return points;
    }

    double[] weights() {
        return weights;
    }

    static GaussLegendre of(int n) {
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < STEPS; step++) {
                double before = 1;
                double value = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                    before = value;
                    value = next;
                }
                slope = n * (x * value - before) / (x * x - 1);
                double move = value / slope;
                x -= move;
                if (Math.abs(move) < 1e-15) {
                    break;
                }
            }
            points[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(points, weights);
    }
}
