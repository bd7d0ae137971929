package io.lendcrm.scoring.value.purchase;

/**
 * Where a client stands between two purchases that are k hidden events apart, if it is active: after j of them with weight
 *
 * <pre>t_j = Γ(s+j)/Γ(s)/j! w^j,   w = (T - t_x) / (α + T),   A = Σ t_j for j = 0 … k-1,</pre>
 *
 * with s the shape of its rate. {@code A (α+T)^-s} is proportional to the probability of no purchase since t_x. The
 * derivatives of ln A by r (as s = r + kx) and α are moments over the phases. Not thread-safe.
 */
final class Phases {

    private final double[] weight;
    private final double[] slopes; // of ln t_j by r
    private final double[] bends; // of ln t_j by r twice
    private final double s;
    private double total;
    private double slopeR;
    private double slopeAlpha;
    private double bendR;
    private double bendRAlpha;
    private double bendAlpha;

    Phases(double s, int k) {
        this.s = s;
        this.weight = new double[k];
        this.slopes = new double[k];
        this.bends = new double[k];
        for (int j = 1; j < k; j++) {
            double per = 1 / (s + j - 1);
            slopes[j] = slopes[j - 1] + per;
            bends[j] = bends[j - 1] - per * per;
        }
    }

    /** Computes all for a silence w and 1 / (α + T). */
    void at(double silence, double inverseAge) {
        weigh(silence);
        double meanR = 0;
        double meanJ = 0;
        double meanBend = 0;
        for (int j = 0; j < weight.length; j++) {
            double p = weight[j];
            meanR += p * slopes[j];
            meanJ += p * j;
            meanBend += p * bends[j];
        }
        double varR = 0;
        double varJ = 0;
        double cov = 0;
        for (int j = 0; j < weight.length; j++) {
            double p = weight[j];
            varR += p * (slopes[j] - meanR) * (slopes[j] - meanR);
            varJ += p * (j - meanJ) * (j - meanJ);
            cov += p * (slopes[j] - meanR) * (j - meanJ);
        }
        slopeR = meanR;
        slopeAlpha = -meanJ * inverseAge;
        bendR = meanBend + varR;
        bendRAlpha = -cov * inverseAge;
        bendAlpha = (meanJ + varJ) * inverseAge * inverseAge;
    }

    /** Computes the phases alone. */
    void weigh(double silence) {
        total = 0;
        double term = 1;
        for (int j = 0; j < weight.length; j++) {
            weight[j] = term;
            total += term;
            term *= (s + j) / (j + 1) * silence;
        }
        for (int j = 0; j < weight.length; j++) {
            weight[j] /= total;
        }
    }

    /** The probabilities of the phases; the array is this object's own. */
    double[] weights() {
        return weight;
    }

    /** ln A. */
    double log() {
        return Math.log(total);
    }

    double slopeR() {
        return slopeR;
    }

    double slopeAlpha() {
        return slopeAlpha;
    }

    double bendR() {
        return bendR;
    }

    double bendRAlpha() {
        return bendRAlpha;
    }

    double bendAlpha() {
        return bendAlpha;
    }
}
