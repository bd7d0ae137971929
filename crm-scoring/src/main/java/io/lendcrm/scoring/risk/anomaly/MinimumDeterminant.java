package io.lendcrm.scoring.risk.anomaly;

import io.lendcrm.core.model.FitException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The half of the rows whose covariance has the least determinant, found as Rousseeuw and Van Driessen (Technometrics 41, 1999)
 * do: from many small draws, each replaced by the half of rows nearest to it (a step that never enlarges the determinant), the
 * best ones until nothing changes; then all rows that aren't far from that half are taken. Draws are made from at most 1,500 rows.
 */
final class MinimumDeterminant {

    private static final int DRAWS = 200;
    private static final int BEST = 5;
    private static final int SAMPLE = 1500;
    private static final int STEPS = 100;
    private static final double CUT = 0.975;

    private final double[][] rows;
    private final int p;

    private MinimumDeterminant(double[][] rows) {
        this.rows = rows;
        this.p = rows[0].length;
    }

    static Scatter of(double[][] rows, long seed) {
        return new MinimumDeterminant(rows).scatter(new SplittableRandom(seed));
    }

    private Scatter scatter(SplittableRandom random) {
        double[][] sample = rows.length <= SAMPLE ? rows : draw(random, SAMPLE);
        Scatter[] best = new Scatter[BEST];
        double[] least = new double[BEST];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int draw = 0; draw < DRAWS; draw++) {
            Scatter start = Scatter.of(sample, permuted(random, sample.length), p + 1);
            start = half(sample, half(sample, start));
            double determinant = Cholesky.of(start.covariance()).singular()
                    ? Double.POSITIVE_INFINITY
                    : Cholesky.of(start.covariance()).logDeterminant();
            int worst = BEST - 1;
            if (determinant < least[worst]) {
                while (worst > 0 && least[worst - 1] > determinant) {
                    least[worst] = least[worst - 1];
                    best[worst] = best[worst - 1];
                    worst--;
                }
                least[worst] = determinant;
                best[worst] = start;
            }
        }
        Scatter found = null;
        double smallest = Double.POSITIVE_INFINITY;
        for (Scatter start : best) {
            if (start != null) {
                Scatter end = settled(start);
                double determinant = Cholesky.of(end.covariance()).logDeterminant();
                if (determinant == Double.NEGATIVE_INFINITY) {
                    throw degenerate();
                }
                if (determinant < smallest) {
                    smallest = determinant;
                    found = end;
                }
            }
        }
        if (found == null) {
            throw degenerate();
        }
        int half = half(rows.length);
        return weighted(found.times(consistency((double) half / rows.length)));
    }

    private static FitException degenerate() {
        return new FitException(
                OutlierModel.TYPE,
                "half of the rows have a constant column or one that follows from others",
                "leaving it out, or " + OutlierFitter.Spread.SAMPLE);
    }

    private Scatter settled(Scatter start) {
        Scatter now = start;
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            now = half(rows, now);
            double determinant = Cholesky.of(now.covariance()).logDeterminant();
            if (!(determinant < before - 1e-12)) {
                break;
            }
            before = determinant;
        }
        return now;
    }

    /** The rows nearest to a center, half of them; the center itself if it has no full rank. */
    private Scatter half(double[][] from, Scatter center) {
        Cholesky factor = Cholesky.of(center.covariance());
        if (factor.singular()) {
            double[][] ridge = center.times(1).covariance();
            for (int i = 0; i < p; i++) {
                ridge[i][i] = ridge[i][i] * 1.01 + 1e-9;
            }
            factor = Cholesky.of(ridge);
        }
        double[] distances = center.distances(from, factor);
        Integer[] order = new Integer[from.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(distances[a], distances[b]));
        int[] nearest = Arrays.stream(order).mapToInt(i -> i).toArray();
        return Scatter.of(from, nearest, half(from.length));
    }

    private int half(int n) {
        return (n + p + 1) / 2;
    }

    private Scatter weighted(Scatter raw) {
        double cut = new ChiSquaredDistribution(null, p).inverseCumulativeProbability(CUT);
        double[] distances = raw.distances(rows, Cholesky.of(raw.covariance()));
        int[] kept = new int[rows.length];
        int count = 0;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] <= cut) {
                kept[count++] = i;
            }
        }
        return Scatter.of(rows, kept, count).times(consistency(CUT));
    }

    /** What makes the covariance of the nearest share of normal rows that of all (Croux and Haesbroeck 1999). */
    private double consistency(double share) {
        double cut = new ChiSquaredDistribution(null, p).inverseCumulativeProbability(share);
        return share / new ChiSquaredDistribution(null, p + 2.0).cumulativeProbability(cut);
    }

    private double[][] draw(SplittableRandom random, int count) {
        int[] order = permuted(random, rows.length);
        double[][] drawn = new double[count][];
        Arrays.setAll(drawn, i -> rows[order[i]]);
        return drawn;
    }

    private static int[] permuted(SplittableRandom random, int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
