package io.lendcrm.examples.command;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.examples.lending.LendingAssumptions;
import io.lendcrm.examples.lending.OpenContract;
import io.lendcrm.scoring.value.profit.LendingValue;
import io.lendcrm.scoring.value.profit.LendingValuer;
import io.lendcrm.scoring.value.profit.ValuePart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of a book's contracts, added up by client, group and currency. Not thread-safe; confine to one thread. */
final class BookValuation {

    static final List<String> COLUMNS = List.of(
            "level",
            "id",
            "currency",
            "contracts",
            "in_default",
            "exposure",
            "npv",
            "interest_income",
            "fees",
            "prepayment_fees",
            "funding_cost",
            "expected_loss",
            "cost_to_serve",
            "capital_charge",
            "prepayment_effect");

    private final LendingAssumptions assumptions;
    private final LendingValuer valuer;
    private final LocalDate day;
    private final Map<Key, Sum> clientSums = new LinkedHashMap<>();
    private final Map<Key, Sum> groupSums = new TreeMap<>();
    private final Map<Key, Sum> bookSums = new TreeMap<>();
    private int clients;
    private int contracts;
    private int ended;
    private int unsupported;
    private int withoutPd;

    BookValuation(LendingAssumptions assumptions, LocalDate day) {
        this.assumptions = assumptions;
        this.valuer = LendingValuer.of(assumptions.terms());
        this.day = day;
    }

    private record Key(String id, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byId = id.compareTo(other.id);
            return byId == 0 ? currency.compareTo(other.currency) : byId;
        }
    }

    private static final class Sum {
        private final List<LendingValue> values = new ArrayList<>();
        private double exposure;
        private int inDefault;

        void add(OpenContract contract, LendingValue value) {
            values.add(value);
            exposure += contract.exposures().atDefault(1);
            inDefault += contract.inDefault() ? 1 : 0;
        }
    }

    /** Adds a client's contracts. */
    void add(ClientHistory history, @Nullable Double pd, String group) {
        int before = contracts;
        for (Facility facility : history.facilities()) {
            if (!OpenContract.isSupported(facility.type())) {
                unsupported++;
                continue;
            }
            Optional<OpenContract> open = OpenContract.of(history, facility, day, assumptions);
            if (open.isEmpty()) {
                ended++;
                continue;
            }
            if (pd == null) {
                withoutPd++;
                return;
            }
            contracts++;
            LendingValue value = valuer.value(open.get().exposures(), open.get().risk(pd, assumptions));
            String currency = facility.limit().currency().getCurrencyCode();
            sum(clientSums, history.id().value(), currency).add(open.get(), value);
            sum(groupSums, group, currency).add(open.get(), value);
            sum(bookSums, "book", currency).add(open.get(), value);
        }
        clients += contracts > before ? 1 : 0;
    }

    private static Sum sum(Map<Key, Sum> sums, String id, String currency) {
        return sums.computeIfAbsent(new Key(id, currency), key -> new Sum());
    }

    /** Clients that have open contracts. */
    int clients() {
        return clients;
    }

    int contracts() {
        return contracts;
    }

    /** Contracts with nothing due any more. */
    int ended() {
        return ended;
    }

    int unsupported() {
        return unsupported;
    }

    /** Clients with open contracts for which no probability of default was given. */
    int withoutPd() {
        return withoutPd;
    }

    void write(ValueCommand.Level level, ResultTable table) {
        try (table) {
            boolean all = level == ValueCommand.Level.ALL;
            if (all || level == ValueCommand.Level.CLIENT) {
                clientSums.forEach((key, sum) -> row(table, "client", key, sum));
            }
            if (all || level == ValueCommand.Level.GROUP) {
                groupSums.forEach((key, sum) -> row(table, "group", key, sum));
            }
            if (all || level == ValueCommand.Level.BOOK) {
                bookSums.forEach((key, sum) -> row(table, "book", key, sum));
            }
        }
    }

    private static void row(ResultTable table, String level, Key key, Sum sum) {
        LendingValue value = LendingValue.sum(sum.values);
        table.row(
                level,
                key.id(),
                key.currency(),
                sum.values.size(),
                sum.inDefault,
                sum.exposure,
                value.npv(),
                value.part(ValuePart.INTEREST_INCOME),
                value.part(ValuePart.FEES),
                value.part(ValuePart.PREPAYMENT_FEES),
                value.part(ValuePart.FUNDING_COST),
                value.part(ValuePart.EXPECTED_LOSS),
                value.part(ValuePart.COST_TO_SERVE),
                value.part(ValuePart.CAPITAL_CHARGE),
                value.prepaymentEffect());
    }
}
