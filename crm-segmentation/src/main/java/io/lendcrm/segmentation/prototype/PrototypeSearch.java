package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.model.Run;
import java.util.SplittableRandom;

/**
 * The best of Cao's start and several seeded ones. Each is improved by single moves; then, again and again, one
 * prototype of a seeded one is swapped for a row, and the result kept unless it is worse (random swap, Fränti 2018),
 * until twenty swaps in a row have gained nothing, or 200,000 / rows or 100 are made. Of many rows a random sample is
 * searched, and Cao's start and the best found there are improved over all rows.
 */
final class PrototypeSearch {

    /** How many distinct rows are searched as they are, and how many stand for more than that. */
    private static final int SEARCHED = 8_192;

    private static final int SAMPLE = 4_096;

    /** Up to so many rows single moves end the search; beyond them their gain is lost in the digits. */
    private static final int MOVED = 100_000;

    private static final int PASSES = 100;

    /** So many swaps in a row that gain nothing end a start. */
    private static final int PATIENCE = 20;

    private static final int MOST_SWAPS = 100;

    /** Rows times swaps; with more rows each swap costs more and fewer are made. */
    private static final int SWAP_BUDGET = 200_000;

    private final int k;
    private final int starts;
    private final Run run;
    private final int searched;
    private final int sample;

    PrototypeSearch(int k, int starts, Run run) {
        this(k, starts, run, SEARCHED, SAMPLE);
    }

    /** A sample has at least a row for each cluster. */
    PrototypeSearch(int k, int starts, Run run, int searched, int sample) {
        this.k = k;
        this.starts = starts;
        this.run = run;
        this.searched = searched;
        this.sample = Math.max(sample, k);
    }

    Partition best(MixedRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        if (rows.n <= Math.max(searched, k)) {
            return search(rows, random);
        }
        Partition found = over(rows, search(rows.sample(sample, random), random).prototypes);
        Partition cao = over(rows, new Seeding(rows, k).cao());
        return cao.cost < found.cost ? cao : found;
    }

    /** All rows, many of them, by Lloyd's iteration and then by single moves. */
    private Partition over(MixedRows rows, Prototypes start) {
        Partition partition = new Partition(rows, start);
        for (int i = 0; i < PASSES && partition.assign(run); i++) {
            partition.update();
        }
        if (rows.n <= MOVED) {
            new SingleMoves(partition).improve(PASSES);
        }
        return partition;
    }

    private Partition search(MixedRows rows, SplittableRandom random) {
        SplittableRandom[] randoms = new SplittableRandom[starts];
        for (int s = 0; s < starts; s++) {
            randoms[s] = random.split();
        }
        Partition[] found = new Partition[starts + 1];
        Run alone = Run.sequential().withCancellation(run.cancelled());
        run.each(starts + 1, s -> {
            Seeding seeding = new Seeding(rows, k);
            found[s] = s == starts ? from(rows, seeding.cao(), alone) : start(rows, seeding, randoms[s], alone);
        });
        Partition best = found[starts];
        for (Partition other : found) {
            if (other.cost < best.cost) {
                best = other;
            }
        }
        return best;
    }

    private Partition start(MixedRows rows, Seeding seeding, SplittableRandom random, Run alone) {
        Partition best = from(rows, seeding.spread(random), alone);
        int most = k == 1 ? 0 : Math.min(MOST_SWAPS, SWAP_BUDGET / rows.n);
        for (int i = 0, failed = 0; i < most && failed < PATIENCE; i++) {
            Prototypes swapped = best.prototypes.copy();
            swapped.put(random.nextInt(k), rows, random.nextInt(rows.n));
            Partition other = from(rows, swapped, alone);
            failed = other.cost < best.cost ? 0 : failed + 1;
            if (other.cost <= best.cost) {
                best = other;
            }
        }
        return best;
    }

    private static Partition from(MixedRows rows, Prototypes start, Run alone) {
        Partition partition = new Partition(rows, start);
        partition.assign(alone);
        partition.update();
        new SingleMoves(partition).improve(PASSES);
        return partition;
    }
}
