package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a group was decided upon. Immutable and thread-safe.
 *
 * @param group the group
 * @param rows how many rows it has
 * @param unknownOutcomes how many of them have an outcome nobody knows
 * @param rates its rates; one without a row to rest on is absent
 */
public record GroupDecisions(String group, int rows, int unknownOutcomes, Map<GroupRate, Share> rates) {

    public GroupDecisions {
        requireNonNull(group, "group");
        Map<GroupRate, Share> copy = new EnumMap<>(GroupRate.class);
        copy.putAll(rates);
        rates = Collections.unmodifiableMap(copy);
        if (rows < 1 || unknownOutcomes < 0 || unknownOutcomes > rows) {
            throw new IllegalArgumentException(
                    "unknownOutcomes must be within [0, rows], found " + unknownOutcomes + " of " + rows);
        }
    }

    /**
     * A rate.
     *
     * @param rate which
     * @return the rate, or empty if no row tells
     */
    public Optional<Share> rate(GroupRate rate) {
        return Optional.ofNullable(rates.get(rate));
    }

    static GroupDecisions of(ProtectedAttribute attribute, int group, Decisions decisions) {
        Map<GroupRate, Tally> tallies = new EnumMap<>(GroupRate.class);
        for (GroupRate rate : GroupRate.values()) {
            tallies.put(rate, new Tally());
        }
        int rows = 0;
        int unknown = 0;
        boolean declinedKnown = false;
        for (int row = 0; row < decisions.rows(); row++) {
            if (attribute.group(row) != group) {
                continue;
            }
            rows++;
            boolean favourable = decisions.favourable(row);
            double weight = decisions.weight(row);
            add(tallies, GroupRate.FAVOURABLE, favourable, weight);
            if (!decisions.known(row)) {
                unknown++;
                continue;
            }
            boolean good = decisions.good(row);
            declinedKnown |= !favourable;
            add(tallies, good ? GroupRate.FAVOURABLE_AMONG_GOOD : GroupRate.FAVOURABLE_AMONG_BAD, favourable, weight);
            if (favourable) {
                add(tallies, GroupRate.GOOD_AMONG_FAVOURABLE, good, weight);
            }
        }
        if (unknown > 0 && !declinedKnown) {
            // Outcomes of the approved alone would make every good one an approved one.
            tallies.remove(GroupRate.FAVOURABLE_AMONG_GOOD);
            tallies.remove(GroupRate.FAVOURABLE_AMONG_BAD);
        }
        Map<GroupRate, Share> shares = new EnumMap<>(GroupRate.class);
        tallies.forEach((rate, tally) -> {
            if (tally.rows > 0) {
                shares.put(rate, tally.share());
            }
        });
        return new GroupDecisions(attribute.groups().get(group), rows, unknown, shares);
    }

    private static void add(Map<GroupRate, Tally> tallies, GroupRate rate, boolean hit, double weight) {
        requireNonNull(tallies.get(rate)).add(hit, weight);
    }

    /** Sums of the weights of some rows. Not thread-safe; confine to one thread. */
    private static final class Tally {
        private int rows;
        private double hits;
        private double total;
        private double squares;

        void add(boolean hit, double weight) {
            rows++;
            hits += hit ? weight : 0;
            total += weight;
            squares += weight * weight;
        }

        Share share() {
            return new Share(rows, total * total / squares, Math.min(1, hits / total));
        }
    }
}
