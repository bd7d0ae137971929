package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.EUR;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.SINCE;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.eur;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.IndustryScheme;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.credit.Collateral;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Guarantee;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A firm of which everything is known. */
public final class Firm {

    private Firm() {}

    public static Client client() {
        return Organisation.builder()
                .id(ID)
                .relationship(new Relationship(SINCE, Screening.CLEAR, List.of()))
                .type(Organisation.Type.ENTERPRISE)
                .foundedOn(LocalDate.of(2014, 6, 30))
                .industry(Industry.of(IndustryScheme.NACE, "10.51"))
                .employees(60)
                .yearlyTurnover(eur("9000000"))
                .totalAssets(eur("8000000"))
                .listed(false)
                .build();
    }

    /** The firm on the day looked from, without interactions. */
    public static Dossier dossier() {
        return Dossier.of(ID, Versions.of(client(), SINCE, Instant.EPOCH))
                .withStatements(List.of(
                        statement(2022, "8000000", Instant.parse("2023-04-30T10:00:00Z")),
                        statement(2023, "9000000", Instant.parse("2024-04-30T10:00:00Z"))))
                .withFacilities(List.of(
                        facility("f1", LocalDate.of(2016, 3, 1), TODAY.plusYears(1), eur("400000")),
                        facility("f0", LocalDate.of(2015, 3, 1), TODAY.minusDays(1), eur("100000"))))
                .withReports(List.of(report(TODAY.minusDays(20))))
                .withCollateral(List.of(collateral("land", eur("300000"), TODAY.minusDays(100))))
                .withGuarantees(List.of(
                        guarantee("for", ID, ClientId.of("owner"), eur("100000")),
                        guarantee("by", ClientId.of("sister"), ID, eur("700000"))));
    }

    public static FinancialStatement statement(int year, String revenue, Instant recordedAt) {
        return new FinancialStatement(
                ID,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                FinancialStatement.Basis.SOLO,
                true,
                EUR,
                BigDecimal.ONE,
                Map.of(
                        LineItem.REVENUE, new BigDecimal(revenue),
                        LineItem.NET_PROFIT, new BigDecimal("450000"),
                        LineItem.TOTAL_ASSETS, new BigDecimal("8000000"),
                        LineItem.TOTAL_LIABILITIES, new BigDecimal("5000000"),
                        LineItem.OPERATING_PROFIT, new BigDecimal("600000"),
                        LineItem.INTEREST_EXPENSE, new BigDecimal("150000"),
                        LineItem.CASH, new BigDecimal("365000"),
                        LineItem.OPERATING_CASH_FLOW, new BigDecimal("-730000")),
                recordedAt);
    }

    public static Facility facility(String id, LocalDate signed, LocalDate maturity, Money limit) {
        return Facility.builder()
                .id(id)
                .borrower(ID)
                .type(Facility.Type.TERM_LOAN)
                .product("loan")
                .limit(limit)
                .rate(Rate.percent("5"))
                .signedOn(signed)
                .maturity(maturity)
                .recordedAt(AsOf.recordedOn(signed, ZoneOffset.UTC))
                .build();
    }

    public static CreditReport report(LocalDate day) {
        return CreditReport.builder()
                .client(ID)
                .source(SourceId.of("bureau"))
                .reportedOn(day)
                .validUntil(day.plusDays(30))
                .openLines(4)
                .totalDebt(new Money(100_000_00, Currency.getInstance("USD")))
                .worstStatus(CreditReport.Status.DELAYED)
                .daysPastDue(Map.of(YearMonth.of(2024, 1), 35, YearMonth.of(2024, 2), 5))
                .inquiries(List.of(day.minusDays(89), day.minusDays(90), day))
                .defaults(List.of())
                .recordedAt(AsOf.recordedOn(day, ZoneOffset.UTC))
                .build();
    }

    public static Collateral collateral(String id, Money value, LocalDate valued) {
        return new Collateral(
                id,
                ID,
                ID,
                Collateral.Kind.REAL_ESTATE,
                Set.of("f1"),
                value,
                valued,
                new BigDecimal("0.4"),
                AsOf.recordedOn(valued, ZoneOffset.UTC));
    }

    public static Guarantee guarantee(String id, ClientId borrower, ClientId guarantor, Money amount) {
        LocalDate from = TODAY.minusYears(1);
        return new Guarantee(
                id,
                borrower,
                guarantor,
                Guarantee.Kind.PERSONAL,
                "f1",
                amount,
                from,
                null,
                AsOf.recordedOn(from, ZoneOffset.UTC));
    }
}
