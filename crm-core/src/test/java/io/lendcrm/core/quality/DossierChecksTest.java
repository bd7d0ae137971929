package io.lendcrm.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossierChecksTest {

    private static final ClientId CLIENT = ClientId.of("secret-key-7");
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final DossierChecks CHECKS = DossierChecks.at(AsOf.endOf(LocalDate.of(2024, 6, 30), ZoneOffset.UTC));

    @Test
    void aDossierInOrderHasNoFindings() {
        assertThat(rules(inquiry("1", "2020-01-01"), inquiry("2", "2024-06-30")))
                .isEmpty();
    }

    @Test
    void nothingHappensBeforeTheRelationshipOrInTheFuture() {
        assertThat(rules(inquiry("1", "2019-12-31"), inquiry("2", "2024-07-01")))
                .containsExactly("event-before-client", "future-date");
    }

    @Test
    void contractsNamedAreKnown() {
        assertThat(rules(Repayment.of(header("1", "2024-01-01"), "loan-9", SINCE, eur("10"), eur("10"))))
                .containsExactly("unknown-facility");
    }

    @Test
    void balancesStayWithinTheirLimit() {
        assertThat(rules(
                        new BalanceReading(header("1", "2024-01-01"), "a", eur("10.01"), eur("10")),
                        new BalanceReading(header("2", "2024-01-02"), "a", eur("10"), eur("10"))))
                .containsExactly("balance-over-limit");
    }

    @Test
    void applicationsMoveByTheirStates() {
        assertThat(rules(
                        application("1", "2024-01-01", ApplicationState.APPLIED),
                        application("2", "2024-01-05", ApplicationState.DISBURSED)))
                .containsExactly("illegal-application-move");
    }

    @Test
    void anApplicationBeginsWithItsHandingInWhateverTheOrderOfADaysSteps() {
        assertThat(rules(application("1", "2024-01-01", ApplicationState.IN_REVIEW)))
                .containsExactly("illegal-application-move");
        assertThat(rules(
                        application("1", "2024-01-01", ApplicationState.IN_REVIEW),
                        application("2", "2024-01-01", ApplicationState.APPLIED)))
                .isEmpty();
    }

    @Test
    void statementsAddUp() {
        FinancialStatement statement = new FinancialStatement(
                CLIENT,
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2023, 12, 31),
                FinancialStatement.Basis.SOLO,
                true,
                Currency.getInstance("EUR"),
                BigDecimal.ONE,
                Map.of(
                        LineItem.TOTAL_ASSETS, new BigDecimal("100"),
                        LineItem.TOTAL_LIABILITIES, new BigDecimal("60"),
                        LineItem.EQUITY, new BigDecimal("30")),
                Instant.parse("2024-04-01T00:00:00Z"));

        List<Finding> findings = CHECKS.check(Dossier.of(CLIENT, states()).withStatements(List.of(statement)));

        assertThat(findings).extracting(Finding::rule).containsExactly("statement-identity");
        assertThat(findings.toString()).contains("100").contains("90");
    }

    @Test
    void findingsDoNotTellWhoTheClientIs() {
        Dossier dossier = dossier(inquiry("1", "2030-01-01"));

        QualityReport report = CHECKS.check(List.of(dossier));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.samples().toString()).contains(CLIENT.toString()).doesNotContain(CLIENT.value());
    }

    private static List<String> rules(Interaction... interactions) {
        return CHECKS.check(dossier(interactions)).stream().map(Finding::rule).toList();
    }

    private static Dossier dossier(Interaction... interactions) {
        return Dossier.of(CLIENT, states()).withInteractions(List.of(interactions));
    }

    private static Versions<Client> states() {
        Client client = Individual.builder()
                .id(CLIENT)
                .relationship(Relationship.since(SINCE))
                .build();
        return Versions.of(client, SINCE, Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static Interaction inquiry(String id, String day) {
        return Inquiry.of(header(id, day), "rates");
    }

    private static Interaction application(String id, String day, ApplicationState state) {
        return LoanApplication.of(header(id, day), "app", state, eur("5"), "loan");
    }

    private static Header header(String id, String day) {
        LocalDate date = LocalDate.parse(day);
        return Header.of(InteractionId.of(id), CLIENT, date, AsOf.recordedOn(date, ZoneOffset.UTC), Channel.BRANCH);
    }

    private static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }
}
