package io.lendcrm.core.json;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.CashFlowPlan;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.ProjectCompany;
import java.time.LocalDate;

/** A project company's own parts. */
final class ProjectCompanyDocument {

    private ProjectCompanyDocument() {}

    static Client read(DomainTreeReader in) {
        return in.build(() -> new ProjectCompany(
                ClientDocuments.id(in),
                ClientDocuments.relationship(in),
                in.optional("legalName", in::text),
                in.values("sponsors", "must be clients' keys", ClientId::of),
                in.choice("phase", ProjectCompany.Phase.class),
                in.optional("industry", name -> in.part(name, ClientDocuments::industry)),
                in.parts("contracts", ProjectCompanyDocument::contract),
                in.optional("plan", name -> in.part(name, ProjectCompanyDocument::plan)),
                in.parts("reserves", ProjectCompanyDocument::reserve),
                in.values("covenantDates", "must be days such as 2024-02-29", LocalDate::parse)));
    }

    static void write(ProjectCompany company, DomainTreeWriter out) {
        out.put("legalName", company.legalName())
                .texts(
                        "sponsors",
                        company.sponsors().stream().map(ClientId::value).toList())
                .put("phase", company.phase());
        ClientWriter.industry(company.industry(), out);
        out.parts(
                "contracts",
                company.contracts(),
                (contract, tree) -> tree.put("subject", contract.subject())
                        .put("counterparty", contract.counterparty())
                        .print("from", contract.from())
                        .print("until", contract.until()));
        CashFlowPlan plan = company.plan();
        if (plan != null) {
            DomainTreeWriter tree = new DomainTreeWriter();
            tree.print("start", plan.start()).put("debt", plan.debt());
            tree.parts(
                    "periods",
                    plan.periods(),
                    (period, p) -> p.print("until", period.until())
                            .put("cashAvailable", period.cashAvailable())
                            .put("interest", period.interest())
                            .put("principal", period.principal()));
            out.put("plan", tree.build());
        }
        out.parts(
                "reserves",
                company.reserves(),
                (reserve, tree) -> tree.put("use", reserve.use())
                        .put("required", reserve.required())
                        .put("funded", reserve.funded()));
        out.texts("covenantDates", company.covenantDates());
    }

    private static ProjectCompany.Contract contract(DomainTreeReader in) {
        return in.build(() -> new ProjectCompany.Contract(
                in.choice("subject", ProjectCompany.Contract.Subject.class),
                in.text("counterparty"),
                in.day("from"),
                in.optional("until", in::day)));
    }

    private static CashFlowPlan plan(DomainTreeReader in) {
        return in.build(() -> new CashFlowPlan(
                in.day("start"), in.money("debt"), in.parts("periods", ProjectCompanyDocument::period)));
    }

    private static CashFlowPlan.Period period(DomainTreeReader in) {
        return in.build(() -> new CashFlowPlan.Period(
                in.day("until"), in.money("cashAvailable"), in.money("interest"), in.money("principal")));
    }

    private static ProjectCompany.Reserve reserve(DomainTreeReader in) {
        return in.build(() -> new ProjectCompany.Reserve(
                in.choice("use", ProjectCompany.Reserve.Use.class), in.money("required"), in.money("funded")));
    }
}
