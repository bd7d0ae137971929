package io.lendcrm.segmentation.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.distance.MixedTables;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.validity.Agreement;
import io.lendcrm.segmentation.validity.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R's hclust on real data. Trees are compared by heights and sizes, for ties can be broken either way. */
class HierarchyReferenceTest {

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithHclust(String reference) {
        String[] f = reference.split(",");
        FeatureTable table = prepared(f[0]);
        Dendrogram tree = Agglomerative.of(Linkage.parse(f[1]), 3).dendrogram(table, Run.sequential());
        double[] heights =
                tree.merges().stream().mapToDouble(Dendrogram.Merge::height).toArray();
        double[] last = numbers(f[2]);
        for (int i = 0; i < 5; i++) {
            assertThat(heights[heights.length - 5 + i]).isCloseTo(last[i], within(1e-9 * last[i]));
        }
        double sum = Double.parseDouble(f[3]);
        assertThat(Arrays.stream(heights).sum()).isCloseTo(sum, within(1e-9 * sum));
        Labels labels = tree.cut(3);
        int[] sizes = new int[3];
        IntStream.range(0, labels.rows()).forEach(i -> sizes[labels.cluster(i)]++);
        Arrays.sort(sizes);
        assertThat(Arrays.stream(sizes).asDoubleStream().toArray()).containsExactly(numbers(f[4]));
        assertThat(Agreement.of(labels, classes(f[0])).adjustedRand())
                .isCloseTo(Double.parseDouble(f[5]), within(1e-9));
        assertThat(tree.copheneticCorrelation(Euclidean.of(table.schema()).over(table)))
                .isCloseTo(Double.parseDouble(f[6]), within(1e-9));
    }

    @Test
    void agreesWithAgnesOnGermanBorrowersByGowersDistance() { // german_gower.agnes_average.last5_heights
        FeatureTable german = MixedTables.of("german_gower");
        double[] heights = Agglomerative.of(Linkage.AVERAGE, 4)
                .withGower(Gower.defaults())
                .dendrogram(german, Run.sequential())
                .merges()
                .stream()
                .mapToDouble(Dendrogram.Merge::height)
                .toArray();
        assertThat(Arrays.copyOfRange(heights, heights.length - 5, heights.length))
                .containsExactly(
                        new double[] {0.498551911043, 0.504612556125, 0.506875094858, 0.516123874994, 0.518309913023},
                        within(1e-11));
    }

    static Stream<String> references() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                HierarchyReferenceTest.class.getResourceAsStream("hclust-reference.csv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeatureTable prepared(String block) {
        return switch (block) {
            case "iris_raw" -> NumericTables.read("iris.csv", 0, 4);
            case "wine_zscore_sampleSD" -> scaled(NumericTables.read("wine.csv", 0, 13), Scale.Z);
            default -> scaled(NumericTables.read("wholesale-customers.csv", 2, 8), Scale.LOG1P_Z);
        };
    }

    private static FeatureTable scaled(FeatureTable table, Scale scale) {
        return NumericTables.of(Preparation.of(scale).fit(table, "test").columns(table));
    }

    /** Species, cultivar, channel. */
    private static Labels classes(String block) {
        String file = block.startsWith("iris")
                ? "iris.csv"
                : block.startsWith("wine") ? "wine.csv" : "wholesale-customers.csv";
        int column = block.startsWith("iris") ? 4 : block.startsWith("wine") ? 13 : 0;
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Integer> labels = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(RealData.file("segmentation/" + file)).stream()
                    .skip(1)
                    .toList()) {
                labels.add(numbers.computeIfAbsent(line.split(",")[column], name -> numbers.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Labels.of(labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
