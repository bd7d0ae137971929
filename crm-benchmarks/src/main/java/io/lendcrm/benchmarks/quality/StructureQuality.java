package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.structure.StructureFinding;
import io.lendcrm.segmentation.structure.StructureSearch;
import io.lendcrm.segmentation.structure.StructureVerdict;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Whether the verdict on cluster structure is right on made tables of 500 rows and 2 to 8 features, two a seed: one
 * without structure (uniform for odd seeds, one Gaussian with deviations of 0.5 to 2 for even ones), one with 3 to 5 unit
 * Gaussians whose centres are at least 5 deviations apart. Arguments: first and last seed (1 and 200 are published; the
 * rule was set on seeds above 1000).
 */
public final class StructureQuality {

    private static final int ROWS = 500;

    private StructureQuality() {}

    /**
     * Prints the shares of right verdicts.
     *
     * @param args first and last seed
     */
    @SuppressWarnings("SystemOut") // a report
    public static void main(String[] args) {
        int first = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int last = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Run run = Run.sequential().on(pool, 2);
        int noneRight = 0;
        int foundRight = 0;
        int claimed = 0;
        int countRight = 0;
        for (int seed = first; seed <= last; seed++) {
            StructureFinding flat = verdict(structureless(seed), seed, run);
            noneRight += flat.verdict() == StructureVerdict.NONE ? 1 : 0;
            int planted = planted(seed);
            StructureFinding found = verdict(clusters(seed), seed, run);
            claimed += found.verdict() != StructureVerdict.NONE ? 1 : 0;
            foundRight += found.verdict() == StructureVerdict.CLUSTERS ? 1 : 0;
            countRight += found.clusters().orElse(0) == planted ? 1 : 0;
            if (flat.verdict() != StructureVerdict.NONE || found.clusters().orElse(0) != planted) {
                System.out.printf(
                        Locale.ROOT,
                        "seed %d: %d features, flat %s %s, %d planted: %s %s%n",
                        seed,
                        dimension(seed),
                        flat.verdict(),
                        flat.clusters(),
                        planted,
                        found.verdict(),
                        found.clusters());
            }
        }
        pool.shutdown();
        int sets = last - first + 1;
        System.out.printf(
                Locale.ROOT,
                "structureless: NONE %d of %d; planted: structure %d, CLUSTERS %d, right number %d of %d%n",
                noneRight,
                sets,
                claimed,
                foundRight,
                countRight,
                sets);
    }

    private static StructureFinding verdict(FeatureTable table, int seed, Run run) {
        return StructureSearch.of(k -> KMeans.of(k).withStarts(1).withSeed(seed))
                .withMost(6)
                .withRepetitions(20, 10, 5)
                .withSeed(seed)
                .in(table, run);
    }

    private static int dimension(int seed) {
        return 2 + seed % 7;
    }

    private static int planted(int seed) {
        return 3 + seed % 3;
    }

    private static FeatureTable structureless(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[dimension(seed)][ROWS];
        for (double[] column : columns) {
            double deviation = 0.5 + 1.5 * random.nextDouble();
            for (int i = 0; i < ROWS; i++) {
                column[i] = seed % 2 == 1 ? random.nextDouble() : deviation * normal(random);
            }
        }
        return table(columns);
    }

    private static FeatureTable clusters(int seed) {
        SplittableRandom random = new SplittableRandom(seed + 1_000_000L);
        int d = dimension(seed);
        int k = planted(seed);
        double[][] centre = new double[k][d];
        for (int c = 0; c < k; c++) {
            do {
                for (int j = 0; j < d; j++) {
                    centre[c][j] = 12 * random.nextDouble();
                }
            } while (near(centre, c));
        }
        double[][] columns = new double[d][ROWS];
        for (int i = 0; i < ROWS; i++) {
            int c = random.nextInt(k);
            for (int j = 0; j < d; j++) {
                columns[j][i] = centre[c][j] + normal(random);
            }
        }
        return table(columns);
    }

    private static boolean near(double[][] centre, int c) {
        for (int b = 0; b < c; b++) {
            double squared = 0;
            for (int j = 0; j < centre[c].length; j++) {
                squared += (centre[c][j] - centre[b][j]) * (centre[c][j] - centre[b][j]);
            }
            if (squared < 25) {
                return true;
            }
        }
        return false;
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static FeatureTable table(double[][] columns) {
        return FeatureTable.of(
                FeatureSchema.of(IntStream.rangeClosed(1, columns.length)
                        .mapToObj(j -> Feature.numeric("x" + j, "1"))
                        .toList()),
                List.copyOf(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(i -> ClientId.of("c" + i))
                        .toList()),
                columns);
    }
}
