package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import io.lendcrm.core.time.Versions;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of one client, whenever it happened or became known. Nothing reads features from it; cut it
 * first. Immutable and thread-safe.
 *
 * @param id whose dossier
 * @param states every state of the client
 * @param interactions every interaction
 * @param statements every financial statement, restatements included
 * @param facilities every credit contract
 */
public record Dossier(
        ClientId id,
        Versions<Client> states,
        List<Interaction> interactions,
        List<FinancialStatement> statements,
        List<Facility> facilities) {

    public Dossier {
        requireNonNull(id, "id");
        requireNonNull(states, "states");
        interactions = List.copyOf(interactions);
        statements = List.copyOf(statements);
        facilities = List.copyOf(facilities);
        for (Version<Client> state : states.all()) {
            requireOwner(id, state.value().id(), "state");
        }
        interactions.forEach(i -> requireOwner(id, i.client(), "interaction"));
        statements.forEach(s -> requireOwner(id, s.client(), "statement"));
        facilities.forEach(f -> requireOwner(id, f.borrower(), "facility"));
    }

    /**
     * A dossier that holds nothing but the client's states.
     *
     * @param id whose dossier
     * @param states every state of the client
     * @return the dossier
     */
    public static Dossier of(ClientId id, Versions<Client> states) {
        return new Dossier(id, states, List.of(), List.of(), List.of());
    }

    /**
     * The same dossier with these interactions.
     *
     * @param all every interaction, in any order
     * @return the dossier
     */
    public Dossier withInteractions(List<Interaction> all) {
        return new Dossier(id, states, all, statements, facilities);
    }

    /**
     * The same dossier with these statements.
     *
     * @param all every financial statement, restatements included
     * @return the dossier
     */
    public Dossier withStatements(List<FinancialStatement> all) {
        return new Dossier(id, states, interactions, all, facilities);
    }

    /**
     * The same dossier with these credit contracts.
     *
     * @param all every credit contract
     * @return the dossier
     */
    public Dossier withFacilities(List<Facility> all) {
        return new Dossier(id, states, interactions, statements, all);
    }

    /**
     * What a point in time sees of it.
     *
     * @param asOf the point in time
     * @return the history, or empty if the client wasn't known yet
     */
    public Optional<ClientHistory> at(AsOf asOf) {
        return states.at(asOf).map(client -> ClientHistory.cut(this, client, asOf));
    }

    private static void requireOwner(ClientId id, ClientId found, String what) {
        if (!id.equals(found)) {
            throw new IllegalArgumentException(what + " must belong to " + id + ", found " + found);
        }
    }
}
