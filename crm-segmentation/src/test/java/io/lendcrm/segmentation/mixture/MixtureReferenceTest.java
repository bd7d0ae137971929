package io.lendcrm.segmentation.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BIC beside scikit-learn's and mclust's. With one component there is one optimum; with more, ours must be as good. */
class MixtureReferenceTest {

    @ParameterizedTest
    @MethodSource("references")
    void isAsGoodAsTheReference(String reference) {
        String[] fields = reference.split(",");
        double[] known = Arrays.stream(fields[2].split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        FeatureTable table = table(fields[0]);
        // scikit-learn adds a millionth to each variance, as we do; mclust adds nothing
        double ridge = fields[0].equals("wholesale") ? 1e-6 : 0;
        for (int k = 1; k <= known.length; k++) {
            GaussianMixtureModel model = GaussianMixture.of(k)
                    .withCovariance(Covariance.parse(fields[1]))
                    .withPreparation(preparation(fields[0]))
                    .withRidge(ridge)
                    .withSeed(7)
                    .fit(table);
            if (k == 1) {
                assertThat(model.fit().bic()).isCloseTo(known[0], within(1e-9 * known[0]));
            } else {
                assertThat(model.fit().bic()).as(reference + " k = " + k).isLessThan(known[k - 1] + 0.05);
            }
        }
    }

    /** Iris is rounded to a tenth: components on equal widths would win by a likelihood that means nothing. */
    @Test
    void choosesNoComponentOfEqualValues() {
        MixtureSelection choice = MixtureSelection.of(
                GaussianMixture.of(1).withSeed(7),
                table("iris"),
                8,
                List.of(Covariance.FULL),
                MixtureSelection.Criterion.BIC,
                Run.sequential());
        assertThat(choice.best().k()).isEqualTo(2);
        assertThat(choice.best().fit().bic()).isCloseTo(574.01783227, within(0.05));
        assertThat(choice.candidates())
                .extracting(MixtureSelection.Candidate::trouble)
                .contains("a component is flat");
    }

    static Stream<String> references() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                MixtureReferenceTest.class.getResourceAsStream("bic-reference.csv"), StandardCharsets.UTF_8))) {
            List<String> lines =
                    in.lines().filter(line -> !line.startsWith("#")).toList();
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Preparation preparation(String data) {
        return Preparation.of(data.equals("wine") ? Scale.Z : Scale.NONE);
    }

    private static FeatureTable table(String data) {
        return switch (data) {
            case "iris" -> NumericTables.read("iris.csv", 0, 4);
            case "wine" -> NumericTables.read("wine.csv", 0, 13);
            default -> populationStandardised(NumericTables.read("wholesale-customers.csv", 2, 8));
        };
    }

    /** log1p, then less the mean and by the deviation of n, as the reference was computed. */
    private static FeatureTable populationStandardised(FeatureTable raw) {
        double[][] columns = new double[raw.schema().size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Arrays.stream(raw.column(j)).map(Math::log1p).toArray();
            double mean = Arrays.stream(columns[j]).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(columns[j])
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow());
            columns[j] =
                    Arrays.stream(columns[j]).map(v -> (v - mean) / deviation).toArray();
        }
        return NumericTables.of(columns);
    }
}
