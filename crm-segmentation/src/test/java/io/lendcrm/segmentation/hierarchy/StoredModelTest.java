package io.lendcrm.segmentation.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Models of version 1 are read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static HierarchyModel numeric() {
        return Agglomerative.of(Linkage.WARD, 2).withScale(Scale.Z).fit(AgglomerativeTest.LINE);
    }

    static HierarchyModel mixed() {
        Gower gower = Gower.defaults().withWeight("income", 2).withAsymmetric("default");
        return Agglomerative.of(Linkage.AVERAGE, 4).withGower(gower).fit(AgglomerativeTest.MIXED);
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        sameBytes("hierarchy-1.json", numeric(), AgglomerativeTest.LINE);
        sameBytes("hierarchy-gower-1.json", mixed(), AgglomerativeTest.MIXED);
    }

    private void sameBytes(String file, HierarchyModel model, FeatureTable clients) throws IOException {
        HierarchyModel read = json.read(golden(file), HierarchyModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(file), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model.info());
        assertThat(read.segments()).isEqualTo(model.segments());
        for (int i = 0; i < clients.rows(); i++) {
            assertThat(read.assign(clients.row(i))).isEqualTo(model.assign(clients.row(i)));
        }
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden("hierarchy-gower-1.json"), StandardCharsets.UTF_8);
        refused(
                text.replace("\"linkage\" : \"average\",\n    \"gower", "\"linkage\" : \"mean\",\n    \"gower"),
                "one of");
        refused(text.replaceFirst("\"known\" : \\[ 1.0", "\"known\" : [ 0.5"), "known must be 1");
        refused(text.replaceFirst("\"farthest\" : ", "\"farthest\" : -1"), "farthest");
        refused(text.replaceFirst("\"medoid\" : \\[", "\"medoid\" : [ 1,"), "3 values");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8), HierarchyModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(why);
    }

    private static byte[] golden(String file) throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }
}
