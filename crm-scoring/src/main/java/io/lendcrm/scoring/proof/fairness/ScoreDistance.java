package io.lendcrm.scoring.proof.fairness;

/** How far two distributions lie apart. */
record ScoreDistance(double ks, double wasserstein) {

    /** Of two samples in ascending order: the largest difference of their distribution functions, and the area between. */
    static ScoreDistance of(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double ks = 0;
        double area = 0;
        double at = Math.min(a[0], b[0]);
        while (i < a.length || j < b.length) {
            double next = i == a.length ? b[j] : j == b.length ? a[i] : Math.min(a[i], b[j]);
            double apart = Math.abs((double) i / a.length - (double) j / b.length);
            area += apart * (next - at);
            ks = Math.max(ks, apart);
            at = next;
            while (i < a.length && a[i] == next) {
                i++;
            }
            while (j < b.length && b[j] == next) {
                j++;
            }
        }
        return new ScoreDistance(ks, area);
    }
}
