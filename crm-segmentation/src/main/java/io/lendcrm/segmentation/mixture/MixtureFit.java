package io.lendcrm.segmentation.mixture;

import java.util.List;

/**
 * How well a mixture fits the rows it was fitted to, in the coordinates of its preparation: figures of mixtures can be
 * compared if rows and preparation are the same.
 *
 * @param rows how many rows
 * @param parameters how many free parameters
 * @param logLikelihood the logarithm of the likelihood
 * @param uncertainty minus the sum over rows of the logarithm of the greatest probability of a component, at least 0; 0 if
 *     each row belongs to one for certain
 * @param sizes how many rows each component is the most probable of
 */
public record MixtureFit(long rows, long parameters, double logLikelihood, double uncertainty, List<Long> sizes) {

    public MixtureFit {
        sizes = List.copyOf(sizes);
        if (rows < 1
                || parameters < 1
                || sizes.stream().mapToLong(Long::longValue).sum() != rows) {
            throw new IllegalArgumentException("rows and parameters must be at least 1 and sizes add up to rows, found "
                    + rows + ", " + parameters + " and " + sizes);
        }
        if (!Double.isFinite(logLikelihood) || !(uncertainty >= 0 && uncertainty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("logLikelihood must be finite and uncertainty at least 0, found "
                    + logLikelihood + " and " + uncertainty);
        }
    }

    /**
     * {@return the Bayesian information criterion {@code -2 logL + parameters · ln rows} (Schwarz 1978); the smaller, the
     * better. mclust tells it with the other sign}
     */
    public double bic() {
        return -2 * logLikelihood + parameters * Math.log((double) rows);
    }

    /**
     * {@return the integrated completed likelihood (Biernacki, Celeux and Govaert 2000) as BIC plus twice the uncertainty;
     * the smaller, the better. It prefers components that lie apart}
     */
    public double icl() {
        return bic() + 2 * uncertainty;
    }

    /** {@return the figures} */
    @Override
    public String toString() {
        return "MixtureFit[logL " + logLikelihood + ", BIC " + bic() + ", ICL " + icl() + ", sizes " + sizes + "]";
    }
}
