package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.special.Tails;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * The Kaplan–Meier curve: the share still there after some time, {@code S(t) = Π (1 - d/n)} over the moments until t at
 * which d of n at risk end. Greenwood's standard error is {@code S √Σ d/(n(n-d))}. Every end counts, whatever its
 * cause.
 *
 * <p>Where nobody ended the curve is 1 throughout. After the longest duration nothing is known: the curve keeps its
 * last value there, {@link #lastTime()} tells where that begins. Where it is 0 its interval runs from 0 to the upper
 * end of the moment before. Immutable and thread-safe.
 *
 * <p>Source: Kaplan and Meier, JASA 53, 1958; Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data,
 * 2002.
 */
public final class KaplanMeier {

    /** Of a curve that meets a share exactly, its digits aside. */
    private static final double EXACT = 1e-9;

    private final CalendarUnit unit;
    private final RiskSets sets;
    private final double lastTime;
    private final double[] survival;
    private final double[] greenwood;
    private final double[] hazard;

    private KaplanMeier(SurvivalData data) {
        this.unit = data.unit();
        this.sets = RiskSets.of(data);
        this.lastTime = data.lastTime();
        this.survival = new double[sets.size() + 1];
        this.greenwood = new double[sets.size() + 1];
        this.hazard = new double[sets.size() + 1];
        survival[0] = 1;
        for (int k = 0; k < sets.size(); k++) {
            double n = sets.atRisk(k);
            double d = sets.ended(k);
            survival[k + 1] = survival[k] * ((n - d) / n);
            greenwood[k + 1] = greenwood[k] + d / (n * (n - d));
            hazard[k + 1] = hazard[k] + d / n;
        }
    }

    /**
     * The curve of data.
     *
     * @param data the durations
     * @return the curve
     */
    public static KaplanMeier of(SurvivalData data) {
        return new KaplanMeier(data);
    }

    /** {@return the unit of time} */
    public CalendarUnit unit() {
        return unit;
    }

    /** {@return the moments at which rows ended, earliest first} */
    public double[] times() {
        return sets.times();
    }

    /** {@return the longest duration seen} */
    public double lastTime() {
        return lastTime;
    }

    /**
     * How many are at risk just before one of the {@link #times()}.
     *
     * @param moment which, from 0
     * @return the number
     */
    public int atRisk(int moment) {
        return sets.atRisk(moment);
    }

    /**
     * How many end at one of the {@link #times()}.
     *
     * @param moment which, from 0
     * @return the number
     */
    public int ended(int moment) {
        return sets.ended(moment);
    }

    /**
     * The share still there.
     *
     * @param time after how long, at least 0
     * @return the share, 1 at 0 and never rising
     */
    public double survival(double time) {
        return survival[at(time)];
    }

    /**
     * Greenwood's standard error of the share.
     *
     * @param time after how long, at least 0
     * @return the standard error; 0 where the share is 0
     */
    public double standardError(double time) {
        int k = at(time);
        return survival[k] == 0 ? 0 : survival[k] * Math.sqrt(greenwood[k]);
    }

    /**
     * The Nelson–Aalen cumulative hazard, {@code Σ d/n}.
     *
     * @param time after how long, at least 0
     * @return the hazard
     */
    public double cumulativeHazard(double time) {
        return hazard[at(time)];
    }

    /**
     * The interval of the share at one moment.
     *
     * @param time after how long, at least 0
     * @param level the confidence, within (0, 1)
     * @param scale the scale on which it is symmetric
     * @return the interval, within [0, 1]
     */
    public Interval interval(double time, double level, CurveScale scale) {
        int k = at(time);
        double deviations = Tails.deviations(level);
        return new Interval(
                survival[k],
                Math.min(survival[k], bound(k, -deviations, scale)),
                Math.max(survival[k], bound(k, deviations, scale)),
                level);
    }

    private double bound(int moment, double deviations, CurveScale scale) {
        int k = moment;
        if (survival[k] == 0) {
            if (deviations < 0) {
                return 0;
            }
            k--;
        }
        double bound = scale.bound(survival[k], deviations * Math.sqrt(greenwood[k]));
        return Math.max(0, Math.min(1, bound));
    }

    /**
     * After how long a share has ended: the first moment at which no more than {@code 1 - share} are left; where
     * exactly so many are left for a while, the middle of that while.
     *
     * @param share within (0, 1); 0.5 for the median
     * @return the time; none if the curve doesn't get there
     */
    public OptionalDouble quantile(double share) {
        return crossing(share, k -> survival[k]);
    }

    /**
     * The lower end of a quantile's interval: where the lower end of the curve's interval gets there.
     *
     * @param share within (0, 1)
     * @param level the confidence, within (0, 1)
     * @param scale the scale of the curve's interval
     * @return the time; none if it doesn't get there
     */
    public OptionalDouble quantileLower(double share, double level, CurveScale scale) {
        double deviations = Tails.deviations(level);
        return crossing(share, k -> bound(k, -deviations, scale));
    }

    /**
     * The upper end of a quantile's interval: where the upper end of the curve's interval gets there.
     *
     * @param share within (0, 1)
     * @param level the confidence, within (0, 1)
     * @param scale the scale of the curve's interval
     * @return the time; none if it doesn't get there
     */
    public OptionalDouble quantileUpper(double share, double level, CurveScale scale) {
        double deviations = Tails.deviations(level);
        return crossing(share, k -> bound(k, deviations, scale));
    }

    private OptionalDouble crossing(double share, IntToDoubleFunction curve) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be within (0, 1), found " + share);
        }
        double left = 1 - share;
        for (int k = 1; k < survival.length; k++) {
            double value = curve.applyAsDouble(k);
            if (value <= left + EXACT) {
                boolean exact = value >= left - EXACT;
                if (!exact) {
                    return OptionalDouble.of(sets.time(k - 1));
                }
                int next = k + 1;
                while (next < survival.length && curve.applyAsDouble(next) >= left - EXACT) {
                    next++;
                }
                double until = next < survival.length ? sets.time(next - 1) : lastTime;
                return OptionalDouble.of((sets.time(k - 1) + until) / 2);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The restricted mean: the mean time within a limit, {@code ∫ S} from 0 to it.
     *
     * @param limit finite, above 0; beyond {@link #lastTime()} the last value of the curve goes on
     * @return the mean, at most the limit
     */
    public double restrictedMean(double limit) {
        requireLimit(limit);
        return area(0, limit);
    }

    /**
     * The standard error of the restricted mean.
     *
     * @param limit as there
     * @return the standard error
     */
    public double restrictedMeanError(double limit) {
        requireLimit(limit);
        double variance = 0;
        for (int k = 0; k < at(limit); k++) {
            double rest = area(sets.time(k), limit);
            double n = sets.atRisk(k);
            double d = sets.ended(k);
            variance += n == d ? 0 : rest * rest * d / (n * (n - d));
        }
        return Math.sqrt(variance);
    }

    private static void requireLimit(double limit) {
        if (!(limit > 0) || limit == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("limit must be finite and above 0, found " + limit);
        }
    }

    private double area(double from, double limit) {
        double area = 0;
        double last = from;
        int until = at(limit);
        for (int k = at(from); k < until; k++) {
            area += survival[k] * (sets.time(k) - last);
            last = sets.time(k);
        }
        return area + survival[until] * (limit - last);
    }

    private int at(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("time must be at least 0, found " + time);
        }
        return sets.until(time);
    }

    /** {@return how many moments there are and the last share} */
    @Override
    public String toString() {
        return "KaplanMeier[" + sets.size() + " moments, " + survival[survival.length - 1] + " left after " + lastTime
                + "]";
    }
}
