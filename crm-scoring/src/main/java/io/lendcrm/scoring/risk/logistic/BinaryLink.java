package io.lendcrm.scoring.risk.logistic;

/** How a linear predictor becomes the probability of yes. */
public enum BinaryLink {

    /** {@code p = 1 / (1 + exp(-η))}: the predictor is the logarithm of the odds. */
    LOGIT {
        @Override
        public double probability(double predictor) {
            return 1 / (1 + Math.exp(-predictor));
        }

        @Override
        double logLikelihood(double predictor, boolean yes) {
            double against = yes ? -predictor : predictor;
            return against > 0 ? -against - Math.log1p(Math.exp(-against)) : -Math.log1p(Math.exp(against));
        }

        @Override
        double slope(double predictor, boolean yes) {
            return yes ? 1 / (1 + Math.exp(predictor)) : -1 / (1 + Math.exp(-predictor));
        }

        @Override
        double information(double predictor) {
            double small = Math.exp(-Math.abs(predictor));
            return small / ((1 + small) * (1 + small));
        }
    },

    /**
     * {@code p = 1 - exp(-exp(η))}: the predictor is the logarithm of a hazard over an interval, as in proportional
     * hazards that are seen at the end of each interval.
     */
    COMPLEMENTARY_LOG_LOG {
        @Override
        public double probability(double predictor) {
            return -Math.expm1(-Math.exp(predictor));
        }

        @Override
        double logLikelihood(double predictor, boolean yes) {
            double hazard = Math.exp(Math.min(predictor, HIGHEST));
            if (!yes) {
                return -hazard;
            }
            return hazard == 0 ? predictor : Math.log(-Math.expm1(-hazard));
        }

        @Override
        double slope(double predictor, boolean yes) {
            double hazard = Math.exp(Math.min(predictor, HIGHEST));
            if (!yes) {
                return -hazard;
            }
            return hazard == 0 ? 1 : hazard / Math.expm1(hazard);
        }

        @Override
        double information(double predictor) {
            double hazard = Math.exp(Math.min(predictor, HIGHEST));
            return hazard == 0 ? 0 : hazard * (hazard / Math.expm1(hazard));
        }
    };

    /** A greater predictor would overflow and says no more. */
    private static final double HIGHEST = 300;

    /**
     * The probability of yes.
     *
     * @param predictor the linear predictor
     * @return a probability, {@code NaN} for {@code NaN}
     */
    public abstract double probability(double predictor);

    /** The logarithm of the probability of what was seen. */
    abstract double logLikelihood(double predictor, boolean yes);

    /** Its derivative by the predictor. */
    abstract double slope(double predictor, boolean yes);

    /** Fisher's expected information about the predictor. */
    abstract double information(double predictor);
}
