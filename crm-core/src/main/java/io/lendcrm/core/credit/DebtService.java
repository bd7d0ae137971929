package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.statement.RatioValue;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.CalendarUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a client earns against what it owes and pays, whatever the periods and currencies: debt to income (DTI) and debt
 * service to income (DSTI), as the European Systemic Risk Board defines them (Recommendation ESRB/2016/14, annex IV).
 * Everything is brought to a year by the lengths of {@link CalendarUnit}, so that twelve months are a year exactly, and
 * into the income's currency. Printed without amounts. Immutable and thread-safe.
 *
 * @param income what is earned
 * @param debts what is owed
 * @param payments what is paid on the debts, principal and interest
 */
public record DebtService(
        @Classified(DataClass.SENSITIVE) Periodic income,
        @Classified(DataClass.SENSITIVE) List<Money> debts,
        @Classified(DataClass.SENSITIVE) List<Periodic> payments) {

    /**
     * An amount that comes again in every unit of time. Printed without the amount. Immutable and thread-safe.
     *
     * @param amount the amount, not negative
     * @param every how often it comes
     */
    public record Periodic(
            @Classified(DataClass.SENSITIVE) Money amount,
            @Classified(DataClass.ORDINARY) CalendarUnit every) {
        public Periodic {
            requireNonNull(amount, "amount");
            requireNonNull(every, "every");
            if (amount.isNegative()) {
                throw new IllegalArgumentException("amount must not be negative");
            }
        }

        /** {@return the amount a year in major units} */
        public double perYear() {
            return amount.toDouble() * perYear(every);
        }

        private static double perYear(CalendarUnit every) {
            return switch (every) {
                case YEAR -> 1;
                case MONTH -> 12;
                case WEEK, DAY -> CalendarUnit.YEAR.days() / every.days();
            };
        }

        /** {@return how often, without the amount} */
        @Override
        public String toString() {
            return "Periodic[every " + every + "]";
        }
    }

    public DebtService {
        requireNonNull(income, "income");
        debts = List.copyOf(debts);
        payments = List.copyOf(payments);
        if (debts.stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("debts must not be negative");
        }
    }

    /**
     * Debt to income: all debts over the income of a year.
     *
     * @param rates to bring the debts into the income's currency
     * @param asOf the point in time of the conversion
     * @return the ratio; undefined if there is no income or a rate isn't known
     */
    public RatioValue debtToIncome(ExchangeRates rates, AsOf asOf) {
        double sum = 0;
        for (Money debt : debts) {
            Optional<Money> converted = rates.convert(debt, currency(), asOf);
            if (converted.isEmpty()) {
                return noRate(debt.currency());
            }
            sum += converted.get().toDouble();
        }
        return RatioValue.quotient(sum, income.perYear(), "income");
    }

    /**
     * Debt service to income: the payments of a year over the income of a year.
     *
     * @param rates to bring the payments into the income's currency
     * @param asOf the point in time of the conversion
     * @return the ratio; undefined if there is no income or a rate isn't known
     */
    public RatioValue serviceToIncome(ExchangeRates rates, AsOf asOf) {
        double sum = 0;
        for (Periodic payment : payments) {
            Optional<Money> converted = rates.convert(payment.amount(), currency(), asOf);
            if (converted.isEmpty()) {
                return noRate(payment.amount().currency());
            }
            sum += new Periodic(converted.get(), payment.every()).perYear();
        }
        return RatioValue.quotient(sum, income.perYear(), "income");
    }

    private Currency currency() {
        return income.amount().currency();
    }

    private RatioValue noRate(Currency from) {
        return RatioValue.undefined(RatioValue.Reason.NOT_COMPARABLE, "rate " + from + " to " + currency());
    }

    /** {@return how many debts and payments, without amounts} */
    @Override
    public String toString() {
        return "DebtService[debts=" + debts.size() + ", payments=" + payments.size() + "]";
    }
}
