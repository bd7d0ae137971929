package io.lendcrm.core.extraction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Claim;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import io.lendcrm.core.money.ExchangeRates;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a client kept to its contracts with this lender. */
final class CreditHistory {

    private static final int READING_VALID_MONTHS = 3;

    private final ClientHistory history;
    private final LocalDate today;
    private final List<Claim> claims;
    private final CurrencySum overdue;
    private final CurrencySum drawn;
    private final CurrencySum limits;

    private CreditHistory(ClientHistory history, Currency currency, ExchangeRates rates) {
        this.history = history;
        this.today = history.asOf().date();
        this.claims = RepaymentTrack.byLoan(history.facilities(), history.interactions(Repayment.class)).stream()
                .flatMap(track -> track.claims().stream())
                .toList();
        this.overdue = new CurrencySum(currency, rates, history.asOf());
        this.drawn = new CurrencySum(currency, rates, history.asOf());
        this.limits = new CurrencySum(currency, rates, history.asOf());
        claims.stream().filter(c -> c.isOverdue(today)).forEach(c -> c.owed().ifPresent(overdue::add));
        for (BalanceReading reading : lastReadings()) {
            drawn.add(reading.balance());
            limits.add(requireNonNull(reading.limit()));
        }
    }

    static CreditHistory of(ClientHistory history, Currency currency, ExchangeRates rates) {
        return new CreditHistory(history, currency, rates);
    }

    static Definitions<CreditHistory> definitions(Currency currency) {
        Definitions.Builder<CreditHistory> all = Definitions.of(Dimension.CREDIT_HISTORY);
        payments(all, currency);
        contracts(all);
        return all.build();
    }

    private static void payments(Definitions.Builder<CreditHistory> all, Currency currency) {
        all.reading("repayment.dueOn", "repayment.due", "repayment.paid", "header.occurredOn");
        for (int months : new int[] {12, 24}) {
            all.numeric(
                    "worst_dpd_" + months + "m",
                    "days",
                    "Greatest days past due of the claims settled in " + months
                            + " months or still owed; 0 if all were paid in time, missing without claims",
                    v -> v.worst(months));
        }
        all.numeric(
                        "claims_24m",
                        "claims",
                        "Claims settled in 24 months or past due and still owed",
                        v -> v.within(24).size())
                .numeric(
                        "late_claims_24m",
                        "claims",
                        "Those of claims_24m that were paid after the day they were due, or are still owed after it",
                        v -> v.within(24).stream()
                                .filter(c -> c.daysPastDue(v.today) > 0)
                                .count())
                .numeric(
                        "days_past_due",
                        "days",
                        "Days past due of the oldest claim still owed; 0 if nothing is overdue",
                        v -> v.claims.stream()
                                .filter(c -> c.isOverdue(v.today))
                                .mapToLong(c -> c.daysPastDue(v.today))
                                .max()
                                .orElse(0))
                .numeric(
                        "overdue_amount",
                        currency.getCurrencyCode(),
                        "Sum still owed after the day it was due; missing if a rate is lacking (see"
                                + " credit_unconverted)",
                        v -> v.overdue.total())
                .reading("repayment.due", "balanceReading.balance", "balanceReading.limit")
                .numeric(
                        "credit_unconverted",
                        "amounts",
                        "How many overdue amounts, balances and limits are in a currency without a known rate",
                        v -> v.overdue.lacking() + v.drawn.lacking() + v.limits.lacking())
                .numeric(
                        "utilisation",
                        "ratio",
                        "Sum of the balances / sum of the limits over the last reading of each account with a limit,"
                                + " no older than 3 months; missing without one, or if a rate is lacking",
                        v -> Definitions.ratio(v.drawn.total(), v.limits.total()));
    }

    private static void contracts(Definitions.Builder<CreditHistory> all) {
        all.reading("facility.signedOn", "facility.maturity")
                .numeric(
                        "open_facilities",
                        "contracts",
                        "Credit contracts signed by the date that don't end before it",
                        v -> v.history.facilities().stream()
                                .filter(f -> !f.maturity().isBefore(v.today))
                                .count())
                .numeric(
                        "facilities_ever",
                        "contracts",
                        "Credit contracts ever signed",
                        v -> v.history.facilities().size())
                .numeric(
                        "credit_tenure_days",
                        "days",
                        "Days since the first credit contract was signed; missing without one",
                        v -> v.history.facilities().stream()
                                .map(Facility::signedOn)
                                .min(LocalDate::compareTo)
                                .map(v::daysSince)
                                .orElse(Double.NaN))
                .reading("relationship.since")
                .numeric(
                        "tenure_days",
                        "days",
                        "Days since the lender first knew the client",
                        v -> v.daysSince(v.history.client().relationship().since()))
                .reading("loanApplication.state")
                .numeric(
                        "write_offs",
                        "credits",
                        "Credits ever given up as lost",
                        v -> v.history.interactions(LoanApplication.class).stream()
                                .filter(a -> a.state() == ApplicationState.WRITTEN_OFF)
                                .map(LoanApplication::application)
                                .distinct()
                                .count())
                .reading("guaranteeCall.amount")
                .numeric(
                        "guarantee_calls_24m",
                        "calls",
                        "Guarantees called upon in 24 months",
                        v -> v.history.interactions(GuaranteeCall.class).stream()
                                .filter(c -> v.isWithin(c.occurredOn(), 24))
                                .count())
                .reading("covenantTest.passed")
                .numeric(
                        "covenant_breaches_24m",
                        "tests",
                        "Tests of covenants that failed in 24 months",
                        v -> v.history.interactions(CovenantTest.class).stream()
                                .filter(t -> !t.passed() && v.isWithin(t.occurredOn(), 24))
                                .count());
    }

    private List<BalanceReading> lastReadings() {
        Map<String, BalanceReading> last = new LinkedHashMap<>();
        for (BalanceReading reading : history.interactions(BalanceReading.class)) {
            if (isWithin(reading.occurredOn(), READING_VALID_MONTHS)) {
                last.put(reading.account(), reading);
            }
        }
        return last.values().stream().filter(r -> r.limit() != null).toList();
    }

    private double worst(int months) {
        return within(months).stream()
                .mapToDouble(c -> (double) c.daysPastDue(today))
                .max()
                .orElse(Double.NaN);
    }

    private List<Claim> within(int months) {
        return claims.stream()
                .filter(c -> c.settledOn() == null ? c.isOverdue(today) : isWithin(c.settledOn(), months))
                .toList();
    }

    private boolean isWithin(LocalDate day, int months) {
        return day.isAfter(today.minusMonths(months));
    }

    private double daysSince(LocalDate day) {
        return (double) (today.toEpochDay() - day.toEpochDay());
    }
}
