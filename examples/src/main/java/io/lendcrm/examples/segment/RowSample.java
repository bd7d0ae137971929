package io.lendcrm.examples.segment;

import java.util.SplittableRandom;

/** Some rows at random, none twice. */
final class RowSample {

    private RowSample() {}

    /** At most so many of the rows, in their order. */
    static int[] of(int[] rows, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] chosen = new int[Math.min(most, rows.length)];
        int taken = 0;
        for (int i = 0; taken < chosen.length; i++) { // selection sampling, Knuth, TAOCP 3.4.2 S
            if (random.nextDouble() * (rows.length - i) < chosen.length - taken) {
                chosen[taken++] = rows[i];
            }
        }
        return chosen;
    }
}
