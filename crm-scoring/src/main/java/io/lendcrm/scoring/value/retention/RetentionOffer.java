package io.lendcrm.scoring.value.retention;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An offer that keeps some of the clients who would leave. Of a client that leaves with probability p and is worth V, the
 * offer gains
 *
 * <pre>p · rescued · V − (p · rescued + (1 − p) · takeUp) · incentive − contactCost</pre>
 *
 * <p>over doing nothing (after Neslin et al., Journal of Marketing Research 43 (2006) 204): clients who would have stayed
 * anyhow take the incentive too. {@code rescued} is a causal share: find it by offering to some and not to others at
 * random, not by who stayed. All money is in one currency. Immutable and thread-safe.
 *
 * @param name the offer's name
 * @param rescued the share of those who would leave that the offer keeps, within [0, 1]
 * @param takeUp the share of those who would stay anyhow that take the incentive, within [0, 1]
 * @param incentive what the incentive costs of each who takes it, finite and at least 0
 * @param contactCost what making the offer costs, taken or not, finite and at least 0
 */
public record RetentionOffer(String name, double rescued, double takeUp, double incentive, double contactCost)
        implements RetentionRule {

    public RetentionOffer {
        requireNonNull(name, "name");
        requireShare("rescued", rescued);
        requireShare("takeUp", takeUp);
        requireCost("incentive", incentive);
        requireCost("contactCost", contactCost);
    }

    /**
     * An offer that costs the same whether it is taken or not.
     *
     * @param name the offer's name
     * @param rescued the share of those who would leave that it keeps
     * @param cost what it costs
     * @return the offer: it is worth while where {@code p · rescued · V > cost}
     */
    public static RetentionOffer of(String name, double rescued, double cost) {
        return new RetentionOffer(name, rescued, 0, 0, cost);
    }

    @Override
    public RetentionAdvice advise(ClientId client, double churnProbability, double valueAtStake) {
        requireShare("churnProbability", churnProbability);
        requireFinite("valueAtStake", valueAtStake);
        double kept = churnProbability * rescued;
        double taken = kept + (1 - churnProbability) * takeUp;
        double saved = kept * valueAtStake;
        double given = 0.0 - taken * incentive;
        double contact = 0.0 - contactCost;
        List<Reason> reasons = Stream.of(
                        Reason.of(
                                "retention.saved",
                                saved,
                                Map.of(
                                        "probability", text(churnProbability),
                                        "rescued", text(rescued),
                                        "value", text(valueAtStake))),
                        Reason.of("retention.incentive", given, Map.of("share", text(taken), "cost", text(incentive))),
                        Reason.of("retention.contact", contact, Map.of("cost", text(contactCost))))
                .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())))
                .toList();
        return new RetentionAdvice(client, name, saved + given + contact, reasons);
    }

    /**
     * The probability of leaving from which on the offer is worth while.
     *
     * @param valueAtStake what is lost if the client leaves
     * @return the probability; empty if no client of that value is worth the offer
     */
    public OptionalDouble breakEven(double valueAtStake) {
        requireFinite("valueAtStake", valueAtStake);
        double always = takeUp * incentive + contactCost;
        double perProbability = rescued * (valueAtStake - incentive) + takeUp * incentive;
        return perProbability >= always && perProbability > 0
                ? OptionalDouble.of(always / perProbability)
                : OptionalDouble.empty();
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + value);
        }
    }

    private static void requireCost(String name, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, found " + value);
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, found " + value);
        }
    }

    private static String text(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
