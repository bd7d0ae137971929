package io.lendcrm.core.statement;

import io.lendcrm.core.statement.RatioValue.Reason;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a statement by the year, and of the one before, for the formulas of {@link Ratio}. */
final class Lines {

    private final FinancialStatement statement;
    private final @Nullable FinancialStatement before;

    Lines(FinancialStatement statement, @Nullable FinancialStatement before) {
        this.statement = statement;
        this.before = before;
    }

    Term get(LineItem item) {
        return term(statement, item);
    }

    Term before(LineItem item) {
        if (before == null) {
            return new Term(RatioValue.undefined(Reason.MISSING, "statement before"));
        }
        boolean comparable = before.client().equals(statement.client())
                && before.currency().equals(statement.currency())
                && before.basis() == statement.basis()
                && before.until().isBefore(statement.from());
        return comparable
                ? term(before, item)
                : new Term(RatioValue.undefined(Reason.NOT_COMPARABLE, "statement before"));
    }

    private Term term(FinancialStatement source, LineItem item) {
        Optional<Double> amount = amount(source, item);
        if (amount.isEmpty()) {
            return new Term(RatioValue.undefined(Reason.MISSING, label(item)));
        }
        double value = amount.get();
        return new Term(
                Double.isFinite(value) ? RatioValue.of(value) : RatioValue.undefined(Reason.TOO_LARGE, label(item)));
    }

    private static Optional<Double> amount(FinancialStatement source, LineItem item) {
        Optional<Double> given = given(source, item);
        if (given.isPresent()) {
            return given;
        }
        return switch (item) {
            case TOTAL_ASSETS ->
                sum(source, LineItem.CURRENT_ASSETS, LineItem.NON_CURRENT_ASSETS, 1)
                        .or(() -> sum(source, LineItem.TOTAL_LIABILITIES, LineItem.EQUITY, 1));
            case TOTAL_LIABILITIES ->
                sum(source, LineItem.TOTAL_ASSETS, LineItem.EQUITY, -1)
                        .or(() -> sum(source, LineItem.CURRENT_LIABILITIES, LineItem.NON_CURRENT_LIABILITIES, 1));
            case EQUITY -> sum(source, LineItem.TOTAL_ASSETS, LineItem.TOTAL_LIABILITIES, -1);
            case GROSS_PROFIT -> sum(source, LineItem.REVENUE, LineItem.COST_OF_SALES, -1);
            case NET_PROFIT -> sum(source, LineItem.PROFIT_BEFORE_TAX, LineItem.INCOME_TAX, -1);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> sum(FinancialStatement source, LineItem a, LineItem b, int sign) {
        return given(source, a).flatMap(x -> given(source, b).map(y -> x + sign * y));
    }

    private static Optional<Double> given(FinancialStatement source, LineItem item) {
        return source.yearlyAmount(item).map(amount -> amount.doubleValue());
    }

    private static String label(LineItem item) {
        return item.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A part of a formula: a number, or why there is none; what comes after keeps the first reason. */
    final class Term {

        private final RatioValue value;

        private Term(RatioValue value) {
            this.value = value;
        }

        Term plus(LineItem item) {
            return combine(get(item), 1);
        }

        Term minus(LineItem item) {
            return combine(get(item), -1);
        }

        Term times(double factor) {
            return value instanceof RatioValue.Defined number ? checked(number.value() * factor) : this;
        }

        RatioValue over(LineItem denominator) {
            return over(get(denominator), label(denominator));
        }

        RatioValue over(Term denominator, String part) {
            if (!(value instanceof RatioValue.Defined top)) {
                return value;
            }
            if (!(denominator.value instanceof RatioValue.Defined bottom)) {
                return denominator.value;
            }
            return RatioValue.quotient(top.value(), bottom.value(), part);
        }

        RatioValue growth(Term earlier) {
            RatioValue quotient = over(earlier, "earlier amount");
            return quotient instanceof RatioValue.Defined number ? RatioValue.of(number.value() - 1) : quotient;
        }

        private Term combine(Term other, int sign) {
            if (!(value instanceof RatioValue.Defined a)) {
                return this;
            }
            return other.value instanceof RatioValue.Defined b ? checked(a.value() + sign * b.value()) : other;
        }

        private Term checked(double number) {
            return new Term(
                    Double.isFinite(number) ? RatioValue.of(number) : RatioValue.undefined(Reason.TOO_LARGE, "amount"));
        }
    }
}
