package io.lendcrm.core.history;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Collateral;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Guarantee;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import io.lendcrm.core.time.Versions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is known of one client, whenever it happened or became known. Nothing reads features from it; cut it
 * first. Immutable and thread-safe.
 *
 * @param id whose dossier
 * @param states every state of the client
 * @param interactions every interaction, each key once, given in any order; kept in order of day, time and key
 * @param statements every financial statement, restatements included
 * @param facilities every credit contract; changed terms are another record of the same contract, recorded later
 * @param reports every credit report
 * @param ratings every rating
 * @param collateral every valuation of what secures the client's debts, or belongs to the client and secures another's
 * @param guarantees every guarantee for the client's debts, or by the client for another's
 */
public record Dossier(
        ClientId id,
        Versions<Client> states,
        List<Interaction> interactions,
        List<FinancialStatement> statements,
        List<Facility> facilities,
        List<CreditReport> reports,
        List<Rating> ratings,
        List<Collateral> collateral,
        List<Guarantee> guarantees) {

    public Dossier {
        requireNonNull(id, "id");
        requireNonNull(states, "states");
        interactions = Chronology.inOrder(interactions);
        statements = List.copyOf(statements);
        facilities = List.copyOf(facilities);
        reports = List.copyOf(reports);
        ratings = List.copyOf(ratings);
        collateral = List.copyOf(collateral);
        guarantees = List.copyOf(guarantees);
        for (Version<Client> state : states.all()) {
            requireOwner(id, state.value().id(), "state");
        }
        Set<InteractionId> keys = new HashSet<>(interactions.size() * 2);
        for (Interaction interaction : interactions) {
            requireOwner(id, interaction.client(), "interaction");
            if (!keys.add(interaction.id())) {
                throw new IllegalArgumentException(
                        "interactions must have different ids, found " + interaction.id() + " twice");
            }
        }
        statements.forEach(s -> requireOwner(id, s.client(), "statement"));
        facilities.forEach(f -> requireOwner(id, f.borrower(), "facility"));
        reports.forEach(r -> requireOwner(id, r.client(), "credit report"));
        ratings.forEach(r -> requireOwner(id, r.client(), "rating"));
        collateral.forEach(c -> requireOwner(id, id.equals(c.owner()) ? id : c.borrower(), "collateral"));
        guarantees.forEach(g -> requireOwner(id, id.equals(g.guarantor()) ? id : g.borrower(), "guarantee"));
    }

    /**
     * A dossier that holds nothing but the client's states.
     *
     * @param id whose dossier
     * @param states every state of the client
     * @return the dossier
     */
    public static Dossier of(ClientId id, Versions<Client> states) {
        return new Dossier(id, states, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * The same dossier with these interactions.
     *
     * @param all every interaction, in any order
     * @return the dossier
     */
    public Dossier withInteractions(List<? extends Interaction> all) {
        return new Dossier(
                id, states, List.copyOf(all), statements, facilities, reports, ratings, collateral, guarantees);
    }

    /**
     * The same dossier with these statements.
     *
     * @param all every financial statement, restatements included
     * @return the dossier
     */
    public Dossier withStatements(List<FinancialStatement> all) {
        return new Dossier(id, states, interactions, all, facilities, reports, ratings, collateral, guarantees);
    }

    /**
     * The same dossier with these credit contracts.
     *
     * @param all every credit contract
     * @return the dossier
     */
    public Dossier withFacilities(List<Facility> all) {
        return new Dossier(id, states, interactions, statements, all, reports, ratings, collateral, guarantees);
    }

    /**
     * The same dossier with these credit reports.
     *
     * @param all every credit report
     * @return the dossier
     */
    public Dossier withReports(List<CreditReport> all) {
        return new Dossier(id, states, interactions, statements, facilities, all, ratings, collateral, guarantees);
    }

    /**
     * The same dossier with these ratings.
     *
     * @param all every rating
     * @return the dossier
     */
    public Dossier withRatings(List<Rating> all) {
        return new Dossier(id, states, interactions, statements, facilities, reports, all, collateral, guarantees);
    }

    /**
     * The same dossier with this collateral.
     *
     * @param all every valuation of it
     * @return the dossier
     */
    public Dossier withCollateral(List<Collateral> all) {
        return new Dossier(id, states, interactions, statements, facilities, reports, ratings, all, guarantees);
    }

    /**
     * The same dossier with these guarantees.
     *
     * @param all every guarantee
     * @return the dossier
     */
    public Dossier withGuarantees(List<Guarantee> all) {
        return new Dossier(id, states, interactions, statements, facilities, reports, ratings, collateral, all);
    }

    /**
     * What a point in time sees of it.
     *
     * @param asOf the point in time
     * @return the history, or empty if the client wasn't known yet
     */
    public Optional<ClientHistory> at(AsOf asOf) {
        return states.versionAt(asOf).map(state -> ClientHistory.cut(this, state, asOf));
    }

    private static void requireOwner(ClientId id, ClientId found, String what) {
        if (!id.equals(found)) {
            throw new IllegalArgumentException(what + " must belong to " + id + ", found " + found);
        }
    }
}
