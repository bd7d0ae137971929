package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who owns whom among clients. A client is controlled by the owner of more than half of it; going up from controller to
 * controller gives the ultimate parent, and all clients with one ultimate parent are one group. Circles of ownership,
 * which happen, are one group as well. Immutable and thread-safe.
 *
 * @param stakes who owns which part of whom, whenever it held or became known
 */
public record ClientGroup(@Classified(DataClass.ORDINARY) List<Stake> stakes) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The greater stake first; of equal ones (bad data: both above half) the lesser key. */
    private static final Comparator<Stake> STRONGEST =
            Comparator.comparing(Stake::share).reversed().thenComparing(Stake::owner);

    /**
     * A part of a client that another one owns.
     *
     * @param owner who owns
     * @param owned who is owned
     * @param share the part of the votes, above 0 and at most 1
     * @param from the first day
     * @param until the last day; null while it goes on
     * @param recordedAt when it was recorded
     */
    public record Stake(
            @Classified(DataClass.IDENTIFIER) ClientId owner,
            @Classified(DataClass.IDENTIFIER) ClientId owned,
            @Classified(DataClass.ORDINARY) BigDecimal share,
            @Classified(DataClass.ORDINARY) LocalDate from,
            @Classified(DataClass.ORDINARY) @Nullable LocalDate until,
            @Classified(DataClass.ORDINARY) Instant recordedAt) {

        public Stake {
            requireNonNull(owner, "owner");
            requireNonNull(owned, "owned");
            requireNonNull(share, "share");
            requireNonNull(from, "from");
            requireNonNull(recordedAt, "recordedAt");
            if (owner.equals(owned)) {
                throw new IllegalArgumentException("owner must not be owned by itself, found " + owner);
            }
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("share must be within (0, 1], found " + share);
            }
            if (until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
            }
        }

        private boolean isSeenFrom(AsOf asOf) {
            return asOf.sees(from, recordedAt) && (until == null || !asOf.date().isAfter(until));
        }
    }

    public ClientGroup {
        stakes = List.copyOf(stakes);
    }

    /**
     * What held and was known.
     *
     * @param asOf the point in time
     * @return the stakes of that day; of several records of one owner and owned the last
     */
    public ClientGroup at(AsOf asOf) {
        record Pair(ClientId owner, ClientId owned) {}
        Map<Pair, Stake> last = new HashMap<>();
        for (Stake stake : stakes) {
            if (asOf.sees(stake.from(), stake.recordedAt())) {
                last.merge(
                        new Pair(stake.owner(), stake.owned()),
                        stake,
                        (a, b) -> b.recordedAt().isBefore(a.recordedAt()) ? a : b);
            }
        }
        return new ClientGroup(stakes.stream()
                .filter(stake ->
                        stake.isSeenFrom(asOf) && stake.equals(last.get(new Pair(stake.owner(), stake.owned()))))
                .distinct()
                .toList());
    }

    /**
     * Who controls a client directly.
     *
     * @param client the client
     * @return the owner of more than half, or empty if there is none
     */
    public Optional<ClientId> controller(ClientId client) {
        return Optional.ofNullable(controllers().get(client));
    }

    /**
     * Who stands at the top.
     *
     * @param client the client
     * @return the last of the controllers going up; the client itself if nobody controls it; where control goes round in
     *     a circle, the one with the least key in it
     */
    public ClientId ultimateParent(ClientId client) {
        return top(client, controllers());
    }

    /**
     * All clients of one group, among those that own or are owned.
     *
     * @param client any of them
     * @return those with the same ultimate parent, the parent and the client included, in order of their keys
     */
    public SortedSet<ClientId> members(ClientId client) {
        Map<ClientId, ClientId> controllers = controllers();
        ClientId parent = top(client, controllers);
        SortedSet<ClientId> members = new TreeSet<>(List.of(client, parent));
        for (Stake stake : stakes) {
            for (ClientId id : List.of(stake.owner(), stake.owned())) {
                if (!members.contains(id) && top(id, controllers).equals(parent)) {
                    members.add(id);
                }
            }
        }
        return members;
    }

    /**
     * What a whole group owes, by the stakes {@link #at seen from a point in time}, each amount counted once. Amounts of
     * one currency are added exactly and then converted together.
     *
     * @param client any client of the group
     * @param exposures what each client owes; clients of other groups don't count
     * @param currency the currency to add up in
     * @param rates to convert with
     * @param asOf the point in time, of the stakes as of the conversion
     * @return the sum, or the currencies for which no rate was known
     * @throws ArithmeticException if the sum doesn't fit
     */
    public GroupExposure exposure(
            ClientId client, Map<ClientId, List<Money>> exposures, Currency currency, ExchangeRates rates, AsOf asOf) {
        ClientGroup seen = at(asOf);
        SortedSet<ClientId> members = seen.members(client);
        Map<String, Money> byCurrency = new TreeMap<>();
        for (ClientId member : members) {
            for (Money amount : exposures.getOrDefault(member, List.of())) {
                byCurrency.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
            }
        }
        Money total = Money.zero(currency);
        Set<Currency> missing = new HashSet<>();
        for (Money amount : byCurrency.values()) {
            Optional<Money> converted = rates.convert(amount, currency, asOf);
            if (converted.isEmpty()) {
                missing.add(amount.currency());
            } else {
                total = total.plus(converted.get());
            }
        }
        ClientId parent = seen.ultimateParent(client);
        return missing.isEmpty()
                ? new GroupExposure.Total(parent, members, total)
                : new GroupExposure.RatesMissing(parent, currency, missing);
    }

    private Map<ClientId, ClientId> controllers() {
        Map<ClientId, Stake> strongest = new HashMap<>();
        for (Stake stake : stakes) {
            if (stake.share().compareTo(HALF) > 0) {
                strongest.merge(stake.owned(), stake, (a, b) -> STRONGEST.compare(a, b) <= 0 ? a : b);
            }
        }
        Map<ClientId, ClientId> controllers = new HashMap<>();
        strongest.forEach((owned, stake) -> controllers.put(owned, stake.owner()));
        return controllers;
    }

    private static ClientId top(ClientId client, Map<ClientId, ClientId> controllers) {
        List<ClientId> path = new ArrayList<>();
        Set<ClientId> seen = new HashSet<>();
        ClientId at = client;
        while (seen.add(at)) {
            path.add(at);
            ClientId above = controllers.get(at);
            if (above == null) {
                return at;
            }
            at = above;
        }
        return path.subList(path.indexOf(at), path.size()).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
