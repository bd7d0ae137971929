package io.lendcrm.segmentation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.cluster.KMeans;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Names of segments say nothing. */
class SegmentMigrationProperties {

    private static final int K = 6;
    private static final FeatureTable BEFORE = clients(0);
    private static final FeatureTable AFTER = clients(0.8);
    private static final ClusterModel MODEL = KMeans.of(K).withSeed(7).fit(BEFORE);
    private static final SegmentMigration MOVED = SegmentMigration.of(MODEL, BEFORE, MODEL, AFTER);

    static FeatureTable clients(double drift) {
        Random random = new Random(11);
        double[][] columns = new double[4][90];
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = random.nextGaussian();
            }
        }
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] += drift * random.nextGaussian();
            }
        }
        return NumericTables.of(columns);
    }

    private static ClusterModel relabelled(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, K).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return new Relabelled(MODEL, order);
    }

    @Property(tries = 1000)
    void aRelabellingNeverCountsAsAMove(@ForAll long seed) {
        SegmentMigration migration = SegmentMigration.of(MODEL, BEFORE, relabelled(seed), BEFORE);
        assertThat(migration.moves()).isEmpty();
        assertThat(migration.agreement()).isEqualTo(1);
        assertThat(migration.drift()).allMatch(drift -> drift.status() == SegmentDrift.Status.KEPT);
    }

    @Property(tries = 100)
    void aRelabellingHidesNoMoveAndAddsNone(@ForAll long seed) {
        SegmentMigration migration = SegmentMigration.of(MODEL, BEFORE, relabelled(seed), AFTER);
        assertThat(migration.moves()).isEqualTo(MOVED.moves()).hasSizeGreaterThan(10);
        assertThat(migration.drift()).isEqualTo(MOVED.drift());
    }

    @Property(tries = 200)
    void noOtherMatchingKeepsMoreClients(@ForAll long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(5);
        int columns = 1 + random.nextInt(5);
        long[][] gain = new long[rows][columns];
        for (long[] row : gain) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(20);
            }
        }
        int[] matched = MaximumMatching.of(gain, columns);
        long total = IntStream.range(0, rows)
                .filter(i -> matched[i] >= 0)
                .mapToLong(i -> gain[i][matched[i]])
                .sum();
        assertThat(IntStream.of(matched).filter(j -> j >= 0)).doesNotHaveDuplicates();
        assertThat(total).isEqualTo(best(gain, 0, 0));
    }

    private static long best(long[][] gain, int row, int taken) {
        if (row == gain.length) {
            return 0;
        }
        long best = best(gain, row + 1, taken);
        for (int j = 0; j < gain[row].length; j++) {
            if ((taken >> j & 1) == 0) {
                best = Math.max(best, gain[row][j] + best(gain, row + 1, taken | 1 << j));
            }
        }
        return best;
    }

    @Property(tries = 20)
    void partsOfAMoveAddUpToOne(@ForAll long seed) {
        for (SegmentMove move :
                SegmentMigration.of(MODEL, BEFORE, relabelled(seed), AFTER).moves()) {
            assertThat(move.cause()).isEqualTo(SegmentMove.Cause.FEATURES);
            assertThat(move.reasons().stream().mapToDouble(Reason::contribution).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }
}
