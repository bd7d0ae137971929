package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be seen of one client from a point in time; it holds nothing else. Made by {@link Dossier#at}. Immutable and
 * thread-safe.
 */
public final class ClientHistory {

    private static final Comparator<Interaction> IN_ORDER = Comparator.comparing(Interaction::occurredOn)
            .thenComparing(i -> i.header().time().orElse(java.time.LocalTime.MIN))
            .thenComparing(Interaction::id);

    private final AsOf asOf;
    private final Client client;
    private final List<Interaction> interactions;
    private final List<FinancialStatement> statements;
    private final List<Facility> facilities;

    private ClientHistory(
            AsOf asOf,
            Client client,
            List<Interaction> interactions,
            List<FinancialStatement> statements,
            List<Facility> facilities) {
        this.asOf = asOf;
        this.client = client;
        this.interactions = interactions;
        this.statements = statements;
        this.facilities = facilities;
    }

    static ClientHistory cut(Dossier dossier, Client client, AsOf asOf) {
        return new ClientHistory(
                asOf,
                client,
                dossier.interactions().stream()
                        .filter(i -> asOf.sees(i.occurredOn(), i.recordedAt()))
                        .sorted(IN_ORDER)
                        .toList(),
                lastFiled(dossier.statements(), asOf),
                dossier.facilities().stream()
                        .filter(f -> asOf.sees(f.signedOn(), f.recordedAt()))
                        .sorted(Comparator.comparing(Facility::signedOn).thenComparing(Facility::id))
                        .toList());
    }

    /** {@return the point in time it is seen from} */
    public AsOf asOf() {
        return asOf;
    }

    /** {@return whose history} */
    public ClientId id() {
        return client.id();
    }

    /** {@return the client's state} */
    public Client client() {
        return client;
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
        return List.copyOf(found);
    }

    /** {@return for each period and basis the statement filed last, in order of the period's end} */
    public List<FinancialStatement> statements() {
        return statements;
    }

    /** {@return the credit contracts in order of signing, with all their terms} */
    public List<Facility> facilities() {
        return facilities;
    }

    /** {@return the client's fingerprint, the date and how much there is} */
    @Override
    public String toString() {
        return "ClientHistory[" + id() + " at " + asOf.date() + ", " + interactions.size() + " interactions]";
    }

    private static List<FinancialStatement> lastFiled(List<FinancialStatement> all, AsOf asOf) {
        record Period(LocalDate from, LocalDate until, FinancialStatement.Basis basis) {}
        Map<Period, FinancialStatement> last = new LinkedHashMap<>();
        for (FinancialStatement s : all) {
            if (asOf.sees(s.until(), s.recordedAt())) {
                last.merge(
                        new Period(s.from(), s.until(), s.basis()),
                        s,
                        (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
            }
        }
        return last.values().stream()
                .sorted(Comparator.comparing(FinancialStatement::until)
                        .thenComparing(FinancialStatement::from)
                        .thenComparing(FinancialStatement::basis))
                .toList();
    }
}
