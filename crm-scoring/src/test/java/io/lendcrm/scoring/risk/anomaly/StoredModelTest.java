package io.lendcrm.scoring.risk.anomaly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private static final FeatureSchema SCHEMA =
            FeatureSchema.of(List.of(Feature.numeric("amount", "log"), Feature.numeric("rate", "%")));

    private final ModelJson json = ModelJson.standard();
    private final OutlierModel model = OutlierFitter.defaults()
            .withSpread(OutlierFitter.Spread.SAMPLE)
            .fit(FeatureTable.of(
                    SCHEMA,
                    IntStream.range(0, 6).mapToObj(i -> ClientId.of("C-" + i)).toList(),
                    new double[] {1, 2, 3, 4, 5, 6},
                    new double[] {2, 1, 4, 3, 6, 5}));

    @Test
    void writesTheSameBytesAndReadsTheSameModel() throws IOException {
        assertThat(new String(json.write(model), UTF_8)).isEqualTo(golden());
        OutlierModel read = json.read(golden().getBytes(UTF_8), OutlierModel.class);
        assertThat(json.write(read)).isEqualTo(json.write(model));
        double[] row = {5.5, 2.5};
        assertThat(read.judge(row)).isEqualTo(model.judge(row));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        refused("\"alpha\" : 0.001", "\"alpha\" : 1", "alpha must be within (0, 1)");
        refused("\"covariance\" : [ ", "\"covariance\" : [ 1, ", "a lower triangle of 3 values, found 4");
        refused("\"covariance\" : [ ", "\"covariance\" : [ -", "covariance must be positive definite");
        refused("\"center\" : [ ", "\"center\" : [ 1, ", "a lower triangle of 6 values, found 3");
    }

    private void refused(String part, String broken, String problem) throws IOException {
        assertThat(golden()).contains(part);
        assertThatThrownBy(() -> json.read(golden().replace(part, broken).getBytes(UTF_8), OutlierModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private static String golden() throws IOException {
        try (var in = requireNonNull(StoredModelTest.class.getResourceAsStream("outliers-1.json"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
