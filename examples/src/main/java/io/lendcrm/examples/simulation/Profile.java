package io.lendcrm.examples.simulation;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.CashFlowPlan;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.Label;
import io.lendcrm.core.client.ManagerAssignment;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.client.SoleTrade;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import io.lendcrm.core.time.Versions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The attributes of one client, and how they changed. */
final class Profile {

    /** NACE Rev. 2 classes by planted segment. */
    private static final Map<Archetype, List<String>> NACE = Map.of(
            Archetype.SOLE_TRADER, List.of("47.11", "56.10", "43.21", "96.02"),
            Archetype.MICRO_FIRM, List.of("47.71", "56.10", "49.41", "43.34"),
            Archetype.GROWTH_TECH, List.of("62.01", "26.11", "72.19"),
            Archetype.MANUFACTURER, List.of("25.62", "28.22", "10.89", "46.69"),
            Archetype.CORPORATE, List.of("35.11", "24.10", "29.10", "61.10"),
            Archetype.PROJECT, List.of("35.11", "42.11", "38.21"));

    private Profile() {}

    static Versions<Client> drawn(Nature nature, SimulationOptions options, Draw draw) {
        Relationship relationship = relationship(nature, draw);
        Client first = switch (nature.archetype().kind()) {
            case INDIVIDUAL -> individual(nature, relationship, draw);
            case ORGANISATION -> organisation(nature, relationship, draw);
            case PROJECT_COMPANY -> project(nature, relationship, options, draw);
        };
        List<Version<Client>> versions = new ArrayList<>();
        versions.add(version(first, nature.joinedOn(), 0));
        LocalDate change = nature.joinedOn().plusDays(draw.between(400, 1_500));
        if (draw.chance(0.3) && change.isBefore(options.until())) {
            versions.add(version(grown(first, draw), change, draw.between(0, 60)));
        }
        return new Versions<>(versions);
    }

    private static Version<Client> version(Client client, LocalDate from, int daysLate) {
        return new Version<>(client, from, AsOf.recordedOn(from.plusDays(daysLate), ZoneOffset.UTC));
    }

    private static Relationship relationship(Nature nature, Draw draw) {
        double hit = draw.uniform();
        Screening screening = hit < 0.001 ? Screening.HIT : hit < 0.004 ? Screening.UNDER_REVIEW : Screening.CLEAR;
        List<ManagerAssignment> managers = nature.isFirm() || nature.archetype() == Archetype.AFFLUENT
                ? List.of(new ManagerAssignment("RM" + draw.between(1, 60), nature.joinedOn(), null))
                : List.of();
        return new Relationship(nature.joinedOn(), screening, managers);
    }

    private static Individual individual(Nature nature, Relationship relationship, Draw draw) {
        Individual.Builder person = Individual.builder()
                .id(nature.id())
                .relationship(relationship)
                .birthDate(nature.joinedOn().minusDays(draw.between(20 * 365, 62 * 365)))
                .householdSize(draw.between(1, 5))
                .yearlyIncome(nature.money(nature.size()));
        if (draw.chance(0.9)) {
            person.occupation(nature.archetype() == Archetype.SOLE_TRADER ? "self-employed" : "employee");
        }
        if (nature.archetype() == Archetype.SOLE_TRADER) {
            person.soleTrade(new SoleTrade(
                    null,
                    null,
                    nature.joinedOn().minusDays(draw.between(200, 6_000)),
                    industry(nature, draw),
                    draw.between(0, 4),
                    nature.money(nature.size() * 1.8)));
        }
        return person.build();
    }

    private static Organisation organisation(Nature nature, Relationship relationship, Draw draw) {
        int employees = (int) Math.max(1, nature.size() / SimulatedRates.start(nature.currency()) / 160_000);
        return Organisation.builder()
                .id(nature.id())
                .relationship(relationship)
                .type(Organisation.Type.ENTERPRISE)
                .legalName("Firm " + nature.number())
                .registrationId("R" + (100_000 + nature.number()))
                .foundedOn(nature.joinedOn().minusDays(draw.between(300, 9_000)))
                .industry(industry(nature, draw))
                .employees(employees)
                .ownership(draw.chance(0.85) ? Organisation.Ownership.PRIVATE : Organisation.Ownership.STATE)
                .listed(nature.archetype() == Archetype.CORPORATE && draw.chance(0.4))
                .yearlyTurnover(nature.money(nature.size()))
                .totalAssets(nature.money(nature.size() * 0.8))
                .labels(labels(nature, draw))
                .build();
    }

