package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;
import java.util.SplittableRandom;

/** Draws clients from the beta-geometric models and what they are made of. Not thread-safe; confine to one thread. */
final class Chance {

    private final SplittableRandom random;

    Chance(SplittableRandom random) {
        this.random = random;
    }

    /** A client of these parameters watched for a time, k events a purchase. */
    PurchaseSummary client(double r, double alpha, double a, double b, int first, int k, double age) {
        double rate = gamma(r) / alpha;
        double leaves = beta(a, b);
        int x = 0;
        double last = 0;
        boolean active = first == 0 || !(random.nextDouble() < leaves);
        for (double time = wait(rate, k); active && time <= age; time += wait(rate, k)) {
            x = Math.incrementExact(x);
            last = time;
            active = !(random.nextDouble() < leaves);
        }
        return new PurchaseSummary(x, last, age);
    }

    /** A client that never leaves. */
    PurchaseSummary client(double r, double alpha, double age) {
        double rate = gamma(r) / alpha;
        int x = 0;
        double last = 0;
        for (double time = wait(rate, 1); time <= age; time += wait(rate, 1)) {
            x = Math.incrementExact(x);
            last = time;
        }
        return new PurchaseSummary(x, last, age);
    }

    /** Marsaglia and Tsang, ACM TOMS 26(3), 2000. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(positive(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(positive()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** Of two gammas; where both are too small for a double, one of the ends by its odds. */
    private double beta(double a, double b) {
        double u = gamma(a);
        double v = gamma(b);
        return u + v > 0 ? u / (u + v) : random.nextDouble() < a / (a + b) ? 1 : 0;
    }

    /** The time of k events; of a rate of 0, infinite. */
    double wait(double rate, int k) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum -= Math.log(positive());
        }
        return sum / rate;
    }

    /** Within (0, 1]. */
    private double positive() {
        return 1 - random.nextDouble();
    }
}
