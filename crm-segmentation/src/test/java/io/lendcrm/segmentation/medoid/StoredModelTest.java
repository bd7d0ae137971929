package io.lendcrm.segmentation.medoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static KMedoidsModel model() {
        return KMedoids.of(2).withSeed(7).fit(KMedoidsTest.clients());
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        KMedoidsModel read = json.read(golden(), KMedoidsModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.assign(KMedoidsTest.row(read, 50, 1))).isEqualTo(model().assign(KMedoidsTest.row(read, 50, 1)));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replace("\"type\" : \"gower\"", "\"type\" : \"cosine\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be one of [gower, euclidean]");
        assertThatThrownBy(() -> read(text.replaceFirst("\"sector\" : 1.0", "\"sector\" : 7.0")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("number of one of 2 levels");
        assertThatThrownBy(() -> read(text.replaceFirst("\"clients\" : 3", "\"clients\" : 0")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("at least 1");
    }

    private KMedoidsModel read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), KMedoidsModel.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("k-medoids-1.json")) {
            return in.readAllBytes();
        }
    }
}
