package io.lendcrm.examples.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import io.lendcrm.scoring.value.profit.ExposurePath;
import io.lendcrm.scoring.value.profit.LendingValue;
import io.lendcrm.scoring.value.profit.LendingValuer;
import io.lendcrm.scoring.value.profit.ValuePart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a book's contracts are worth and how long they last, on loans of one client at a time. */
class ContractBookTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LendingAssumptions ASSUMPTIONS = LendingAssumptions.defaults();
    private static final LocalDate DAY = LocalDate.of(2024, 12, 31);
    private static final ClientId ANN = ClientId.of("ann");

    @Test
    void aLoanThatFollowsWithinTheBreakGoesOnWithTheSpell() {
        ClientContracts contracts =
                seen(loan("1", "2020-03-01", 12), loan("2", "2021-05-15", 12), loan("3", "2023-01-01", 12));
        assertThat(contracts.spells()).hasSize(2);
        assertThat(contracts.spells().get(0).years()).isCloseTo(2 + 2.46 / 12, within(0.01));
        assertThat(contracts.spells()).allMatch(Spell::ended);
        assertThat(contracts.spells().get(1)).isEqualTo(new Spell(1, true));
    }

    @Test
    void whatEndedTooLatelyForABreakToShowIsStillGoingOn() {
        ClientContracts contracts = seen(loan("1", "2023-11-30", 12));
        assertThat(contracts.spells()).hasSize(1);
        assertThat(contracts.spells().get(0).ended()).isFalse();
        assertThat(contracts.spells().get(0).years()).isBetween(0.8, 0.85);
    }

    @Test
    void theProbabilityOfDefaultIsThatOfTheYearsWatched() {
        ContractBook book = ContractBook.of(ASSUMPTIONS);
        book.add(seen(loan("1", "2022-01-01", 36)));
        assertThat(book.probabilityOfDefault(true)).hasValue(0.0005);
        assertThat(book.probabilityOfDefault(false)).isEmpty();
        Facility late = loan("2", "2024-01-01", 36);
        ClientContracts defaulted = ClientContracts.of(history(List.of(late), paid(late, 5)), DAY, ASSUMPTIONS);
        assertThat(defaulted.defaults()).isEqualTo(1);
        // Due on 1 July and unpaid, so in default on 29 September.
        assertThat(defaulted.years()).isCloseTo(272 / 365.0, within(0.005));
        book.add(defaulted);
        double years = 3 - 1 / 365.0 + defaulted.years();
        assertThat(book.probabilityOfDefault(true).orElseThrow()).isCloseTo(-Math.expm1(-1 / years), within(1e-3));
    }

    @Test
    void theWorthIsTheSumOfTheLoansConverted() {
        ContractBook book = ContractBook.of(ASSUMPTIONS);
        Facility loan = loan("1", "2024-01-01", 36);
        book.add(seen(loan));
        ContractBook.Worth worth = book.worth(currency -> Optional.of(2.0)).orElseThrow();
        ExposurePath path = ExposurePath.from(loan, DAY).orElseThrow();
        OpenContract open = new OpenContract(Client.Kind.INDIVIDUAL, EUR, path, false);
        LendingValue one = LendingValuer.of(ASSUMPTIONS.terms()).value(path, open.risk(0.0005, ASSUMPTIONS));
        double sum = worth.parts().values().stream().mapToDouble(v -> v).sum();
        assertThat(sum).isCloseTo(2 * one.npv(), within(1e-9));
        assertThat(worth.parts().get(ValuePart.INTEREST_INCOME)).isEqualTo(2 * one.part(ValuePart.INTEREST_INCOME));
        assertThat(worth.exposure()).isCloseTo(2 * 2_500, within(1e-9));
        assertThat(book.worth(currency -> Optional.empty())).isEmpty();
    }

    @Test
    void aLoanOfWhichNoRepaymentIsToldHasATenureButNoWorth() {
        ContractBook book = ContractBook.of(ASSUMPTIONS);
        book.add(ClientContracts.of(history(List.of(loan("1", "2022-01-01", 48)), List.of()), DAY, ASSUMPTIONS));
        assertThat(book.spells().get(Client.Kind.INDIVIDUAL)).hasSize(1);
        assertThat(book.worth(currency -> Optional.of(1.0))).isEmpty();
    }

    private static ClientContracts seen(Facility... loans) {
        List<Interaction> paid = new ArrayList<>();
        for (Facility loan : loans) {
            paid.addAll(paid(loan, loan.plan().size()));
        }
        return ClientContracts.of(history(List.of(loans), paid), DAY, ASSUMPTIONS);
    }

    /** All instalments on their days, as far as these have come. */
    private static List<Interaction> paid(Facility loan, int number) {
        List<Interaction> paid = new ArrayList<>();
        for (Instalment due : loan.plan().subList(0, number)) {
            if (!due.dueOn().isAfter(DAY)) {
                Header header = new Header(
                        InteractionId.of(loan.id() + "-" + due.dueOn()),
                        ANN,
                        due.dueOn(),
                        null,
                        AsOf.recordedOn(due.dueOn(), ZoneOffset.UTC),
                        Channel.SYSTEM,
                        SourceId.of("core"));
                paid.add(Repayment.of(header, loan.id(), due.dueOn(), due.total(), due.total()));
            }
        }
        return paid;
    }

    private static ClientHistory history(List<Facility> loans, List<Interaction> paid) {
        LocalDate first = LocalDate.of(2020, 1, 1);
        Client ann = Individual.builder()
                .id(ANN)
                .relationship(Relationship.since(first))
                .build();
        return Dossier.of(ANN, Versions.of(ann, first, AsOf.recordedOn(first, ZoneOffset.UTC)))
                .withFacilities(loans)
                .withInteractions(paid)
                .at(AsOf.endOf(DAY, ZoneOffset.UTC))
                .orElseThrow();
    }

    /** 100 of principal and 5 of interest a month. */
    private static Facility loan(String id, String signed, int months) {
        LocalDate signedOn = LocalDate.parse(signed);
        List<Instalment> plan = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            plan.add(new Instalment(
                    signedOn.plusMonths(month), Money.of(new BigDecimal(100), EUR), Money.of(new BigDecimal(5), EUR)));
        }
        return Facility.builder()
                .id("loan-" + id)
                .borrower(ANN)
                .type(Facility.Type.TERM_LOAN)
                .product("loan")
                .limit(Money.of(new BigDecimal(100L * months), EUR))
                .rate(new Rate(new BigDecimal("0.05")))
                .signedOn(signedOn)
                .maturity(signedOn.plusMonths(months))
                .plan(plan)
                .recordedAt(AsOf.recordedOn(signedOn, ZoneOffset.UTC))
                .build();
    }
}
