package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.statement.RatioValue;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The cash flow a project is planned to have and the debt that it serves, period by period, and the three ratios that
 * project lenders agree covenants on: DSCR, LLCR and PLCR (E. R. Yescombe, <i>Principles of Project Finance</i>, 2nd
 * ed. 2014, ch. 12). Immutable and thread-safe.
 *
 * @param start the day from which the plan looks ahead
 * @param debt what is owed on that day, not negative
 * @param periods the periods in order; together they don't pay back more than the debt
 */
public record CashFlowPlan(
        @Classified(DataClass.ORDINARY) LocalDate start,
        @Classified(DataClass.ORDINARY) Money debt,
        @Classified(DataClass.ORDINARY) List<Period> periods) {

    /**
     * One period of the plan, which begins where the one before ends.
     *
     * @param until its last day, on which money is counted as coming in and going out
     * @param cashAvailable cash available for debt service (CFADS): after operating cost, tax and investment
     * @param interest the interest due, not negative
     * @param principal the principal due, not negative
     */
    public record Period(
            @Classified(DataClass.ORDINARY) LocalDate until,
            @Classified(DataClass.ORDINARY) Money cashAvailable,
            @Classified(DataClass.ORDINARY) Money interest,
            @Classified(DataClass.ORDINARY) Money principal) {

        public Period {
            requireNonNull(until, "until");
            if (interest.isNegative() || principal.isNegative()) {
                throw new IllegalArgumentException(
                        "interest and principal must not be negative, found " + interest + " and " + principal);
            }
            cashAvailable.plus(interest).plus(principal);
        }

        /** {@return interest and principal together} */
        public Money debtService() {
            return interest.plus(principal);
        }

        /** {@return the debt service cover ratio, {@code CFADS / (interest + principal)}; undefined if nothing is due} */
        public RatioValue dscr() {
            return RatioValue.quotient(cashAvailable.toDouble(), debtService().toDouble(), "debt service");
        }
    }

    public CashFlowPlan {
        requireNonNull(start, "start");
        periods = List.copyOf(periods);
        if (debt.isNegative()) {
            throw new IllegalArgumentException("debt must not be negative, found " + debt);
        }
        LocalDate last = start;
        Money left = debt;
        for (Period period : periods) {
            if (!period.until().isAfter(last)) {
                throw new IllegalArgumentException(
                        "each period must end after the one before, on " + last + ", found " + period.until());
            }
            last = period.until();
            left = left.minus(period.principal());
        }
        if (left.isNegative()) {
            throw new IllegalArgumentException(
                    "principal of all periods must be at most debt=" + debt + ", found " + debt.minus(left));
        }
    }

    /** {@return what is still owed after the last period: a balloon to refinance} */
    public Money balloon() {
        Money left = debt;
        for (Period period : periods) {
            left = left.minus(period.principal());
        }
        return left;
    }

    /** {@return the least DSCR of the periods in which something is due; undefined if nothing ever is} */
    public RatioValue minimumDscr() {
        return served().stream()
                .mapToDouble(p -> p.cashAvailable().toDouble() / p.debtService().toDouble())
                .min()
                .stream()
                .mapToObj(RatioValue::of)
                .findFirst()
                .orElse(NO_DEBT_SERVICE);
    }

    /** {@return the mean DSCR of the periods in which something is due; undefined if nothing ever is} */
    public RatioValue averageDscr() {
        return served().stream()
                .mapToDouble(p -> p.cashAvailable().toDouble() / p.debtService().toDouble())
                .average()
                .stream()
                .mapToObj(RatioValue::of)
                .findFirst()
                .orElse(NO_DEBT_SERVICE);
    }

    /**
     * The loan life cover ratio: the present value of the cash available until the last debt service, over the debt.
     *
     * @param rate the rate to discount with, usually what the debt costs
     * @return the ratio; undefined if nothing is owed
     */
    public RatioValue llcr(DiscountRate rate) {
        int served = 0;
        for (int i = 0; i < periods.size(); i++) {
            if (!periods.get(i).debtService().isZero()) {
                served = i + 1;
            }
        }
        return cover(periods.subList(0, served), rate);
    }

    /**
     * The project life cover ratio: the present value of the cash available in all periods, over the debt.
     *
     * @param rate the rate to discount with, usually what the debt costs
     * @return the ratio; undefined if nothing is owed
     */
    public RatioValue plcr(DiscountRate rate) {
        return cover(periods, rate);
    }

    private static final RatioValue NO_DEBT_SERVICE =
            RatioValue.undefined(RatioValue.Reason.ZERO_DENOMINATOR, "debt service");

    private List<Period> served() {
        return periods.stream().filter(p -> !p.debtService().isZero()).toList();
    }

    private RatioValue cover(List<Period> counted, DiscountRate rate) {
        double present = 0;
        for (Period period : counted) {
            present += period.cashAvailable().toDouble() * rate.factor(ahead(period.until()));
        }
        if (!Double.isFinite(present)) {
            return RatioValue.undefined(RatioValue.Reason.TOO_LARGE, "present value");
        }
        return RatioValue.quotient(present, debt.toDouble(), "debt");
    }

    /** Whole months count as twelfths of a year, so that a plan by the year discounts by whole powers. */
    private Horizon ahead(LocalDate day) {
        long months = ChronoUnit.MONTHS.between(start, day);
        if (!start.plusMonths(months + 1).isAfter(day)) {
            months++; // from one month's end to another, such as 31 December to 30 June
        }
        long days = ChronoUnit.DAYS.between(start.plusMonths(months), day);
        return Horizon.years(months / 12.0 + Horizon.days((double) days).in(CalendarUnit.YEAR));
    }
}
