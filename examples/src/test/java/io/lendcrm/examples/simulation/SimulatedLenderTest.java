package io.lendcrm.examples.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.ClientGroup;
import io.lendcrm.core.client.GroupExposure;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulated lender keeps the promises that its options make. */
class SimulatedLenderTest {

    private static final SimulatedLender LENDER =
            SimulatedLender.of(SimulationOptions.defaults().withClients(4_000));
    private static List<SimulatedClient> book;

    @BeforeAll
    static void simulate() {
        book = LENDER.clients().toList();
    }

    @Test
    void aClientIsTheSameWhoeverAsksAndHoweverBigTheBook() {
        SimulatedLender bigger = SimulatedLender.of(LENDER.options().withClients(5_000));
        assertThat(bigger.client(1_234)).isEqualTo(book.get(1_234));
        assertThat(LENDER.client(7)).isEqualTo(book.get(7));
        assertThat(SimulatedLender.of(LENDER.options().withSeed(8)).client(7)).isNotEqualTo(book.get(7));
    }

    @Test
    void aScanAndAFindShowTheSameHistory() {
        ClientId id = book.get(42).truth().client();
        List<ClientHistory> scanned = new ArrayList<>();
        LENDER.scan(id::equals, LENDER.end(), scanned::add);
        ClientHistory found = LENDER.find(id, LENDER.end()).orElseThrow();
        assertThat(scanned).hasSize(1);
        assertThat(scanned.get(0).interactions()).isEqualTo(found.interactions());
        assertThat(LENDER.find(ClientId.of("nobody"), LENDER.end())).isEmpty();
    }

    @Test
    void archetypesHaveTheirSharesOfTheBook() {
        Map<Archetype, Integer> counts = new EnumMap<>(Archetype.class);
        book.forEach(c -> counts.merge(c.truth().archetype(), 1, Integer::sum));
        for (Archetype archetype : Archetype.values()) {
            double expected = archetype.share() * book.size();
            assertThat(counts.getOrDefault(archetype, 0)).as(archetype.name()).isCloseTo((int) expected, within((int)
                    (4 * Math.sqrt(expected))));
        }
    }

    @Test
    void riskierClientsDefaultMoreOften() {
        List<SimulatedClient> borrowers = book.stream()
                .filter(c -> !c.dossier().facilities().isEmpty())
                .sorted(Comparator.comparingDouble(c -> c.truth().annualPd()))
                .toList();
        int third = borrowers.size() / 3;
        double safe = defaultRate(borrowers.subList(0, third));
        double risky = defaultRate(borrowers.subList(2 * third, borrowers.size()));
        assertThat(risky).isGreaterThan(2.5 * safe);
    }

    @Test
    void aShareOfDefaultsComesWithoutWarningAndTheOthersAtMostAYearAhead() {
        List<Truth> defaulted = book.stream()
                .map(SimulatedClient::truth)
                .filter(t -> t.defaulted().isPresent())
                .toList();
        long unwarned = defaulted.stream().filter(t -> t.distressed().isEmpty()).count();
        double share = (double) unwarned / defaulted.size();
        double error = Math.sqrt(0.3 * 0.7 / defaulted.size());
        assertThat(defaulted.size()).isGreaterThan(60);
        // Warned defaults that the end of the simulation or a last instalment forestalls raise the share a little.
        assertThat(share).isBetween(0.3 - 3 * error, 0.42 + 3 * error);
        for (Truth truth : defaulted) {
            truth.distressed()
                    .ifPresent(from -> assertThat(ChronoUnit.MONTHS.between(from, truth.defaultedOn()))
                            .isBetween(0L, 12L));
        }
    }

    @Test
    void distressShowsInLatePaymentsBeforeTheDefault() {
        double distressed = 0;
        double calm = 0;
        int distressedPayments = 0;
        int calmPayments = 0;
        for (SimulatedClient client : book) {
            for (Interaction i : client.dossier().interactions()) {
                if (i instanceof Repayment r && !r.paid().isZero()) {
                    long delay = Math.max(0, ChronoUnit.DAYS.between(r.dueOn(), r.occurredOn()));
                    boolean warned = client.truth().distressed().isPresent()
                            && r.dueOn()
                                    .isAfter(client.truth()
                                            .distressed()
                                            .orElseThrow()
                                            .plusMonths(3));
                    if (warned) {
                        distressed += delay;
                        distressedPayments++;
                    } else {
                        calm += delay;
                        calmPayments++;
                    }
                }
            }
        }
        assertThat(distressedPayments).isPositive();
        assertThat(distressed / distressedPayments).isGreaterThan(4 * calm / calmPayments);
    }

