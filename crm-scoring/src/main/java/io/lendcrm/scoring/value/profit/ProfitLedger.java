package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Profit contribution by client, with the book's total and any grouping. Amounts are added in minor units: the sum over
 * clients, or over groups, is the book's to the cent. Not thread-safe; confine to one thread.
 */
public final class ProfitLedger {

    private final Map<ClientId, ProfitStatement> clients = new LinkedHashMap<>();
    private ProfitStatement book;

    private ProfitLedger(Currency currency) {
        this.book = ProfitStatement.zero(currency);
    }

    /**
     * An empty ledger.
     *
     * @param currency the currency of all amounts
     * @return the ledger
     */
    public static ProfitLedger of(Currency currency) {
        return new ProfitLedger(requireNonNull(currency, "currency"));
    }

    /**
     * Adds a statement, such as that of one contract.
     *
     * @param client whose it is
     * @param statement the amounts
     * @return this
     * @throws IllegalArgumentException if the currency is another
     * @throws ArithmeticException if a sum doesn't fit into 64 bits
     */
    public ProfitLedger add(ClientId client, ProfitStatement statement) {
        requireNonNull(client, "client");
        ProfitStatement total = book.plus(statement);
        clients.merge(client, statement, ProfitStatement::plus);
        book = total;
        return this;
    }

    /**
     * Adds what another ledger holds.
     *
     * @param other a ledger in the same currency
     * @return this
     */
    public ProfitLedger merge(ProfitLedger other) {
        new LinkedHashMap<>(other.clients).forEach(this::add);
        return this;
    }

    /** {@return the statements of all clients in the order of their first} */
    public Map<ClientId, ProfitStatement> clients() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(clients));
    }

    /** {@return the sum over all clients} */
    public ProfitStatement book() {
        return book;
    }

    /**
     * Sums by group, such as the ultimate parent, a segment or a branch.
     *
     * @param <G> the group's key
     * @param group tells a client's group
     * @return the statement of each group in the order of its first client
     */
    public <G> Map<G, ProfitStatement> groups(Function<ClientId, G> group) {
        Map<G, ProfitStatement> sums = new LinkedHashMap<>();
        clients.forEach((client, statement) -> sums.merge(group.apply(client), statement, ProfitStatement::plus));
        return sums;
    }

    /** {@return the number of clients} */
    @Override
    public String toString() {
        return "ProfitLedger[" + clients.size() + " clients]";
    }
}
