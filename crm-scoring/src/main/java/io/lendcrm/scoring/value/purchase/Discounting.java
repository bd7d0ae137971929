package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import java.util.function.DoubleUnaryOperator;

/**
 * The present value of a stream given by what has come in up to each moment. Integration by the adaptive Gauss-Kronrod
 * rule of 7 and 15 points (nodes as in QUADPACK's qk15; Piessens and others 1983).
 */
final class Discounting {

    private static final double TOLERANCE = 1e-12;
    private static final int MAX_DEPTH = 40;

    /** Of the time: what comes in before is discounted by less than a rounding. */
    private static final double SHORTEST = 1e-18;

    private static final double[] NODE = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788, 0.586087235467691130294144691693757, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238, 0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082,
        0.279705391489276667901467771423780,
        0.381830050505118944950369775488975,
        0.417959183673469387755102040816327
    };

    private Discounting() {}

    /** The force of interest a unit of time. */
    static double force(DiscountRate rate, CalendarUnit unit) {
        return rate.continuousPerYear() * unit.days() / CalendarUnit.YEAR.days();
    }

    /** The force of interest a unit of time of a rate at which even what comes without end is finite. */
    static double positiveForce(DiscountRate rate, CalendarUnit unit) {
        double force = force(rate, unit);
        if (!(force > 0) || 60 / force == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "discount rate must be above 0 for a value without end, found a force of interest of " + force);
        }
        return force;
    }

    /** As {@link #discounted}, without end. */
    static double forEver(DoubleUnaryOperator come, double force) {
        return discounted(come, 60 / force, force);
    }

    /**
     * ∫ exp(-force τ) d come(τ) over [0, time], where come(0) = 0 and come grows ever more slowly. Then what comes after
     * 60 / force is less than 1e-27 of what came before, and is left out.
     */
    static double discounted(DoubleUnaryOperator come, double time, double force) {
        double end = force > 0 ? Math.min(time, 60 / force) : time;
        double total = come.applyAsDouble(end);
        if (force == 0 || total == 0) {
            return total;
        }
        double remaining = Math.exp(-force * end) * total;
        // At least so much is the result: that of a stream that comes in evenly, or all of it undiscounted.
        double least = total * Math.min(1, -Math.expm1(-force * end) / (force * end));
        DoubleUnaryOperator integrand = moment -> Math.exp(-force * moment) * come.applyAsDouble(moment);
        double tolerance = TOLERANCE * least / Math.abs(force);
        double area = 0;
        double first = end;
        // What has come in almost at once bends too near 0 to be seen from afar: short spans there are taken apart.
        while (force > 0 && first > SHORTEST * end && come.applyAsDouble(first / 4) > come.applyAsDouble(first) / 2) {
            area += integral(integrand, first / 4, first, tolerance, 0);
            first /= 4;
        }
        area += integral(integrand, 0, first, tolerance, 0);
        double result = remaining + force * area;
        if (!Double.isFinite(result)) {
            throw new ArithmeticException("a force of interest of " + force + " over " + time + " exceeds a double");
        }
        return result;
    }

    private static double integral(DoubleUnaryOperator f, double from, double to, double tolerance, int depth) {
        double middle = from + (to - from) / 2;
        double half = (to - from) / 2;
        double center = f.applyAsDouble(middle);
        double kronrod = KRONROD[7] * center;
        double gauss = GAUSS[3] * center;
        for (int i = 0; i < 7; i++) {
            double pair = f.applyAsDouble(middle - half * NODE[i]) + f.applyAsDouble(middle + half * NODE[i]);
            kronrod += KRONROD[i] * pair;
            if (i % 2 == 1) {
                gauss += GAUSS[i / 2] * pair;
            }
        }
        kronrod *= half;
        // The error of the 15 points is about the 1.5th power of their difference to the 7 (QUADPACK).
        double relative = 200 * Math.abs(kronrod - gauss * half) / Math.abs(kronrod);
        double error = Math.abs(kronrod) * relative * Math.sqrt(Math.min(1, relative));
        // The integrand is positive: a part that is right in its digits needs no finer look.
        if (depth == MAX_DEPTH || !(error > tolerance && error > TOLERANCE / 10 * Math.abs(kronrod))) {
            return kronrod;
        }
        return integral(f, from, middle, tolerance, depth + 1) + integral(f, middle, to, tolerance, depth + 1);
    }
}
