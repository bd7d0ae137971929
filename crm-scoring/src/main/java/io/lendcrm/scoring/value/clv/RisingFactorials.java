package io.lendcrm.scoring.value.clv;

/**
 * ln Γ(s+x)/Γ(s) and its first two derivatives by s for ascending whole x: running sums of ln(s+j), 1/(s+j) and
 * -1/(s+j)², with a jump by {@link LogGamma} over a wide gap.
 */
final class RisingFactorials {

    private static final int WIDE = 24;

    private final double[] logs;
    private final double[] slopes;
    private final double[] curvatures;

    RisingFactorials(double s, int[] ascending) {
        logs = new double[ascending.length];
        slopes = new double[ascending.length];
        curvatures = new double[ascending.length];
        double log = 0;
        double slope = 0;
        double curvature = 0;
        int x = 0;
        for (int i = 0; i < ascending.length; i++) {
            int gap = ascending[i] - x;
            if (gap > WIDE) {
                log += LogGamma.ratio(s + x, gap);
                slope += LogGamma.digammaDifference(s + x, gap);
                curvature += LogGamma.trigammaDifference(s + x, gap);
                x = ascending[i];
            }
            for (; x < ascending[i]; x++) {
                double per = 1 / (s + x);
                log += Math.log(s + x);
                slope += per;
                curvature -= per * per;
            }
            logs[i] = log;
            slopes[i] = slope;
            curvatures[i] = curvature;
        }
    }

    double log(int i) {
        return logs[i];
    }

    double slope(int i) {
        return slopes[i];
    }

    double curvature(int i) {
        return curvatures[i];
    }
}
