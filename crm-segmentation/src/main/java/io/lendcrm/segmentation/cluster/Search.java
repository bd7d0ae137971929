package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The best of several starts. Few rows: each start is seeded, iterated and improved by single moves; then, again and
 * again, one random centre is swapped for a random row and the result kept if it is better (Fränti 2018, "Efficiency of
 * random swap clustering"), which gets out of poor optima far more often than as many fresh starts. Many rows: that is
 * done on a random sample, and the best centres found there start the iteration over all rows (after Bradley and Fayyad
 * 1998); where the starts end in different optima, the few best of these do, since a sample may rank them wrongly. On so
 * many rows single moves would gain next to nothing: their factors n/(n ± 1) are 1 to three digits.
 */
final class Search {

    /** How many rows are searched as they are. */
    private static final int SEARCHED = 8_192;

    /** How many rows stand for more than that. */
    private static final int SAMPLE = 4_096;

    /** How many different optima of the sample are iterated over all rows. */
    private static final int MOST_OPTIMA = 3;

    /** Optima whose sums of squares differ by a smaller part are the same. */
    private static final double SAME = 1e-6;

    private static final int MOST_SWAPS = 20;

    /** Rows times swaps; with more rows each swap costs more and fewer are made. */
    private static final int SWAP_BUDGET = 20_000;

    private static final Comparator<Partition> LEAST =
            Comparator.comparingDouble(partition -> partition.withinSumOfSquares);

    private final int k;
    private final int starts;
    private final int iterations;
    private final double tolerance;
    private final int batch;

    /**
     * @param batch how many rows a mini-batch has; 0 for passes over all rows
     */
    Search(int k, int starts, int iterations, double tolerance, int batch) {
        this.k = k;
        this.starts = starts;
        this.iterations = iterations;
        this.tolerance = tolerance;
        this.batch = batch;
    }

    private Partition from(Points points, double[] centres, Run run) {
        Partition partition = new Partition(points.n, k, centres);
        Lloyd lloyd = new Lloyd(points, k, run);
        lloyd.iterate(partition, tolerance, iterations);
        if (points.n <= SEARCHED) {
            SingleMoves moves = new SingleMoves(points);
            while (partition.iterations < iterations && moves.improve(partition, iterations)) {
                lloyd.iterate(partition, tolerance, iterations - partition.iterations);
            }
        }
        return partition;
    }

    Partition anywhere(Points points, long seed, Run run) {
        SplittableRandom random = new SplittableRandom(seed);
        if (points.n <= SEARCHED) {
            return ranked(points, random, run).get(0);
        }
        List<Partition> optima = different(ranked(points.sample(SAMPLE, random), random, run));
        return optima.stream()
                .map(optimum ->
                        batch == 0 ? from(points, optimum.centres, run) : batches(points, optimum.centres, random, run))
                .min(LEAST)
                .orElseThrow();
    }

    private static List<Partition> different(List<Partition> ranked) {
        List<Partition> different = new ArrayList<>();
        double last = -1; // below every sum of squares
        for (Partition partition : ranked) {
            boolean same = partition.withinSumOfSquares <= last * (1 + SAME);
            if (different.size() < MOST_OPTIMA && !same) {
                different.add(partition);
                last = partition.withinSumOfSquares;
            }
        }
        return different;
    }

    /** From given centres, by the way that was chosen. */
    Partition given(Points points, double[] centres, long seed, Run run) {
        return batch == 0 || points.n <= SEARCHED
                ? from(points, centres, run)
                : batches(points, centres, new SplittableRandom(seed), run);
    }

    /** Mini-batches, then one pass over all rows, so that the centres are means of theirs and none is empty. */
    private Partition batches(Points points, double[] centres, SplittableRandom random, Run run) {
        int batches = new MiniBatch(points, k, batch).improve(centres, iterations, random, run);
        Partition partition = new Partition(points.n, k, centres);
        new Lloyd(points, k, run).iterate(partition, tolerance, 1);
        partition.iterations += batches;
        partition.converged = true;
        return partition;
    }

    private Partition start(Points points, SplittableRandom random, Run run) {
        Partition best = from(points, new Seeding(points, k, random).centres(), run);
        int swaps = k == 1 ? 0 : Math.min(MOST_SWAPS, SWAP_BUDGET / points.n);
        for (int i = 0; i < swaps; i++) {
            double[] centres = best.centres.clone();
            points.copyRow(random.nextInt(points.n), centres, random.nextInt(k) * points.d);
            Partition other = from(points, centres, run);
            if (other.withinSumOfSquares < best.withinSumOfSquares) {
                best = other;
            }
        }
        return best;
    }

    /** What the starts come to, the best first; of equals the earlier start. */
    private List<Partition> ranked(Points points, SplittableRandom random, Run run) {
        SplittableRandom[] randoms = new SplittableRandom[starts];
        for (int s = 0; s < starts; s++) {
            randoms[s] = random.split();
        }
        Run alone = Run.sequential().withCancellation(run.cancelled());
        Partition[] found = new Partition[starts];
        run.each(starts, s -> found[s] = start(points, randoms[s], alone));
        return Arrays.stream(found).sorted(LEAST).toList();
    }
}
