package io.lendcrm.segmentation.cluster;

/** How much nearer clients are to their own cluster than to the next one (Rousseeuw 1987). */
final class Silhouette {

    private Silhouette() {}

    static double mean(double[][] rows, int[] label, int k) {
        int[] size = new int[k];
        int used = 0;
        for (int own : label) {
            used += size[own]++ == 0 ? 1 : 0;
        }
        if (used < 2) {
            return Double.NaN;
        }
        CompensatedSum widths = new CompensatedSum();
        double[] sum = new double[k];
        for (int i = 0; i < rows.length; i++) {
            java.util.Arrays.fill(sum, 0);
            for (int other = 0; other < rows.length; other++) {
                sum[label[other]] += distance(rows[i], rows[other]);
            }
            widths.add(width(sum, size, label[i]));
        }
        return widths.value() / rows.length;
    }

    private static double width(double[] sum, int[] size, int own) {
        if (size[own] == 1) {
            return 0;
        }
        double a = sum[own] / (size[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sum.length; c++) {
            if (c != own && size[c] > 0) {
                b = Math.min(b, sum[c] / size[c]);
            }
        }
        double most = Math.max(a, b);
        return most == 0 ? 0 : (b - a) / most;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            double difference = one[j] - other[j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
