package io.lendcrm.scoring.value.survival;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.special.Tails;
import java.util.List;

/**
 * Cumulative incidence where several causes compete, such as default, prepayment and maturity of a loan: the share that
 * a cause has ended by a time, {@code F_j(t) = Σ S(t-) d_j/n} (Aalen and Johansen 1978). The incidences of all causes
 * and the share still there add up to 1, which one minus Kaplan–Meier of each cause doesn't: it tells what would happen
 * if the other causes were away.
 *
 * <p>The variance is the delta method's (Marubini and Valsecchi 1995); with one cause it is Greenwood's. Immutable and
 * thread-safe.
 */
public final class AalenJohansen {

    private final List<String> causes;
    private final RiskSets sets;
    private final double[] survival;
    private final double[][] incidence;

    private AalenJohansen(SurvivalData data) {
        this.causes = data.causes();
        this.sets = RiskSets.of(data);
        this.survival = new double[sets.size() + 1];
        this.incidence = new double[causes.size()][sets.size() + 1];
        survival[0] = 1;
        for (int k = 0; k < sets.size(); k++) {
            double n = sets.atRisk(k);
            survival[k + 1] = survival[k] * ((n - sets.ended(k)) / n);
            for (int c = 0; c < incidence.length; c++) {
                incidence[c][k + 1] = incidence[c][k] + survival[k] * sets.ended(c, k) / n;
            }
        }
    }

    /**
     * The incidences of data.
     *
     * @param data durations with their causes
     * @return the incidences
     */
    public static AalenJohansen of(SurvivalData data) {
        return new AalenJohansen(data);
    }

    /** {@return the causes} */
    public List<String> causes() {
        return causes;
    }

    /** {@return the moments at which rows ended, earliest first} */
    public double[] times() {
        return sets.times();
    }

    /**
     * The share still there, whatever the cause: Kaplan–Meier's.
     *
     * @param time after how long, at least 0
     * @return the share
     */
    public double survival(double time) {
        return survival[at(time)];
    }

    /**
     * The share that a cause has ended.
     *
     * @param cause the cause
     * @param time by when, at least 0
     * @return the share, never falling
     * @throws IllegalArgumentException if there is no such cause
     */
    public double incidence(String cause, double time) {
        return incidence[index(cause)][at(time)];
    }

    /**
     * The standard error of an incidence.
     *
     * @param cause the cause
     * @param time by when, at least 0
     * @return the standard error
     * @throws IllegalArgumentException if there is no such cause
     */
    public double standardError(String cause, double time) {
        int c = index(cause);
        int until = at(time);
        double variance = 0;
        for (int k = 0; k < until; k++) {
            double n = sets.atRisk(k);
            double d = sets.ended(k);
            double own = sets.ended(c, k);
            double later = incidence[c][until] - incidence[c][k + 1];
            variance += survival[k] * survival[k] * (n - own) * own / (n * n * n);
            if (n > d) {
                variance += later * later * d / (n * (n - d)) - 2 * later * survival[k] * own / (n * n);
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /**
     * The interval of an incidence, symmetric on the scale of {@code ln(-ln(1 - F))}.
     *
     * @param cause the cause
     * @param time by when, at least 0
     * @param level the confidence, within (0, 1)
     * @return the interval, within [0, 1]
     * @throws IllegalArgumentException if there is no such cause
     */
    public Interval interval(String cause, double time, double level) {
        double value = incidence(cause, time);
        double left = 1 - value;
        if (value <= 0 || left <= 0) {
            return new Interval(value, value, value, level);
        }
        double deviations = Tails.deviations(level) * standardError(cause, time) / left;
        return new Interval(
                value,
                Math.min(value, 1 - CurveScale.LOG_LOG.bound(left, deviations)),
                Math.max(value, 1 - CurveScale.LOG_LOG.bound(left, -deviations)),
                level);
    }

    private int index(String cause) {
        int at = causes.indexOf(cause);
        if (at < 0) {
            throw new IllegalArgumentException("cause must be one of " + causes + ", found \"" + cause + "\"");
        }
        return at;
    }

    private int at(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("time must be at least 0, found " + time);
        }
        return sets.until(time);
    }

    /** {@return the causes and how many moments there are} */
    @Override
    public String toString() {
        return "AalenJohansen[" + causes + ", " + sets.size() + " moments]";
    }
}
