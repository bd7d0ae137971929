package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the book's credit contracts are worth and for how long clients keep borrowing. Immutable and thread-safe.
 *
 * @param waterfall the value of the open contracts, or null if the data don't tell their price or their risk
 * @param retention how long clients keep borrowing, one curve a kind of client; may be empty
 */
public record Lending(@Nullable Waterfall waterfall, List<Retention> retention) {
    public Lending {
        retention = List.copyOf(retention);
    }

    /**
     * A value and the steps that lead to it. Immutable and thread-safe.
     *
     * @param assumptions what was assumed, in a sentence
     * @param contracts how many contracts were valued
     * @param inDefault how many of them are in default
     * @param exposure what is at risk now, in the report's currency
     * @param steps the parts in order, costs negative
     * @param total their sum
     */
    public record Waterfall(
            Text assumptions, long contracts, long inDefault, double exposure, List<Step> steps, double total) {
        private static final double TOLERANCE = 1e-9;

        public Waterfall {
            requireNonNull(assumptions, "assumptions");
            Require.count(contracts, "contracts");
            Require.count(inDefault, "inDefault");
            Require.finite(exposure, "exposure");
            Require.finite(total, "total");
            steps = List.copyOf(steps);
            double sum = 0;
            double size = 0;
            for (Step step : steps) {
                sum += step.amount;
                size += Math.abs(step.amount);
            }
            if (!(Math.abs(sum - total) <= TOLERANCE * size)) {
                throw new IllegalArgumentException("steps must add up to total=" + total + ", found " + sum);
            }
        }
    }

    /**
     * One part of a value. Immutable and thread-safe.
     *
     * @param code its stable code, such as {@code interest-income}
     * @param name its name
     * @param amount what it adds, negative for a cost
     */
    public record Step(String code, Text name, double amount) {
        public Step {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            Require.finite(amount, "amount");
        }
    }

    /**
     * The share of clients that still borrow some time after their first contract, as observed and by models. Immutable
     * and thread-safe.
     *
     * @param group which clients
     * @param spells how many spells of borrowing
     * @param ended how many of them ended
     * @param points the curve, by time, the first at 0
     */
    public record Retention(Text group, long spells, long ended, List<RetentionPoint> points) {
        public Retention {
            requireNonNull(group, "group");
            Require.count(spells, "spells");
            Require.count(ended, "ended");
            points = List.copyOf(points);
        }
    }

    /**
     * The share after some time. Immutable and thread-safe.
     *
     * @param years how long after the first contract
     * @param observed Kaplan-Meier estimate, within [0, 1]
     * @param lower lower end of its 95 % interval
     * @param upper upper end of its 95 % interval
     * @param weibullGamma the share by the Weibull-gamma model, or null if it couldn't be fitted
     * @param betaDiscreteWeibull the share by the beta discrete Weibull model, known at whole years, or null
     */
    public record RetentionPoint(
            double years,
            double observed,
            double lower,
            double upper,
            @Nullable Double weibullGamma,
            @Nullable Double betaDiscreteWeibull) {
        public RetentionPoint {
            Require.finite(years, "years");
            Require.share(observed, "observed");
            Require.share(lower, "lower");
            Require.share(upper, "upper");
            if (weibullGamma != null) {
                Require.share(weibullGamma, "weibullGamma");
            }
            if (betaDiscreteWeibull != null) {
                Require.share(betaDiscreteWeibull, "betaDiscreteWeibull");
            }
        }
    }
}
