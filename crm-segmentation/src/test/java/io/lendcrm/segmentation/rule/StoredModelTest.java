package io.lendcrm.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The segmentation of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        RuleSegmentation read = json.read(golden(), RuleSegmentation.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.rules()).isEqualTo(RuleSegmentationTest.segments().rules());
        assertThat(read.schema()).isEqualTo(RuleSegmentationTest.segments().schema());
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replace("\"segment\" : \"small\"", "\"segment\" : \"large\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("distinct names");
        assertThatThrownBy(() -> read(text.replace("\"missing\" : \"balance\"", "\"missing\" : \"height\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("feature must be one of");
    }

    private RuleSegmentation read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), RuleSegmentation.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("rule-segments-1.json")) {
            return in.readAllBytes();
        }
    }
}
