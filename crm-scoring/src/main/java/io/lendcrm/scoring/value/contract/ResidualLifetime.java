package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import java.util.function.DoubleUnaryOperator;

/**
 * Sums and integrals of {@code S(t+τ)/S(t) exp(-δτ)}, to a relative error of some 1e-13. Without end and interest they are
 * finite if S falls faster than 1/t, which its index, the power of its fall, tells.
 *
 * <p>A sum of many terms is taken as an integral with Gregory's end corrections from its 256th term on, where the terms
 * hardly bend any more. The integral is taken by the trapezoidal rule in {@code x = ln τ/(H-τ)}, H the horizon, in which the integrand is
 * analytic and falls off exponentially on either side, so that the rule converges exponentially (Trefethen and Weideman,
 * SIAM Review 56, 2014).
 */
final class ResidualLifetime {

    private static final int PLAIN_TERMS = 4096;
    private static final int FIRST_TERMS = 256;

    /** Gregory's coefficients. */
    private static final double[] GREGORY = {
        1.0 / 2, -1.0 / 12, 1.0 / 24, -19.0 / 720, 3.0 / 160, -863.0 / 60480, 275.0 / 24192, -33953.0 / 3628800
    };

    private final SurvivalCurve curve;
    private final double tenure;
    private final double force;
    private final double sharpness;
    private final double index;

    /** Of a curve whose logarithm falls as -index ln t in the end, analytic where |arg t| is below π over the sharpness. */
    ResidualLifetime(SurvivalCurve curve, double tenure, double force, double sharpness, double index) {
        this.curve = curve;
        this.tenure = tenure;
        this.force = force;
        this.sharpness = sharpness;
        this.index = index;
    }

    /** The force of interest a unit, refused below 0 where there is no end. */
    static double endlessForce(DiscountRate rate, CalendarUnit unit) {
        if (rate.effectivePerYear() < 0) {
            throw new IllegalArgumentException(
                    "rate must be at least 0 where there is no horizon, found " + rate.effectivePerYear());
        }
        return force(rate, unit);
    }

    static double force(DiscountRate rate, CalendarUnit unit) {
        return rate.continuousPerYear() * (unit.days() / CalendarUnit.YEAR.days());
    }

    /** The integral over a horizon, which may be infinite. */
    double integral(double horizon) {
        return integral(this::term, horizon);
    }

    /** The sum of so many terms, which may be infinitely many, the first of them after one period from now. */
    double sum(double terms) {
        double needed = Math.min(terms, force > 0 ? 42 / force : Double.POSITIVE_INFINITY);
        boolean plain = needed <= PLAIN_TERMS;
        double end = plain ? Math.ceil(needed) : FIRST_TERMS;
        double sum = 0;
        for (int i = (int) end - 1; i >= 0; i--) { // the least first
            sum += due(i);
        }
        if (plain) {
            return sum;
        }
        double smooth = integral(i -> due(FIRST_TERMS + i), terms - FIRST_TERMS);
        return sum
                + smooth
                + endCorrection(FIRST_TERMS)
                - (terms == Double.POSITIVE_INFINITY ? 0 : endCorrection(terms));
    }

    private double term(double ahead) {
        return Math.exp(curve.logRatio(tenure, tenure + ahead) - force * ahead);
    }

    private double due(double i) {
        return Math.exp(curve.logRatio(tenure, tenure + 1 + i) - force * i);
    }

    /** What a sum from here on exceeds the integral from here on by, of the forward differences. */
    private double endCorrection(double from) {
        double[] differences = new double[GREGORY.length];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = due(from + k);
        }
        double correction = 0;
        for (int k = 0; k < differences.length; k++) {
            correction += GREGORY[k] * differences[0];
            for (int j = 0; j < differences.length - 1 - k; j++) {
                differences[j] = differences[j + 1] - differences[j];
            }
        }
        return correction;
    }

    private double integral(DoubleUnaryOperator f, double horizon) {
        if (horizon == 0) {
            return 0;
        }
        boolean endless = horizon == Double.POSITIVE_INFINITY;
        if (endless && force == 0 && index <= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double step = 0.13 * Math.min(1.6, Math.PI / Math.max(1, sharpness));
        double far = Math.min(690, 650 / sharpness); // neither τ nor its power overflows
        double sum = endless ? f.applyAsDouble(1) : f.applyAsDouble(horizon / 2) * horizon / 4;
        double last = sum;
        for (int i = 1; last > 1e-19 * sum && i * step < far; i++) {
            last = weighted(f, horizon, i * step);
            sum += last;
        }
        if (endless && force == 0) {
            sum += last / Math.expm1((index - 1) * step); // a geometric series by now
        }
        double term = sum;
        for (int i = 1; (sum == 0 || term > 1e-19 * sum) && i * step < 700; i++) {
            term = weighted(f, horizon, -i * step);
            sum += term;
        }
        return step * sum;
    }

    private static double weighted(DoubleUnaryOperator f, double horizon, double x) {
        double odds = Math.exp(-Math.abs(x));
        if (horizon == Double.POSITIVE_INFINITY) {
            double ahead = Math.exp(x);
            return f.applyAsDouble(ahead) * ahead;
        }
        double ahead = x < 0 ? horizon * (odds / (1 + odds)) : horizon / (1 + odds);
        return f.applyAsDouble(ahead) * horizon * (odds / ((1 + odds) * (1 + odds)));
    }
}
