package io.lendcrm.scoring.value.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.scoring.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The card of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void aCardIsReadFromAFileWrittenByHandOrByTheLibrary() throws IOException {
        byte[] golden = golden();
        KpiCard card = json.read(golden, KpiCard.class);

        assertThat(card.indicators()).isEqualTo(Cards.card().indicators());
        assertThat(json.write(card)).isEqualTo(golden);
        double[][] rows = {{30_000, 15, 2}, {0.1, 0.2, 0.3}, {Double.NaN, 1, 1}, {7, 29.99, Double.NaN}};
        for (double[] row : rows) {
            assertThat(Double.doubleToLongBits(card.score(row)))
                    .isEqualTo(Double.doubleToLongBits(Cards.card().score(row)));
        }
    }

    @Test
    void writesTheSameBytes() throws IOException {
        assertThat(new String(json.write(Cards.card()), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replace("\"weight\" : 0.5", "\"weight\" : 0.6")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("weights must add up to 1");
        assertThatThrownBy(() -> read(text.replace("\"missing\" : \"worst\"", "\"missing\" : \"bad\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be one of [reject, neutral, worst], found \"bad\"");
        assertThatThrownBy(() -> read(text.replace("\"feature\" : \"mean_balance\"", "\"feature\" : \"other\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("found \"other\"");
    }

    @Test
    void everyReasonHasATextInBothLanguages() {
        ReasonCatalogue texts = ReasonCatalogue.standard();
        Score.Scored score = (Score.Scored) Cards.card()
                .score(io.lendcrm.core.feature.FeatureRow.of(
                        io.lendcrm.core.ClientId.of("C-1"), Cards.card().schema(), 30_000, Double.NaN, 2));
        for (Reason reason : score.reasons()) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                assertThat(texts.text(reason, language))
                        .doesNotContain("{")
                        .contains(reason.arguments().get("feature"))
                        .isNotEqualTo(reason.code().value());
            }
        }
        assertThat(texts.text(score.reasons().get(1), Locale.ENGLISH))
                .isEqualTo("mean_balance is 30000 EUR, above the target of 10000: 75.0 points");
    }

    private KpiCard read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), KpiCard.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("kpi-card-1.json")) {
            return in.readAllBytes();
        }
    }
}
