package io.lendcrm.segmentation.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static GaussianMixtureModel model() {
        return GaussianMixture.of(2).withSeed(7).withScale(Scale.Z).fit(GaussianMixtureTest.groups(60, 30, 1));
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        GaussianMixtureModel read = json.read(golden(), GaussianMixtureModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.fit()).isEqualTo(model().fit());
        var client = GaussianMixtureTest.row(read, 1, 2);
        assertThat(read.assign(client)).isEqualTo(model().assign(client));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replaceFirst("\"weight\" : 0", "\"weight\" : 1")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("weights must add up to 1");
        assertThatThrownBy(() -> read(text.replaceFirst("\"covariance\" : \\[ 0", "\"covariance\" : [ -0")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("positive definite");
        assertThatThrownBy(() -> read(
                        text.replace("\"covariance\" : \"full\",\n    \"log", "\"covariance\" : \"free\",\n \"log")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be one of");
    }

    private GaussianMixtureModel read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), GaussianMixtureModel.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("gaussian-mixture-1.json")) {
            return in.readAllBytes();
        }
    }
}
