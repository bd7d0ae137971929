package io.lendcrm.scoring.value.composite;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far a ranking by a composite index hangs on its weights. Clients without an index are left out; ties of the
 * ranking count neither for nor against. Only the proportions of weights matter for a ranking, so a weight that changes
 * by a share is a weight multiplied while the others shrink or grow to keep the sum. Immutable and thread-safe.
 *
 * <p>{@link #oneAtATime()} takes time n log n for each indicator, {@link #draws()} for each draw, {@link #tipping()} n.
 */
public final class WeightSensitivity {

    /**
     * One weight changed.
     *
     * @param feature whose weight
     * @param change by what share, such as −0.1
     * @param flippedPairs how many pairs of clients stand the other way round
     * @param flippedShare their share of all pairs
     * @param largestShift by how many places the client moves that moves most
     */
    public record Shift(String feature, double change, long flippedPairs, double flippedShare, int largestShift) {}

    /**
     * All weights changed at once, by chance.
     *
     * @param draws how many times, each weight multiplied by 1 + uniform(−change, change)
     * @param meanFlippedShare the mean share of pairs that stand the other way round
     * @param worstFlippedShare the greatest share
     * @param firstKept in how many draws the first client stays first
     */
    public record Draws(int draws, double meanFlippedShare, double worstFlippedShare, int firstKept) {}

    /**
     * The smallest change of one weight, both ways, that makes two clients change places (Triantaphyllou and Sánchez
     * 1997).
     *
     * @param feature whose weight
     * @param change by what share; at more than that the second stands above the first
     * @param first the client that stands above
     * @param second the client that would overtake it
     */
    public record Tipping(String feature, double change, ClientId first, ClientId second) {}

    private final double change;
    private final int clients;
    private final int withoutIndex;
    private final List<Shift> shifts;
    private final Draws draws;
    private final List<Tipping> tipping;

    private WeightSensitivity(
            Ranking ranking, int withoutIndex, double change, List<String> names, int draws, long seed) {
        this.change = change;
        this.clients = ranking.size();
        this.withoutIndex = withoutIndex;
        List<Shift> all = new ArrayList<>();
        double[] factors = new double[names.size()];
        for (int k = 0; k < factors.length; k++) {
            for (double share : new double[] {-change, change}) {
                Arrays.fill(factors, 1);
                factors[k] = 1 + share;
                Ranking.Difference difference = ranking.reweighted(factors);
                all.add(new Shift(
                        names.get(k),
                        share,
                        difference.flipped(),
                        ranking.share(difference.flipped()),
                        difference.largestShift()));
            }
        }
        this.shifts = List.copyOf(all);
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        double worst = 0;
        int kept = 0;
        for (int d = 0; d < draws; d++) {
            for (int k = 0; k < factors.length; k++) {
                factors[k] = 1 + change * (2 * random.nextDouble() - 1);
            }
            Ranking.Difference difference = ranking.reweighted(factors);
            double share = ranking.share(difference.flipped());
            sum += share;
            worst = Math.max(worst, share);
            kept += difference.firstKept() ? 1 : 0;
        }
        this.draws = new Draws(draws, draws == 0 ? 0 : sum / draws, worst, kept);
        this.tipping = ranking.tipping(names);
    }

    /**
     * Examines an index on clients.
     *
     * @param index the index
     * @param table its clients' features
     * @param change the share by which weights change, above 0 and below 1, such as 0.1
     * @param draws how many random changes of all weights, at least 0
     * @param seed the seed of chance
     * @return what was found
     * @throws IllegalArgumentException if an option is out of range, or no client has an index
     */
    public static WeightSensitivity of(CompositeIndex index, FeatureTable table, double change, int draws, long seed) {
        if (!(change > 0 && change < 1)) {
            throw new IllegalArgumentException("change must be above 0 and below 1, found " + change);
        }
        if (draws < 0) {
            throw new IllegalArgumentException("draws must be at least 0, found " + draws);
        }
        BoundTable bound = index.schema().bind(table);
        List<ClientId> clients = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        double[] row = new double[index.schema().size()];
        for (int i = 0; i < bound.rows(); i++) {
            bound.copyRow(i, row);
            if (!Double.isNaN(index.score(row))) {
                double[] terms = new double[row.length];
                for (int k = 0; k < row.length; k++) {
                    terms[k] = index.weighted(k, row[k]);
                }
                rows.add(terms);
                clients.add(bound.clients().get(i));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "table must have a client with an index, found " + bound.rows() + " clients without");
        }
        Ranking ranking = new Ranking(clients, rows.toArray(double[][]::new));
        return new WeightSensitivity(
                ranking, bound.rows() - rows.size(), change, index.schema().names(), draws, seed);
    }

    /** {@return how many clients were ranked} */
    public int clients() {
        return clients;
    }

    /** {@return how many have no index and were left out} */
    public int withoutIndex() {
        return withoutIndex;
    }

    /** {@return each weight less and more by the change, the others as they are} */
    public List<Shift> oneAtATime() {
        return shifts;
    }

    /** {@return all weights changed at once} */
    public Draws draws() {
        return draws;
    }

    /**
     * The smallest changes that flip a pair.
     *
     * @return for each weight at most one decrease and one increase, the smallest change first; empty if none flips
     */
    public List<Tipping> tipping() {
        return tipping;
    }

    /** {@return whether no change of one weight by the given share, up or down, flips any pair} */
    public boolean isStable() {
        return tipping.stream().noneMatch(tip -> Math.abs(tip.change()) < change);
    }

    /** {@return the number of clients and whether the ranking is stable} */
    @Override
    public String toString() {
        return "WeightSensitivity[" + clients + " clients, " + (isStable() ? "stable" : "not stable") + " under ±"
                + change + "]";
    }
}
