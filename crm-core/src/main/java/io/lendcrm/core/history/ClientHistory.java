package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Collateral;
import io.lendcrm.core.credit.CreditReport;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Guarantee;
import io.lendcrm.core.credit.Rating;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of one client from a point in time; it holds nothing else. Made by {@link Dossier#at}. Immutable and
 * thread-safe.
 */
public final class ClientHistory {

    private final AsOf asOf;
    private final Version<Client> state;
    private final List<Interaction> interactions;
    private final List<FinancialStatement> statements;
    private final List<Facility> facilities;
    private final List<CreditReport> reports;
    private final List<Rating> ratings;
    private final List<Collateral> collateral;
    private final List<Guarantee> guarantees;

    private ClientHistory(Dossier dossier, Version<Client> state, AsOf asOf) {
        this.asOf = asOf;
        this.state = state;
        interactions = Chronology.seen(dossier.interactions(), asOf);
        statements = LastRecorded.statements(dossier.statements(), asOf);
        facilities = LastRecorded.facilities(dossier.facilities(), asOf);
        reports = LastRecorded.reports(dossier.reports(), asOf);
        ratings = LastRecorded.ratings(dossier.ratings(), asOf);
        collateral = LastRecorded.collateral(dossier.collateral(), asOf);
        guarantees = LastRecorded.guarantees(dossier.guarantees(), asOf);
    }

    static ClientHistory cut(Dossier dossier, Version<Client> state, AsOf asOf) {
        return new ClientHistory(dossier, state, asOf);
    }

    /** {@return the point in time it is seen from} */
    public AsOf asOf() {
        return asOf;
    }

    /** {@return whose history} */
    public ClientId id() {
        return client().id();
    }

    /** {@return the client's state} */
    public Client client() {
        return state.value();
    }

    /** {@return the client's state with the day from which it holds and when it was recorded} */
    public Version<Client> clientState() {
        return state;
    }

    /** {@return the interactions in order of day, time and key} */
    public List<Interaction> interactions() {
        return interactions;
    }

    /**
     * The interactions of one type.
     *
     * @param <I> the type
     * @param type its class
     * @return them in order of day, time and key
     */
    public <I extends Interaction> List<I> interactions(Class<I> type) {
        List<I> found = new ArrayList<>();
        for (Interaction interaction : interactions) {
            if (type.isInstance(interaction)) {
                found.add(type.cast(interaction));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** {@return for each period and basis the statement filed last, in order of the period's end} */
    public List<FinancialStatement> statements() {
        return statements;
    }

    /** {@return each credit contract with the terms recorded last, future dates included, in order of signing} */
    public List<Facility> facilities() {
        return facilities;
    }

    /** {@return for each source and day the credit report recorded last, in order of their days} */
    public List<CreditReport> reports() {
        return reports;
    }

    /** {@return for each source, scale, kind and day the rating recorded last, in order of their days} */
    public List<Rating> ratings() {
        return ratings;
    }

    /** {@return each piece of collateral with its last valuation, in order of their keys} */
    public List<Collateral> collateral() {
        return collateral;
    }

    /** {@return each guarantee for or by the client that had begun, with the terms recorded last, in order of beginning} */
    public List<Guarantee> guarantees() {
        return guarantees;
    }

    /** {@return the client's fingerprint, the date and how much there is} */
    @Override
    public String toString() {
        return "ClientHistory[" + id() + " at " + asOf.date() + ", " + interactions.size() + " interactions]";
    }

    /** Equal if the same is seen of the same client from the same point in time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientHistory that
                && asOf.equals(that.asOf)
                && state.equals(that.state)
                && interactions.equals(that.interactions)
                && statements.equals(that.statements)
                && facilities.equals(that.facilities)
                && reports.equals(that.reports)
                && ratings.equals(that.ratings)
                && collateral.equals(that.collateral)
                && guarantees.equals(that.guarantees);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                asOf, state, interactions, statements, facilities, reports, ratings, collateral, guarantees);
    }
}
