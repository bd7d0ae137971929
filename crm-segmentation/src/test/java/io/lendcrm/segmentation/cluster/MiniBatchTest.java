package io.lendcrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class MiniBatchTest {

    @Test
    void comesWithinAThousandthOfIteratingWhereThereAreClusters() {
        FeatureTable table = blobs(30_000, 4);
        KMeans full = KMeans.of(6).withSeed(5);
        double iterated = full.fit(table).withinSumOfSquares();
        for (int rows : new int[] {64, 1024, 100_000}) {
            KMeansModel model = full.withMiniBatch(rows).fit(table);
            assertThat(model.withinSumOfSquares()).isBetween(iterated, iterated * 1.001);
            assertThat(model.info().warnings()).isEmpty();
            assertThat(model.info().options()).containsEntry("miniBatch", Integer.toString(rows));
        }
    }

    /** Age, arrears, bills and payments of 30,000 credit-card clients. */
    @Test
    void comesWithinThreePercentOfIteratingOnRealClients() throws IOException {
        FeatureTable table = NumericTables.of(taiwan(1, 5, 6, 12, 18));
        KMeans full = KMeans.of(5).withScale(Scale.Z).withStarts(4).withSeed(3);
        double iterated = full.fit(table).withinSumOfSquares();
        double batched = full.withMiniBatch(1024).fit(table).withinSumOfSquares();
        assertThat(batched).isBetween(iterated * 0.97, iterated * 1.03);
    }

    /** The optima of these differ by 4.6 %, and a sample of 4,096 may rank the poorer one first. */
    @Test
    void manyRowsComeToTheSameOptimumWhateverTheSample() throws IOException {
        FeatureTable table = NumericTables.of(taiwan(1, 5, 6, 12, 18));
        double[] within = LongStream.rangeClosed(1, 6)
                .mapToDouble(seed -> KMeans.of(3)
                        .withScale(Scale.Z)
                        .withSeed(seed)
                        .fit(table)
                        .withinSumOfSquares())
                .toArray();
        double best = DoubleStream.of(within).min().orElseThrow();
        assertThat(DoubleStream.of(within).max().orElseThrow()).isCloseTo(best, withinPercentage(0.1));
    }

    @Test
    void startsFromGivenCentresToo() {
        FeatureTable table = blobs(20_000, 2);
        double[][] first =
                IntStream.range(0, 6).mapToObj(c -> table.row(c * 31).toArray()).toArray(double[][]::new);
        KMeans given = KMeans.of(6).withCentres(first).withMiniBatch(2048);
        KMeansModel model = given.fit(table);
        assertThat(model.withinSumOfSquares())
                .isEqualTo(given.fit(table).withinSumOfSquares())
                .isLessThan(KMeans.of(6)
                        .withCentres(first)
                        .withIterations(1)
                        .fit(table)
                        .withinSumOfSquares());
        assertThat(model.segments()).allMatch(segment -> segment.clients() > 0);
    }

    @Test
    void changesNothingWithFewRows() {
        FeatureTable table = blobs(500, 2);
        assertThat(KMeans.of(4).withMiniBatch(10).fit(table).withinSumOfSquares())
                .isEqualTo(KMeans.of(4).fit(table).withinSumOfSquares());
        assertThatThrownBy(() -> KMeans.of(4).withMiniBatch(0))
                .hasMessage("rows of a mini-batch must be at least 1, found 0");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        FeatureTable table = blobs(40_000, 3);
        ModelJson json = ModelJson.of(new KMeansCodec());
        KMeans fitter = KMeans.of(6).withSeed(11).withStarts(4).withMiniBatch(512);
        byte[] alone = json.write(fitter.fit(table));
        for (int threads : List.of(2, 4)) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                assertThat(json.write(fitter.fit(table, Run.sequential().on(pool, threads))))
                        .isEqualTo(alone);
            } finally {
                pool.shutdown();
            }
        }
    }

    private static FeatureTable blobs(int rows, int features) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[features][rows];
        for (int i = 0; i < rows; i++) {
            int blob = random.nextInt(6);
            for (int j = 0; j < features; j++) {
                double noise = random.nextDouble() + random.nextDouble() + random.nextDouble();
                columns[j][i] = (blob * (j + 3)) % 7 + 2 * noise;
            }
        }
        return NumericTables.of(columns);
    }

    private static double[][] taiwan(int... columns) throws IOException {
        try (var in = Files.newInputStream(RealData.file("taiwan-credit-default/uci-credit-card.csv.gz"));
                var reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            List<String[]> rows =
                    reader.lines().skip(1).map(line -> line.split(",")).toList();
            return IntStream.of(columns)
                    .mapToObj(j -> rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row[j]))
                            .toArray())
                    .toArray(double[][]::new);
        }
    }
}
