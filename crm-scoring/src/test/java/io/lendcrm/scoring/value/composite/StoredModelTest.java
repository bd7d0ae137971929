package io.lendcrm.scoring.value.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.scoring.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The index of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void anIndexIsReadFromAFileAndWrittenToTheSameBytes() throws IOException {
        byte[] golden = golden();
        CompositeIndex index = json.read(golden, CompositeIndex.class);

        assertThat(new String(json.write(Indices.geometric()), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
        for (double[] row : new double[][] {{400, 5, 12}, {0.1, 0.2, 0.3}, {7, Double.NaN, Double.NaN}}) {
            assertThat(Double.doubleToLongBits(index.score(row)))
                    .isEqualTo(Double.doubleToLongBits(Indices.geometric().score(row)));
        }
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replace("\"weight\" : 0.5", "\"weight\" : 0.6")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("weights must add up to 1");
        assertThatThrownBy(() -> read(text.replace("\"geometric\"", "\"harmonic\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be one of [arithmetic, geometric], found \"harmonic\"");
        assertThatThrownBy(
                        () -> read(text.replace("\"normalisation\" : \"target\"", "\"normalisation\" : \"z-score\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("geometric mean");
    }

    @Test
    void everyReasonHasATextInBothLanguages() {
        ReasonCatalogue texts = ReasonCatalogue.standard();
        Score.Scored score = (Score.Scored) Indices.index()
                .score(FeatureRow.of(ClientId.of("C-1"), Indices.index().schema(), 900, 30, Double.NaN));
        for (Reason reason : score.reasons()) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                assertThat(texts.text(reason, language))
                        .doesNotContain("{")
                        .contains(reason.arguments().get("feature"))
                        .isNotEqualTo(reason.code().value());
            }
        }
        assertThat(texts.text(score.reasons().get(0), Locale.ENGLISH))
                .isEqualTo("margin is 900 EUR, at or above average: 100.0 points at a weight of 50.0 %");
    }

    private CompositeIndex read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), CompositeIndex.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("composite-index-1.json")) {
            return in.readAllBytes();
        }
    }
}
