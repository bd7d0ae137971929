package io.lendcrm.core.json;

import io.lendcrm.core.credit.Covenant;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;

/**
 * Credit contracts as documents, each part under the name it has in the record; {@code rate} is a decimal a year in a
 * text, such as {@code "0.0435"}. Stateless and thread-safe.
 */
public final class FacilityDocuments {

    private FacilityDocuments() {}

    /**
     * Reads a contract.
     *
     * @param document what {@link #write} makes
     * @return the contract
     * @throws ModelFormatException if a part is missing, unknown or out of range
     */
    public static Facility read(Document.Tree document) {
        DocumentReader reader = DocumentReader.of(document, "$");
        DomainTreeReader in = new DomainTreeReader(reader);
        Facility facility = in.build(() -> new Facility(
                in.text("id"),
                in.client("borrower"),
                in.choice("type", Facility.Type.class),
                in.text("product"),
                in.money("limit"),
                in.rate("rate"),
                in.optional("rateType", name -> in.choice(name, Facility.RateType.class)),
                in.optional("purpose", in::text),
                in.day("signedOn"),
                in.day("maturity"),
                in.parts("plan", FacilityDocuments::instalment),
                in.parts("covenants", FacilityDocuments::covenant),
                in.instant("recordedAt")));
        reader.end();
        return facility;
    }

    /**
     * Writes a contract.
     *
     * @param facility the contract
     * @return its document
     */
    public static Document.Tree write(Facility facility) {
        return new DomainTreeWriter()
                .put("id", facility.id())
                .put("borrower", facility.borrower().value())
                .put("type", facility.type())
                .put("product", facility.product())
                .put("limit", facility.limit())
                .put("rate", facility.rate().perYear())
                .put("rateType", facility.rateType())
                .put("purpose", facility.purpose())
                .print("signedOn", facility.signedOn())
                .print("maturity", facility.maturity())
                .parts(
                        "plan",
                        facility.plan(),
                        (instalment, tree) -> tree.print("dueOn", instalment.dueOn())
                                .put("principal", instalment.principal())
                                .put("interest", instalment.interest()))
                .parts(
                        "covenants",
                        facility.covenants(),
                        (covenant, tree) -> tree.put("id", covenant.id())
                                .put("measure", covenant.measure())
                                .put("side", covenant.side())
                                .decimal("bound", covenant.bound())
                                .print("firstTest", covenant.firstTest())
                                .put("everyMonths", covenant.everyMonths()))
                .print("recordedAt", facility.recordedAt())
                .build();
    }

    private static Instalment instalment(DomainTreeReader in) {
        return in.build(() -> new Instalment(in.day("dueOn"), in.money("principal"), in.money("interest")));
    }

    private static Covenant covenant(DomainTreeReader in) {
        return in.build(() -> new Covenant(
                in.text("id"),
                in.text("measure"),
                in.choice("side", Covenant.Side.class),
                in.decimal("bound"),
                in.day("firstTest"),
                in.count("everyMonths")));
    }
}
