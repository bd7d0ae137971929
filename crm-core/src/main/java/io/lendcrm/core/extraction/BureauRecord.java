package io.lendcrm.core.extraction;

import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the last credit report that may still be relied on tells. */
record BureauRecord(AsOf asOf, Optional<CreditReport> report, Currency currency, ExchangeRates rates) {

    private static final int INQUIRY_DAYS = 90;

    static BureauRecord of(ClientHistory history, Currency currency, ExchangeRates rates) {
        Optional<CreditReport> last = history.reports().stream()
                .filter(r -> r.isValidOn(history.asOf().date()))
                .reduce((earlier, later) -> later);
        return new BureauRecord(history.asOf(), last, currency, rates);
    }

    static Definitions<BureauRecord> definitions(Currency currency) {
        return Definitions.<BureauRecord>of(Dimension.CREDIT_HISTORY)
                .reading("creditReport.reportedOn")
                .numeric(
                        "bureau_age_days",
                        "days",
                        "Days since the last valid credit report; missing without one, as all that follows",
                        v -> v.of(
                                r -> v.asOf.date().toEpochDay() - r.reportedOn().toEpochDay()))
                .readingSensitive("creditReport.openLines")
                .numeric(
                        "bureau_open_lines",
                        "credits",
                        "Credits that run, at all lenders",
                        v -> v.of(r -> r.openLines() == null ? Double.NaN : r.openLines()))
                .readingSensitive("creditReport.totalDebt")
                .numeric(
                        "bureau_total_debt",
                        currency.getCurrencyCode(),
                        "Owed to all lenders, at the rate known on the date; missing without a rate (see bureau_unconverted)",
                        v -> v.of(r ->
                                r.totalDebt() == null ? Double.NaN : v.debt(r).total()))
                .numeric(
                        "bureau_unconverted",
                        "amounts",
                        "1 if what is owed is in a currency without a known rate, else 0",
                        v -> v.of(r -> v.debt(r).lacking()))
                .readingSensitive("creditReport.worstStatus")
                .level(
                        FeatureType.ORDINAL,
                        "bureau_worst_status",
                        SizeAndIndustry.names(CreditReport.Status.values()),
                        "The worst that the report shows, the best first",
                        BureauRecord::status)
                .readingSensitive("creditReport.daysPastDue")
                .numeric(
                        "bureau_worst_dpd",
                        "days",
                        "Greatest days past due of all months told; missing if none is told",
                        v -> v.of(r -> r.worstDaysPastDue().isPresent()
                                ? r.worstDaysPastDue().getAsInt()
                                : Double.NaN))
                .readingSensitive("creditReport.inquiries")
                .numeric(
                        "bureau_inquiries_90d",
                        "inquiries",
                        "Inquiries of lenders in the 90 days before the report",
                        v -> v.of(r -> r.inquiriesWithin(INQUIRY_DAYS)))
                .readingSensitive("creditReport.defaults")
                .numeric(
                        "bureau_defaults",
                        "defaults",
                        "Defaults that the report tells of",
                        v -> v.of(r -> r.defaults().size()))
                .build();
    }

    private double of(ToDoubleFunction<CreditReport> part) {
        return report.isPresent() ? part.applyAsDouble(report.get()) : Double.NaN;
    }

    private CurrencySum debt(CreditReport told) {
        CurrencySum sum = new CurrencySum(currency, rates, asOf);
        Money debt = told.totalDebt();
        return debt == null ? sum : sum.add(debt);
    }

    private @Nullable String status() {
        return report.map(CreditReport::worstStatus)
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
