package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;

/**
 * The beta-geometric models from their first principles: a client of known rate and readiness to leave, averaged over both
 * by the trapezoidal rule in the logarithm of the rate and the logit of the readiness.
 */
record IndividualLevel(double r, double alpha, double a, double b, int first, int k) {

    private static final double STEP = 1.0 / 8;

    /** What is averaged. */
    private interface Quantity {
        double of(double rate, double leaves);
    }

    double likelihood(PurchaseSummary client) {
        return average((rate, leaves) -> here(client, rate, leaves) + gone(client, rate, leaves));
    }

    double alive(PurchaseSummary client) {
        return average((rate, leaves) -> here(client, rate, leaves)) / likelihood(client);
    }

    /** For k = 1: an active client of known λ and p makes (1 - exp(-λpt)) / p purchases. */
    double expected(PurchaseSummary client, double time) {
        return average((rate, leaves) -> here(client, rate, leaves) * -Math.expm1(-rate * leaves * time) / leaves)
                / likelihood(client);
    }

    /** For k = 1: an active client leaves at the rate λp. */
    double alive(PurchaseSummary client, double time) {
        return average((rate, leaves) -> here(client, rate, leaves) * Math.exp(-rate * leaves * time))
                / likelihood(client);
    }

    private double here(PurchaseSummary client, double rate, double leaves) {
        int x = client.frequency();
        double silence = rate * (client.age() - client.recency());
        double phases = 0;
        double term = 1;
        for (int j = 0; j < k; j++) {
            phases += term;
            term *= silence / (j + 1);
        }
        return Math.pow(1 - leaves, x + first) * Math.pow(rate, k * x) * Math.exp(-rate * client.age()) * phases;
    }

    private double gone(PurchaseSummary client, double rate, double leaves) {
        int chances = client.frequency() + first;
        return chances == 0
                ? 0
                : leaves
                        * Math.pow(1 - leaves, chances - 1)
                        * Math.pow(rate, k * client.frequency())
                        * Math.exp(-rate * client.recency());
    }

    private double average(Quantity quantity) {
        double sum = 0;
        double weights = 0;
        for (double log = -160; log < 12; log += STEP) {
            double rate = Math.exp(log) / alpha;
            double density = Math.exp(r * log - alpha * rate);
            for (double logit = -45; density > 1e-300 && logit < 45; logit += 2 * STEP) {
                double leaves = 1 / (1 + Math.exp(-logit));
                double stays = 1 / (1 + Math.exp(logit));
                double weight = density * Math.pow(leaves, a) * Math.pow(stays, b);
                weights += weight;
                sum += weight * quantity.of(rate, leaves);
            }
        }
        return sum / weights;
    }
}
