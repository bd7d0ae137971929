package io.lendcrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KMeansProperties {

    private final ModelJson json = ModelJson.of(new KMeansCodec());

    @Property(tries = 100)
    void noSingleClientCouldMoveToLowerTheSumOfSquares(
            @ForAll long seed,
            @ForAll @IntRange(min = 8, max = 60) int rows,
            @ForAll @IntRange(min = 2, max = 5) int k) {
        FeatureTable table = blobs(rows, 2, seed);
        KMeansModel model = KMeans.of(k).withStarts(2).withSeed(seed).fit(table);
        Assignments assigned = model.assign(table);
        int[] label = IntStream.range(0, rows).map(assigned::segment).toArray();
        double now = objective(table, label, k);
        assertThat(model.withinSumOfSquares()).isLessThanOrEqualTo(now * (1 + 1e-9));
        for (int i = 0; i < rows; i++) {
            int own = label[i];
            for (int c = 0; c < k; c++) {
                label[i] = c;
                assertThat(objective(table, label, k)).isGreaterThanOrEqualTo(now * (1 - 1e-9));
            }
            label[i] = own;
        }
    }

    /** The sum of squared distances to the clusters' means, the plain way. */
    private static double objective(FeatureTable table, int[] label, int k) {
        double sum = 0;
        for (int j = 0; j < table.schema().size(); j++) {
            double[] x = table.column(j);
            for (int c = 0; c < k; c++) {
                int cluster = c;
                double mean = IntStream.range(0, x.length)
                        .filter(i -> label[i] == cluster)
                        .mapToDouble(i -> x[i])
                        .average()
                        .orElse(0);
                sum += IntStream.range(0, x.length)
                        .filter(i -> label[i] == cluster)
                        .mapToDouble(i -> (x[i] - mean) * (x[i] - mean))
                        .sum();
            }
        }
        return sum;
    }

    @Property(tries = 50)
    void singleRowsAndTablesAndStoredModelsAssignAlike(
            @ForAll long seed, @ForAll @IntRange(min = 10, max = 200) int rows, @ForAll Scale scale) {
        FeatureTable table = blobs(rows, 3, seed);
        KMeansModel model = KMeans.of(3).withScale(scale).withSeed(seed).fit(table);
        KMeansModel read = json.read(json.write(model), KMeansModel.class);
        Assignments batch = model.assign(table);
        int[] sizes = new int[3];
        for (int i = 0; i < rows; i++) {
            Assignment single = model.assign(table.row(i));
            assertThat(single).isEqualTo(read.assign(table.row(i)));
            Assignment.Assigned assigned = (Assignment.Assigned) single;
            assertThat(Double.doubleToLongBits(assigned.distance()))
                    .isEqualTo(Double.doubleToLongBits(batch.distance(i)));
            assertThat(assigned.outside()).isEqualTo(batch.outside(i));
            assertThat(assigned.segment())
                    .isEqualTo(model.segments().get(batch.segment(i)).id());
            sizes[batch.segment(i)]++;
        }
        assertThat(model.segments().stream().mapToInt(s -> (int) s.clients()).toArray())
                .containsExactly(sizes);
    }

    /** Enough rows for sampling and for several blocks, so that threads have something to disagree on. */
    @Example
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        FeatureTable many = blobs(50_000, 4, 3);
        FeatureTable few = blobs(900, 4, 5);
        for (FeatureTable table : List.of(few, many)) {
            KMeans fitter = KMeans.of(6).withScale(Scale.Z).withSeed(11);
            byte[] alone = json.write(fitter.fit(table));
            for (int threads : new int[] {2, 4}) {
                ExecutorService pool = Executors.newFixedThreadPool(threads);
                try {
                    Run run = Run.sequential().on(pool, threads);
                    assertThat(json.write(fitter.fit(table, run))).isEqualTo(alone);
                } finally {
                    pool.shutdown();
                }
            }
        }
    }

    /** Positive, so that they have logarithms. */
    private static FeatureTable blobs(int rows, int features, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[features][rows];
        for (int i = 0; i < rows; i++) {
            int blob = random.nextInt(5);
            for (int j = 0; j < features; j++) {
                columns[j][i] = Math.abs(10 * (blob + 1) * (j + 1) + 5 * random.nextGaussian());
            }
        }
        return Reference.table(
                IntStream.range(0, features).mapToObj(j -> "f" + j).toList(), columns);
    }
}
