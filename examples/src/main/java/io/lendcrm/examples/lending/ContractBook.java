package io.lendcrm.examples.lending;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.Client;
import io.lendcrm.scoring.value.profit.LendingValue;
import io.lendcrm.scoring.value.profit.LendingValuer;
import io.lendcrm.scoring.value.profit.ValuePart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The contracts of a book, client by client: what they are worth, and for how long clients borrow. Probabilities of default
 * are the book's own: {@code 1 - exp(-defaults / years)} of contracts watched, one for persons and one for all others, at
 * least the floor of the capital formula. Not thread-safe; confine to one thread.
 */
public final class ContractBook {

    private final LendingAssumptions assumptions;
    private final List<OpenContract> open = new ArrayList<>();
    private final double[] years = new double[2];
    private final int[] defaults = new int[2];
    private final Map<Client.Kind, List<Spell>> spells = new EnumMap<>(Client.Kind.class);

    private ContractBook(LendingAssumptions assumptions) {
        this.assumptions = assumptions;
    }

    /**
     * A book without contracts so far.
     *
     * @param assumptions what is assumed of all
     * @return the book
     */
    public static ContractBook of(LendingAssumptions assumptions) {
        return new ContractBook(requireNonNull(assumptions, "assumptions"));
    }

    /** {@return what is assumed of all contracts} */
    public LendingAssumptions assumptions() {
        return assumptions;
    }

    /**
     * Adds a client.
     *
     * @param client its contracts
     */
    public void add(ClientContracts client) {
        open.addAll(client.open());
        int group = group(client.kind());
        years[group] += client.years();
        defaults[group] += client.defaults();
        if (!client.spells().isEmpty()) {
            spells.computeIfAbsent(client.kind(), kind -> new ArrayList<>()).addAll(client.spells());
        }
    }

    private static int group(Client.Kind kind) {
        return kind == Client.Kind.INDIVIDUAL ? 0 : 1;
    }

    /** {@return by kind of client, for how long each borrowed without a break} */
    public Map<Client.Kind, List<Spell>> spells() {
        return Collections.unmodifiableMap(spells);
    }

    /**
     * {@return the probability of default within a year that the book shows; empty if none of these contracts could be
     * watched}
     *
     * @param persons whether of persons; else of all others
     */
    public Optional<Double> probabilityOfDefault(boolean persons) {
        int group = persons ? 0 : 1;
        return years[group] > 0
                ? Optional.of(Math.max(assumptions.pdFloor(), -Math.expm1(-defaults[group] / years[group])))
                : Optional.empty();
    }

    /**
     * What the open contracts are worth together. Contracts whose default couldn't be watched, or whose currency has no
     * rate, are left out.
     *
     * @param rates what a unit of a currency costs in that of the result
     * @return the worth; empty if no contract can be valued, or none bears interest: then the data don't tell the price
     */
    public Optional<Worth> worth(Function<Currency, Optional<Double>> rates) {
        LendingValuer valuer = LendingValuer.of(assumptions.terms());
        Map<Currency, Optional<Double>> known = new LinkedHashMap<>();
        Map<Currency, List<LendingValue>> values = new LinkedHashMap<>();
        int contracts = 0;
        int inDefault = 0;
        double exposure = 0;
        boolean interest = false;
        for (OpenContract contract : open) {
            Optional<Double> pd = probabilityOfDefault(contract.kind() == Client.Kind.INDIVIDUAL);
            Optional<Double> rate = known.computeIfAbsent(contract.currency(), rates);
            if (pd.isEmpty() || rate.isEmpty()) {
                continue;
            }
            contracts++;
            inDefault += contract.inDefault() ? 1 : 0;
            exposure += rate.get() * contract.exposures().atDefault(1);
            interest |= contract.exposures().rate(1) > 0;
            values.computeIfAbsent(contract.currency(), currency -> new ArrayList<>())
                    .add(valuer.value(contract.exposures(), contract.risk(pd.get(), assumptions)));
        }
        if (!interest) {
            return Optional.empty();
        }
        Map<ValuePart, Double> parts = new EnumMap<>(ValuePart.class);
        values.forEach((currency, all) -> {
            LendingValue sum = LendingValue.sum(all);
            double rate = known.getOrDefault(currency, Optional.empty()).orElseThrow();
            for (ValuePart part : ValuePart.values()) {
                parts.merge(part, rate * sum.part(part), Double::sum);
            }
        });
        return Optional.of(new Worth(contracts, inDefault, open.size() - contracts, exposure, parts));
    }

    /**
     * What open contracts are worth. Immutable and thread-safe.
     *
     * @param contracts how many were valued
     * @param inDefault how many of them are in default
     * @param leftOut how many couldn't be valued
     * @param exposure what is at risk now
     * @param parts the waterfall; costs are negative
     */
    public record Worth(int contracts, int inDefault, int leftOut, double exposure, Map<ValuePart, Double> parts) {
        public Worth {
            parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        }
    }
}
