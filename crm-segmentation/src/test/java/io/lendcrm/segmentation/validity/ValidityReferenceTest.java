package io.lendcrm.segmentation.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.distance.RowDistances;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn: clusters of k-means on real data, and the classes that are known of it. */
class ValidityReferenceTest {

    static List<String> references() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ValidityReferenceTest.class.getResourceAsStream("validity-reference.csv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void indicesOfTheBestKMeansPartitionAgree(String reference) {
        String[] fields = reference.split(",");
        double[] known =
                Arrays.stream(fields).skip(2).mapToDouble(Double::parseDouble).toArray();
        FeatureTable table = table(fields[0]);
        KMeansModel model = KMeans.of(Integer.parseInt(fields[1])).withSeed(7).fit(table);
        assertThat(model.withinSumOfSquares()).as("the same partition").isCloseTo(known[0], within(1e-9 * known[0]));
        var assigned = model.assign(table);
        Labels labels = Labels.of(
                IntStream.range(0, table.rows()).map(assigned::segment).toArray());

        Silhouette silhouette = Silhouette.of(Euclidean.of(table.schema()).over(table), labels);
        Separation separation = Separation.of(table, labels);
        Agreement agreement = Agreement.of(labels, classes(fields[0]));
        assertThat(silhouette.mean()).isCloseTo(known[1], within(1e-11));
        assertThat(separation.daviesBouldin()).isCloseTo(known[2], within(1e-11));
        assertThat(separation.calinskiHarabasz()).isCloseTo(known[3], within(1e-11 * known[3]));
        assertThat(agreement.adjustedRand()).isCloseTo(known[4], within(1e-12));
        assertThat(agreement.adjustedInformation()).isCloseTo(known[5], within(1e-12));
        assertThat(agreement.normalizedInformation()).isCloseTo(known[6], within(1e-12));
    }

    /** Block sklearn_iris_true_labels of segmentation.json (scikit-learn 1.2.1). */
    @Test
    void indicesOfTheSpeciesOfIrisAgree() {
        FeatureTable iris = table("iris");
        Labels species = classes("iris");
        RowDistances rows = Euclidean.of(iris.schema()).over(iris);
        Silhouette silhouette = Silhouette.of(rows, species);
        assertThat(silhouette.mean()).isCloseTo(0.5034774406932966, within(1e-12));
        assertThat(Arrays.copyOf(silhouette.widths(), 5))
                .containsExactly(
                        new double[] {
                            0.8464691670128706,
                            0.8073986239612005,
                            0.8223669477779387,
                            0.7968768166918533,
                            0.8428461542246253
                        },
                        within(1e-12));
        Separation separation = Separation.of(iris, species);
        assertThat(separation.daviesBouldin()).isCloseTo(0.7513707094756737, within(1e-12));
        assertThat(separation.calinskiHarabasz()).isCloseTo(487.33087637489984, within(1e-10));

        Silhouette sample = Silhouette.sampled(rows, species, 60, 7);
        int[] chosen = sample.rows();
        assertThat(chosen).hasSize(60).doesNotHaveDuplicates();
        assertThat(sample.widths())
                .isEqualTo(Arrays.stream(chosen)
                        .mapToDouble(i -> silhouette.widths()[i])
                        .toArray());
        assertThat(sample.mean()).isCloseTo(silhouette.mean(), within(4 * sample.standardError()));
        assertThat(Silhouette.sampled(rows, species, 60, 7).rows()).isEqualTo(chosen);
        assertThat(Silhouette.sampled(rows, species, 60, 8).rows()).isNotEqualTo(chosen);
    }

    /** Iris as it is, wine by z, wholesale by z of logarithms; z by the population's deviation. */
    private static FeatureTable table(String data) {
        List<String[]> rows = rows(data);
        int from = data.equals("wholesale") ? 2 : 0;
        int to = switch (data) {
            case "iris" -> 4;
            case "wine" -> 13;
            default -> 8;
        };
        double[][] columns = new double[to - from][];
        for (int j = from; j < to; j++) {
            int at = j;
            double[] x = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[at]))
                    .map(v -> data.equals("wholesale") ? Math.log1p(v) : v)
                    .toArray();
            double mean = Arrays.stream(x).average().orElseThrow();
            double deviation = Math.sqrt(
                    Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
            columns[j - from] = data.equals("iris")
                    ? x
                    : Arrays.stream(x).map(v -> (v - mean) / deviation).toArray();
        }
        return FeatureTable.of(
                FeatureSchema.of(IntStream.range(from, to)
                        .mapToObj(j -> Feature.numeric("x" + j, "1"))
                        .toList()),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> ClientId.of("row-" + i))
                        .toList(),
                columns);
    }

    /** Species, cultivar, channel. */
    private static Labels classes(String data) {
        List<String[]> rows = rows(data);
        int at = switch (data) {
            case "iris" -> 4;
            case "wine" -> 13;
            default -> 0;
        };
        List<String> names = rows.stream().map(row -> row[at]).distinct().toList();
        return Labels.of(rows.stream().mapToInt(row -> names.indexOf(row[at])).toArray());
    }

    private static List<String[]> rows(String data) {
        String file = data.equals("wholesale") ? "wholesale-customers.csv" : data + ".csv";
        try {
            return Files.readAllLines(RealData.file("segmentation/" + file)).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
