package io.lendcrm.scoring.value.profit;

import io.lendcrm.core.reason.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expected present value of lending with its waterfall: parts that add up to it, and what early repayment changed.
 * In the currency of the contract. Immutable and thread-safe.
 */
public final class LendingValue {

    /** The value of nothing. */
    public static final LendingValue ZERO = of(new double[ValuePart.COUNT], null);

    private final double[] parts;
    private final double[] asContracted;
    private final double npv;

    private LendingValue(double[] parts, double[] asContracted) {
        this.parts = parts;
        this.asContracted = asContracted;
        this.npv = sum(parts);
        for (ValuePart part : ValuePart.values()) {
            if (!Double.isFinite(parts[part.place()]) || !Double.isFinite(asContracted[part.place()])) {
                throw new IllegalArgumentException(part.code() + " must be finite, found " + parts[part.place()]
                        + ": amounts, horizon or a negative discount rate are too large");
            }
        }
        if (!Double.isFinite(npv) || !Double.isFinite(sum(asContracted))) {
            throw new IllegalArgumentException("the sum of the parts must be finite, found " + npv);
        }
    }

    static LendingValue of(double[] parts, double @Nullable [] asContracted) {
        double[] own = parts.clone();
        return new LendingValue(own, asContracted == null ? own : asContracted.clone());
    }

    /**
     * The value of business that is expected, but has no contracts yet.
     *
     * @param amount its present value, finite
     * @return the value, all of it {@link ValuePart#NEW_BUSINESS}
     */
    public static LendingValue ofNewBusiness(double amount) {
        double[] parts = new double[ValuePart.COUNT];
        parts[ValuePart.NEW_BUSINESS.place()] = Check.finite(amount, "newBusiness");
        return of(parts, null);
    }

    /**
     * The value of several contracts, of a client or of a group.
     *
     * @param values the values, all in one currency
     * @return their sum, part by part, with compensated addition
     */
    public static LendingValue sum(Collection<LendingValue> values) {
        int n = ValuePart.COUNT;
        double[] parts = new double[n];
        double[] contracted = new double[n];
        double[] column = new double[values.size()];
        for (int k = 0; k < n; k++) {
            int part = k;
            Arrays.setAll(column, i -> 0);
            int at = 0;
            for (LendingValue value : values) {
                column[at++] = value.parts[part];
            }
            parts[k] = sum(column);
            at = 0;
            for (LendingValue value : values) {
                column[at++] = value.asContracted[part];
            }
            contracted[k] = sum(column);
        }
        return of(parts, contracted);
    }

    /** Neumaier's sum. */
    private static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** {@return the net present value: the sum of the parts} */
    public double npv() {
        return npv;
    }

    /**
     * A part, with early repayment as expected.
     *
     * @param part which
     * @return its present value, negative for a cost
     */
    public double part(ValuePart part) {
        return parts[part.place()];
    }

    /**
     * A part as if nobody paid back early.
     *
     * @param part which
     * @return its present value, negative for a cost
     */
    public double partAsContracted(ValuePart part) {
        return asContracted[part.place()];
    }

    /** {@return the value as if nobody paid back early} */
    public double npvAsContracted() {
        return sum(asContracted);
    }

    /** {@return what early repayment changes: {@link #npv} less {@link #npvAsContracted}, fees for it included} */
    public double prepaymentEffect() {
        double[] differences = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
            differences[k] = parts[k] - asContracted[k];
        }
        return sum(differences);
    }

    /**
     * The sum of this and another value.
     *
     * @param other a value in the same currency
     * @return the sum, part by part
     */
    public LendingValue plus(LendingValue other) {
        return sum(List.of(this, other));
    }

    /**
     * The waterfall: each part that isn't 0, in the order of {@link ValuePart}. Codes are {@link ValuePart#code}, the
     * contributions add up to {@link #npv}, the argument {@code amount} is rounded to two decimals.
     *
     * @return the reasons
     */
    public List<Reason> waterfall() {
        List<Reason> reasons = new ArrayList<>();
        for (ValuePart part : ValuePart.values()) {
            add(reasons, part.code(), part(part));
        }
        return reasons;
    }

    /**
     * The waterfall from the contract: each part as if nobody paid back early, and then
     * {@code value.prepayment-effect}. The contributions add up to {@link #npv}.
     *
     * @return the reasons
     */
    public List<Reason> waterfallAsContracted() {
        List<Reason> reasons = new ArrayList<>();
        for (ValuePart part : ValuePart.values()) {
            add(reasons, part.code(), partAsContracted(part));
        }
        add(reasons, "value.prepayment-effect", prepaymentEffect());
        return reasons;
    }

    private static void add(List<Reason> reasons, String code, double amount) {
        if (amount != 0) {
            String text =
                    new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
            reasons.add(Reason.of(code, amount, Map.of("amount", text)));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LendingValue that
                && Arrays.equals(parts, that.parts)
                && Arrays.equals(asContracted, that.asContracted);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parts) + Arrays.hashCode(asContracted);
    }

    /** {@return the net present value} */
    @Override
    public String toString() {
        return "LendingValue[" + npv + "]";
    }
}
