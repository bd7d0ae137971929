package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.eur;
import static io.lendcrm.core.extraction.Story.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.client.SizeBand;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.CompetitorQuote;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.money.Rate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The firm's features worked out by hand. */
class FiveDimensionsTest {

    private static final double NEAR = 1e-12;

    @Test
    void sizeAndIndustry() {
        FeatureRow row = read(Firm.dossier());

        assertThat(level(row, "client_kind")).isEqualTo("enterprise");
        assertThat(row.value("employees")).isEqualTo(60);
        assertThat(row.value("firm_age_years")).isEqualTo(3653 / 365.2425, within(NEAR));
        assertThat(row.value("size_band")).isEqualTo(SizeBand.MEDIUM.ordinal());
        assertThat(level(row, "industry_section")).isEqualTo("C");
        assertThat(row.value("listed")).isZero();
        assertThat(row.value("ownership")).isNaN();
    }

    @Test
    void financeAndSolvency() {
        FeatureRow row = read(Firm.dossier());

        assertThat(row.value("liabilities_to_assets")).isEqualTo(5.0 / 8, within(NEAR));
        assertThat(row.value("interest_cover")).isEqualTo(4, within(NEAR));
        assertThat(row.value("net_margin")).isEqualTo(0.05, within(NEAR));
        assertThat(row.value("revenue_growth")).isEqualTo(0.125, within(NEAR));
        assertThat(row.value("current_ratio")).as("lines not given").isNaN();
        assertThat(row.value("revenue")).isEqualTo(9e6);
        assertThat(row.value("statement_age_days")).isEqualTo(182);
        assertThat(row.value("statement_audited")).isEqualTo(1);
    }

    @Test
    void creditHistory() {
        FeatureRow row = read(Firm.dossier()
                .withInteractions(List.of(
                        // in two parts, the second 17 days late
                        paid("2024-03-31", "2024-03-31", "60", 1),
                        paid("2024-03-31", "2024-04-17", "40", 2),
                        // in time
                        paid("2024-04-30", "2024-04-29", "100", 3),
                        // still owed 75 of 100, since 30 days
                        paid("2024-05-31", "2024-05-31", "25", 4),
                        // long ago, 90 days late
                        paid("2023-01-31", "2023-05-01", "100", 5),
                        BalanceReading.of(on(TODAY.minusDays(9), Channel.SYSTEM, 6), "f1", eur("100"), eur("400")),
                        BalanceReading.of(on(TODAY.minusDays(3), Channel.SYSTEM, 7), "f1", eur("300"), eur("400")),
                        BalanceReading.of(on(TODAY.minusDays(3), Channel.SYSTEM, 8), "current", eur("5000")))));

        assertThat(row.value("worst_dpd_12m")).isEqualTo(30);
        assertThat(row.value("worst_dpd_24m")).isEqualTo(90);
        assertThat(row.value("claims_24m")).isEqualTo(4);
        assertThat(row.value("late_claims_24m")).isEqualTo(3);
        assertThat(row.value("days_past_due")).isEqualTo(30);
        assertThat(row.value("overdue_amount")).isEqualTo(75);
        assertThat(row.value("utilisation")).isEqualTo(0.75);
        assertThat(row.value("open_facilities")).isEqualTo(1);
        assertThat(row.value("facilities_ever")).isEqualTo(2);
        assertThat(row.value("cure_rate_24m")).isEqualTo(2.0 / 3, within(NEAR));
        assertThat(row.value("prepayment_rate_24m")).isEqualTo(1.0 / 3, within(NEAR));
    }

    @Test
    void creditReport() {
        FeatureRow row = read(Firm.dossier());

        assertThat(row.value("bureau_age_days")).isEqualTo(20);
        assertThat(row.value("bureau_open_lines")).isEqualTo(4);
        assertThat(row.value("bureau_total_debt")).as("dollars at one half").isEqualTo(50_000);
        assertThat(row.value("bureau_worst_status")).isEqualTo(CreditReport.Status.DELAYED.ordinal());
        assertThat(row.value("bureau_worst_dpd")).isEqualTo(35);
        assertThat(row.value("bureau_inquiries_90d")).isEqualTo(2);
        assertThat(row.value("bureau_defaults")).isZero();
    }

