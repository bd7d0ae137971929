package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The probability of default over time, period by period: marginal (in just that period, seen from now), cumulative (up
 * to its end), conditional (in that period for who hasn't defaulted before). Periods count from 1. Immutable and
 * thread-safe.
 */
public final class DefaultTermStructure {

    private final Horizon period;
    private final double[] marginal;
    private final double[] survival;

    private DefaultTermStructure(Horizon period, double[] marginal, double[] survival) {
        this.period = requireNonNull(period, "period");
        this.marginal = marginal;
        this.survival = survival;
        if (!(period.length() > 0)) {
            throw new IllegalArgumentException("period must be above 0, found " + period.length());
        }
    }

    /**
     * A structure from the conditional probabilities of each period, also known as hazards.
     *
     * @param period how long a period takes, above 0
     * @param conditional one a period, each within [0, 1], at least one
     * @return the structure
     */
    public static DefaultTermStructure ofConditional(Horizon period, double... conditional) {
        double[] marginal = new double[requirePeriods(conditional.length)];
        double[] survival = new double[conditional.length + 1];
        survival[0] = 1;
        for (int k = 0; k < conditional.length; k++) {
            if (!(conditional[k] >= 0 && conditional[k] <= 1)) {
                throw new IllegalArgumentException(
                        "conditional[" + k + "] must be within [0, 1], found " + conditional[k]);
            }
            marginal[k] = survival[k] * conditional[k];
            survival[k + 1] = survival[k] * (1 - conditional[k]);
        }
        return new DefaultTermStructure(period, marginal, survival);
    }

    /**
     * The same hazard in every period.
     *
     * @param perYear the probability of default within a year, within [0, 1]
     * @param period how long a period takes, above 0
     * @param periods how many, at least 1
     * @return the structure, each period with the hazard 1 − (1 − perYear)^(period in years)
     */
    public static DefaultTermStructure constant(double perYear, Horizon period, int periods) {
        if (!(perYear >= 0 && perYear <= 1)) {
            throw new IllegalArgumentException("perYear must be within [0, 1], found " + perYear);
        }
        double years = period.in(CalendarUnit.YEAR);
        double[] conditional = new double[requirePeriods(periods)];
        Arrays.fill(conditional, years == 1 ? perYear : -Math.expm1(years * Math.log1p(-perYear)));
        return ofConditional(period, conditional);
    }

    /**
     * What a matrix says of a grade, the same in every period.
     *
     * @param matrix the matrix, whose period is that of the structure
     * @param grade the grade now, not the end
     * @param periods how many, at least 1
     * @return the structure
     */
    public static DefaultTermStructure from(TransitionMatrix matrix, String grade, int periods) {
        return from(Collections.nCopies(requirePeriods(periods), matrix), grade);
    }

    /**
     * What a sequence of matrices says of a grade: a time-inhomogeneous chain, such as one of scenarios year by year.
     *
     * @param sequence the matrices in order, with the same grades and the same period
     * @param grade the grade now, not the end
     * @return the structure, one period for each matrix
     */
    public static DefaultTermStructure from(List<TransitionMatrix> sequence, String grade) {
        requirePeriods(sequence.size());
        TransitionMatrix first = sequence.get(0);
        int n = first.size();
        int start = first.indexOf(grade);
        if (start == n - 1) {
            throw new IllegalArgumentException("grade must not be the end, found " + grade);
        }
        double[] at = new double[n];
        at[start] = 1;
        double[] marginal = new double[sequence.size()];
        double[] survival = new double[sequence.size() + 1];
        survival[0] = 1;
        for (int k = 0; k < marginal.length; k++) {
            TransitionMatrix matrix = sequence.get(k);
            if (!matrix.grades().equals(first.grades()) || !matrix.period().equals(first.period())) {
                throw new IllegalArgumentException("matrices must have the same grades and period, but number " + k
                        + " hasn't those of the first");
            }
            double[] next = new double[n];
            for (int i = 0; i < n - 1; i++) {
                for (int j = 0; j < n; j++) {
                    next[j] += at[i] * matrix.probability(i, j);
                }
            }
            marginal[k] = next[n - 1];
            next[n - 1] = 0;
            survival[k + 1] = Math.min(1, Arrays.stream(next).sum());
            at = next;
        }
        return new DefaultTermStructure(first.period(), marginal, survival);
    }

    private static int requirePeriods(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods must be at least 1, found " + periods);
        }
        return periods;
    }

    /** {@return how long a period takes} */
    public Horizon period() {
        return period;
    }

    /** {@return how many periods there are} */
    public int periods() {
        return marginal.length;
    }

    /**
     * The probability of default in a period, seen from now.
     *
     * @param number the period from 1
     * @return the probability
     */
    public double marginal(int number) {
        return marginal[number - 1];
    }

    /**
     * The probability of default by the end of a period.
     *
     * @param number the period from 1; 0 for now
     * @return the probability
     */
    public double cumulative(int number) {
        double sum = 0;
        for (int k = 0; k < number; k++) {
            sum += marginal[k];
        }
        return Math.min(1, sum);
    }

    /**
     * The probability of no default by the end of a period.
     *
     * @param number the period from 1; 0 for now
     * @return the probability
     */
    public double survival(int number) {
        return survival[number];
    }

    /**
     * The probability of default in a period for who hasn't defaulted before: the hazard.
     *
     * @param number the period from 1
     * @return the probability; 1 where nobody can be left
     */
    public double conditional(int number) {
        double before = survival[number - 1];
        return before == 0 ? 1 : Math.min(1, marginal[number - 1] / before);
    }

    /** {@return the number of periods and the probability of default over all of them} */
    @Override
    public String toString() {
        return "DefaultTermStructure[" + periods() + " of " + period.length() + " " + period.unit() + ", cumulative "
                + cumulative(periods()) + "]";
    }
}
