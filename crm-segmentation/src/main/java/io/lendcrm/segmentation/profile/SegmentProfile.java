package io.lendcrm.segmentation.profile;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a segment's clients are like. Immutable and thread-safe.
 *
 * @param segment the segment
 * @param clients how many there are
 * @param share their part of all assigned clients, from 0 to 1
 * @param traits one for each feature without levels, in the table's order; empty if there are no clients
 * @param prototypes the clients nearest to the segment's centre, the nearest first: real ones, to be looked at
 * @param levels one for each level of each category, in the table's order; empty if there are no clients
 */
public record SegmentProfile(
        SegmentId segment,
        int clients,
        double share,
        List<Trait> traits,
        List<ClientId> prototypes,
        List<LevelTrait> levels) {

    public SegmentProfile {
        requireNonNull(segment, "segment");
        traits = List.copyOf(traits);
        prototypes = List.copyOf(prototypes);
        levels = List.copyOf(levels);
    }

    /**
     * How a segment's clients stand in a feature.
     *
     * @param feature the feature's name
     * @param mean their mean in its unit, over known values; {@code NaN} if none is known
     * @param z their mean less that of all assigned clients, in sample standard deviations of all; 0 if all are equal
     */
    public record Trait(String feature, double mean, double z) {
        public Trait {
            requireNonNull(feature, "feature");
        }
    }

    /**
     * How common a level of a category is among a segment's clients.
     *
     * @param feature the feature's name
     * @param level the level
     * @param share the part of the segment's clients with a known level that have this one, from 0 to 1; {@code NaN} if
     *     none is known
     * @param overall that part among all assigned clients; {@code NaN} if none is known
     */
    public record LevelTrait(String feature, String level, double share, double overall) {
        public LevelTrait {
            requireNonNull(feature, "feature");
            requireNonNull(level, "level");
        }

        /** {@return how many times as common it is as among all; {@code NaN} if nobody has it} */
        public double lift() {
            return overall == 0 ? Double.NaN : share / overall;
        }
    }

    /**
     * The profiles of segments. Clients that aren't assigned don't count.
     *
     * @param table the clients' features: those the segments were found by, others, or both
     * @param assigned the segments of the table's clients, row by row
     * @param prototypes how many of the nearest clients to name, at least 0
     * @return a profile for each segment, in the model's order
     * @throws IllegalArgumentException if there aren't as many rows
     */
    public static List<SegmentProfile> of(FeatureTable table, Assignments assigned, int prototypes) {
        if (table.rows() != assigned.rows()) {
            throw new IllegalArgumentException(
                    "assignments must be of the table's " + table.rows() + " rows, found " + assigned.rows());
        }
        if (prototypes < 0) {
            throw new IllegalArgumentException("prototypes must be at least 0, found " + prototypes);
        }
        int[] sizes = assigned.sizes();
        int all = Arrays.stream(sizes).sum();
        List<List<Trait>> traits = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            traits.add(new ArrayList<>());
        }
        for (int j = 0; j < table.schema().size(); j++) {
            if (!table.schema().feature(j).type().hasLevels()) {
                List<Trait> ofFeature =
                        traits(table.schema().feature(j).name(), table.column(j), assigned, sizes.length);
                for (int c = 0; c < sizes.length; c++) {
                    traits.get(c).add(ofFeature.get(c));
                }
            }
        }
        List<SegmentProfile> profiles = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            profiles.add(new SegmentProfile(
                    assigned.segments().get(c).id(),
                    sizes[c],
                    all == 0 ? 0 : (double) sizes[c] / all,
                    sizes[c] == 0 ? List.of() : traits.get(c),
                    nearest(assigned, c, prototypes),
                    sizes[c] == 0 ? List.of() : LevelShares.of(table, assigned, c)));
        }
        return profiles;
    }

    private static List<Trait> traits(String name, double[] column, Assignments assigned, int segments) {
        CompensatedSum[] sums =
                IntStream.range(0, segments).mapToObj(c -> new CompensatedSum()).toArray(CompensatedSum[]::new);
        int[] known = new int[segments];
        CompensatedSum whole = new CompensatedSum();
        for (int i = 0; i < column.length; i++) {
            int own = assigned.segment(i);
            if (own >= 0 && !Double.isNaN(column[i])) {
                sums[own].add(column[i]);
                whole.add(column[i]);
                known[own]++;
            }
        }
        int all = Arrays.stream(known).sum();
        double mean = whole.value() / all;
        double deviation = deviation(column, assigned, mean, all);
        List<Trait> traits = new ArrayList<>();
        for (int c = 0; c < segments; c++) {
            double own = sums[c].value() / known[c];
            traits.add(new Trait(name, own, deviation > 0 ? (own - mean) / deviation : 0));
        }
        return traits;
    }

    private static double deviation(double[] column, Assignments assigned, double mean, int all) {
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < column.length; i++) {
            if (assigned.segment(i) >= 0 && !Double.isNaN(column[i])) {
                double difference = column[i] - mean;
                squares.add(difference * difference);
            }
        }
        return all < 2 ? 0 : Math.sqrt(squares.value() / (all - 1));
    }

    private static List<ClientId> nearest(Assignments assigned, int own, int most) {
        return IntStream.range(0, assigned.rows())
                .filter(i -> assigned.segment(i) == own)
                .boxed()
                .sorted(Comparator.comparingDouble(assigned::distance))
                .limit(most)
                .map(i -> assigned.clients().get(i))
                .toList();
    }
}
