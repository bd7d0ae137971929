package io.lendcrm.examples.simulation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.ClientGroup;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.ClientSource;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A lender that never was. Clients are made when they are asked for and forgotten afterwards, so that a book of any size
 * takes constant memory. Immutable and thread-safe.
 */
public final class SimulatedLender implements ClientSource {

    private static final Pattern ID = Pattern.compile("C(\\d{7,9})");

    private static final BigDecimal CONTROL = new BigDecimal("0.6");

    private final SimulationOptions options;

    private SimulatedLender(SimulationOptions options) {
        this.options = requireNonNull(options, "options");
    }

    /**
     * A lender by options.
     *
     * @param options what can be set
     * @return the lender
     */
    public static SimulatedLender of(SimulationOptions options) {
        return new SimulatedLender(options);
    }

    /** {@return what was set} */
    public SimulationOptions options() {
        return options;
    }

    /** {@return the end of the last simulated day} */
    public AsOf end() {
        return AsOf.endOf(options.until(), ZoneOffset.UTC);
    }

    /** {@return the exchange rates of the simulated years} */
    public SimulatedRates rates() {
        return new SimulatedRates(options);
    }

    /** {@return the clients in order, made one by one} */
    public Stream<SimulatedClient> clients() {
        return IntStream.range(0, options.clients()).mapToObj(this::client);
    }

    /**
     * One client.
     *
     * @param number its place in the book, from 0
     * @return the client, the same at every call
     */
    public SimulatedClient client(int number) {
        if (number < 0 || number >= options.clients()) {
            throw new IllegalArgumentException(
                    "number must be within [0, " + (options.clients() - 1) + "], found " + number);
        }
        return SimulatedClient.lived(number, options);
    }

    /**
     * Who owns whom: in each group of neighbouring firms the first owns more than half of each other one, from the day both
     * were there.
     *
     * @return the stakes of the whole book
     */
    public ClientGroup groups() {
        List<ClientGroup.Stake> stakes = new ArrayList<>();
        Truth parent = null;
        for (int number = 0; number < options.clients(); number++) {
            Truth truth = client(number).truth();
            if (truth.group() < 0) {
                continue;
            }
            if (parent == null || parent.group() != truth.group()) {
                parent = truth;
            } else {
                LocalDate from = parent.joinedOn().isAfter(truth.joinedOn()) ? parent.joinedOn() : truth.joinedOn();
                stakes.add(new ClientGroup.Stake(
                        parent.client(), truth.client(), CONTROL, from, null, AsOf.recordedOn(from, ZoneOffset.UTC)));
            }
        }
        return new ClientGroup(stakes);
    }

    @Override
    public Optional<ClientHistory> find(ClientId id, AsOf asOf) {
        Matcher matcher = ID.matcher(id.value());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) >= options.clients()) {
            return Optional.empty();
        }
        SimulatedClient found = client(Integer.parseInt(matcher.group(1)));
        return found.truth().client().equals(id) ? found.dossier().at(asOf) : Optional.empty();
    }

    @Override
    public void scan(Predicate<ClientId> which, AsOf asOf, Consumer<ClientHistory> visitor) {
        clients()
                .filter(c -> which.test(c.truth().client()))
                .flatMap(c -> c.dossier().at(asOf).stream())
                .forEach(visitor);
    }
}
