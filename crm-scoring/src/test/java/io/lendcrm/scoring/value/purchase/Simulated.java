package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.time.CalendarUnit;
import java.util.SplittableRandom;

/** Books drawn from BG/NBD or Pareto/NBD at the published CDNOW parameters: clients watched for 27 to 39 weeks, times not rounded. */
public final class Simulated {

    public static final double[] TRUTH = {0.243, 4.414, 0.793, 2.426};

    public static final double[] PARETO_TRUTH = {0.553, 10.578, 0.606, 11.669};

    private final SplittableRandom random;

    private Simulated(long seed) {
        random = new SplittableRandom(seed);
    }

    public static PurchaseSummaries book(int clients, long seed) {
        return new Simulated(seed).draw(clients);
    }

    /** Drawn from Pareto/NBD. */
    public static PurchaseSummaries paretoBook(int clients, long seed) {
        return new Simulated(seed).drawPareto(clients);
    }

    private PurchaseSummaries drawPareto(int clients) {
        int[] frequency = new int[clients];
        double[] recency = new double[clients];
        double[] age = new double[clients];
        for (int i = 0; i < clients; i++) {
            age[i] = (189 + random.nextInt(84)) / 7.0;
            double rate = gamma(PARETO_TRUTH[0]) / PARETO_TRUTH[1];
            double end = Math.min(age[i], wait(gamma(PARETO_TRUTH[2]) / PARETO_TRUTH[3]));
            for (double t = wait(rate); t <= end; t += wait(rate)) {
                frequency[i]++;
                recency[i] = t;
            }
        }
        return PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age);
    }

    private PurchaseSummaries draw(int clients) {
        int[] frequency = new int[clients];
        double[] recency = new double[clients];
        double[] age = new double[clients];
        double[] none = {};
        for (int i = 0; i < clients; i++) {
            age[i] = (189 + random.nextInt(84)) / 7.0;
            double rate = gamma(TRUTH[0]) / TRUTH[1];
            double leaves = gamma(TRUTH[2]);
            double stays = gamma(TRUTH[3]);
            for (double t = wait(rate); t <= age[i]; t += wait(rate)) {
                frequency[i]++;
                recency[i] = t;
                if (random.nextDouble() < leaves / (leaves + stays)) {
                    break;
                }
            }
        }
        return PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age, none, none);
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
            double x = normal();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
