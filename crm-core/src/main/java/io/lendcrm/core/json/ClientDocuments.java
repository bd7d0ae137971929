package io.lendcrm.core.json;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Industry;
import io.lendcrm.core.client.Label;
import io.lendcrm.core.client.ManagerAssignment;
import io.lendcrm.core.client.Organisation;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.client.Screening;
import io.lendcrm.core.client.SoleTrade;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.time.Version;
import java.util.List;

/**
 * States of clients as documents: {@code kind} ({@code individual}, {@code organisation}, {@code project-company}),
 * {@code id}, {@code since}, {@code screening}, {@code managers}, the two times of the state {@code validFrom} and
 * {@code recordedAt}, and the kind's own parts under the names they have in the record. What is left out is unknown.
 *
 * <p>Alternative data isn't stored this way: reading it asks a use gate, and a file has none. A state that has some is
 * refused rather than written without it. Stateless and thread-safe.
 */
public final class ClientDocuments {

    private ClientDocuments() {}

    /**
     * Reads a state.
     *
     * @param document what {@link #write} makes
     * @return the state with its two times
     * @throws ModelFormatException if a part is missing, unknown or out of range
     */
    public static Version<Client> read(Document.Tree document) {
        DocumentReader reader = DocumentReader.of(document, "$");
        DomainTreeReader in = new DomainTreeReader(reader);
        Client client = switch (in.choice("kind", Client.Kind.class)) {
            case INDIVIDUAL -> individual(in);
            case ORGANISATION -> organisation(in);
            case PROJECT_COMPANY -> ProjectCompanyDocument.read(in);
        };
        Version<Client> version = new Version<>(client, in.day("validFrom"), in.instant("recordedAt"));
        reader.end();
        return version;
    }

    /**
     * Writes a state.
     *
     * @param state the state with its two times
     * @return its document
     * @throws IllegalArgumentException if the client has alternative data
     */
    public static Document.Tree write(Version<Client> state) {
        Client client = requireNonNull(state, "state").value();
        if (!client.alternative().isEmpty()) {
            throw new IllegalArgumentException(
                    "alternative data must stay behind its gate, found some of " + client.id());
        }
        return ClientWriter.write(state);
    }

    static Relationship relationship(DomainTreeReader in) {
        Screening screening = in.has("screening") ? in.choice("screening", Screening.class) : Screening.NOT_SCREENED;
        List<ManagerAssignment> managers = in.parts(
                "managers",
                m -> m.build(
                        () -> new ManagerAssignment(m.text("manager"), m.day("from"), m.optional("until", m::day))));
        return new Relationship(in.day("since"), screening, managers);
    }

    static ClientId id(DomainTreeReader in) {
        return in.client("id");
    }

    static Industry industry(DomainTreeReader in) {
        return in.build(() -> new Industry(in.text("scheme"), in.text("code")));
    }

    private static Client individual(DomainTreeReader in) {
        return in.build(() -> new Individual(
                id(in),
                relationship(in),
                in.optional("name", in::text),
                in.optional("birthDate", in::day),
                in.optional("gender", in::text),
                in.optional("occupation", in::text),
                in.optional("householdSize", in::count),
                in.optional("yearlyIncome", in::money),
                in.optional("soleTrade", name -> in.part(name, ClientDocuments::soleTrade)),
                AlternativeData.none()));
    }

    private static SoleTrade soleTrade(DomainTreeReader in) {
        return in.build(() -> new SoleTrade(
                in.optional("tradeName", in::text),
                in.optional("registrationId", in::text),
                in.optional("startedOn", in::day),
                in.optional("industry", name -> in.part(name, ClientDocuments::industry)),
                in.optional("employees", in::count),
                in.optional("yearlyTurnover", in::money)));
    }

    private static Client organisation(DomainTreeReader in) {
        return in.build(() -> new Organisation(
                id(in),
                relationship(in),
                in.choice("type", Organisation.Type.class),
                in.optional("legalName", in::text),
                in.optional("registrationId", in::text),
                in.optional("foundedOn", in::day),
                in.optional("industry", name -> in.part(name, ClientDocuments::industry)),
                in.optional("employees", in::count),
                in.optional("ownership", name -> in.choice(name, Organisation.Ownership.class)),
                in.optional("listed", in::flag),
                in.optional("yearlyTurnover", in::money),
                in.optional("totalAssets", in::money),
                in.parts("labels", ClientDocuments::label),
                AlternativeData.none()));
    }

    private static Label label(DomainTreeReader in) {
        return in.build(() -> new Label(
                in.choice("kind", Label.Kind.class),
                in.text("evidence"),
                in.text("verifier"),
                in.day("validFrom"),
                in.optional("validUntil", in::day)));
    }
}