    private static List<Label> labels(Nature nature, Draw draw) {
        LocalDate from = nature.joinedOn();
        LocalDate until = from.plusYears(3L + draw.below(6));
        List<Label> labels = new ArrayList<>();
        if (nature.archetype() == Archetype.GROWTH_TECH && draw.chance(0.8)) {
            labels.add(new Label(Label.Kind.TECHNOLOGY, "certificate T" + nature.number(), "ministry", from, until));
        }
        if (draw.chance(nature.archetype() == Archetype.PROJECT ? 0.6 : 0.06)) {
            labels.add(new Label(Label.Kind.GREEN, "audit G" + nature.number(), "auditor", from, until));
        }
        if (nature.archetype() == Archetype.MICRO_FIRM && draw.chance(0.5)) {
            labels.add(new Label(Label.Kind.INCLUSIVE, "register I" + nature.number(), "lender", from, null));
        }
        return labels;
    }

    private static ProjectCompany project(
            Nature nature, Relationship relationship, SimulationOptions options, Draw draw) {
        // A sponsor is a neighbour in the book; the first client has none before it.
        List<ClientId> sponsors = nature.number() > 0
                ? List.of(ClientId.of(String.format(java.util.Locale.ROOT, "C%07d", nature.number() - 1)))
                : List.of();
        boolean running = nature.joinedOn().isBefore(options.until().minusYears(2));
        return ProjectCompany.builder()
                .id(nature.id())
                .relationship(relationship)
                .legalName("Project " + nature.number())
                .sponsors(sponsors)
                .phase(running ? ProjectCompany.Phase.OPERATION : ProjectCompany.Phase.CONSTRUCTION)
                .industry(industry(nature, draw))
                .plan(plan(nature, draw))
                .covenantDates(List.of(
                        nature.joinedOn().plusYears(1), nature.joinedOn().plusYears(2)))
                .build();
    }

    private static CashFlowPlan plan(Nature nature, Draw draw) {
        int years = 10;
        Money debt = nature.money(nature.size() * 0.6);
        Money principal = new Money(debt.minorUnits() / years, debt.currency());
        List<CashFlowPlan.Period> periods = new ArrayList<>();
        long owed = principal.minorUnits() * years;
        for (int y = 1; y <= years; y++) {
            Money interest = new Money(Math.round(owed * 0.05), debt.currency());
            double cover = 1.25 + 0.3 * draw.uniform();
            Money cash =
                    new Money(Math.round((principal.minorUnits() + interest.minorUnits()) * cover), debt.currency());
            periods.add(new CashFlowPlan.Period(nature.joinedOn().plusYears(y), cash, interest, principal));
            owed -= principal.minorUnits();
        }
        return new CashFlowPlan(nature.joinedOn(), new Money(principal.minorUnits() * years, debt.currency()), periods);
    }

    private static Industry industry(Nature nature, Draw draw) {
        List<String> codes = NACE.getOrDefault(nature.archetype(), List.of("96.09"));
        return new Industry("NACE", codes.get(draw.below(codes.size())));
    }

    /** Income, turnover and staff move; who the client is doesn't. */
    private static Client grown(Client client, Draw draw) {
        java.math.BigDecimal factor = java.math.BigDecimal.valueOf(Math.max(0.3, 1.1 + 0.25 * draw.normal()));
        if (client instanceof Individual person && person.yearlyIncome() != null) {
            return Individual.builder()
                    .id(person.id())
                    .relationship(person.relationship())
                    .birthDate(person.birthDate())
                    .householdSize(person.householdSize())
                    .occupation(person.occupation())
                    .soleTrade(person.soleTrade())
                    .yearlyIncome(person.yearlyIncome().times(factor, java.math.RoundingMode.HALF_EVEN))
                    .build();
        }
        if (client instanceof Organisation firm && firm.yearlyTurnover() != null && firm.employees() != null) {
            return Organisation.builder()
                    .id(firm.id())
                    .relationship(firm.relationship())
                    .type(firm.type())
                    .legalName(firm.legalName())
                    .registrationId(firm.registrationId())
                    .foundedOn(firm.foundedOn())
                    .industry(firm.industry())
                    .ownership(firm.ownership())
                    .listed(firm.listed())
                    .labels(firm.labels())
                    .totalAssets(firm.totalAssets())
                    .yearlyTurnover(firm.yearlyTurnover().times(factor, java.math.RoundingMode.HALF_EVEN))
                    .employees((int) Math.max(1, Math.rint(firm.employees() * factor.doubleValue())))
                    .build();
        }
        return client;
    }
}