    @Test
    void aSimulationThatEndsWithinAMonthReachesItsLastDay() {
        LocalDate until = LocalDate.of(2025, 12, 15);
        SimulationOptions d = SimulationOptions.defaults();
        SimulatedLender lender = SimulatedLender.of(new SimulationOptions(
                200,
                7,
                until,
                2,
                d.lateShare(),
                d.restatementShare(),
                d.unwarnedShare(),
                d.signalNoise(),
                d.distressPersistence(),
                d.groupShare(),
                d.foreignShare(),
                d.pdScale(),
                d.churnScale()));
        List<LocalDate> days = lender.clients()
                .flatMap(c -> c.dossier().interactions().stream())
                .map(Interaction::occurredOn)
                .toList();
        assertThat(days).allMatch(day -> !day.isAfter(until));
        assertThat(days).anyMatch(day -> day.isAfter(until.minusDays(3)));
    }

    @Test
    void lateEntriesAndRestatementsAreThere() {
        long all = 0;
        long late = 0;
        long statements = 0;
        long restated = 0;
        for (SimulatedClient client : book) {
            for (Interaction i : client.dossier().interactions()) {
                all++;
                if (i.recordedAt().isAfter(AsOf.recordedOn(i.occurredOn(), ZoneOffset.UTC))) {
                    late++;
                }
            }
            Set<LocalDate> years = new HashSet<>();
            for (var s : client.dossier().statements()) {
                statements++;
                if (!years.add(s.until())) {
                    restated++;
                }
            }
        }
        assertThat((double) late / all).isCloseTo(0.02, within(0.003));
        assertThat((double) restated / (statements - restated)).isCloseTo(0.05, within(0.015));
    }

    @Test
    void loanApplicationsMoveLegally() {
        for (SimulatedClient client : book) {
            Map<String, ApplicationState> last = new HashMap<>();
            client.dossier().interactions().stream()
                    .filter(LoanApplication.class::isInstance)
                    .map(LoanApplication.class::cast)
                    .sorted(Comparator.comparing(Interaction::occurredOn).thenComparing(Interaction::id))
                    .forEach(step -> {
                        ApplicationState before = last.put(step.application(), step.state());
                        assertThat(before == null || before.canMoveTo(step.state()))
                                .as("%s to %s", before, step.state())
                                .isTrue();
                    });
        }
    }

    @Test
    void groupsOfFirmsHaveOneParentEachAndTheirExposureIsCountedOnce() {
        SimulatedLender lender = SimulatedLender.of(LENDER.options().withClients(400));
        ClientGroup groups = lender.groups().at(lender.end());
        assertThat(groups.stakes()).isNotEmpty();
        for (ClientGroup.Stake stake : groups.stakes()) {
            Truth owned = lender.client(number(stake.owned())).truth();
            Truth owner = lender.client(number(stake.owner())).truth();
            assertThat(owned.group()).isEqualTo(owner.group()).isNotNegative();
            assertThat(groups.ultimateParent(stake.owned())).isEqualTo(stake.owner());
        }
        ClientId member = groups.stakes().get(0).owned();
        Map<ClientId, List<Money>> owed = new HashMap<>();
        groups.members(member)
                .forEach(id -> owed.put(
                        id,
                        lender.client(number(id)).dossier().facilities().stream()
                                .map(Facility::limit)
                                .toList()));
        assertThat(groups.exposure(member, owed, SimulatedRates.HOME, lender.rates(), lender.end()))
                .isInstanceOf(GroupExposure.Total.class);
    }

    @Test
    void severalCurrenciesAndTheirRatesAreThere() {
        Set<String> currencies = new HashSet<>();
        book.forEach(c -> c.dossier()
                .facilities()
                .forEach(f -> currencies.add(f.limit().currency().getCurrencyCode())));
        assertThat(currencies).contains("EUR", "USD", "CNY", "JPY");
        var rates = LENDER.rates();
        var usd = java.util.Currency.getInstance("USD");
        double there =
                rates.rate(SimulatedRates.HOME, usd, LENDER.end()).orElseThrow().doubleValue();
        double back =
                rates.rate(usd, SimulatedRates.HOME, LENDER.end()).orElseThrow().doubleValue();
        assertThat(there * back).isCloseTo(1, within(1e-12));
    }

    private static int number(ClientId id) {
        return Integer.parseInt(id.value().substring(1));
    }

    private static double defaultRate(List<SimulatedClient> clients) {
        return (double) clients.stream()
                        .filter(c -> c.truth().defaulted().isPresent())
                        .count()
                / clients.size();
    }
}
