package io.lendcrm.core.portrait;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.ManagerAssignment;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.time.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The facts of a client's record that the gate grants, field by field. Not thread-safe; confine to one thread. */
final class RecordFacts {

    private static final SourceId RECORD = SourceId.of("client-record");

    private final Version<Client> state;
    private final GateVisit gate;
    private final List<Fact> facts = new ArrayList<>();

    private RecordFacts(Version<Client> state, GateVisit gate) {
        this.state = state;
        this.gate = gate;
    }

    static List<Fact> of(Version<Client> state, LocalDate today, GateVisit gate) {
        RecordFacts facts = new RecordFacts(state, gate);
        Client client = state.value();
        facts.add("relationship.since", client.relationship().since(), DataClass.ORDINARY);
        facts.add(
                "relationship.managers",
                String.join(
                        ", ",
                        client.relationship().managersOn(today).stream()
                                .map(ManagerAssignment::manager)
                                .toList()),
                DataClass.IDENTIFIER);
        switch (client.kind()) {
            case INDIVIDUAL -> facts.person((Individual) client);
            case ORGANISATION -> facts.firm((Organisation) client);
            case PROJECT_COMPANY -> facts.project((ProjectCompany) client);
        }
        return facts.facts;
    }

    private void person(Individual person) {
        add("individual.name", person.name(), DataClass.IDENTIFIER);
        add("individual.birthDate", person.birthDate(), DataClass.SENSITIVE);
        add("individual.gender", person.gender(), DataClass.SENSITIVE);
        add("individual.occupation", person.occupation(), DataClass.SENSITIVE);
        add("individual.householdSize", person.householdSize(), DataClass.SENSITIVE);
        add("individual.yearlyIncome", person.yearlyIncome(), DataClass.SENSITIVE);
        if (person.soleTrade() != null) {
            add("soleTrade.tradeName", person.soleTrade().tradeName(), DataClass.IDENTIFIER);
            add("soleTrade.industry", person.soleTrade().industry(), DataClass.ORDINARY);
        }
    }

    private void firm(Organisation firm) {
        add("organisation.legalName", firm.legalName(), DataClass.IDENTIFIER);
        add("organisation.registrationId", firm.registrationId(), DataClass.IDENTIFIER);
        add("organisation.type", firm.type(), DataClass.ORDINARY);
        add("organisation.foundedOn", firm.foundedOn(), DataClass.ORDINARY);
        add("organisation.industry", firm.industry(), DataClass.ORDINARY);
        add("organisation.employees", firm.employees(), DataClass.ORDINARY);
        add("organisation.ownership", firm.ownership(), DataClass.ORDINARY);
        add("organisation.listed", firm.listed(), DataClass.ORDINARY);
        add("organisation.yearlyTurnover", firm.yearlyTurnover(), DataClass.ORDINARY);
        add("organisation.totalAssets", firm.totalAssets(), DataClass.ORDINARY);
    }

    private void project(ProjectCompany project) {
        add("projectCompany.legalName", project.legalName(), DataClass.IDENTIFIER);
        add("projectCompany.phase", project.phase(), DataClass.ORDINARY);
        add("projectCompany.industry", project.industry(), DataClass.ORDINARY);
    }

    /** Asks the gate only for what is there. */
    private void add(String field, @Nullable Object value, DataClass dataClass) {
        if (value == null || value.equals("") || !gate.grants(FieldSet.of(field))) {
            return;
        }
        String unit = value instanceof Money money ? money.currency().getCurrencyCode() : "";
        facts.add(new Fact(field, text(value), unit, dataClass, RECORD, state.validFrom(), state.recordedAt()));
    }

    private static String text(Object value) {
        if (value instanceof Money money) {
            return money.amount().toPlainString();
        }
        if (value instanceof Industry industry) {
            return industry.scheme() + " " + industry.code();
        }
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }
}
