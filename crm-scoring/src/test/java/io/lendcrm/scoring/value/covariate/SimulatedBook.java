package io.lendcrm.scoring.value.covariate;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A book drawn from a model with two covariates, {@code corporate} of 0 or 1 and {@code size} between -1 and 1, clients
 * watched for 27 to 39 weeks.
 */
final class SimulatedBook {

    /** ln of the four parameters, two coefficients of purchases and two of leaving. */
    static final double[] PARETO = {Math.log(0.9), Math.log(9), Math.log(0.8), Math.log(12), 0.7, 0.5, -0.6, 0.4};

    static final double[] BG = {Math.log(0.9), Math.log(6), Math.log(0.8), Math.log(2.4), 0.7, 0.5, -0.6, 0.4};

    private final SplittableRandom random;

    private SimulatedBook(long seed) {
        random = new SplittableRandom(seed);
    }

    static CovariateBook of(PurchaseFamily family, double[] truth, int clients, long seed) {
        return new SimulatedBook(seed).draw(family, truth, clients);
    }

    private CovariateBook draw(PurchaseFamily family, double[] truth, int clients) {
        int[] frequency = new int[clients];
        double[] recency = new double[clients];
        double[] age = new double[clients];
        double[] corporate = new double[clients];
        double[] size = new double[clients];
        for (int i = 0; i < clients; i++) {
            corporate[i] = random.nextInt(2);
            size[i] = random.nextInt(-2, 3) / 2.0;
            age[i] = (189 + random.nextInt(84)) / 7.0;
            double shift = truth[6] * corporate[i] + truth[7] * size[i];
            double faster = Math.exp(truth[4] * corporate[i] + truth[5] * size[i]);
            double rate = gamma(Math.exp(truth[0])) / Math.exp(truth[1]) * faster;
            boolean pareto = family == PurchaseFamily.PARETO_NBD;
            double end = age[i];
            double p = 0;
            if (pareto) {
                end = Math.min(end, wait(gamma(Math.exp(truth[2])) / Math.exp(truth[3] - shift)));
            } else {
                double leaves = gamma(Math.exp(truth[2] + shift));
                p = leaves / (leaves + gamma(Math.exp(truth[3] + shift)));
            }
            boolean active = family != PurchaseFamily.MBG_NBD || !(random.nextDouble() < p);
            for (double t = wait(rate); active && t <= end; t += wait(rate)) {
                frequency[i]++;
                recency[i] = t;
                if (!pareto && random.nextDouble() < p) {
                    break;
                }
            }
        }
        return CovariateBook.of(
                PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age),
                Map.of("corporate", corporate, "size", size));
    }

    private double wait(double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    /** Marsaglia and Tsang (2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
