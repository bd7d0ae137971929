package io.lendcrm.scoring.value.survival;

import org.apache.commons.math3.special.Erf;

/**
 * The form of durations in an accelerated failure model: how the logarithm of a duration scatters about what is
 * expected.
 */
public enum FailureLaw {

    /** Constant hazard: the scale is 1. */
    EXPONENTIAL,
    /** Hazard that rises or falls as a power of time; hazards are in proportion too. */
    WEIBULL,
    /** Normal logarithm of time: the hazard rises at first and falls later. */
    LOG_NORMAL,
    /** Logistic logarithm of time: odds to have ended are in proportion. */
    LOG_LOGISTIC;

    private static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** Beyond this the tail of the normal is taken by its asymptotic series. */
    private static final double FAR = 25;

    /** The logarithm of the density of the error, with its first and second derivative. */
    double[] density(double z) {
        return switch (this) {
            case EXPONENTIAL, WEIBULL -> {
                double e = Math.exp(z);
                yield new double[] {z - e, 1 - e, -e};
            }
            case LOG_NORMAL -> new double[] {-z * z / 2 - LOG_ROOT_TWO_PI, -z, -1};
            case LOG_LOGISTIC -> {
                double p = 1 / (1 + Math.exp(-z));
                yield new double[] {z - 2 * softplus(z), 1 - 2 * p, -2 * p * (1 - p)};
            }
        };
    }

    /** The logarithm of the probability that the error is greater, with its first and second derivative. */
    double[] survival(double z) {
        return switch (this) {
            case EXPONENTIAL, WEIBULL -> {
                double e = Math.exp(z);
                yield new double[] {-e, -e, -e};
            }
            case LOG_NORMAL -> {
                double log = logNormalTail(z);
                double hazard = Math.exp(-z * z / 2 - LOG_ROOT_TWO_PI - log);
                yield new double[] {log, -hazard, -hazard * (hazard - z)};
            }
            case LOG_LOGISTIC -> {
                double p = 1 / (1 + Math.exp(-z));
                yield new double[] {-softplus(z), -p, -p * (1 - p)};
            }
        };
    }

    private static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }

    private static double logNormalTail(double z) {
        if (z < FAR) {
            return Math.log(Erf.erfc(z / Math.sqrt(2)) / 2);
        }
        double s = 1 / (z * z);
        return -z * z / 2 - LOG_ROOT_TWO_PI - Math.log(z) + Math.log1p(-s * (1 - 3 * s * (1 - 5 * s * (1 - 7 * s))));
    }
}
