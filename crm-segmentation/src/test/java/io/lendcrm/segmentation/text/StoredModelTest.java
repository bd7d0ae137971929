package io.lendcrm.segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private static final TextAnalysis ANALYSIS = TextAnalysis.of(Masking.standard());

    private final ModelJson json = ModelJson.standard();

    static TfIdfModel model() {
        return TfIdf.of(ANALYSIS)
                .withCommonness(1, 0.9)
                .withMostTerms(6)
                .withoutTerms(Set.of("the", "is", "on", "my"))
                .fit(List.of(
                        "The loan is late, call +1 (202) 555-0101",
                        "the fee on my loan is wrong",
                        "我还不起贷款",
                        "贷款还不上, late fee again"));
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        TfIdfModel read = json.read(golden(), TfIdfModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.terms()).isEqualTo(model().terms());
        String text = "late again: 还不上, fee, fee";
        assertThat(read.features(ANALYSIS).values(text))
                .isEqualTo(model().features(ANALYSIS).values(text));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replaceFirst("\"texts\" : 4", "\"texts\" : 1")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("texts with a term must be within");
        assertThatThrownBy(() -> read(text.replaceFirst("\"term\" : \"fee\"", "\"term\" : \"zzz\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("in order");
        assertThatThrownBy(
                        () -> read(text.replaceFirst("\"tokenizer\" : \"words-1\",\n    \"masking\"", "\"masking\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("tokenizer");
    }

    private TfIdfModel read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), TfIdfModel.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("tf-idf-1.json")) {
            return in.readAllBytes();
        }
    }
}
