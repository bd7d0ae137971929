package io.lendcrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Models of every version are read by every later one. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static KMeansModel model() {
        return KMeans.of(2)
                .withSeed(7)
                .withScale(Scale.LOG1P_Z)
                .fit(Reference.table(
                        List.of("visits", "spend"),
                        new double[] {1, 2, 0, 1, 1, 100, 101, 99},
                        new double[] {10, 11, 9, 12, 8, 1000, 1001, 999}));
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        KMeansModel read = json.read(golden(2), KMeansModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(2), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.segments()).isEqualTo(model().segments());
        assertThat(read.centre(1)).containsExactly(model().centre(1));
    }

    @Test
    void readsVersion1() throws IOException {
        KMeansModel old = json.read(golden(1), KMeansModel.class);
        assertThat(json.write(old)).isEqualTo(golden(2));
        String text = new String(golden(1), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replaceAll("\"shift\" : \\[ [^,]*, ", "\"shift\" : [ ")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.model.factor");
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(2), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(
                        text.replace("\"scale\" : \"log1p-z\",\n      \"shift\"", "\"scale\" : \"log\",\n \"shift\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.model.preparation[0]")
                .hasMessageContaining("found \"log\"");
        assertThatThrownBy(() -> read(text.replaceAll("\"clients\" : [0-9]+", "\"clients\" : -1")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be at least 0");
    }

    @Test
    void everyReasonHasATextInBothLanguages() throws IOException {
        KMeansModel read = json.read(golden(2), KMeansModel.class);
        Assignment.Assigned assigned = (Assignment.Assigned) read.assign(read.schema()
                .row(io.lendcrm.core.ClientId.of("new"))
                .set("visits", 90)
                .set("spend", 1)
                .build());
        ReasonCatalogue texts = ReasonCatalogue.standard();
        assertThat(assigned.reasons())
                .extracting(r -> r.code().value())
                .containsExactly("cluster.nearer", "cluster.farther");
        for (Reason reason : assigned.reasons()) {
            assertThat(texts.text(reason, Locale.ENGLISH)).doesNotContain("{").contains("EUR");
            assertThat(texts.text(reason, Locale.CHINESE)).doesNotContain("{").contains("EUR");
        }
    }

    private KMeansModel read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), KMeansModel.class);
    }

    private static byte[] golden(int version) throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("k-means-" + version + ".json")) {
            return in.readAllBytes();
        }
    }
}
