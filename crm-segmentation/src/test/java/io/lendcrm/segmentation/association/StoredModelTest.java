package io.lendcrm.segmentation.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static AssociationModel model() {
        return AssociationRules.of(0.3, 0.6).withoutRedundant().fit(AssociationTest.HOLDINGS);
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        AssociationModel read = json.read(golden(), AssociationModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.rules()).isNotEmpty().isEqualTo(model().rules());
        assertThat(read.suggestions(List.of("loan"))).isEqualTo(model().suggestions(List.of("loan")));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replaceFirst("\"both\" : \\d+", "\"both\" : 99")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("rules[0]")
                .hasMessageContaining("2 x 2 table");
        assertThatThrownBy(() -> read(text.replace("\"end\" : \"complete\"", "\"end\" : \"perhaps\"")))
                .isInstanceOf(ModelFormatException.class);
    }

    private AssociationModel read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), AssociationModel.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("association-rules-1.json")) {
            return in.readAllBytes();
        }
    }
}
