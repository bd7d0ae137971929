package io.lendcrm.segmentation.medoid;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.distance.MixedTables;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With default options and one seed the mean distance is at most R's pam, and within half a percent of the best known. */
class MedoidReferenceTest {

    @ParameterizedTest
    @MethodSource("references")
    void isAtLeastAsGoodAsTheReference(String reference) {
        String[] fields = reference.split(",", -1);
        KMedoids fitter = KMedoids.of(Integer.parseInt(fields[1])).withSeed(7);
        FeatureTable table;
        switch (fields[0]) {
            case "iris_raw" -> {
                table = NumericTables.read("iris.csv", 0, 4);
                fitter = fitter.withEuclidean(Preparation.none());
            }
            case "wine_zscore_sampleSD" -> {
                table = NumericTables.read("wine.csv", 0, 13);
                fitter = fitter.withEuclidean(Preparation.of(Scale.Z));
            }
            case "wholesale_log1p_zscore" -> {
                table = NumericTables.read("wholesale-customers.csv", 2, 8);
                fitter = fitter.withEuclidean(Preparation.of(Scale.LOG1P_Z));
            }
            default -> table = MixedTables.of(fields[0]);
        }
        double found = fitter.fit(table).meanDistance();
        assertThat(found).isLessThanOrEqualTo(Double.parseDouble(fields[2]) * (1 + 1e-9));
        if (!fields[3].isEmpty()) {
            assertThat(found).isLessThanOrEqualTo(Double.parseDouble(fields[3]) * 1.005);
        }
    }

    static Stream<String> references() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                MedoidReferenceTest.class.getResourceAsStream("pam-reference.csv"), StandardCharsets.UTF_8))) {
            List<String> lines =
                    in.lines().filter(line -> !line.startsWith("#")).toList();
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
