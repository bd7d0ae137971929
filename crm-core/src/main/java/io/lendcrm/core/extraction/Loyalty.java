package io.lendcrm.core.extraction;

import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How closely a client keeps to this lender; what the other dimensions tell of it, such as its tenure, isn't repeated. */
record Loyalty(ClientHistory history, LocalDate today, Currency currency, ExchangeRates rates) {

    private static final String REFERRAL = "referral";
    private static final int READING_VALID_MONTHS = 3;
    private static final int RENEWAL_DAYS = 90;
    private static final int RENEWAL_MONTHS = 36;
    private static final int REFERRAL_MONTHS = 24;

    static Loyalty of(ClientHistory history, Currency currency, ExchangeRates rates) {
        return new Loyalty(history, history.asOf().date(), currency, rates);
    }

    static Definitions<Loyalty> definitions() {
        return Definitions.<Loyalty>of(Dimension.BEHAVIOUR)
                .reading("facility.product", "facility.signedOn", "facility.maturity")
                .numeric(
                        "product_breadth",
                        "products",
                        "Different products of the credit contracts that are open, as of open_facilities",
                        Loyalty::products)
                .numeric(
                        "renewal_rate_36m",
                        "ratio",
                        "Of the credit contracts that ended between 36 months and 90 days ago, the share with another one signed "
                                + "within 90 days before or after; missing if none ended",
                        Loyalty::renewalRate)
                .reading("otherInteraction.type", "header.occurredOn")
                .numeric(
                        "referrals_24m",
                        "referrals",
                        "Other interactions of type referral in 24 months: clients that this one brought",
                        Loyalty::referrals)
                .readingSensitive("balanceReading.balance", "balanceReading.limit", "creditReport.totalDebt")
                .numeric(
                        "share_of_wallet",
                        "ratio",
                        "Drawn here by the last reading of each account with a limit, no older than 3 months / owed to all lenders "
                                + "by the last valid credit report; above 1 where the report is behind; missing without one of "
                                + "them, without debt, or if a rate is lacking",
                        Loyalty::shareOfWallet)
                .build();
    }

    private double products() {
        return history.facilities().stream()
                .filter(facility -> !facility.maturity().isBefore(today))
                .map(Facility::product)
                .distinct()
                .count();
    }

    private double renewalRate() {
        List<Facility> ended = history.facilities().stream()
                .filter(facility -> facility.maturity().isAfter(today.minusMonths(RENEWAL_MONTHS))
                        && !facility.maturity().isAfter(today.minusDays(RENEWAL_DAYS)))
                .toList();
        return Definitions.ratio(ended.stream().filter(this::isRenewed).count(), (long) ended.size());
    }

    private boolean isRenewed(Facility ended) {
        LocalDate from = ended.maturity().minusDays(RENEWAL_DAYS);
        LocalDate to = ended.maturity().plusDays(RENEWAL_DAYS);
        return history.facilities().stream()
                .anyMatch(other -> !other.id().equals(ended.id())
                        && !other.signedOn().isBefore(from)
                        && !other.signedOn().isAfter(to));
    }

    private double referrals() {
        LocalDate since = today.minusMonths(REFERRAL_MONTHS);
        return history.interactions(OtherInteraction.class).stream()
                .filter(other ->
                        other.type().equals(REFERRAL) && other.occurredOn().isAfter(since))
                .count();
    }

    private double shareOfWallet() {
        Map<String, Money> last = new TreeMap<>();
        for (BalanceReading reading : history.interactions(BalanceReading.class)) {
            if (reading.limit() != null && reading.occurredOn().isAfter(today.minusMonths(READING_VALID_MONTHS))) {
                last.put(reading.account(), reading.balance());
            }
        }
        CurrencySum drawn = new CurrencySum(currency, rates, history.asOf());
        last.values().forEach(drawn::add);
        CurrencySum owed = new CurrencySum(currency, rates, history.asOf());
        boolean told = history.reports().stream()
                .filter(report -> report.isValidOn(today))
                .reduce((earlier, later) -> later)
                .map(CreditReport::totalDebt)
                .map(owed::add)
                .isPresent();
        return told && !last.isEmpty() ? Definitions.ratio(drawn.total(), owed.total()) : Double.NaN;
    }
}
