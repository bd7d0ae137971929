package io.lendcrm.examples.command;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import io.lendcrm.scoring.value.profit.ExposurePath;
import io.lendcrm.scoring.value.profit.LendingTerms;
import io.lendcrm.scoring.value.profit.LendingValue;
import io.lendcrm.scoring.value.profit.LendingValuer;
import io.lendcrm.scoring.value.profit.RevolvingLine;
import io.lendcrm.scoring.value.profit.RiskPath;
import io.lendcrm.scoring.value.profit.ValuePart;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    private static final int DEFAULT_DAYS = 90;
    private static final Horizon MONTH = Horizon.months(1);

    private final Assumptions assumptions;
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

    BookValuation(Assumptions assumptions, LocalDate day) {
        this.assumptions = assumptions;
        this.valuer = LendingValuer.of(assumptions.terms());
        this.day = day;
    }

    /** What is assumed of every contract. */
    record Assumptions(
            LendingTerms terms, double lgd, double prepaymentPerYear, double conversionFactor, double pdFloor) {}

    private record Key(String id, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byId = id.compareTo(other.id);
            return byId == 0 ? currency.compareTo(other.currency) : byId;
        }
    }

    /** A contract as it stands: what it puts at risk, what may happen. */
    private record Open(ExposurePath exposures, RiskPath risk, boolean inDefault) {}

    private static final class Sum {
        private final List<LendingValue> values = new ArrayList<>();
        private double exposure;
        private int inDefault;

        void add(Open contract, LendingValue value) {
            values.add(value);
            exposure += contract.exposures().atDefault(1);
            inDefault += contract.inDefault() ? 1 : 0;
        }
    }

    /** Adds a client's contracts. */
    void add(ClientHistory history, @Nullable Double pd, String group) {
        int before = contracts;
        for (Facility facility : history.facilities()) {
            if (facility.type() == Facility.Type.GUARANTEE || facility.type() == Facility.Type.OTHER) {
                unsupported++;
                continue;
            }
            Optional<Open> open = open(history, facility, pd == null ? 0 : pd);
            if (open.isEmpty()) {
                ended++;
                continue;
            }
            if (pd == null) {
                withoutPd++;
                return;
            }
            contracts++;
            LendingValue value = valuer.value(open.get().exposures(), open.get().risk());
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

    private Optional<Open> open(ClientHistory history, Facility facility, double pd) {
        List<Repayment> repayments = history.interactions(Repayment.class).stream()
                .filter(r -> r.facility().equals(facility.id()))
                .toList();
        long late = facility.plan().isEmpty()
                ? 0
                : RepaymentTrack.of(facility, repayments).daysPastDue(day);
        if (late >= DEFAULT_DAYS) {
            double owed = facility.plan().stream()
                    .filter(instalment -> !instalment.dueOn().isBefore(day.minusDays(late)))
                    .map(Instalment::principal)
                    .mapToDouble(principal -> principal.toDouble())
                    .sum();
            ExposurePath lost = ExposurePath.of(MONTH, facility.rate().toDouble(), owed);
            return Optional.of(new Open(lost, RiskPath.constant(1, assumptions.lgd(), MONTH, 1), true));
        }
        Optional<ExposurePath> path =
                facility.type() == Facility.Type.REVOLVING ? line(history, facility) : ExposurePath.from(facility, day);
        return path.map(exposures -> new Open(exposures, risk(history.client(), exposures.periods(), pd), false));
    }

    private RiskPath risk(Client client, int periods, double pd) {
        IrbFunction capital = (client.kind() == Client.Kind.INDIVIDUAL
                        ? IrbFunction.of(IrbFunction.Exposure.OTHER_RETAIL)
                        : IrbFunction.corporate())
                .withPdFloor(assumptions.pdFloor());
        return RiskPath.constant(pd, assumptions.lgd(), MONTH, periods)
                .withYearlyPrepayment(assumptions.prepaymentPerYear())
                .withCapital(capital, pd, periods);
    }

    /** A line as it was last read, to its end; one that was never read counts as undrawn. */
    private Optional<ExposurePath> line(ClientHistory history, Facility facility) {
        long months = ChronoUnit.MONTHS.between(day, facility.maturity());
        if (months < 1) {
            return Optional.empty();
        }
        double drawn = history.interactions(BalanceReading.class).stream()
                .filter(reading -> reading.account().equals(facility.id())
                        && reading.balance().currency().equals(facility.limit().currency()))
                .reduce((earlier, later) -> later)
                .map(reading -> reading.balance().toDouble())
                .orElse(0.0);
        double limit = Math.max(drawn, facility.limit().toDouble());
        double utilisation = limit == 0 ? 0 : Math.max(0, drawn) / limit;
        RevolvingLine line = new RevolvingLine(
                limit,
                utilisation,
                assumptions.conversionFactor(),
                facility.rate().toDouble(),
                0,
                MONTH,
                Math.toIntExact(months));
        return Optional.of(line.exposures());
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
