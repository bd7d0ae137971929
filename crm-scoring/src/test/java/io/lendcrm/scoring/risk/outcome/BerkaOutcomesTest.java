package io.lendcrm.scoring.risk.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureReader;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.history.InMemoryClientSource;
import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The 682 loans of a real Czech bank: a loan's status is known once it has run out (A paid, B not paid); at the end of
 * 1998 the others still run (C, D). A B loan's default is put on its last day. The bank's own counts come out: A 203,
 * B 31, running 448.
 */
class BerkaOutcomesTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Currency CZK = Currency.getInstance("CZK");
    private static final AsOf END = AsOf.endOf(LocalDate.of(1998, 12, 31), PRAGUE);

    private record Loan(String account, LocalDate granted, int months, String status, long amount) {

        LocalDate end() {
            return granted.plusMonths(months);
        }

        Dossier dossier() {
            ClientId id = ClientId.of("account-" + account);
            LocalDate known = granted.minusDays(1);
            Instant then = AsOf.recordedOn(known, PRAGUE);
            List<Interaction> events = new ArrayList<>();
            if (status.equals("B")) {
                events.add(OtherInteraction.of(
                        Header.of(
                                InteractionId.of("end-" + account),
                                id,
                                end(),
                                AsOf.recordedOn(end(), PRAGUE),
                                Channel.SYSTEM),
                        "not-paid",
                        Map.of()));
            }
            return Dossier.of(
                            id,
                            Versions.of(
                                    Individual.builder()
                                            .id(id)
                                            .relationship(Relationship.since(known))
                                            .build(),
                                    known,
                                    then))
                    .withFacilities(List.of(Facility.builder()
                            .id("loan-" + account)
                            .borrower(id)
                            .type(Facility.Type.TERM_LOAN)
                            .product("loan")
                            .limit(new Money(amount * 100, CZK))
                            .rate(Rate.percent("0"))
                            .signedOn(granted)
                            .maturity(end())
                            .recordedAt(AsOf.recordedOn(granted, PRAGUE))
                            .build()))
                    .withInteractions(events);
        }
    }

    @Test
    void finishedLoansAreGoodOrBadAndRunningOnesNeitherYet() {
        FeatureReader reader = FeatureReader.of(
                StandardFeatures.of(CZK, (from, to, at) -> Optional.empty()).of(EnumSet.of(Dimension.CREDIT_HISTORY)),
                Purpose.RESEARCH,
                UseGate.allowAll());
        DefaultDefinition definition =
                DefaultDefinition.of(Materiality.none(CZK)).withUnlikelyToPay(UnlikelyToPay.event("not-paid", true));
        Map<Outcome.Kind, Integer> counts = new TreeMap<>();
        Vintages vintages = Vintages.empty();
        for (Loan loan : loans()) {
            OutcomeRule rule = new OutcomeRule(definition, Period.ofMonths(loan.months()), 30);
            Cohort cohort = new CohortBuilder(reader, rule, END)
                    .build(
                            InMemoryClientSource.of(List.of(loan.dossier())),
                            List.of(AsOf.endOf(loan.granted(), PRAGUE)));
            Outcome outcome = cohort.members().get(0).outcome();
            counts.merge(outcome.kind(), 1, Integer::sum);
            assertThat(outcome.kind())
                    .isEqualTo(
                            switch (loan.status()) {
                                case "A" -> Outcome.Kind.GOOD;
                                case "B" -> Outcome.Kind.BAD;
                                default -> Outcome.Kind.EXCLUDED;
                            });
            vintages.add(loan.granted(), outcome.defaultDay().orElse(null), END.date());
        }
        assertThat(counts).isEqualTo(Map.of(Outcome.Kind.GOOD, 203, Outcome.Kind.BAD, 31, Outcome.Kind.EXCLUDED, 448));
        assertThat(vintages.months().stream().mapToLong(vintages::loans).sum()).isEqualTo(682);
        YearMonth first = YearMonth.of(1993, 7);
        assertThat(vintages.badRate(first, 65)).as("July 1993 to December 1998").isPresent();
        assertThat(vintages.badRate(first, 66)).isEmpty();
    }

    private static List<Loan> loans() {
        List<Loan> loans = new ArrayList<>();
        DelimitedFile.of(RealData.file("berka/loan.asc"))
                .withHeader(DelimitedFile.Header.YES)
                .withDelimiter(';')
                .withDays(DayFormat.of("yyMMdd", 1900))
                .forEach(row -> loans.add(loan(row)));
        return loans;
    }

    private static Loan loan(Row row) {
        return new Loan(
                row.text("account_id"),
                row.date("date"),
                Integer.parseInt(row.text("duration")),
                row.text("status"),
                Long.parseLong(row.text("amount")));
    }
}
