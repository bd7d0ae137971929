package io.lendcrm.scoring.special;

/**
 * ln Γ(s+x)/Γ(s) and its first two derivatives by s for ascending whole x: running sums of ln(s+j), 1/(s+j) and
 * -1/(s+j)², with a jump by {@link LogGamma} over a wide gap. Immutable and thread-safe.
 */
public final class RisingFactorials {

    private static final int WIDE = 24;

    private final double[] logs;
    private final double[] slopes;
    private final double[] curvatures;

    /**
     * The factorials of one number.
     *
     * @param s above 0
     * @param ascending the numbers x, in ascending order
     */
    public RisingFactorials(double s, int[] ascending) {
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

    /**
     * The logarithm.
     *
     * @param i which of the numbers x
     * @return ln Γ(s+x)/Γ(s)
     */
    public double log(int i) {
        return logs[i];
    }

    /**
     * Its first derivative.
     *
     * @param i which of the numbers x
     * @return ψ(s+x) - ψ(s)
     */
    public double slope(int i) {
        return slopes[i];
    }

    /**
     * Its second derivative.
     *
     * @param i which of the numbers x
     * @return ψ'(s+x) - ψ'(s)
     */
    public double curvature(int i) {
        return curvatures[i];
    }
}
