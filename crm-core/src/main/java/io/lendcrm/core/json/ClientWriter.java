package io.lendcrm.core.json;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.client.SoleTrade;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.time.Version;
import org.jspecify.annotations.Nullable;

/** Writes states of clients as {@link ClientDocuments} reads them. */
final class ClientWriter {

    private ClientWriter() {}

    static Document.Tree write(Version<Client> state) {
        Client client = state.value();
        DomainTreeWriter out = new DomainTreeWriter()
                .put("kind", client.kind())
                .put("id", client.id().value())
                .print("since", client.relationship().since())
                .put("screening", client.screening())
                .parts(
                        "managers",
                        client.relationship().managers(),
                        (assignment, tree) -> tree.put("manager", assignment.manager())
                                .print("from", assignment.from())
                                .print("until", assignment.until()))
                .print("validFrom", state.validFrom())
                .print("recordedAt", state.recordedAt());
        switch (client.kind()) {
            case INDIVIDUAL -> individual((Individual) client, out);
            case ORGANISATION -> organisation((Organisation) client, out);
            case PROJECT_COMPANY -> ProjectCompanyDocument.write((ProjectCompany) client, out);
        }
        return out.build();
    }

    static void industry(@Nullable Industry industry, DomainTreeWriter out) {
        if (industry != null) {
            out.put(
                    "industry",
                    new DomainTreeWriter()
                            .put("scheme", industry.scheme())
                            .put("code", industry.code())
                            .build());
        }
    }

    private static void individual(Individual person, DomainTreeWriter out) {
        out.put("name", person.name())
                .print("birthDate", person.birthDate())
                .put("gender", person.gender())
                .put("occupation", person.occupation())
                .put("householdSize", person.householdSize())
                .put("yearlyIncome", person.yearlyIncome());
        SoleTrade trade = person.soleTrade();
        if (trade != null) {
            DomainTreeWriter tree = new DomainTreeWriter()
                    .put("tradeName", trade.tradeName())
                    .put("registrationId", trade.registrationId())
                    .print("startedOn", trade.startedOn());
            industry(trade.industry(), tree);
            tree.put("employees", trade.employees()).put("yearlyTurnover", trade.yearlyTurnover());
            out.put("soleTrade", tree.build());
        }
    }

    private static void organisation(Organisation firm, DomainTreeWriter out) {
        out.put("type", firm.type())
                .put("legalName", firm.legalName())
                .put("registrationId", firm.registrationId())
                .print("foundedOn", firm.foundedOn());
        industry(firm.industry(), out);
        out.put("employees", firm.employees())
                .put("ownership", firm.ownership())
                .put("listed", firm.listed())
                .put("yearlyTurnover", firm.yearlyTurnover())
                .put("totalAssets", firm.totalAssets())
                .parts(
                        "labels",
                        firm.labels(),
                        (label, tree) -> tree.put("kind", label.kind())
                                .put("evidence", label.evidence())
                                .put("verifier", label.verifier())
                                .print("validFrom", label.validFrom())
                                .print("validUntil", label.validUntil()));
    }
}
