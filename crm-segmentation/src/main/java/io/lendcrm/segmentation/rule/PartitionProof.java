package io.lendcrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.tier.SegmentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether every possible client falls into exactly one segment. The domain of each feature is cut at all thresholds that
 * conditions name, levels are taken one by one with one that isn't known, and missing is a value; within a cell of all
 * features nothing changes, so one client a cell decides exactly. Immutable and thread-safe.
 *
 * @param complete whether every client meets the condition of a segment
 * @param disjoint whether no client meets the conditions of two
 * @param inNone a client that no segment takes, if one was found
 * @param inTwo a client that two segments would take, if one was found
 * @param unreachable segments that no client gets into, since none meets the condition or earlier ones take all of them;
 *     empty if not all cells were seen
 * @param cells how many cells were seen
 */
public record PartitionProof(
        Verdict complete,
        Verdict disjoint,
        Optional<FeatureRow> inNone,
        Optional<FeatureRow> inTwo,
        List<SegmentId> unreachable,
        long cells) {

    /** The most cells that {@link #of(RuleSegmentation)} looks into. */
    public static final long MOST_CELLS = 1_000_000;

    /** What came of a proof. */
    public enum Verdict {
        /** Holds for every possible client. */
        PROVEN,
        /** Doesn't hold for the client that is given. */
        REFUTED,
        /** There are more cells than may be looked into, and none of those seen refutes it. */
        NOT_PROVEN
    }

    public PartitionProof {
        requireNonNull(complete, "complete");
        requireNonNull(disjoint, "disjoint");
        requireNonNull(inNone, "inNone");
        requireNonNull(inTwo, "inTwo");
        unreachable = List.copyOf(unreachable);
    }

    /**
     * Proves over all possible clients, within {@link #MOST_CELLS}.
     *
     * @param segmentation the segments
     * @return the proof
     */
    public static PartitionProof of(RuleSegmentation segmentation) {
        return of(segmentation, new Condition.And(List.of()), MOST_CELLS);
    }

    /**
     * Proves over the clients that meet a condition, such as that an amount is known and not negative.
     *
     * @param segmentation the segments
     * @param given what is known of every client
     * @param mostCells how many cells to look into at most, at least 1
     * @return the proof
     * @throws IllegalArgumentException if {@code given} doesn't suit the features
     */
    public static PartitionProof of(RuleSegmentation segmentation, Condition given, long mostCells) {
        if (mostCells < 1) {
            throw new IllegalArgumentException("mostCells must be at least 1, found " + mostCells);
        }
        given.check(segmentation.schema());
        return new Search(segmentation.schema(), segmentation.rules(), given).run(mostCells);
    }

    /** {@return true if every client is proven to fall into exactly one segment} */
    public boolean partition() {
        return complete == Verdict.PROVEN && disjoint == Verdict.PROVEN;
    }

    /** Counts through the cells like an odometer. */
    private static final class Search {

        private final FeatureSchema schema;
        private final List<RuleSegment> rules;
        private final Condition given;
        private final int[] places;
        private final double[][] atoms;
        private @Nullable FeatureRow none;
        private @Nullable FeatureRow two;

        Search(FeatureSchema schema, List<RuleSegment> rules, Condition given) {
            this.schema = schema;
            this.rules = rules;
            this.given = given;
            List<Condition> conditions = new ArrayList<>();
            rules.forEach(rule -> conditions.add(rule.condition()));
            conditions.add(given);
            Set<String> names = new LinkedHashSet<>();
            conditions.forEach(condition -> names.addAll(condition.features()));
            places = names.stream().mapToInt(schema::indexOf).sorted().toArray();
            atoms = Arrays.stream(places)
                    .mapToObj(place -> Atoms.of(schema.feature(place), conditions))
                    .toArray(double[][]::new);
        }

        PartitionProof run(long mostCells) {
            Set<SegmentId> reached = new LinkedHashSet<>();
            int[] at = new int[places.length];
            double[] values = new double[schema.size()];
            Arrays.fill(values, Double.NaN);
            long cells = 0;
            boolean more = true;
            while (more && cells < mostCells) {
                for (int j = 0; j < at.length; j++) {
                    values[places[j]] = atoms[j][at[j]];
                }
                look(FeatureRow.of(ClientId.of("example"), schema, values), reached);
                cells++;
                more = next(at);
            }
            return new PartitionProof(
                    verdict(none, more),
                    verdict(two, more),
                    Optional.ofNullable(none),
                    Optional.ofNullable(two),
                    more
                            ? List.of()
                            : rules.stream()
                                    .map(RuleSegment::id)
                                    .filter(id -> !reached.contains(id))
                                    .toList(),
                    cells);
        }

        private void look(FeatureRow client, Set<SegmentId> reached) {
            if (!given.holds(client)) {
                return;
            }
            int hold = 0;
            for (RuleSegment rule : rules) {
                if (rule.condition().holds(client)) {
                    if (hold++ == 0) {
                        reached.add(rule.id());
                    }
                }
            }
            if (hold == 0 && none == null) {
                none = client;
            }
            if (hold > 1 && two == null) {
                two = client;
            }
        }

        private boolean next(int[] at) {
            for (int j = at.length - 1; j >= 0; j--) {
                if (++at[j] < atoms[j].length) {
                    return true;
                }
                at[j] = 0;
            }
            return false;
        }

        private static Verdict verdict(@Nullable FeatureRow against, boolean more) {
            return against != null ? Verdict.REFUTED : more ? Verdict.NOT_PROVEN : Verdict.PROVEN;
        }
    }
}