    @Test
    void aReportThatMayNoLongerBeReliedOnTellsNothing() {
        FeatureRow row = read(Firm.dossier().withReports(List.of(Firm.report(TODAY.minusDays(31)))));

        assertThat(row.value("bureau_age_days")).isNaN();
        assertThat(row.value("bureau_defaults")).isNaN();
    }

    @Test
    void anApplicationThatEndedOnItsFirstDayDoesNotWait() {
        FeatureRow row = read(Firm.dossier()
                .withInteractions(List.of(
                        application("a", ApplicationState.WITHDRAWN, TODAY.minusDays(50), 1),
                        application("a", ApplicationState.APPLIED, TODAY.minusDays(50), 2))));

        assertThat(row.value("days_waiting")).isNaN();
    }

    @Test
    void urgency() {
        FeatureRow row = read(Firm.dossier()
                .withInteractions(List.of(
                        application("a", ApplicationState.APPLIED, TODAY.minusDays(50), 1)
                                .withCompetitorQuote(CompetitorQuote.of("other", Rate.percent("4"))),
                        application("a", ApplicationState.IN_REVIEW, TODAY.minusDays(40), 2),
                        application("b", ApplicationState.APPLIED, TODAY.minusDays(200), 3),
                        application("b", ApplicationState.WITHDRAWN, TODAY.minusDays(190), 4),
                        Inquiry.of(on(TODAY.minusDays(89), Channel.PHONE, 5), "rates"),
                        Inquiry.of(on(TODAY.minusDays(90), Channel.PHONE, 6), "rates"))));

        assertThat(row.value("applications_90d")).isEqualTo(1);
        assertThat(row.value("applications_12m")).isEqualTo(2);
        assertThat(row.value("days_waiting")).isEqualTo(50);
        assertThat(row.value("competitor_quotes_90d")).isEqualTo(1);
        assertThat(row.value("inquiries_90d")).isEqualTo(1);
        assertThat(row.value("liquidity_runway_days")).isEqualTo(182.5, within(1e-9));
    }

    @Test
    void riskCapacityAndWillingness() {
        FeatureRow row = read(Firm.dossier()
                .withInteractions(List.of(
                        CovenantTest.of(on(TODAY, Channel.SYSTEM, 1), "f1", "dscr", true),
                        CovenantTest.of(on(TODAY, Channel.SYSTEM, 2), "f1", "leverage", false),
                        use("machine", "machine", 3),
                        use("machine", "shares", 4),
                        use("machine", "machine", 5),
                        use("machine", "machine", 6))));

        assertThat(row.value("collateral_cover")).isEqualTo(0.45, within(NEAR));
        assertThat(row.value("guarantee_cover")).isEqualTo(0.25, within(NEAR));
        assertThat(row.value("guarantees_given")).isEqualTo(1);
        assertThat(row.value("broken_promise_rate_24m")).isEqualTo(0.5);
        assertThat(row.value("covenant_breaches_24m")).isEqualTo(1);
        assertThat(row.value("misuse_rate_24m")).isEqualTo(0.25);
        assertThat(row.value("cure_rate_24m")).isNaN();
    }

    private static FeatureRow read(Dossier dossier) {
        return Story.read(STANDARD.all(), dossier.at(AS_OF).orElseThrow());
    }

    private static String level(FeatureRow row, String name) {
        int at = row.schema().indexOf(name);
        return row.schema().feature(at).levels().get((int) row.value(at));
    }

    private static Repayment paid(String due, String day, String amount, int number) {
        return Repayment.of(
                on(LocalDate.parse(day), Channel.SYSTEM, number), "f1", LocalDate.parse(due), eur("100"), eur(amount));
    }

    private static LoanApplication application(String key, ApplicationState state, LocalDate day, int number) {
        return LoanApplication.of(on(day, Channel.BRANCH, number), key, state, eur("1000"), "loan");
    }

    private static Interaction use(String declared, String actual, int number) {
        return new UseOfProceeds(on(TODAY, Channel.MANAGER, number), "f1", eur("10"), declared, actual);
    }
}
