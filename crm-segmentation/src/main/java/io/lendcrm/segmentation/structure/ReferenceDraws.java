package io.lendcrm.segmentation.structure;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws tables without clusters that are like a table in all else. */
final class ReferenceDraws {

    private final int rows;
    private final GapReference kind;
    private final PrincipalAxes axes;
    private final double[] low;
    private final double[] high;

    ReferenceDraws(double[][] columns, GapReference kind) {
        this.rows = columns[0].length;
        this.kind = kind;
        this.axes = new PrincipalAxes(columns);
        double[][] boxed = kind == GapReference.BOX ? columns : axes.onAxes(columns);
        low = Arrays.stream(boxed)
                .mapToDouble(column -> Arrays.stream(column).min().orElseThrow())
                .toArray();
        high = Arrays.stream(boxed)
                .mapToDouble(column -> Arrays.stream(column).max().orElseThrow())
                .toArray();
    }

    double[][] draw(SplittableRandom random) {
        double[][] drawn = new double[low.length][rows];
        for (int j = 0; j < drawn.length; j++) {
            double deviation = Math.sqrt(axes.variance()[j]);
            for (int i = 0; i < rows; i++) {
                drawn[j][i] = kind == GapReference.GAUSSIAN
                        ? deviation * normal(random)
                        : low[j] + (high[j] - low[j]) * random.nextDouble();
            }
        }
        return kind == GapReference.BOX ? drawn : axes.back(drawn);
    }

    /** Marsaglia's polar method without the spare. */
    private static double normal(SplittableRandom random) {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
