package io.lendcrm.scoring.value.survival;

/** The scale on which the interval of a survival curve is symmetric. */
public enum CurveScale {

    /** {@code S ± z se}, cut off at 0 and 1. */
    PLAIN {
        @Override
        double bound(double survival, double deviations) {
            return survival + deviations * survival;
        }
    },
    /** {@code S exp(± z se/S)}, cut off at 1: R's default. */
    LOG {
        @Override
        double bound(double survival, double deviations) {
            return survival * Math.exp(deviations);
        }
    },
    /** {@code S ^ exp(± z se / (S ln S))}: stays within 0 and 1 by itself, best where few are at risk. */
    LOG_LOG {
        @Override
        double bound(double survival, double deviations) {
            double logarithm = Math.log(survival);
            return logarithm == 0 ? 1 : Math.exp(logarithm * Math.exp(deviations / logarithm));
        }
    };

    /** The curve moved by some standard errors of its logarithm. */
    abstract double bound(double survival, double deviations);
}
