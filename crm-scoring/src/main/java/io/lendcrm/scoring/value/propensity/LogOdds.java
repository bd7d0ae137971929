package io.lendcrm.scoring.value.propensity;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.clv.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Probabilities, their intervals on the scale of log odds, and the texts of their reasons. */
final class LogOdds {

    private LogOdds() {}

    /** The probability of these log odds, without overflow. */
    static double probability(double odds) {
        return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
    }

    /** The quantile of the normal distribution for a two-sided interval. */
    static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    }

    /** A probability whose standard error is known. At 0 and 1 the interval has no width. */
    static Estimate estimate(double value, double error, double level, double base, List<Reason> reasons) {
        double z = quantile(level);
        double spread = value * (1 - value);
        if (error == 0 || spread == 0) {
            return new Estimate(value, value, value, level, base, reasons);
        }
        double odds = Math.log(value) - Math.log1p(-value);
        double half = z * error / spread;
        double lower = Math.min(value, probability(odds - half));
        double upper = Math.max(value, probability(odds + half));
        return new Estimate(value, lower, upper, level, base, reasons);
    }

    static String text(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String name(CalendarUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT) + "s";
    }
}
