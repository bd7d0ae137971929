package io.lendcrm.segmentation.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Models of version 1 are read by every later version. */
class StoredModelTest {

    private static final FeatureTable CLIENTS = NumericTables.of(
            new double[] {1, 1.5, 1, 2, 1.25, 8, 8.5, 9, 8, 8.25, 20, 1, 8.75, 1.75},
            new double[] {1, 1.25, 2, 1, 1.5, 7, 7.5, 7, 8, 7.25, -3, 1, 7.75, 1.25});

    private final ModelJson json = ModelJson.standard();

    static DbscanModel dbscan() {
        return Dbscan.of(0.5, 3).withScale(Scale.Z).fit(CLIENTS);
    }

    static HdbscanModel hdbscan() {
        return Hdbscan.of(4).withMinPoints(3).withScale(Scale.Z).fit(CLIENTS);
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        sameBytes("dbscan-1.json", DbscanModel.class, dbscan());
        sameBytes("hdbscan-1.json", HdbscanModel.class, hdbscan());
        HdbscanModel read = json.read(golden("hdbscan-1.json"), HdbscanModel.class);
        for (int i = 0; i < CLIENTS.rows(); i++) {
            assertThat(read.outlierScore(CLIENTS.row(i))).isEqualTo(hdbscan().outlierScore(CLIENTS.row(i)));
            assertThat(read.strength(CLIENTS.row(i))).isEqualTo(hdbscan().strength(CLIENTS.row(i)));
        }
        assertThat(read.stability(1)).isEqualTo(hdbscan().stability(1));
    }

    private <M extends ClusterModel> void sameBytes(String file, Class<M> type, M model) throws IOException {
        M read = json.read(golden(file), type);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(file), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model.info());
        assertThat(read.segments()).isEqualTo(model.segments()).hasSize(2);
        for (int i = 0; i < CLIENTS.rows(); i++) {
            assertThat(read.assign(CLIENTS.row(i))).isEqualTo(model.assign(CLIENTS.row(i)));
        }
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String dbscan = new String(golden("dbscan-1.json"), StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        json.read(bytes(dbscan.replace("\"radius\" : 0.5", "\"radius\" : -0.5")), DbscanModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("radius must be above 0");
        assertThatThrownBy(() ->
                        json.read(bytes(dbscan.replaceFirst("\"core\" : \\[", "\"core\" : [ 1, ")), DbscanModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("2 coordinates a row");
        String hdbscan = new String(golden("hdbscan-1.json"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> json.read(
                        bytes(hdbscan.replaceFirst("\"segment\" : \\[ [-01]+", "\"segment\" : [ 2")),
                        HdbscanModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("whole number within");
        assertThatThrownBy(() -> json.read(
                        bytes(hdbscan.replaceFirst("\"least\" : \\[", "\"least\" : [ 1, ")), HdbscanModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("a value of each row");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] golden(String file) throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }
}
