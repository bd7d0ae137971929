package io.lendcrm.scoring.risk.calibration;

/**
 * Moves probabilities from the bad rate they were fitted on to another, such as the long-run average: the odds are
 * multiplied by {@code (target / (1 - target)) / (sample / (1 - sample))}, which is right where the rate changes and what
 * goods and bads look like doesn't. The ranking stays. Immutable and thread-safe.
 *
 * <p>Source: Saerens, Latinne and Decaestecker, Neural Computation 14 (2002); Elkan, IJCAI 2001.
 *
 * @param sampleRate the bad rate of the sample, within (0, 1)
 * @param targetRate the bad rate to move to, within (0, 1)
 */
public record PriorShift(double sampleRate, double targetRate) {

    public PriorShift {
        if (!(sampleRate > 0 && sampleRate < 1)) {
            throw new IllegalArgumentException("sampleRate must be within (0, 1), found " + sampleRate);
        }
        if (!(targetRate > 0 && targetRate < 1)) {
            throw new IllegalArgumentException("targetRate must be within (0, 1), found " + targetRate);
        }
    }

    /**
     * The moved probability.
     *
     * @param probability at the sample's bad rate, within [0, 1]
     * @return the probability at the target rate
     */
    public double probability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be within [0, 1], found " + probability);
        }
        double bad = probability * (targetRate / sampleRate);
        double good = (1 - probability) * ((1 - targetRate) / (1 - sampleRate));
        return bad / (bad + good);
    }
}
